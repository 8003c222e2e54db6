// SPDX-License-Identifier: GPL-3.0-or-later
// The list shown while a weight moves is the one that is stored; by hand never without a reason; what is previewed is written.
#include "tests/support/sample_workspace.h"

#include "app/history/history.h"
#include "app/shortlist/explanation.h"
#include "app/shortlist/live_ranking.h"
#include "app/shortlist/rule.h"
#include "ui/shell/local_printing.h"
#include "ui/item_roles.h"
#include "ui/pages/shortlist/export_panel.h"
#include "ui/pages/shortlist/firmness_panel.h"
#include "ui/pages/shortlist/frozen_panel.h"
#include "ui/pages/shortlist/reason_bar.h"
#include "ui/pages/shortlist/rule_panel.h"
#include "ui/pages/shortlist/shortlist_list.h"
#include "ui/pages/shortlist/shortlist_page.h"
#include "ui/theme/theme.h"
#include "ui/translations.h"
#include "ui/widgets/tab_strip.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QProcess>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>
#include <QTextEdit>
#include <QtPrintSupport/QPrinter>

using namespace rolecall;
using namespace rolecall::ui;

namespace {

using Line = std::tuple<qint64, int, int, qint64>;

QList<Line> linesOf(const QList<app::ShortlistEntry> &entries)
{
    QList<Line> lines;
    for (const app::ShortlistEntry &entry : entries)
        lines << Line{entry.application.number(), entry.rank.value_or(0), int(entry.placement), entry.standing.usefulScore.value_or(-1)};
    return lines;
}

} // namespace

class TestShortlistPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::SampleWorkspace> m_sample;
    std::unique_ptr<ShortlistPage> m_page;
    QList<db::ApplicationId> m_people;

    void compareWithStored(const app::ShortlistView &live, const app::ShortlistSize &size)
    {
        const auto stored = app::shortlist(m_sample->connection(), m_sample->role(), size);
        QVERIFY(stored.has_value());
        QCOMPARE(linesOf(live.entries), linesOf(stored->entries));
        QCOMPARE(linesOf(live.nearMisses), linesOf(stored->nearMisses));
        QCOMPARE(linesOf(live.takenOff), linesOf(stored->takenOff));
        QCOMPARE(live.nearMissCount, stored->nearMissCount);
        QCOMPARE(live.gates.through, stored->gates.through);
        QCOMPARE(live.gates.open, stored->gates.open);
        QCOMPARE(live.gates.below, stored->gates.below);
    }
    QStringList names(ShortlistSection section)
    {
        QStringList list;
        for (int i = 0; i < m_page->model().rowCount(); ++i) {
            const auto person = m_page->model().personAt(m_page->model().index(i));
            if (person && person->section == section)
                list << m_page->model().index(i).data().toString();
        }
        return list;
    }
    void choose(const QString &name)
    {
        for (int i = 0; i < m_page->model().rowCount(); ++i) {
            if (m_page->model().index(i).data().toString() == name) {
                m_page->view().setCurrentIndex(m_page->model().index(i));
                m_page->view().setFocus();
                return;
            }
        }
        QFAIL(qPrintable(name));
    }

private Q_SLOTS:
    void init()
    {
        m_sample = std::make_unique<test::SampleWorkspace>();
        // Three necessary qualities, then three useful ones.
        m_people = m_sample->addPeople({{2, 2, 2, 3, 0, 0}, {3, 2, 2, 0, 2, 2}, {2, 2, 2, 0, 0, 3}, {1, 2, 3, 3, 3, 3}, {2, 2, 1, 0, 1, 0}, {2, 2, -1, 3, 3, 3}, {2, 2, 2, 0, 0, 3}});
        m_page = std::make_unique<ShortlistPage>(m_sample->session());
        m_page->resize(1000, 700);
        m_page->navigateTo({{roleArgument, m_sample->role().number()}});
        m_page->activate();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_COMPARE(names(ShortlistSection::On).value(0), QStringLiteral("Person 1"));
    }
    void cleanup()
    {
        m_page.reset();
        m_sample.reset();
    }

    void whatIsShown()
    {
        QCOMPARE(names(ShortlistSection::On), (QStringList{QStringLiteral("Person 1"), QStringLiteral("Person 0"), QStringLiteral("Person 2"), QStringLiteral("Person 6")}));
        QCOMPARE(names(ShortlistSection::NearMiss), (QStringList{QStringLiteral("Person 3"), QStringLiteral("Person 4")}));
        choose(QStringLiteral("Person 3"));
        QVERIFY(m_page->view().currentIndex().data(DetailRole).toString().contains(QStringLiteral("time series")));
        QCOMPARE(m_page->model().index(2).data(RankRole).toInt(), 2); // three share the second place
        QCOMPARE(m_page->model().index(4).data(RankRole).toInt(), 2);
    }

    void liveIsWhatWouldBeStored()
    {
        QAbstractItemModelTester tester(&m_page->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const db::Quality last = m_sample->qualities().last();
        RuleSlider *slider = m_page->rule().sliderOf(last.id);
        QVERIFY(slider);
        const auto before = db::changes(m_sample->connection(), {}, 1)->first().id;
        slider->slider().setSliderDown(true);
        for (int weight : {2, 3, 5, 8})
            slider->slider().setValue(weight);
        // Shown at once, nothing stored.
        QCOMPARE(names(ShortlistSection::On).first(), QStringLiteral("Person 2"));
        QCOMPARE(m_sample->qualities().last().weight, 1);
        QCOMPARE(db::changes(m_sample->connection(), {}, 1)->first().id, before);
        const QStringList shown = names(ShortlistSection::On);
        const auto live = app::LiveRanking::read(m_sample->connection(), m_sample->role());
        QVERIFY(live.has_value());
        const app::ShortlistView view = (*live)->rank(m_page->rule().shown(), {});
        slider->slider().setSliderDown(false);
        QCOMPARE(m_sample->qualities().last().weight, 8);
        QCOMPARE(db::changes(m_sample->connection(), {}, 1)->first().id.number(), before.number() + 1); // one change
        compareWithStored(view, {});
        QTest::qWait(50);
        QCOMPARE(names(ShortlistSection::On), shown);
        m_sample->session().apply(app::undo(m_sample->connection()));
        QTRY_COMPARE(names(ShortlistSection::On).first(), QStringLiteral("Person 1"));
        QCOMPARE(slider->value(), 1);
    }

    void liveWithHandsAndSizes()
    {
        test::SampleWorkspace::must(app::placeByHand(m_sample->connection(), m_people.at(3), app::Placement::On, QStringLiteral("known work")));
        test::SampleWorkspace::must(app::placeByHand(m_sample->connection(), m_people.at(1), app::Placement::Off, QStringLiteral("moved away")));
        test::SampleWorkspace::must(app::placeByHand(m_sample->connection(), m_people.at(6), app::Placement::On, QStringLiteral("to be sure")));
        const auto live = app::LiveRanking::read(m_sample->connection(), m_sample->role());
        QVERIFY(live.has_value());
        for (const std::optional<int> top : {std::optional<int>(), std::optional(1), std::optional(2), std::optional(50)})
            compareWithStored((*live)->rank(m_sample->qualities(), {top, 200, -1}), {top, 200, -1});
        auto changed = m_sample->qualities();
        changed[0].threshold = 1;
        changed[4].weight = 9;
        const app::ShortlistView view = (*live)->rank(changed, {});
        test::SampleWorkspace::must(app::setQualityThreshold(m_sample->connection(), changed.at(0).id, 1));
        test::SampleWorkspace::must(app::weighQuality(m_sample->connection(), changed.at(4).id, 9));
        compareWithStored(view, {});
    }

    void aThousandAnew()
    {
        QList<QList<int>> levels;
        for (int i = 0; i < 1000; ++i)
            levels << QList<int>{2 + i % 2, 2, 2, i % 4, i / 4 % 4, i / 16 % 4};
        // Standings alone are what is ranked; so they are written without reviews.
        auto scope = db::ChangeScope::begin(m_sample->connection(), {QStringLiteral("test"), QStringLiteral("Many"), {}, m_sample->role()});
        const auto stage = db::stages(m_sample->connection(), m_sample->role())->first().id;
        const app::Rule rule = app::ruleOf(m_sample->qualities());
        for (int i = 0; i < levels.size(); ++i) {
            db::Candidate candidate;
            candidate.name = QStringLiteral("Many %1").arg(i);
            db::Application application;
            application.role = m_sample->role();
            application.candidate = *db::insertCandidate(m_sample->connection(), candidate);
            application.stage = stage;
            application.stageSince = m_sample->connection().now();
            std::vector<qint32> units;
            for (const int level : levels.at(i))
                units.push_back(level * db::levelUnit);
            db::Standing standing = app::standingOf(rule, units);
            standing.application = *db::insertApplication(m_sample->connection(), application);
            QVERIFY(db::writeStanding(m_sample->connection(), m_sample->role(), standing).has_value());
        }
        QVERIFY(scope->commit().has_value());
        const auto live = app::LiveRanking::read(m_sample->connection(), m_sample->role());
        QVERIFY(live.has_value());
        QCOMPARE((*live)->size(), 1007);
        auto changed = m_sample->qualities();
        QElapsedTimer timer;
        timer.start();
        for (int weight = 0; weight < 8; ++weight) {
            changed.last().weight = weight;
            const app::ShortlistView view = (*live)->rank(changed, {{}, 100, 400});
            m_page->model().setView(view, 1000);
            QCOMPARE(view.entries.size(), 400);
            QVERIFY(std::is_sorted(view.entries.begin(), view.entries.end(), [](const app::ShortlistEntry &a, const app::ShortlistEntry &b) { return app::standsBefore(a.standing, b.standing); }));
        }
        qInfo("1,007 applicants ranked and shown anew in %.2f ms", double(timer.nsecsElapsed()) / 8e6);
    }

    void byHandNeedsAReason()
    {
        choose(QStringLiteral("Person 1"));
        QTest::keyClick(&m_page->view(), Qt::Key_Delete);
        QVERIFY(m_page->reason().isVisible());
        QLineEdit &field = m_page->reason().field();
        QTest::keyClick(&field, Qt::Key_Return);
        QTest::keyClicks(&field, QStringLiteral("   "));
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(m_page->reason().isVisible());
        QVERIFY(db::handPlacements(m_sample->connection(), m_sample->role())->isEmpty());
        QTest::keyClicks(&field, QStringLiteral("withdrew by telephone"));
        QTest::keyClick(&field, Qt::Key_Return);
        QVERIFY(!m_page->reason().isVisible());
        QTRY_COMPARE(names(ShortlistSection::TakenOff), QStringList{QStringLiteral("Person 1")});
        choose(QStringLiteral("Person 1"));
        QVERIFY(m_page->view().currentIndex().data(DetailRole).toString().contains(QStringLiteral("withdrew by telephone")));
        m_page->list().leaveToRule();
        QTRY_VERIFY(names(ShortlistSection::TakenOff).isEmpty());
        choose(QStringLiteral("Person 4"));
        QTest::keyClick(&m_page->view(), Qt::Key_Plus);
        QTest::keyClicks(&field, QStringLiteral("rare language"));
        QTest::keyClick(&field, Qt::Key_Return);
        QTRY_COMPARE(names(ShortlistSection::On).last(), QStringLiteral("Person 4"));
        QCOMPARE(m_page->view().currentIndex().data().toString(), QStringLiteral("Person 4")); // still chosen
    }

    void explained()
    {
        const auto why = app::explainShortlist(m_sample->connection(), m_people.at(0));
        QVERIFY(why.has_value());
        QCOMPARE(why->qualities.size(), 6);
        QCOMPARE(why->reviews, 1);
        QCOMPARE(why->hiddenReviews, 0);
        QCOMPARE(why->qualities.at(3).panelLevel, 3 * db::levelUnit);
        QCOMPARE(why->qualities.at(3).levels.first().reviewer, QStringLiteral("Ada Example"));
        QCOMPARE(why->qualities.at(3).postingRevision.value_or(0), 1);
        QCOMPARE(why->postingFile, QStringLiteral("steward.md"));
        // Somebody of the panel who has not reviewed yet sees that there is a review, not what it says.
        auto scope = db::ChangeScope::begin(m_sample->connection(), {QStringLiteral("reviewer"), QStringLiteral("Another"), {}});
        db::Reviewer other;
        other.name = QStringLiteral("Ben Beispiel");
        other.id = *db::insertReviewer(m_sample->connection(), other);
        QVERIFY(db::addToPanel(m_sample->connection(), m_sample->role(), other.id).has_value());
        QVERIFY(scope->commit().has_value());
        m_sample->connection().setReviewer(other.id);
        const auto hidden = app::explainShortlist(m_sample->connection(), m_people.at(0));
        QVERIFY(hidden.has_value());
        QCOMPARE(hidden->hiddenReviews, 1);
        QVERIFY(hidden->qualities.at(3).levels.isEmpty());
        QCOMPARE(hidden->qualities.at(3).panelLevel, db::unratedLevel);
    }

    void exportedAsPreviewed()
    {
        m_page->showExport();
        QTRY_COMPARE(m_page->exporting().preview().rowCount(), 4);
        QCOMPARE(m_page->exporting().preview().item(0, 1)->text(), QStringLiteral("Person 1"));
        QSignalSpy written(&m_page->exporting(), &ExportPanel::written);
        const QString path = m_sample->filePath(QStringLiteral("list.csv"));
        m_page->exporting().writeTo(path);
        QTRY_COMPARE(written.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto preview = app::shortlistCsvPreview(m_sample->connection(), m_sample->role(), m_page->exporting().options(), 20);
        QVERIFY(preview.has_value());
        QCOMPARE(file.readAll(), *preview);
    }

    void firmnessIsSeenInTheRows()
    {
        m_page->findChild<TabStrip *>()->setCurrentIndex(2);
        QTRY_VERIFY(m_page->model().index(1).data(ShortlistModel::HasSharesRole).toBool());
        QHash<QString, double> first;
        for (int i = 1; i <= m_page->model().shown(); ++i) {
            const double share = m_page->model().index(i).data(ShortlistModel::ShareRole).toDouble();
            QVERIFY(share >= 0 && share <= 1);
            first.insert(m_page->model().index(i).data().toString(), share);
        }
        QTRY_VERIFY(m_page->firmness().text().toPlainText().contains(QStringLiteral("seed 1")));
        m_page->firmness().seed().setValue(2);
        QTRY_VERIFY(m_page->firmness().text().toPlainText().contains(QStringLiteral("seed 2")));
        m_page->firmness().seed().setValue(1);
        QTRY_VERIFY(m_page->firmness().text().toPlainText().contains(QStringLiteral("seed 1")));
        for (int i = 1; i <= m_page->model().shown(); ++i)
            QCOMPARE(m_page->model().index(i).data(ShortlistModel::ShareRole).toDouble(), first.value(m_page->model().index(i).data().toString()));
    }

    void aListIsFrozenAndComparedByKeyboard()
    {
        m_page->findChild<TabStrip *>()->setCurrentIndex(3);
        QTest::keyClicks(&m_page->frozen().name(), QStringLiteral("First round"));
        QTest::keyClick(&m_page->frozen().name(), Qt::Key_Return);
        QTRY_COMPARE(m_page->frozen().choice().count(), 1);
        QTRY_VERIFY(m_page->frozen().text().toPlainText().contains(QStringLiteral("it is the same list")));
        QVERIFY(m_page->frozen().text().toPlainText().contains(QStringLiteral("The list is the same now.")));
        test::SampleWorkspace::must(app::placeByHand(m_sample->connection(), m_people.at(1), app::Placement::Off, QStringLiteral("moved abroad")));
        Q_EMIT m_sample->session().changed(app::Area::Shortlist, m_sample->role(), {});
        QTRY_VERIFY(m_page->frozen().text().toPlainText().contains(QStringLiteral("taken off by hand: moved abroad")));
        QVERIFY(m_page->frozen().text().toPlainText().contains(QStringLiteral("Person 1 left")));
    }

    void everyFormatIsWritten()
    {
        const QList<std::tuple<ExportFormat, QString, QByteArray>> formats{{ExportFormat::Spreadsheet, QStringLiteral("list.xlsx"), "PK"},
                                                                           {ExportFormat::RecordHtml, QStringLiteral("record.html"), "<!DOCTYPE html>"},
                                                                           {ExportFormat::RecordPdf, QStringLiteral("record.pdf"), "%PDF-"}};
        for (const auto &[format, name, beginning] : formats) {
            m_page->exporting().setFormat(format);
            QSignalSpy written(&m_page->exporting(), &ExportPanel::written);
            const QString path = m_sample->filePath(name);
            m_page->exporting().writeTo(path);
            QTRY_COMPARE(written.size(), 1);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY2(bytes.startsWith(beginning), qPrintable(name));
            if (format == ExportFormat::RecordHtml)
                QVERIFY(bytes.contains("Person 1"));
        }
    }

    void theRecordIsPrinted()
    {
        std::shared_ptr<QPrinter> printer = localPrinter();
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(m_sample->filePath(QStringLiteral("printed.pdf")));
        QSignalSpy printed(&m_page->exporting(), &ExportPanel::printed);
        m_page->exporting().printOn(printer);
        QTRY_COMPARE(printed.size(), 1);
        QVERIFY(printed.first().first().toInt() >= 1);
        printer.reset(); // the last page goes to the file with it
        QFile file(m_sample->filePath(QStringLiteral("printed.pdf")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().trimmed().endsWith("%%EOF"));
    }

    void theCommandLineWritesRecords()
    {
        const auto record = [&](const QString &name, const QStringList &more) {
            QProcess program;
            QStringList arguments{QStringLiteral("shortlist"), QStringLiteral("record"), m_sample->session().path(), QStringLiteral("1"), QStringLiteral("--output"), m_sample->filePath(name)};
            program.start(QStringLiteral(ROLECALL_EXECUTABLE), arguments + more);
            return program.waitForFinished() ? program.exitCode() : -1;
        };
        QCOMPARE(record(QStringLiteral("blind.html"), {QStringLiteral("--blind"), QStringLiteral("--top"), QStringLiteral("1")}), 0);
        QFile page(m_sample->filePath(QStringLiteral("blind.html")));
        QVERIFY(page.open(QIODevice::ReadOnly));
        const QByteArray html = page.readAll();
        QVERIFY(!html.contains("Person "));
        QVERIFY(!html.contains("example.org</"));
        QCOMPARE(record(QStringLiteral("a.pdf"), {}), 0);
        QFile pdf(m_sample->filePath(QStringLiteral("a.pdf")));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");
        QCOMPARE(record(QStringLiteral("a.doc"), {}), 1);
        QVERIFY(!QFile::exists(m_sample->filePath(QStringLiteral("a.doc"))));
    }

    void pluralsAreWords()
    {
        installTranslations();
        QCOMPARE(RolePage::tr("%Ln applicant(s)", nullptr, 1), QStringLiteral("1 applicant"));
        QCOMPARE(RolePage::tr("%Ln applicant(s)", nullptr, 7), QStringLiteral("7 applicants"));
        QVERIFY(!m_page->RolePage::subtitle().contains(QStringLiteral("(s)")));
    }

    void aNearMissSaysInItsRowWhatItMisses()
    {
        m_page->resize(700, 600);
        QTest::qWait(10);
        const QModelIndex usual = m_page->model().index(1);
        QModelIndex miss;
        for (int i = 0; i < m_page->model().rowCount(); ++i) {
            const auto person = m_page->model().personAt(m_page->model().index(i));
            if (person && person->section == ShortlistSection::NearMiss)
                miss = m_page->model().index(i);
        }
        QVERIFY(miss.isValid());
        QVERIFY(m_page->view().visualRect(miss).height() > m_page->view().visualRect(usual).height());
    }

    void theListHasTheFocus()
    {
        QCOMPARE(m_page->focusProxy(), &m_page->view());
    }

    void theSizeCutsTheList()
    {
        auto *size = m_page->rule().findChild<QSpinBox *>();
        QVERIFY(size);
        size->setValue(1);
        QCOMPARE(names(ShortlistSection::On).size(), 1);
        Q_EMIT size->editingFinished();
        QCOMPARE(db::role(m_sample->connection(), m_sample->role())->shortlistSize.value_or(0), 1);
    }
};

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Theme theme(application, ColourScheme::Light);
    TestShortlistPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_shortlist_page.moc"
