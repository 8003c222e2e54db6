// SPDX-License-Identifier: GPL-3.0-or-later
// How the page reads and shows; what its keys do is in review_acts.cpp.
#include "ui/pages/review/review_page.h"

#include "db/quality_ratings.h"
#include "ui/pages/review/criteria_pane.h"
#include "ui/pages/review/documents_pane.h"
#include "ui/pages/review/queue_pane.h"
#include "ui/session/session.h"
#include "ui/shell/window_settings.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_room.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QSplitter>
#include <QTemporaryDir>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

const QString splitterKey = QStringLiteral("review/splitter");
constexpr int progressDelay = 250; // milliseconds
constexpr int lackingDelay = 1500; // all my reviews are looked at for it: not while keys are pressed
constexpr int loadingDelay = 120;  // before "Reading the documents" is said

} // namespace

ReviewPage::ReviewPage(Session &session, WindowSettings &settings, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_settings(settings)
    , m_shelf(session)
{
    m_progressTimer.setSingleShot(true);
    m_progressTimer.setInterval(progressDelay);
    m_lackingTimer.setSingleShot(true);
    m_lackingTimer.setInterval(lackingDelay);
    connect(&m_lackingTimer, &QTimer::timeout, this, &ReviewPage::readLacking);
    m_loadingTimer.setSingleShot(true);
    m_loadingTimer.setInterval(loadingDelay);
    makePanes();
    connectPanes();
    connect(&m_progressTimer, &QTimer::timeout, this, &ReviewPage::readProgress);
    connect(&m_loadingTimer, &QTimer::timeout, this, [this] {
        if (!m_file)
            m_documents->showLoading();
    });
    connect(&m_session, &Session::changed, this, &ReviewPage::noteChange);
    connect(&m_session, &Session::reviewerChanged, this, [this] { noteChange(app::Area::Reviewers | app::Area::Applications, {}, {}); });
    connect(&m_shelf, &DocumentShelf::ready, this, &ReviewPage::showFile);
    connect(&m_shelf, &DocumentShelf::failed, this, [this](db::ApplicationId application, const QString &message) {
        if (application != m_application)
            return;
        m_loadingTimer.stop();
        m_documents->showProblem(message);
    });
}

ReviewPage::~ReviewPage() = default;

void ReviewPage::makePanes()
{
    m_queue = new QueuePane(m_session);
    m_documents = new DocumentsPane;
    m_criteria = new CriteriaPane;
    m_splitter = new QSplitter;
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_queue);
    m_splitter->addWidget(m_documents);
    m_splitter->addWidget(m_criteria);
    keepRoom(*m_queue, 192, Room::Least);
    keepRoom(*m_documents, 232, Room::Least);
    m_criteria->setMinimumWidth(296);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 6);
    m_splitter->setStretchFactor(2, 4);
    if (const QByteArray state = m_settings.value(splitterKey); state.isEmpty() || !m_splitter->restoreState(state))
        m_splitter->setSizes({210, 540, 390});
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_settings.setValue(splitterKey, m_splitter->saveState()); });

    m_empty = new EmptyState({}, {});
    m_toPosting = new QAction(tr("Go to the posting"), this);
    m_toImport = new QAction(tr("Import applicants"), this);
    m_retry = new QAction(tr("Try again"), this);
    connect(m_toPosting, &QAction::triggered, this, [this] { Q_EMIT placeRequested({PageId::Posting, {{roleArgument, m_role.id.number()}}}); });
    connect(m_toImport, &QAction::triggered, this, [this] { Q_EMIT placeRequested({PageId::Import, {{roleArgument, m_role.id.number()}}}); });
    connect(m_retry, &QAction::triggered, this, &ReviewPage::read);

    m_stack = new QStackedWidget;
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
}

void ReviewPage::navigateTo(const QVariantMap &arguments)
{
    if (const db::RoleId role(arguments.value(roleArgument).toLongLong()); role.isValid() && role != m_role.id) {
        m_wantedRole = role;
        m_stale = true;
    }
    if (arguments.value(QStringLiteral("toConfirm")).toBool()) {
        m_wantsToConfirm = true;
        m_stale = true;
    }
    if (arguments.value(QStringLiteral("lacking")).toBool()) {
        m_wantsLacking = true;
        m_stale = true;
    }
    if (const db::ApplicationId application(arguments.value(QStringLiteral("application")).toLongLong()); application.isValid()) {
        m_wanted = application;
        m_wantedPlace = arguments.contains(QStringLiteral("document")) ? arguments : QVariantMap();
        if (!m_stale)
            queueLoaded();
    }
}

void ReviewPage::activate()
{
    if (m_stale)
        read();
    if (m_stack->currentWidget() == m_splitter && !isAncestorOf(QApplication::focusWidget()))
        m_criteria->setFocus(Qt::OtherFocusReason);
}

void ReviewPage::read()
{
    const db::RoleId id = m_wantedRole.isValid() ? m_wantedRole : m_role.id;
    const auto role = db::role(m_session.connection(), id);
    const auto qualities = role ? db::qualities(m_session.connection(), id) : tl::unexpected(role.error());
    if (!qualities) {
        showEmpty(tr("The role cannot be shown"), qualities.error().text(), m_retry);
        return;
    }
    m_stale = false;
    if (m_role.id != role->id) {
        m_pass.reset();
        m_application = {};
        m_shelf.forget({});
    }
    m_wantedRole = {};
    m_role = *role;
    m_qualities = *qualities;
    m_criteria->setQualities(m_qualities, m_role.levelLabels);
    if (m_qualities.isEmpty()) {
        showEmpty(tr("There is nothing to rate against"), tr("The posting's necessary and useful qualities are the criteria of a review."), m_toPosting);
    } else {
        if (m_pass && std::none_of(m_qualities.cbegin(), m_qualities.cend(), [this](const db::Quality &quality) { return quality.id == m_pass->quality; }))
            m_pass.reset();
        m_criteria->showOnly(m_pass ? m_pass->quality : db::QualityId());
        m_queue->setPassShown(m_pass);
        m_queue->model().setRole(m_role.id, int(m_qualities.size()));
        m_queue->model().setPass(m_pass);
        if (std::exchange(m_wantsToConfirm, false)) {
            m_application = {}; // from the first of them
            m_queue->showToConfirmOnly();
        }
        m_queue->model().reload();
    }
    m_progressTimer.start();
    readToConfirm();
    readLacking();
    Q_EMIT headerChanged();
}

void ReviewPage::queueLoaded()
{
    ReviewQueueModel &model = m_queue->model();
    if (model.rowCount() == 0 && !model.isFiltered()) {
        showEmpty(tr("Nobody has applied yet"), tr("Applicants are reviewed here one by one, beside their documents."), m_toImport);
        return;
    }
    m_stack->setCurrentWidget(m_splitter);
    const db::ApplicationId wanted = m_wanted.isValid() ? std::exchange(m_wanted, {}) : m_application;
    if (wanted.isValid() && (model.rowOf(wanted) >= 0 || wanted != m_application)) {
        m_queue->setCurrent(wanted);
        openApplication(wanted);
    } else if (model.rowCount() > 0) {
        m_queue->setCurrent(model.applicationAt(0));
        openApplication(model.applicationAt(0));
    } else {
        m_application = {};
        m_file.reset();
        m_documents->showNobody();
        m_criteria->showNobody();
        m_criteria->notify(model.isToConfirm() ? tr("Nothing of yours waits to be confirmed any more.") : tr("You have submitted a review of everybody."));
    }
}

void ReviewPage::showEmpty(const QString &title, const QString &sentence, QAction *action)
{
    m_empty->setTexts(title, sentence);
    m_empty->setActions(action);
    m_stack->setCurrentWidget(m_empty);
}

void ReviewPage::openApplication(db::ApplicationId application)
{
    if (application == m_application && m_file) {
        showPlace();
        showSheet();
        return;
    }
    m_application = application;
    m_file.reset();
    if (!m_pass && !m_qualities.isEmpty())
        m_criteria->setCurrent(m_qualities.first().id);
    m_criteria->notify({});
    m_shelf.setRoom(m_documents->pageRoom(), devicePixelRatioF());
    showFile(application);
    if (!m_file)
        m_loadingTimer.start();
    // The next ones are read while this one is looked at.
    m_shelf.keep(QList<db::ApplicationId>{application} + m_queue->neighbours());
}

void ReviewPage::showFile(db::ApplicationId application)
{
    if (application != m_application)
        return;
    const ApplicantFilePtr file = m_shelf.file(application);
    if (file && file != m_file) {
        m_loadingTimer.stop();
        m_file = file;
        m_documents->showFile(file, m_shelf.firstPages(application));
        showPlace();
    }
    showSheet();
}

void ReviewPage::showPlace()
{
    if (m_wantedPlace.value(QStringLiteral("application")).toLongLong() != m_application.number())
        return;
    const QVariantMap place = std::exchange(m_wantedPlace, {});
    m_documents->showPlace(db::DocumentId(place.value(QStringLiteral("document")).toLongLong()), place.value(QStringLiteral("words")).toString(),
                           place.value(QStringLiteral("start")).toLongLong());
}

void ReviewPage::showSheet()
{
    const auto sheet = app::reviewSheet(m_session.connection(), m_application);
    if (!sheet) {
        m_criteria->showNobody();
        m_criteria->notify(sheet.error().text());
        return;
    }
    // Until it is known who may be shown, no evidence is: it may name the person.
    const ApplicantFilePtr file = m_file;
    m_criteria->showSheet(*sheet, [file](const QString &text) { return file ? file->safe(text) : QStringLiteral("…"); });
    sayLacking(*sheet);
}

void ReviewPage::readProgress()
{
    if (!m_role.id.isValid())
        return;
    m_session.reader().ask<db::ReviewProgress>(
        this, [role = m_role.id, reviewer = m_session.reviewer()](db::Connection &connection) { return db::reviewProgress(connection, role, reviewer); },
        [this](Result<db::ReviewProgress> progress) {
            if (!progress)
                return;
            m_progress = *progress;
            showProgress();
        });
    if (m_toConfirm > 0)
        readToConfirm();
    if (m_lacking > 0)
        m_lackingTimer.start();
}

/// Every rating of mine is looked at for it, so it is asked for when qualities changed, and while some wait.
void ReviewPage::readToConfirm()
{
    m_session.reader().ask<db::ReconfirmCounts>(
        this,
        [role = m_role.id, reviewer = m_session.reviewer()](db::Connection &connection) {
            return db::ownToConfirm(connection, reviewer).map([role](const QHash<db::RoleId, db::ReconfirmCounts> &counts) { return counts.value(role); });
        },
        [this, role = m_role.id](const Result<db::ReconfirmCounts> &counts) {
            if (!counts || role != m_role.id)
                return;
            m_toConfirm = counts->ratings;
            m_queue->setToConfirm(m_toConfirm);
            showProgress();
        });
}

/// Asked for when qualities changed, too: the change log says when each came.
void ReviewPage::readLacking()
{
    using Lacking = std::pair<QList<db::NewQuality>, int>;
    m_session.reader().ask<Lacking>(
        this,
        [role = m_role.id, reviewer = m_session.reviewer()](db::Connection &connection) -> Result<Lacking> {
            const auto added = db::newQualities(connection, role, reviewer);
            if (!added)
                return tl::unexpected(added.error());
            const auto reviews = db::reviewsLacking(connection, role, reviewer, *added);
            if (!reviews)
                return tl::unexpected(reviews.error());
            return Lacking{*added, *reviews};
        },
        [this, role = m_role.id](const Result<Lacking> &lacking) {
            if (!lacking || role != m_role.id)
                return;
            const bool isNews = lacking->first != m_newQualities;
            m_newQualities = lacking->first;
            m_lacking = lacking->second;
            m_queue->setLacking(m_newQualities, m_lacking);
            if (std::exchange(m_wantsLacking, false) && m_lacking > 0) {
                m_application = {}; // from the first of them
                m_queue->showLackingOnly();
            } else if (isNews && m_application.isValid()) {
                showSheet(); // says it; else what stands there, and may be said there, is left alone
            }
            showProgress();
        });
}

/// Why a submitted review is not whole any more, and the way to mend it.
void ReviewPage::sayLacking(const app::ReviewSheet &sheet)
{
    if (!sheet.own || !sheet.own->submittedAt)
        return;
    QStringList texts;
    for (const db::NewQuality &one : std::as_const(m_newQualities)) {
        const bool isRated = std::any_of(sheet.ratings.cbegin(), sheet.ratings.cend(), [&one](const db::Rating &rating) { return rating.quality == one.quality; });
        const auto quality = std::find_if(m_qualities.cbegin(), m_qualities.cend(), [&one](const db::Quality &other) { return other.id == one.quality; });
        if (!isRated && quality != m_qualities.cend() && *sheet.own->submittedAt < one.since)
            texts << quality->text;
    }
    if (texts.isEmpty())
        return;
    constexpr qsizetype longest = 80;
    const QString first = texts.first().size() > longest ? texts.first().left(longest) + u'…' : texts.first();
    m_criteria->notify(texts.size() == 1 ? tr("You submitted this before “%1” was asked for. Withdraw the review to rate it.").arg(first)
                                         : tr("You submitted this before “%1” and %2 more were asked for. Withdraw the review to rate them.").arg(first).arg(texts.size() - 1),
                       tr("Withdraw"), [this] { withdraw(); });
}

void ReviewPage::showProgress()
{
    const QLocale locale;
    QStringList parts{tr("%1 of %2 reviews submitted").arg(locale.toString(m_progress.submitted), locale.toString(m_progress.applications))};
    if (m_progress.drafts > 0)
        parts << tr("%1 in draft").arg(locale.toString(m_progress.drafts));
    if (m_toConfirm > 0)
        parts << (m_toConfirm == 1 ? tr("1 rating to confirm again") : tr("%1 ratings to confirm again").arg(locale.toString(m_toConfirm)));
    if (m_lacking > 0)
        parts << (m_lacking == 1 ? tr("1 review lacks a new quality") : tr("%1 reviews lack a new quality").arg(locale.toString(m_lacking)));
    if (m_role.blind)
        parts << tr("blind");
    m_subtitle = parts.join(QStringLiteral(" · "));
    Q_EMIT headerChanged();
}

void ReviewPage::noteChange(app::Areas areas, db::RoleId role, db::ApplicationId application)
{
    if (role.isValid() && role != m_role.id)
        return;
    if (areas & (app::Area::Applications | app::Area::Documents | app::Area::Roles)) {
        m_shelf.forget(application);
        if (!application.isValid() || application == m_application)
            m_file.reset();
    }
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    m_progressTimer.start();
    if (areas & (app::Area::Roles | app::Area::Qualities)) {
        read();
        return;
    }
    if (areas & app::Area::Applications)
        m_queue->model().reload();
    else
        m_queue->model().refresh(application);
    if (m_application.isValid() && !m_rating && (!application.isValid() || application == m_application))
        showFile(m_application);
}

void ReviewPage::showEvent(QShowEvent *event)
{
    qApp->installEventFilter(this);
    Page::showEvent(event);
}

void ReviewPage::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    Page::hideEvent(event);
}

bool ReviewPage::eventFilter(QObject *watched, QEvent *event)
{
    // Keys mean the same wherever the focus is on the page, except where something is being written.
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || m_stack->currentWidget() != m_splitter || !(widget == this || isAncestorOf(widget)))
        return false;
    const auto command = reviewCommand(*static_cast<QKeyEvent *>(event), widget->focusWidget() ? widget->focusWidget() : widget);
    if (!command)
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress)
        run(*command);
    return true;
}

} // namespace rolecall::ui
