// SPDX-License-Identifier: GPL-3.0-or-later
// A pass's order comes from its seed alone, on every machine and after every restart.
#include "app/reviews/quality_pass.h"

#include "db/applications.h"
#include "db/qualities.h"
#include "db/reviewers.h"
#include "db/roles.h"
#include "db/stages.h"
#include "db/workspace.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;

namespace {

template<class T> T must(const Result<T> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text()));
    return *result;
}

QList<db::ApplicationId> numbers(int count)
{
    QList<db::ApplicationId> list;
    for (int i = 1; i <= count; ++i)
        list << db::ApplicationId(i);
    return list;
}

} // namespace

class TestQualityPass : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theGeneratorIsSplitMix64()
    {
        // The first outputs for the seed 1234567 as published with the reference implementation.
        app::SplitMix64 random(1234567);
        QCOMPARE(random.next(), 6457827717110365317ULL);
        QCOMPARE(random.next(), 3203168211198807973ULL);
        QCOMPARE(random.next(), 9817491932198370423ULL);
    }

    void everyPlaceIsEquallyLikely()
    {
        QList<int> first(5, 0);
        for (quint64 seed = 0; seed < 5000; ++seed)
            ++first[int(app::shuffled(numbers(5), seed).first().number()) - 1];
        for (const int count : first)
            QVERIFY2(count > 880 && count < 1120, qPrintable(QString::number(count)));
    }

    void aSeedGivesOneOrder()
    {
        const auto order = app::shuffled(numbers(1000), 42);
        QCOMPARE(order, app::shuffled(numbers(1000), 42));
        QVERIFY(order != app::shuffled(numbers(1000), 43));
        QCOMPARE(QSet<db::ApplicationId>(order.cbegin(), order.cend()).size(), 1000);
        QCOMPARE(app::shuffled({}, 1).size(), 0);
    }

    void thePassIsKeptAndLaterApplicantsFollow()
    {
        QTemporaryDir folder;
        auto workspace = must(db::Workspace::create(folder.filePath(QStringLiteral("pass.rolecall"))).map([](auto &&made) { return std::shared_ptr<db::Workspace>(std::move(made)); }));
        db::Connection &connection = workspace->connection();
        QDateTime now(QDate(2026, 3, 1), QTime(9, 0), Qt::UTC);
        connection.setClock([&now] { return now; });

        db::RoleId role;
        db::QualityId quality;
        db::StageId stage;
        const auto addApplications = [&](int count) {
            for (int i = 0; i < count; ++i) {
                db::Candidate candidate;
                candidate.name = QStringLiteral("Invented %1").arg(i);
                db::Application application;
                application.role = role;
                application.candidate = must(db::insertCandidate(connection, candidate));
                application.stage = stage;
                must(db::insertApplication(connection, application));
            }
            return Outcome();
        };
        const auto made = app::perform(connection, {QStringLiteral("test"), QStringLiteral("Set up"), {}}, app::Area::Roles, [&] {
            connection.setReviewer(must(db::insertReviewer(connection, {{}, {}, QStringLiteral("R. Viewer"), {}, {}})));
            db::Role record;
            record.title = QStringLiteral("Tester");
            record.organisation = QStringLiteral("Example");
            record.summary = QStringLiteral("Tests");
            role = must(db::insertRole(connection, record));
            stage = must(db::insertStage(connection, role, {{}, {}, 0, QStringLiteral("New"), QStringLiteral("review"), {}}));
            db::Quality line;
            line.role = role;
            line.text = QStringLiteral("Reads closely");
            quality = must(db::insertQuality(connection, line));
            return addApplications(30);
        });
        QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().text()));

        const auto started = must(app::startQualityPass(connection, role, quality));
        const auto order = must(app::qualityPassOrder(connection, started.pass));
        QCOMPARE(order.size(), 30);

        now = now.addSecs(60);
        QVERIFY(app::perform(connection, {QStringLiteral("test"), QStringLiteral("More"), {}}, app::Area::Applications, [&] { return addApplications(5); }).has_value());
        const auto kept = must(db::latestQualityPass(connection, quality, connection.reviewer()));
        QVERIFY(kept.has_value());
        QCOMPARE(kept->seed, started.pass.seed);
        const auto later = must(app::qualityPassOrder(connection, *kept));
        QCOMPARE(later.size(), 35);
        QCOMPARE(later.mid(0, 30), order);
    }
};

QTEST_GUILESS_MAIN(TestQualityPass)
#include "tst_quality_pass.moc"
