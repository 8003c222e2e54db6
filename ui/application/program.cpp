// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/program.h"

#include "app/example/example_workspace.h"
#include "app/safety/recovery.h"
#include "app/sealing/sealed_copies.h"
#include "app/workspaces.h"
#include "db/backup.h"
#include "db/opening_check.h"
#include "ui/application/desk.h"
#include "ui/shell/file_choice.h"
#include "ui/application/settings_file.h"
#include "ui/pages/help/help_page.h"
#include "ui/pages/help/help_topics.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/session/backup_keeper.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/progress_strip.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMenu>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace rolecall::ui {

namespace {

Q_LOGGING_CATEGORY(program, "rolecall.program", QtFatalMsg)

} // namespace

Program::Program(SettingsFile &settings, Theme &theme, app::Clock clock)
    : m_settings(settings)
    , m_theme(theme)
    , m_clock(std::move(clock))
{
    makeActions();
    connect(&theme, &Theme::changed, this, [this] { rememberLooks(m_settings, m_theme); });
}

Program::~Program()
{
    if (m_maker) {
        m_making->cancel();
        m_maker->wait(); // a file is made whole or not at all
    }
    m_desk.reset();
    m_window.reset();
    m_session.reset();
}

void Program::makeActions()
{
    const auto add = [this](const QString &text, const QKeySequence &keys, auto act) {
        auto *action = new QAction(text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, act);
        m_fileActions << action;
        return action;
    };
    add(tr("New workspace…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { askNewWorkspace(); });
    add(tr("Open the example"), {}, [this] { openExample(); });
    add(tr("Open a workspace…"), QKeySequence(Qt::CTRL | Qt::Key_O), [this] { askWorkspace(); });
    m_recent = std::make_unique<QMenu>(tr("Open recent"));
    m_recent->setToolTipsVisible(true);
    m_fileActions << m_recent->menuAction();
    m_copy = add(tr("Save a copy…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { askCopy(); });
    m_restore = add(tr("Restore a backup…"), {}, [this] { m_window->open(PageId::Settings, {{QStringLiteral("section"), QStringLiteral("backups")}}); });
    add(tr("Open an encrypted copy…"), {}, [this] { askOpenSealed(); });
    m_close = add(tr("Close the workspace"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W), [this] { closeWorkspace(); });
    m_fileActions << nullptr;
    add(tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { m_window->close(); });
}

void Program::makeWindow()
{
    m_window = std::make_unique<MainWindow>(m_settings);
    m_window->setFileActions(m_fileActions);
    connect(m_window.get(), &MainWindow::filesGiven, this, &Program::takeFiles);
    m_window->registerPage(PageId::Help, [] { return new HelpPage; });
    auto *help = new QAction(tr("Help on this page"), m_window.get());
    help->setShortcut(QKeySequence::HelpContents);
    m_window->addAction(help);
    connect(help, &QAction::triggered, m_window.get(), [window = m_window.get()] {
        if (window->place().page != PageId::Help)
            window->open(PageId::Help, {{topicArgument, helpTopicOf(window->place().page)}});
    });
    m_window->addPaletteProvider([this](const QString &) {
        QList<PaletteEntry> entries;
        for (QAction *action : m_recent->actions())
            entries.append({tr("Open %1").arg(QFileInfo(action->toolTip()).completeBaseName()), QFileInfo(action->toolTip()).path(), Icon::Document, [action] { action->trigger(); }});
        return entries;
    });
    for (QAction *action : {m_copy, m_restore, m_close})
        action->setEnabled(false);
    showRecent();
}

void Program::showRecent()
{
    m_recent->clear();
    const QStringList paths = recentWorkspaces(m_settings);
    for (const QString &path : paths) {
        if (m_session && m_session->path() == path)
            continue; // it is open here
        const QString name = QFileInfo(path).completeBaseName();
        const bool isAlone = std::none_of(paths.begin(), paths.end(), [&](const QString &other) { return other != path && QFileInfo(other).completeBaseName() == name; });
        QString text = isAlone ? name : tr("%1 in %2").arg(name, QFileInfo(path).dir().dirName());
        QAction *action = m_recent->addAction(text.replace(u'&', QStringLiteral("&&")));
        action->setToolTip(QDir::toNativeSeparators(path));
        // Opening makes this menu anew, which must not happen under the action's feet.
        connect(action, &QAction::triggered, this, [this, path] { openWorkspace(path); }, Qt::QueuedConnection);
    }
    m_recent->menuAction()->setEnabled(!m_recent->isEmpty());
}

void Program::start(const QString &path)
{
    makeWindow();
    m_window->show();
    QTimer::singleShot(0, this, [this, path] { begin(path); });
}

void Program::begin(const QString &path)
{
    if (!path.isEmpty())
        return openWorkspace(QFileInfo(path).absoluteFilePath());
    const QString last = lastWorkspace(m_settings);
    if (last.isEmpty() || !QFileInfo::exists(last))
        return showWelcome();
    openWorkspace(last);
}

void Program::freshWindow()
{
    if (!m_window->currentPage())
        return; // nothing was shown in it yet
    m_desk.reset();
    // The pages of the old window refer to the old session, and a button of them may have brought us here.
    std::unique_ptr<MainWindow> old = std::move(m_window);
    const QByteArray geometry = old->saveGeometry();
    makeWindow();
    m_window->restoreGeometry(geometry);
    m_window->show();
    old->disconnect(this);
    old->hide();
    old->deleteLater();
    if (m_session)
        m_session.release()->setParent(old.get()); // children go after what the window's own destructor takes
    static_cast<void>(old.release());
}

void Program::attach(std::unique_ptr<db::Workspace> workspace)
{
    m_session = std::make_unique<Session>(std::move(workspace));
    m_desk = std::make_unique<Desk>(*m_session, *m_window, m_theme, m_clock);
    for (QAction *action : {m_copy, m_restore, m_close})
        action->setEnabled(true);
    connect(m_desk.get(), &Desk::restoreWanted, this, [this](const QString &backup) { restoreBackup(backup, m_session->path()); }, Qt::QueuedConnection);
    connect(m_desk.get(), &Desk::rescueWanted, this, [this](const QString &problem) { showRescue(m_session->path(), problem); }, Qt::QueuedConnection);
    m_desk->beginBackups();
    qCInfo(program) << "Opened a workspace of" << QFileInfo(m_session->path()).size() << "bytes" << (m_session->isReadOnly() ? "to read" : "");
    rememberWorkspace(m_settings, m_session->path());
    showRecent();
    m_desk->openFirstPage();
}

void Program::openWorkspace(const QString &path, db::Access access)
{
    if (app::isSealed(path))
        return openSealed(path);
    // The backup before an upgrade takes its time where the file is large, so it is made apart from the window.
    constexpr qint64 large = 32LL * 1024 * 1024;
    if (access == db::Access::ReadWrite && QFileInfo(path).size() > large && db::hasOlderSchema(path)) {
        if (!m_window->currentPage())
            showWelcome();
        return runApart(
            tr("Upgrading %1").arg(QFileInfo(path).completeBaseName()),
            [path](app::Progress &) {
                const auto upgraded = app::openWorkspace(path, db::Access::ReadWrite);
                return upgraded ? Outcome() : Outcome(tl::unexpected(upgraded.error()));
            },
            [this, path] { openNow(path, db::Access::ReadWrite); }, [this, path](const Error &error) { refuse(path, error); });
    }
    openNow(path, access);
}

void Program::openNow(const QString &path, db::Access access)
{
    auto workspace = app::openWorkspace(path, access);
    if (!workspace)
        return refuse(path, workspace.error());
    freshWindow();
    attach(std::move(*workspace));
}

void Program::createWorkspace(const QString &path, const QStringList &thenTake)
{
    auto workspace = app::createWorkspace(path);
    if (!workspace)
        return refuse(path, workspace.error());
    freshWindow();
    attach(std::move(*workspace));
    if (!thenTake.isEmpty())
        m_desk->takeFiles(thenTake);
}

// Who has the file is in the error's words; reading beside a writer is always possible.
void Program::refuse(const QString &path, const Error &error)
{
    if (!m_window->currentPage())
        showWelcome();
    QList<MessageAction> actions;
    const auto holder = db::Workspace::holder(path);
    // Only for what was a workspace: a letter by mistake is answered by the message alone.
    if (!holder && db::fileState(path) == db::FileState::Damaged)
        return showRescue(path, error.text());
    // Also where the folder cannot be written to, or the file is somebody else's: what can be read is offered.
    if (holder || app::openWorkspace(path, db::Access::ReadOnly))
        actions.append({tr("Open read-only"), [this, path] { openWorkspace(path, db::Access::ReadOnly); }});
    if (holder && holder->isElsewhere())
        actions.append({tr("It is not open there"), [this, path] {
            if (const auto outcome = db::Workspace::releaseElsewhere(path); !outcome)
                m_window->messages().failure(outcome.error().text());
            else
                openWorkspace(path);
        }});
    qCWarning(program) << "A workspace could not be opened";
    if (!QFileInfo::exists(path))
        forgetWorkspace(m_settings, path);
    showRecent();
    m_window->messages().failure(error.text(), actions);
}

void Program::showRescue(QString path, const QString &problem)
{
    qCWarning(program) << "A workspace is damaged";
    freshWindow();
    showWelcome();
    m_welcome->rescue().showDamaged(path, problem, app::backupsByName(path, rememberedBackupRule(m_settings)));
}

void Program::askOpenSealed()
{
    chooseFile(m_window.get(), tr("Open an encrypted copy"), sealedFilter(), [this](const QString &path) { openSealed(path); });
}

void Program::openSealed(const QString &path)
{
    freshWindow();
    showWelcome();
    m_welcome->rescue().showSealed(path);
}

void Program::recover(const QString &damaged)
{
    const QString target = app::recoveredName(damaged);
    auto sentences = std::make_shared<QStringList>();
    runApart(
        tr("Recovering %1").arg(QFileInfo(damaged).completeBaseName()),
        [damaged, target, sentences](app::Progress &progress) {
            const auto recovered = app::recoverWorkspace(damaged, target, &progress);
            if (recovered)
                *sentences = recovered->sentences();
            return recovered ? Outcome() : Outcome(tl::unexpected(recovered.error()));
        },
        [this, target, sentences] {
            qCInfo(program) << "A damaged workspace was recovered";
            openWorkspace(target);
            m_window->messages().warning(sentences->join(u' '));
        });
}

void Program::restoreBackup(const QString &backup, const QString &path)
{
    if (m_session && m_session->path() == path) {
        freshWindow(); // lets go of the file
        showWelcome();
    }
    auto kept = std::make_shared<QString>();
    // The window that had it open is taken away first.
    QTimer::singleShot(0, this, [this, backup, path, kept] {
        runApart(
            tr("Restoring %1").arg(QFileInfo(path).completeBaseName()),
            [backup, path, kept](app::Progress &) {
                const auto restored = app::restoreBackup(backup, path, QDateTime::currentDateTimeUtc());
                *kept = restored.value_or(QString());
                return restored ? Outcome() : Outcome(tl::unexpected(restored.error()));
            },
            [this, path, kept] {
                qCInfo(program) << "A backup was restored";
                openWorkspace(path);
                m_window->messages().success(tr("Restored. What was there before is kept as %1").arg(QFileInfo(*kept).fileName()));
            });
    });
}

void Program::unseal(const QString &sealed, const QByteArray &passphrase)
{
    const QString target = freeWorkspacePath(QFileInfo(sealed).completeBaseName());
    runApart(
        tr("Decrypting %1").arg(QFileInfo(sealed).completeBaseName()),
        [sealed, target, passphrase](app::Progress &progress) {
            const auto unsealed = app::unsealFile(sealed, target, passphrase, &progress);
            return unsealed ? Outcome() : Outcome(tl::unexpected(unsealed.error().error));
        },
        [this, target] {
            openWorkspace(target);
            m_window->messages().success(tr("Saved as %1").arg(QDir::toNativeSeparators(target)));
        },
        [this](const Error &error) {
            if (m_welcome)
                m_welcome->rescue().showProblem(error.problem + QStringLiteral(". ") + error.remedy + u'.');
        });
}

void Program::runApart(const QString &title, std::function<Outcome(app::Progress &)> work, std::function<void()> done, std::function<void(const Error &)> failed)
{
    if (m_maker) {
        m_window->messages().failure(Error{title, {}, tr("another work is under way"), tr("Wait for it, or cancel it")}.text());
        return;
    }
    auto *strip = new ProgressStrip;
    m_window->addFootWidget(strip);
    strip->start(title);
    const auto progress = std::make_shared<app::Progress>();
    m_making = progress;
    connect(strip, &ProgressStrip::cancelled, this, [progress] { progress->cancel(); });
    auto *tick = new QTimer(strip);
    connect(tick, &QTimer::timeout, strip, [strip, progress] { strip->setFraction(progress->fraction()); });
    constexpr int tickMilliseconds = 100;
    tick->start(tickMilliseconds);
    auto outcome = std::make_shared<Outcome>();
    m_maker = QThread::create([work = std::move(work), progress, outcome] { *outcome = work(*progress); });
    connect(m_maker, &QThread::finished, this, [this, strip = QPointer<ProgressStrip>(strip), outcome, done = std::move(done), failed = std::move(failed)] {
        m_maker->deleteLater();
        m_maker = nullptr;
        if (strip) {
            strip->finish();
            strip->deleteLater();
        }
        if (*outcome)
            return done();
        qCWarning(program) << "Work on a file failed";
        if (failed)
            failed(outcome->error());
        else
            m_window->messages().failure(outcome->error().text());
    });
    m_maker->start();
}

void Program::showWelcome()
{
    m_window->registerPage(PageId::Welcome, [this] {
        auto *page = new WelcomePage(recentWorkspaces(m_settings));
        m_welcome = page;
        connect(&page->rescue(), &RescuePanel::recoverWanted, this, &Program::recover);
        connect(&page->rescue(), &RescuePanel::restoreWanted, this, &Program::restoreBackup);
        connect(&page->rescue(), &RescuePanel::unsealWanted, this, &Program::unseal);
        connect(&page->rescue(), &RescuePanel::otherBackupWanted, this, [this](const QString &path) {
            chooseFile(m_window.get(), tr("Restore a backup"), workspaceFilter(), [this, path](const QString &backup) { restoreBackup(backup, path); });
        });
        connect(page, &WelcomePage::postingsChosen, this, [this](const QStringList &paths) { askNewWorkspace(paths); });
        connect(page, &WelcomePage::workspaceChosen, this, [this](const QString &path) { openWorkspace(path); });
        connect(page, &WelcomePage::exampleWanted, this, &Program::openExample);
        connect(page, &WelcomePage::newWanted, this, [this] { askNewWorkspace(); });
        connect(page, &WelcomePage::openWanted, this, &Program::askWorkspace);
        return page;
    });
    m_window->setNavigation({{SideBarEntry::Kind::Page, tr("Welcome"), QVariant::fromValue(Place{PageId::Welcome, {}}), {}, Icon::Star, false},
                             {SideBarEntry::Kind::Page, pageName(PageId::Help), QVariant::fromValue(Place{PageId::Help, {}}), {}, Icon::Help, false}});
    m_window->open(PageId::Welcome);
}

void Program::askWorkspace()
{
    chooseFile(m_window.get(), tr("Open a workspace"), workspaceFilter(), [this](const QString &path) { openWorkspace(path); });
}

void Program::askNewWorkspace(const QStringList &thenTake)
{
    const QString name = thenTake.isEmpty() ? tr("Hiring") : QFileInfo(thenTake.first()).completeBaseName();
    chooseNewFile(m_window.get(), tr("New workspace"), workspaceFilter(), freeWorkspacePath(name), QStringLiteral("rolecall"),
                  [this, thenTake](const QString &path) { createWorkspace(path, thenTake); });
}

void Program::askCopy()
{
    const QString suggestion = freeWorkspacePath(tr("Copy of %1").arg(QFileInfo(m_session->path()).completeBaseName()));
    chooseNewFile(m_window.get(), tr("Save a copy"), workspaceFilter(), suggestion, QStringLiteral("rolecall"), [this](const QString &path) {
        m_session->run(tr("Saving a copy"), [path](db::Connection &connection, app::Progress &) -> Result<app::Done> {
            if (auto outcome = db::backUp(connection, path); !outcome)
                return tl::unexpected(outcome.error());
            return app::Done{tr("Saved a copy as %1").arg(QFileInfo(path).fileName()), {}, {}, {}, {}};
        });
    });
}

// A workspace of the person's own, made anew each time: whatever is tried in it harms nothing.
void Program::openExample()
{
    if (m_maker)
        return;
    const QString path = freeWorkspacePath(tr("Rolecall example"));
    runApart(
        tr("Making the example…"), [path](app::Progress &) { return app::makeExample(path); },
        [this, path] {
            openWorkspace(path);
            m_window->messages().info(tr("The example is yours to try things in: %1").arg(QDir::toNativeSeparators(path)));
        });
}

void Program::closeWorkspace()
{
    freshWindow();
    setLastWorkspace(m_settings, {});
    showWelcome();
}

void Program::takeFiles(const QStringList &paths)
{
    QStringList rest;
    for (const QString &path : paths) {
        if (fileUse(path) == FileUse::Workspace || fileUse(path) == FileUse::Sealed)
            return openWorkspace(path); // one at a time: the first that was given
        rest << path;
    }
    if (rest.isEmpty())
        return;
    if (m_desk)
        return m_desk->takeFiles(rest);
    if (fileUse(rest.first()) == FileUse::Posting)
        askNewWorkspace(rest);
    else
        m_window->messages().warning(tr("Begin with a posting, or open a workspace; applicants come after it"));
}

} // namespace rolecall::ui
