// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/desk.h"

#include "app/agenda/closing.h"
#include "app/log/event_log.h"
#include "app/roles/role_editing.h"
#include "db/roles.h"
#include "ui/pages/agreement/agreement_page.h"
#include "ui/pages/applicants/applicants_page.h"
#include "ui/pages/calendar/calendar_page.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/history/history_page.h"
#include "ui/pages/import/import_page.h"
#include "ui/pages/matrix/matrix_page.h"
#include "ui/pages/people/people_page.h"
#include "ui/pages/posting/posting_page.h"
#include "ui/pages/reports/reports_page.h"
#include "ui/pages/review/review_page.h"
#include "ui/pages/schedule/schedule_page.h"
#include "ui/pages/search/search_page.h"
#include "ui/pages/settings/backup_panel.h"
#include "ui/pages/settings/log_panel.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/shortlist/shortlist_page.h"
#include "ui/pages/today/today_page.h"
#include "ui/session/document_process.h"
#include "ui/session/file_check.h"
#include "ui/shell/file_choice.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/progress_strip.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

namespace rolecall::ui {

namespace {

/// No posting is larger; what is larger is something else, chosen by mistake.
constexpr qint64 largestPosting = 16LL * 1024 * 1024;

} // namespace

Desk::Desk(Session &session, MainWindow &window, Theme &theme, const app::Clock &clock, Notify notify, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_theme(theme)
    , m_feed(session, nullptr, clock)
    , m_backups(new BackupKeeper(session, window.settings(), this))
    , m_check(new FileCheck(session, this))
    , m_texts(session, ownDocumentProcess())
{
    registerPages();
    connectMessages();
    m_navigation = new Navigation(session, m_feed, window, this);
    window.addPaletteProvider([this](const QString &) { return roleEntries(m_window, *m_navigation); });
    auto *search = new PaletteSearch(session, window, this);
    window.addPaletteProvider([search](const QString &query) { return search->entries(query); });
    connect(search, &PaletteSearch::found, &window, &MainWindow::refreshPalette);
    const auto showReviewer = [this] { m_window.setReviewer(m_session.isReadOnly() ? tr("opened to read only") : tr("you: %1").arg(m_session.reviewerName())); };
    connect(&session, &Session::reviewerChanged, this, showReviewer);
    showReviewer();
    const QString name = QFileInfo(session.path()).completeBaseName();
    window.setWorkspaceName(session.isReadOnly() ? tr("%1 (read only)").arg(name) : name);
    m_reminding = new Reminding(session, m_feed, std::move(notify), this);
    connect(m_reminding, &Reminding::dayChanged, this, &Desk::closePassedRoles);
    if (const QString missed = m_reminding->missed(); !missed.isEmpty())
        window.messages().warning(missed, {{tr("Show"), [this] { m_window.open(PageId::Calendar); }}});
    closePassedRoles();
}

void Desk::beginBackups()
{
    m_backups->schedule();
    m_check->schedule();
}

void Desk::registerPages()
{
    m_window.registerPage(PageId::Today, [this] {
        auto *page = new TodayPage(m_session, m_feed);
        connect(page, &TodayPage::postingsWanted, this, [this] { chooseFiles(&m_window, tr("Add roles from postings"), postingFilter(), [this](const QStringList &paths) { addRoles(paths); }); });
        return page;
    });
    m_window.registerPage(PageId::Posting, [this] { return new PostingPage(m_session); });
    m_window.registerPage(PageId::Review, [this] { return new ReviewPage(m_session, m_window.settings()); });
    m_window.registerPage(PageId::Shortlist, [this] { return new ShortlistPage(m_session); });
    m_window.registerPage(PageId::History, [this] { return new HistoryPage(m_session); });
    m_window.registerPage(PageId::Applicants, [this] { return new ApplicantsPage(m_session, m_window.settings()); });
    m_window.registerPage(PageId::Matrix, [this] { return new MatrixPage(m_session, m_window.settings()); });
    m_window.registerPage(PageId::Agreement, [this] { return new AgreementPage(m_session); });
    m_window.registerPage(PageId::Compare, [this] { return new ComparePage(m_session); });
    m_window.registerPage(PageId::Search, [this] { return new SearchPage(m_session, m_texts); });
    m_window.registerPage(PageId::Schedule, [this] { return new SchedulePage(m_session, [this] { return m_feed.now(); }, m_feed.zone()); });
    m_window.registerPage(PageId::Calendar, [this] { return new CalendarPage(m_session, [this] { return m_feed.now(); }, m_feed.zone()); });
    m_window.registerPage(PageId::Import, [this] { return new ImportPage(m_session); });
    m_window.registerPage(PageId::Reports, [this] { return new ReportsPage(m_session, [this] { return m_feed.now(); }); });
    m_window.registerPage(PageId::People, [this] { return new PeoplePage(m_session, m_window.settings()); });
    m_window.registerPage(PageId::Settings, [this] {
        auto *page = new SettingsPage(m_session, m_theme);
        auto *backups = new BackupPanel(m_session, *m_backups);
        connect(backups, &BackupPanel::restoreWanted, this, &Desk::restoreWanted);
        page->addSection(QStringLiteral("backups"), backups);
        page->addSection(QStringLiteral("log"), new LogPanel(app::EventLog::usualPath()));
        return page;
    });
}

void Desk::connectMessages()
{
    connect(&m_session, &Session::failed, this, &Desk::sayError);
    connect(&m_session, &Session::reported, this, [this](const QString &message, bool canUndo) {
        if (message.isEmpty())
            m_window.messages().outdate();
        else if (canUndo)
            m_window.messages().success(message, {{tr("Undo"), [this] { m_session.undo(); }}});
        else
            m_window.messages().info(message);
    });
    connect(m_backups, &BackupKeeper::failed, this, [this](const Error &error) {
        m_window.messages().warning(error.text(), {{tr("Backups"), [this] { m_window.open(PageId::Settings, {{QStringLiteral("section"), QStringLiteral("backups")}}); }}});
    });
    connect(m_check, &FileCheck::damageFound, this, [this](const QStringList &findings) {
        const Error error{tr("Looking through the workspace"), QDir::toNativeSeparators(m_session.path()), tr("the file is damaged (%1)").arg(findings.first()),
                          tr("Recover it into a new file, or restore a backup")};
        m_window.messages().failure(error.text(), {{tr("Recover or restore…"), [this, text = error.text()] { Q_EMIT rescueWanted(text); }}});
    });
    connect(&m_window, &MainWindow::undoRequested, &m_session, &Session::undo);
    connect(&m_window, &MainWindow::redoRequested, &m_session, &Session::redo);
    m_window.undoAction()->setEnabled(!m_session.isReadOnly());
    m_window.redoAction()->setEnabled(!m_session.isReadOnly());
    auto *strip = new ProgressStrip;
    m_window.addFootWidget(strip);
    connect(&m_session, &Session::workStarted, strip, [strip](const QString &title, bool cancellable) { strip->start(title, cancellable); });
    connect(&m_session, &Session::workProgressed, strip, &ProgressStrip::setFraction);
    connect(&m_session, &Session::workEnded, strip, &ProgressStrip::finish);
    connect(strip, &ProgressStrip::cancelled, &m_session, &Session::cancelWork);
}

void Desk::sayError(const Error &error)
{
    m_window.messages().failure(error.text());
}

void Desk::closePassedRoles()
{
    if (m_session.isReadOnly())
        return;
    const auto closed = app::closePassedRoles(m_session.connection(), m_feed.today());
    if (!closed)
        return sayError(closed.error());
    if (closed->isEmpty())
        return;
    const bool one = closed->size() == 1;
    QStringList titles;
    for (const db::PassedClosing &role : *closed)
        titles << role.title;
    const QString message = one ? tr("%1 takes no more applications: they closed on %2").arg(titles.first(), QLocale().toString(closed->first().closed, QLocale::LongFormat))
                                : tr("%1 roles take no more applications, their closing dates have passed: %2").arg(titles.size()).arg(titles.mid(0, 3).join(QStringLiteral("; ")));
    Q_EMIT m_session.changed(app::Area::Roles | app::Area::Dates, one ? closed->first().role : db::RoleId(), {});
    Q_EMIT m_session.reported(message, one);
}

void Desk::openFirstPage()
{
    m_window.open(PageId::Today);
}

void Desk::takeFiles(const QStringList &paths)
{
    // Whoever looks at Import means applicants, whatever the files are called; before there is a role a text is a posting.
    const auto roles = db::roleSummaries(m_session.connection());
    const bool allAreApplicants = m_window.place().page == PageId::Import && roles && !roles->isEmpty();
    QStringList postings, applicants, others;
    for (const QString &path : paths) {
        if (path.endsWith(QLatin1String(".ics"), Qt::CaseInsensitive)) {
            m_window.open(PageId::Calendar, {{QStringLiteral("calendar"), path}});
            continue;
        }
        const FileUse use = fileUse(path);
        const bool isApplicants = use == FileUse::Table || use == FileUse::Applicants || (allAreApplicants && use != FileUse::Workspace);
        (isApplicants ? applicants : use == FileUse::Posting ? postings : others) << path;
    }
    if (!postings.isEmpty())
        addRoles(postings);
    QVariantMap arguments{{QStringLiteral("files"), applicants}};
    if (const QVariant role = m_window.place().arguments.value(roleArgument); role.isValid())
        arguments.insert(roleArgument, role); // who looks at a role means this one
    if (!applicants.isEmpty() && !m_window.open(PageId::Import, arguments))
        others << applicants;
    if (!others.isEmpty())
        m_window.messages().warning(tr("Rolecall cannot take %1 here: a posting is text, Markdown or HTML; pictures and other files of applicants are dropped on Import").arg(QFileInfo(others.first()).fileName()));
}

void Desk::addRoles(const QStringList &paths)
{
    QList<QPair<QString, QByteArray>> files;
    for (const QString &path : paths) {
        QFile file(path);
        const QString name = QFileInfo(path).fileName();
        if (!file.open(QIODevice::ReadOnly))
            return sayError({tr("Reading the posting"), name, file.errorString(), tr("Check the permissions of the file")});
        if (file.size() > largestPosting)
            return sayError({tr("Reading the posting"), name, tr("it is too large for a posting"), tr("Choose the text of the posting alone")});
        files.append({name, file.readAll()});
    }
    const auto added = app::addRolesFromPostings(m_session.connection(), files);
    if (!added) {
        sayError(added.error());
        return;
    }
    m_session.apply(Result<app::Done>(added->done));
    if (added->roles.isEmpty())
        return;
    const QVariantMap arguments{{roleArgument, added->roles.first().number()}};
    for (const PageId page : rolePages()) {
        if (m_window.open(page, arguments))
            break;
    }
}

} // namespace rolecall::ui
