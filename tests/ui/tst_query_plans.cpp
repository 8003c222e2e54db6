// SPDX-License-Identifier: GPL-3.0-or-later
// No page reads a large table from end to end without an index: every statement that any connection runs while every
// page of the window is opened is watched, and the plan of each that stepped through many rows is looked at.
#include "tests/support/many_applicants.h"
#include "ui/application/desk.h"
#include "ui/session/session.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/window_settings.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QHash>
#include <QMutex>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <sqlite3.h>

using namespace rolecall;
using namespace rolecall::ui;

namespace {

constexpr int applicants = 3000;
/// Small tables (roles, stages, qualities, reviewers) may be read whole.
constexpr int fewSteps = 400;

QMutex mutex; // NOLINT: SQLite's callback has no other place
QHash<QByteArray, int> stepsOfScans;

int noteStatement(unsigned, void *, void *statement, void *)
{
    auto *prepared = static_cast<sqlite3_stmt *>(statement);
    const int steps = sqlite3_stmt_status(prepared, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
    if (steps > fewSteps) {
        const QMutexLocker lock(&mutex);
        int &most = stepsOfScans[sqlite3_sql(prepared)];
        most = std::max(most, steps);
    }
    return 0;
}

extern "C" int watchConnection(sqlite3 *connection, char **, const struct sqlite3_api_routines *)
{
    sqlite3_trace_v2(connection, SQLITE_TRACE_PROFILE, noteStatement, nullptr);
    return SQLITE_OK;
}

/// Lines of the plan that go through a table itself, rather than through an index in its order or a result of the statement's own.
QStringList wholeTables(db::Connection &connection, const QByteArray &sql)
{
    // A virtual table is an index of its own; names in brackets and capitals are parts of the statement.
    static const QRegularExpression scan(QStringLiteral("^SCAN (\\S+)$"));
    QStringList found;
    auto plan = db::run(connection, QStringLiteral("EXPLAIN QUERY PLAN ") + QString::fromUtf8(sql));
    if (!plan)
        return {}; // about a temporary table of the connection that ran it
    while (plan->next()) {
        const QString line = plan->value(3).toString();
        const auto match = scan.match(line);
        if (!match.hasMatch())
            continue;
        const QString name = match.captured(1);
        // An alias is resolved by looking for "table alias" or "table AS alias" in the statement.
        const QRegularExpression use(QStringLiteral("\\b(?:FROM|JOIN|,)\\s+(?:main\\.)?(\\w+)(?:\\s+AS)?\\s+%1\\b").arg(QRegularExpression::escape(name)), QRegularExpression::CaseInsensitiveOption);
        const auto alias = use.match(QString::fromUtf8(sql));
        const QString table = alias.hasMatch() ? alias.captured(1) : name;
        const auto isTable = db::single(connection, QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = ? AND sql NOT LIKE 'CREATE VIRTUAL%'"), {table});
        if (isTable && isTable->toInt() > 0)
            found << line + QStringLiteral(" (") + table + u')';
    }
    return found;
}

} // namespace

class TestQueryPlans : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        // From now on every connection of this process is watched from its opening.
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(watchConnection));
        m_theme = std::make_unique<Theme>(*qApp, ColourScheme::Light);
        m_path = m_folder.filePath(QStringLiteral("plans.rolecall"));
        auto made = db::Workspace::create(m_path);
        QVERIFY(made);
        const Outcome filled = tests::fill((*made)->connection(), {.applicants = applicants, .secondReviewer = true});
        QVERIFY2(filled, filled ? "" : qPrintable(filled.error().text()));
    }
    void cleanupTestCase()
    {
        sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(watchConnection));
        m_theme.reset();
    }

    void aScanIsSeen()
    {
        auto workspace = db::Workspace::open(m_path, db::Access::ReadOnly);
        QVERIFY(workspace);
        forget();
        const QString sql = QStringLiteral("SELECT count(*) FROM application WHERE outcome_reason = 'nothing'");
        QVERIFY(db::single((*workspace)->connection(), sql));
        const QMutexLocker lock(&mutex);
        QVERIFY(stepsOfScans.contains(sql.toUtf8()));
        QCOMPARE(wholeTables((*workspace)->connection(), sql.toUtf8()).size(), 1);
    }

    void everyPage()
    {
        auto workspace = db::Workspace::open(m_path, db::Access::ReadWrite);
        QVERIFY(workspace);
        forget();
        MemorySettings settings;
        auto window = std::make_unique<MainWindow>(settings);
        auto session = std::make_unique<Session>(std::move(*workspace));
        auto desk = std::make_unique<Desk>(*session, *window, *m_theme);
        window->show();
        QList<PageId> pages{PageId::Today, PageId::Search, PageId::People, PageId::Calendar, PageId::Reports, PageId::Import, PageId::Settings, PageId::Help};
        pages = rolePages() + pages;
        int opened = 0;
        for (const PageId page : std::as_const(pages)) {
            if (!window->hasPage(page))
                continue;
            QVERIFY(window->open(page, isRolePage(page) ? QVariantMap{{roleArgument, qint64(1)}} : QVariantMap()));
            QTest::qWait(150);
            window->currentPage()->activate();
            QTest::qWait(50);
            ++opened;
        }
        QVERIFY(opened >= 10);
        settle(*session);
        QHash<QByteArray, int> seen;
        {
            const QMutexLocker lock(&mutex);
            seen = stepsOfScans;
        }
        QStringList bad;
        for (auto it = seen.cbegin(); it != seen.cend(); ++it) {
            const QStringList tables = wholeTables(session->connection(), it.key());
            if (!tables.isEmpty())
                bad << QStringLiteral("%1 steps, %2: %3").arg(it.value()).arg(tables.join(QStringLiteral("; ")), QString::fromUtf8(it.key()));
        }
        desk.reset();
        window.reset();
        QVERIFY2(bad.isEmpty(), qPrintable(QStringLiteral("Tables read from end to end:\n") + bad.join(u'\n')));
    }

private:
    static void forget()
    {
        const QMutexLocker lock(&mutex);
        stepsOfScans.clear();
    }

    /// What was asked of the reader before this has been answered after it.
    void settle(Session &session)
    {
        bool answered = false;
        session.reader().ask<int>(
            this, [](db::Connection &) { return Result<int>(1); }, [&answered](Result<int>) { answered = true; });
        QTRY_VERIFY_WITH_TIMEOUT(answered, 30'000);
    }

    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestQueryPlans)
#include "tst_query_plans.moc"
