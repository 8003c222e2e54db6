// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the applicants: editing the role's stages and writing to applicants; in Settings: the templates of both.
#include "app/history/history.h"
#include "app/messages/message_templates.h"
#include "app/pipeline/stage_templates.h"
#include "db/roles.h"
#include "tests/support/many_applicants.h"
#include "ui/models/stage_list_model.h"
#include "ui/pages/applicants/applicants_page.h"
#include "ui/pages/board/board_view.h"
#include "ui/pages/messages/message_panel.h"
#include "ui/pages/settings/message_template_section.h"
#include "ui/pages/settings/stage_template_section.h"
#include "ui/pages/stages/stage_editor.h"
#include "ui/pages/stages/stage_panel.h"
#include "ui/shell/window_settings.h"
#include "ui/widgets/text_label.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace rolecall;
using namespace rolecall::ui;

class TestStagePanels : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    MemorySettings m_settings;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ApplicantsPage> m_page;
    int m_number = 0;

    void open(const QString &prepare = {})
    {
        auto made = db::Workspace::create(m_folder.filePath(QStringLiteral("%1.rolecall").arg(++m_number)));
        QVERIFY2(made.has_value(), qPrintable(made ? QString() : made.error().text()));
        QVERIFY(tests::fill((*made)->connection(), {.applicants = 42}).has_value());
        QVERIFY(prepare.isEmpty() || db::runScript((*made)->connection(), prepare.toUtf8()).has_value());
        m_session = std::make_unique<Session>(std::move(*made));
        m_page = std::make_unique<ApplicantsPage>(*m_session, m_settings);
        m_page->resize(1200, 800);
        m_page->navigateTo({{roleArgument, qint64(1)}});
        m_page->activate();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    QString value(const QString &sql)
    {
        const auto found = db::single(m_session->connection(), sql);
        return found ? found->toString() : found.error().text();
    }
    QString stages() { return value(QStringLiteral("SELECT group_concat(name, ', ') FROM (SELECT name FROM stage ORDER BY position)")); }

private Q_SLOTS:
    void init() { m_settings = {}; }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void stagesAreEditedByKeyAndByDrag()
    {
        open();
        m_page->editStages();
        StageEditor &editor = m_page->stagePanel().editor();
        QAbstractItemModelTester tester(editor.view().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        editor.setCurrent(0);
        QTest::keyClick(&editor.view(), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(stages(), QStringLiteral("Interview, New, Offer"));
        QCOMPARE(editor.current(), 1); // the place goes along
        QTest::keyClick(&editor.view(), Qt::Key_F2);
        QTest::keyClicks(&editor.name(), QStringLiteral("Inbox"));
        QTest::keyClick(&editor.name(), Qt::Key_Return);
        QCOMPARE(stages(), QStringLiteral("Interview, Inbox, Offer"));
        // Dragged below the last one.
        const std::unique_ptr<QMimeData> dragged(editor.view().model()->mimeData({editor.view().model()->index(0, 0)}));
        editor.view().model()->dropMimeData(dragged.get(), Qt::MoveAction, 3, 0, {});
        QTRY_COMPARE(stages(), QStringLiteral("Inbox, Offer, Interview"));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM change")), QStringLiteral("3"));
        // A name that another one has is refused, and what holds is shown again.
        editor.setCurrent(0);
        editor.name().setText(QStringLiteral("offer"));
        Q_EMIT editor.name().editingFinished();
        QCOMPARE(stages(), QStringLiteral("Inbox, Offer, Interview"));
        QCOMPARE(editor.name().text(), QStringLiteral("Inbox"));
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_session->apply(app::undo(m_session->connection())));
        QCOMPARE(stages(), QStringLiteral("New, Interview, Offer"));
        QCOMPARE(editor.view().model()->index(0, 0).data().toString(), QStringLiteral("New"));
    }

    void removingAStageAsksWhereItsPeopleGo()
    {
        open();
        m_page->editStages();
        StagePanel &panel = m_page->stagePanel();
        const QString before = value(QStringLiteral("SELECT count(*) FROM application WHERE stage_id = 2"));
        panel.editor().setCurrent(1);
        QTest::keyClick(&panel.editor().view(), Qt::Key_Delete);
        QVERIFY(panel.question().isVisible());
        QCOMPARE(stages(), QStringLiteral("New, Interview, Offer")); // nothing yet
        panel.heir().setCurrentIndex(panel.heir().findText(QStringLiteral("Offer")));
        QTest::mouseClick(panel.question().findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(stages(), QStringLiteral("New, Offer"));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM application")), QStringLiteral("42"));
        QVERIFY(m_session->apply(app::undo(m_session->connection())));
        QCOMPARE(value(QStringLiteral("SELECT count(*) FROM application WHERE stage_id = 2")), before);
    }

    void aDraftGoesToTheMailProgramOnlyWhenAsked()
    {
        open();
        QList<QUrl> opened;
        m_page->messagePanel().setOpener([&opened](const QUrl &url) {
            opened << url;
            return true;
        });
        m_page->table()->selectRow(0);
        m_page->writeMessage();
        MessagePanel &panel = m_page->messagePanel();
        QTRY_COMPARE(panel.drafts().drafts.size(), 1);
        QVERIFY(opened.isEmpty());
        panel.openInMail();
        QCOMPARE(opened.size(), 1);
        QVERIFY(opened.first().toEncoded().startsWith("mailto:"));
        QVERIFY(value(QStringLiteral("SELECT title FROM change ORDER BY id DESC LIMIT 1")).startsWith(QStringLiteral("Drafted “Acknowledgement” for {applicant}")));
        // Too long for a link: it says what to do instead.
        db::MessageTemplate longer = app::messageTemplates(m_session->connection())->first();
        longer.body = QString(2500, u'x');
        QVERIFY(app::saveMessageTemplate(m_session->connection(), longer).has_value());
        m_page->writeMessage();
        QTRY_VERIFY(panel.drafts().drafts.size() == 1 && panel.drafts().drafts.first().body.size() == 2500);
        panel.openInMail();
        QCOMPARE(opened.size(), 1);
        const QDir folder(m_folder.filePath(QStringLiteral("out")));
        folder.mkpath(QStringLiteral("."));
        panel.saveIn(folder.path());
        QTRY_COMPARE(folder.entryList(QDir::Files).size(), 1);
        QTRY_VERIFY(!m_session->isBusy());
    }

    void nobodyHiddenIsWrittenTo()
    {
        open(QStringLiteral("UPDATE role SET blind = 1;"));
        m_page->showBoard(true);
        m_page->table()->selectAll();
        m_page->showBoard(false);
        m_page->writeMessage();
        MessagePanel &panel = m_page->messagePanel();
        QTRY_COMPARE(panel.drafts().leftOut.size(), 42);
        QVERIFY(panel.drafts().drafts.isEmpty());
        for (QLabel *label : panel.findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(QStringLiteral("Amara")) && !label->text().contains(QStringLiteral("@example.org")), qPrintable(label->text()));
        for (QPushButton *button : panel.findChildren<QPushButton *>())
            QVERIFY(!button->isEnabled() || !button->text().contains(QStringLiteral("mail program")));
    }

    void templatesAreEditedInSettings()
    {
        open();
        MessageTemplateSection messages(*m_session);
        connect(m_session.get(), &Session::changed, &messages, &MessageTemplateSection::read);
        messages.read();
        const QString before = messages.body().toPlainText();
        messages.body().setPlainText(QStringLiteral("Dear {nme}"));
        QVERIFY(messages.problem().text().contains(QStringLiteral("{nme}")));
        QVERIFY(!messages.save().isEnabled());
        messages.read(); // another change elsewhere: what is being typed stays
        QCOMPARE(messages.body().toPlainText(), QStringLiteral("Dear {nme}"));
        messages.body().setPlainText(QStringLiteral("Dear {name}"));
        QVERIFY(messages.save().isEnabled());
        messages.save().click();
        QCOMPARE(app::messageTemplates(m_session->connection())->first().body, QStringLiteral("Dear {name}"));
        QVERIFY(m_session->apply(app::undo(m_session->connection())));
        QCOMPARE(messages.body().toPlainText(), before);

        StageTemplateSection section(*m_session);
        connect(m_session.get(), &Session::changed, &section, &StageTemplateSection::read);
        section.read();
        const int steps = section.editor().view().model()->rowCount();
        Q_EMIT section.editor().added({QStringLiteral("Trial day"), QStringLiteral("test"), 3, true});
        QCOMPARE(section.editor().view().model()->rowCount(), steps + 1);
        const auto templates = app::stageTemplates(m_session->connection());
        QVERIFY(std::any_of(templates->cbegin(), templates->cend(), [](const db::StageTemplate &one) { return one.isDefault && one.steps.last().name == QLatin1String("Trial day"); }));
    }
};

QTEST_MAIN(TestStagePanels)
#include "tst_stage_panels.moc"
