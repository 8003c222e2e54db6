// SPDX-License-Identifier: GPL-3.0-or-later
// What the window offers for a damaged and an encrypted workspace, and the backups and the log in Settings.
#include "app/example/example_workspace.h"
#include "app/log/event_log.h"
#include "app/sealing/sealed_copies.h"
#include "app/workspaces.h"
#include "db/roles.h"
#include "ui/application/program.h"
#include "ui/application/settings_file.h"
#include "ui/pages/settings/backup_panel.h"
#include "ui/pages/settings/log_panel.h"
#include "ui/pages/welcome/rescue_panel.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <sqlite3.h>

using namespace rolecall;
using namespace rolecall::ui;

namespace {

QDateTime morning()
{
    return QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
}

} // namespace

class TestSafetyPanels : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;

    QString path(const QString &name) const { return m_folder.filePath(name); }
    static QByteArray bytesOf(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QPushButton *button(QWidget *where, const QString &text)
    {
        const auto all = where->findChildren<QPushButton *>();
        for (QPushButton *one : all) {
            if (one->text() == text && one->isVisibleTo(where))
                return one;
        }
        return nullptr;
    }
    QString damaged(const QString &name)
    {
        QFile file(path(name));
        const QByteArray bytes = QByteArray(8192, '\0') + bytesOf(path(QStringLiteral("example.rolecall"))).mid(8192);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(*qApp, ColourScheme::Light);
        QVERIFY(app::makeExample(path(QStringLiteral("example.rolecall"))));
    }
    void cleanupTestCase() { m_theme.reset(); }

    void aDamagedWorkspaceIsRecovered()
    {
        const QString file = damaged(QStringLiteral("Hiring.rolecall"));
        const QByteArray before = bytesOf(file);
        SettingsFile settings(path(QStringLiteral("damaged.json")));
        Program program(settings, *m_theme, morning);
        program.start(file);
        QTRY_VERIFY(program.window()->findChild<RescuePanel *>() && program.window()->findChild<RescuePanel *>()->isVisible());
        const auto recover = [&program] { return button(program.window()->findChild<RescuePanel *>(), QStringLiteral("Recover into a new workspace")); };
        QTRY_VERIFY(recover());
        recover()->click();
        QTRY_VERIFY_WITH_TIMEOUT(program.session(), 30'000);
        QCOMPARE(program.session()->path(), path(QStringLiteral("Hiring recovered.rolecall")));
        QCOMPARE(db::roleSummaries(program.session()->connection())->size(), 2);
        QVERIFY(program.window()->messages().current()->text.contains(QStringLiteral("46 applicants")));
        QCOMPARE(bytesOf(file), before);
    }

    void damageInTheMiddleIsFoundWhileItIsOpen()
    {
        const QString file = path(QStringLiteral("Middle.rolecall"));
        QVERIFY(QFile::copy(path(QStringLiteral("example.rolecall")), file));
        sqlite3 *handle = nullptr;
        QCOMPARE(sqlite3_open_v2(QFile::encodeName(file).constData(), &handle, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
        sqlite3_stmt *leaf = nullptr;
        // Neither the first nor the last of its table, which are looked at when the file is opened.
        QCOMPARE(sqlite3_prepare_v2(handle, "SELECT pageno, pgsize FROM dbstat WHERE name = 'change' AND pagetype = 'leaf' ORDER BY path LIMIT 1 OFFSET 2", -1, &leaf, nullptr), SQLITE_OK);
        QCOMPARE(sqlite3_step(leaf), SQLITE_ROW);
        const qint64 place = (sqlite3_column_int64(leaf, 0) - 1) * sqlite3_column_int64(leaf, 1);
        sqlite3_finalize(leaf);
        sqlite3_close(handle);
        {
            QFile bytes(file);
            QVERIFY(bytes.open(QIODevice::ReadWrite) && bytes.seek(place) && bytes.write(QByteArray(64, 'x')) == 64);
        }
        SettingsFile settings(path(QStringLiteral("middle.json")));
        Program program(settings, *m_theme, morning);
        program.start(file);
        QTRY_VERIFY(program.session());
        const auto said = [&program] { return program.window()->messages().current() && program.window()->messages().current()->text.contains(QStringLiteral("the file is damaged")); };
        QTRY_VERIFY_WITH_TIMEOUT(said(), 30'000);
        const auto rescue = program.window()->messages().current()->actions.first().run;
        rescue();
        QTRY_VERIFY(program.window()->findChild<RescuePanel *>() && program.window()->findChild<RescuePanel *>()->isVisible());
        QVERIFY(!program.session());
    }

    void aBackupIsMadeAndTakenBack()
    {
        const QString file = path(QStringLiteral("backed.rolecall"));
        QVERIFY(QFile::copy(path(QStringLiteral("example.rolecall")), file));
        SettingsFile settings(path(QStringLiteral("backed.json")));
        app::BackupRule rule;
        rule.folder = path(QStringLiteral("kept"));
        rememberBackupRule(settings, rule);
        Program program(settings, *m_theme, morning);
        program.start(file);
        QTRY_VERIFY(program.session());
        program.window()->open(PageId::Settings, {{QStringLiteral("section"), QStringLiteral("backups")}});
        auto *panel = program.window()->findChild<BackupPanel *>();
        QVERIFY(panel);
        button(panel, QStringLiteral("Back up now"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(button(panel, QStringLiteral("Restore")), 30'000);
        QVERIFY(app::renameReviewer(program.session()->connection(), program.session()->reviewer(), QStringLiteral("Somebody Else")));
        button(panel, QStringLiteral("Restore"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(program.window()->messages().current() && program.window()->messages().current()->text.contains(QStringLiteral("kept as backed before")), 30'000);
        QVERIFY(program.session() && program.session()->path() == file);
        QVERIFY(program.session()->reviewerName() != QStringLiteral("Somebody Else"));
        QCOMPARE(rememberedBackupRule(settings).folder, rule.folder);
    }

    void anEncryptedCopyWaitsForItsPassphrase()
    {
        const QString sealed = path(QStringLiteral("Stick.rolecall-encrypted"));
        QVERIFY(app::sealFile(path(QStringLiteral("example.rolecall")), sealed, "orbit lemon", nullptr, app::leastSealCost()));
        SettingsFile settings(path(QStringLiteral("sealed.json")));
        Program program(settings, *m_theme, morning);
        program.start(sealed);
        QTRY_VERIFY(program.window()->findChild<RescuePanel *>() && program.window()->findChild<RescuePanel *>()->isVisible());
        auto *panel = program.window()->findChild<RescuePanel *>();
        QTRY_VERIFY(button(panel, QStringLiteral("Decrypt and open")));
        QPushButton *open = button(panel, QStringLiteral("Decrypt and open"));
        QVERIFY(!open->isEnabled());
        panel->findChild<QLineEdit *>()->setText(QStringLiteral("wrong"));
        open->click();
        const auto said = [panel](const QString &words) {
            const auto labels = panel->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
        };
        QTRY_VERIFY(said(QStringLiteral("not the right one")));
        panel->findChild<QLineEdit *>()->setText(QStringLiteral("orbit lemon"));
        open->click();
        QTRY_VERIFY(program.session());
        QCOMPARE(db::roleSummaries(program.session()->connection())->size(), 2);
        const QString made = program.session()->path();
        QVERIFY(made.endsWith(QStringLiteral("Stick.rolecall")));
        program.createWorkspace(path(QStringLiteral("other.rolecall")));
        QTest::qWait(50);
        QVERIFY(QFile::remove(made));
    }

    void theLogIsShownAndCopied()
    {
        const QString file = path(QStringLiteral("rolecall.log"));
        app::EventLog(file).write(app::EventLog::Kind::Problem, QStringLiteral("SQLite reported 13"));
        LogPanel panel(file);
        panel.show();
        auto *text = panel.findChild<QPlainTextEdit *>();
        QVERIFY(!text->isVisible());
        button(&panel, QStringLiteral("Show the log"))->click();
        QVERIFY(text->isVisible() && text->toPlainText().contains(QStringLiteral("SQLite reported 13")));
        button(&panel, QStringLiteral("Copy"))->click();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("SQLite reported 13")));
        button(&panel, QStringLiteral("Hide the log"))->click();
        QVERIFY(!text->isVisible());
    }
};

QTEST_MAIN(TestSafetyPanels)
#include "tst_safety_panels.moc"
