// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/schedule_page.h"

#include "app/agenda/closing.h"
#include "app/agenda/deadline_editing.h"
#include "app/agenda/zoned_time.h"
#include "ui/delegates/row_delegates.h"
#include "ui/pages/calendar/proposal_panel.h"
#include "ui/pages/schedule/date_form.h"
#include "ui/pages/schedule/interview_form.h"
#include "ui/pages/schedule/question_panel.h"
#include "ui/pages/schedule/score_sheet.h"
#include "ui/session/session.h"
#include "ui/shell/file_choice.h"
#include "ui/theme/looks.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/month_view.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/column_scroll.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int nextHour = 10; // a new interview begins at ten

QString calendarIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    const QString path = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    return path.endsWith(QLatin1String(".ics"), Qt::CaseInsensitive) ? path : QString();
}

} // namespace

QList<CalendarBlock> calendarBlocks(const QList<ScheduleItem> &items, bool movable)
{
    QList<CalendarBlock> blocks;
    for (const ScheduleItem &item : items) {
        if (!item.day.isValid())
            continue;
        CalendarBlock block;
        block.key = item.key;
        block.day = item.day;
        block.startMinute = item.here.isValid() ? item.here.time().hour() * 60 + item.here.time().minute() : -1;
        block.minutes = item.minutes;
        block.text = item.interview ? QStringLiteral("%1 %2").arg(app::clockText(item.here.time()), item.applicant) : item.title;
        block.shortText = item.interview ? item.applicant : QString(); // its place tells the time
        block.hint = QStringLiteral("%1, %2, %3").arg(item.title, item.detail, item.markText);
        block.mark = item.mark;
        block.over = item.isOver();
        block.movable = movable && item.interview && item.interview->isOpen();
        blocks << block;
    }
    return blocks;
}

SchedulePage::SchedulePage(Session &session, app::Clock clock, QString zone, QWidget *parent)
    : RolePage(session, app::Area::Dates | app::Area::Roles | app::Area::Applications | app::Area::Qualities | app::Area::Ratings | app::Area::Reviewers, parent)
    , m_clock(std::move(clock))
    , m_zone(std::move(zone))
    , m_model(new ScheduleModel(this))
    , m_stack(new QStackedWidget)
    , m_mode(new QStackedWidget)
    , m_views(new TabStrip)
    , m_coverage(new TextLabel({}, TextSize::Small))
    , m_list(new QListView)
    , m_month(new MonthView)
    , m_empty(new EmptyState(tr("Nothing is on the schedule"), tr("Dates of the role and interviews with its applicants stand here, and in your calendar if you export them.")))
    , m_side(new ColumnScroll)
    , m_forms(new QStackedWidget)
    , m_interviewForm(new InterviewForm(session, m_clock))
    , m_dateForm(new DateForm(session))
    , m_proposals(new ProposalPanel(session))
    , m_score(new ScoreSheet(session))
    , m_questions(new QuestionPanel(session))
{
    setAcceptDrops(true);
    makeActions();
    m_overview = makeOverview();
    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_score);
    m_stack->addWidget(m_questions);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack);
    const auto back = [this] {
        m_stack->setCurrentWidget(m_overview);
        m_list->setFocus(Qt::OtherFocusReason);
    };
    connect(m_score, &ScoreSheet::closed, this, back);
    connect(m_questions, &QuestionPanel::closed, this, back);
    for (QWidget *form : {static_cast<QWidget *>(m_interviewForm), static_cast<QWidget *>(m_dateForm)})
        m_forms->addWidget(form);
    connect(m_interviewForm, &InterviewForm::closed, this, &SchedulePage::closeSide);
    connect(m_interviewForm, &InterviewForm::kept, this, &SchedulePage::planNext);
    connect(m_interviewForm, &InterviewForm::scoreWanted, this, &SchedulePage::score);
    connect(m_interviewForm, &InterviewForm::exportWanted, this, [this](db::InterviewId id) { exportCalendarTo(window(), this->session(), tr("Interview"), role(), id); });
    connect(m_dateForm, &DateForm::closed, this, &SchedulePage::closeSide);
    connect(m_dateForm, &DateForm::exportWanted, this, [this](db::DeadlineId id) { exportCalendarTo(window(), this->session(), m_dateForm->deadline().title, role(), {}, id); });
    connect(m_proposals, &ProposalPanel::closed, m_proposals, &QWidget::hide);
    connect(m_month, &MonthView::blockChosen, this, &SchedulePage::openKey);
    connect(m_month, &MonthView::blockOpened, this, &SchedulePage::openKey);
    connect(m_month, &MonthView::dayOpened, this, [this](const QDate &day) { planInterview({}, day); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { openKey(index.data(IdRole).toLongLong()); });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { openKey(index.data(IdRole).toLongLong()); });
    connect(m_views, &QTabBar::currentChanged, this, [this] { showItems(); });
}

void SchedulePage::makeActions()
{
    const auto add = [this](const QString &text, auto act) {
        auto *action = new QAction(text, this);
        connect(action, &QAction::triggered, this, act);
        return action;
    };
    m_plan = add(tr("Plan an interview"), [this] { planInterview(); });
    m_add = add(tr("Add a date"), [this] { addDate(); });
    m_question = add(tr("Questions"), [this] { showQuestions(); });
    m_export = add(tr("Export calendar"), [this] { exportCalendarTo(window(), session(), summary() ? summary()->role.title : tr("Role"), role()); });
    m_import = add(tr("Read a calendar file"), [this] { chooseFile(window(), tr("Read a calendar file"), calendarFilter(), [this](const QString &path) { m_proposals->read(path); }); });
    m_close = add(tr("Open for applications"), [this] {
        const bool closed = summary() && summary()->role.closedAt;
        session().apply(closed ? app::reopenRole(session().connection(), role()) : app::closeRole(session().connection(), role()));
    });
}

QList<QAction *> SchedulePage::actions() const
{
    return {m_plan, m_add, m_question};
}

QString SchedulePage::subtitle() const
{
    int interviews = 0, dates = 0;
    for (const ScheduleItem &item : m_items) {
        interviews += item.interview && item.interview->isOpen() ? 1 : 0;
        dates += item.deadline && item.deadline->state != u"done" ? 1 : 0;
    }
    QStringList parts{RolePage::subtitle()};
    if (dates > 0)
        parts << (dates == 1 ? tr("1 date") : tr("%1 dates").arg(dates));
    if (interviews > 0)
        parts << (interviews == 1 ? tr("1 interview to come") : tr("%1 interviews to come").arg(interviews));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QWidget *SchedulePage::makeOverview()
{
    m_views->addTab(tr("List"));
    m_views->addTab(tr("Month"));
    m_views->setAccessibleName(tr("How the schedule is shown"));
    m_coverage->setTextFormat(Qt::PlainText);
    m_coverage->setWordWrap(true);
    m_coverage->setContentsMargins(24, 4, 16, 8);
    m_coverage->setAccessibleName(tr("Necessary qualities that nobody assesses"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AgendaRowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Dates and interviews"));
    m_list->installEventFilter(this);
    m_mode->addWidget(m_list);
    m_mode->addWidget(m_month);
    m_mode->addWidget(m_empty);
    m_mode->setContentsMargins(8, 0, 8, 0); // with a row's own 16: the words stand under the title
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(12, 4, 12, 0);
    tabs->addWidget(m_views);
    tabs->addStretch(1);
    auto *more = new QPushButton(tr("More"));
    setLook(more, ButtonLook::Quiet);
    auto *menu = new QMenu(more);
    menu->addActions({m_close, m_export, m_import});
    more->setMenu(menu);
    tabs->addWidget(more);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tabs);
    column->addWidget(m_proposals);
    column->addWidget(m_coverage);
    column->addWidget(m_mode, 1);
    m_side->setWidget(m_forms);
    m_side->hide();
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(left);
    splitter->addWidget(m_side);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({560, 420});
    return splitter;
}

void SchedulePage::refresh(app::Areas)
{
    const auto items = scheduleItems(session().connection(), role(), m_clock(), m_zone);
    if (!items) {
        m_empty->setTexts(tr("The schedule could not be read"), items.error().text());
        m_mode->setCurrentWidget(m_empty);
        return;
    }
    m_items = *items;
    m_model->setItems(m_items);
    const auto gaps = app::coverageGaps(session().connection(), role()).value_or(QList<app::CoverageGap>());
    m_gaps = int(gaps.size());
    QStringList names;
    for (const app::CoverageGap &gap : gaps.mid(0, 3))
        names << tr("%1 (%2)").arg(gap.applicant, gap.uncovered.size() == 1 ? tr("1 necessary quality") : tr("%1 necessary qualities").arg(gap.uncovered.size()));
    if (gaps.size() > 3)
        names << tr("%1 more").arg(gaps.size() - 3);
    m_coverage->setText(tr("⚠ In the interviews nobody assesses everything necessary for %1").arg(names.join(QStringLiteral(", "))));
    m_coverage->setVisible(!gaps.isEmpty());
    const bool writable = !session().isReadOnly();
    m_plan->setEnabled(writable && summary() && summary()->applicants > 0);
    m_plan->setToolTip(summary() && summary()->applicants == 0 ? tr("Nobody has applied yet") : QString());
    m_add->setEnabled(writable);
    m_plan->isEnabled() ? m_empty->setActions(m_plan, m_add) : m_empty->setActions(m_add);
    m_close->setEnabled(writable);
    m_close->setText(summary() && summary()->role.closedAt ? tr("Open for applications") : tr("Close for applications"));
    m_export->setEnabled(!m_items.isEmpty());
    showItems();
    if (m_stack->currentWidget() == m_score)
        m_score->reload();
    if (m_stack->currentWidget() == m_questions)
        m_questions->reload();
    if (!m_wanted.isEmpty())
        openWanted();
    else if (m_openKey != 0 && m_stack->currentWidget() == m_overview) // a score sheet over it stays where it is
        itemOf(m_openKey) ? openKey(m_openKey) : closeSide(); // a form beside shows it as it is now
    Q_EMIT headerChanged();
}

void SchedulePage::showItems()
{
    const bool month = m_views->currentIndex() == 1;
    m_month->setToday(app::localTime(m_clock(), m_zone).date());
    m_month->setBlocks(calendarBlocks(m_items, false));
    m_mode->setCurrentWidget(month ? static_cast<QWidget *>(m_month) : m_items.isEmpty() ? static_cast<QWidget *>(m_empty) : m_list);
    if (!month && !m_items.isEmpty())
        focusList(*m_list);
}

void SchedulePage::roleChanged()
{
    closeSide();
    m_proposals->hide();
    m_stack->setCurrentWidget(m_overview);
    m_month->setCurrentDay(app::localTime(m_clock(), m_zone).date());
}

void SchedulePage::navigateTo(const QVariantMap &arguments)
{
    RolePage::navigateTo(arguments);
    m_wanted = arguments;
    m_wanted.remove(roleArgument);
    if (!m_wanted.isEmpty())
        readAnew();
}

void SchedulePage::openWanted()
{
    const QVariantMap wanted = std::exchange(m_wanted, {});
    if (const QVariant files = wanted.value(QStringLiteral("calendar")); files.isValid())
        m_proposals->read(files.toString());
    const db::InterviewId interview(wanted.value(QStringLiteral("interview")).toLongLong());
    if (interview.isValid() && wanted.value(QStringLiteral("score")).toBool())
        return score(interview);
    if (interview.isValid())
        return openKey(interviewKey(interview));
    if (const db::DeadlineId deadline(wanted.value(QStringLiteral("deadline")).toLongLong()); deadline.isValid())
        return openKey(deadlineKey(deadline));
    if (const db::ApplicationId application(wanted.value(QStringLiteral("application")).toLongLong()); application.isValid())
        return planInterview(application);
    QList<db::ApplicationId> applications;
    for (const QVariant &one : wanted.value(QStringLiteral("applications")).toList())
        applications << db::ApplicationId(one.toLongLong());
    if (!applications.isEmpty())
        planInterviews(applications);
}

const ScheduleItem *SchedulePage::itemOf(qint64 key) const
{
    const auto found = std::find_if(m_items.cbegin(), m_items.cend(), [key](const ScheduleItem &item) { return item.key == key; });
    return found == m_items.cend() ? nullptr : &*found;
}

void SchedulePage::openKey(qint64 key)
{
    const ScheduleItem *item = itemOf(key);
    if (!item)
        return;
    m_openKey = key;
    m_toPlan.clear();
    m_stack->setCurrentWidget(m_overview);
    m_list->setCurrentIndex(m_model->indexOfKey(key));
    m_month->setCurrentKey(key);
    if (item->deadline) {
        m_dateForm->edit(*item->deadline);
        showSide(m_dateForm);
    } else if (const auto plan = app::interviewPlan(session().connection(), item->interview->id)) {
        m_interviewForm->edit(role(), *plan);
        showSide(m_interviewForm);
    }
}

void SchedulePage::planInterviews(const QList<db::ApplicationId> &applications)
{
    m_toPlan = applications;
    const db::ApplicationId first = m_toPlan.takeFirst();
    const QList<db::ApplicationId> further = m_toPlan;
    planInterview(first);
    m_toPlan = further;
    m_interviewForm->setFurther(int(m_toPlan.size()));
}

/// The next of several begins where the one before ends, with the same people asking the same.
void SchedulePage::planNext(const app::InterviewPlan &kept)
{
    if (m_toPlan.isEmpty())
        return closeSide();
    app::InterviewPlan next = kept;
    next.interview.id = {};
    next.interview.uuid.clear();
    next.interview.application = m_toPlan.takeFirst();
    next.interview.localStart = kept.interview.localStart.addSecs(qint64(kept.interview.minutes) * 60);
    next.interview.note.clear();
    next.secondOfTwice = false;
    m_interviewForm->edit(role(), next);
    m_interviewForm->setFurther(int(m_toPlan.size()));
    m_interviewForm->focusFirst();
}

void SchedulePage::planInterview(db::ApplicationId application, const QDate &day)
{
    if (session().isReadOnly())
        return;
    m_toPlan.clear();
    app::InterviewPlan plan;
    plan.interview.application = application;
    const QDate when = day.isValid() ? day : app::localTime(m_clock(), m_zone).date().addDays(1);
    plan.interview.localStart = QDateTime(when, QTime(nextHour, 0), Qt::UTC);
    plan.interview.zone = m_zone;
    if (session().reviewer().isValid())
        plan.panel << session().reviewer();
    m_openKey = 0;
    m_stack->setCurrentWidget(m_overview);
    m_interviewForm->edit(role(), plan);
    showSide(m_interviewForm);
    m_interviewForm->focusFirst();
}

void SchedulePage::addDate(const QDate &day)
{
    if (session().isReadOnly())
        return;
    db::Deadline deadline;
    deadline.role = role();
    deadline.kind = QStringLiteral("other");
    if (day.isValid())
        deadline.date = day;
    m_openKey = 0;
    m_stack->setCurrentWidget(m_overview);
    m_dateForm->edit(deadline);
    showSide(m_dateForm);
    m_dateForm->focusFirst();
}

void SchedulePage::score(db::InterviewId id)
{
    const auto interview = db::interview(session().connection(), id);
    if (!interview) {
        session().apply(Outcome(tl::unexpected(interview.error())));
        return;
    }
    m_stack->setCurrentWidget(m_score);
    m_score->show(*interview);
}

void SchedulePage::showQuestions()
{
    m_stack->setCurrentWidget(m_questions);
    m_questions->setRole(role());
}

void SchedulePage::showSide(QWidget *form)
{
    // The other form does not lend its height.
    for (int i = 0; i < m_forms->count(); ++i)
        m_forms->widget(i)->setSizePolicy(QSizePolicy::Preferred, m_forms->widget(i) == form ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_forms->setCurrentWidget(form);
    m_side->show();
}

void SchedulePage::closeSide()
{
    m_openKey = 0;
    m_toPlan.clear();
    const bool hadFocus = m_side->isAncestorOf(window()->focusWidget());
    m_side->hide();
    if (hadFocus)
        (m_views->currentIndex() == 1 ? static_cast<QWidget *>(m_month) : m_list)->setFocus(Qt::OtherFocusReason);
}

void SchedulePage::act(int key)
{
    const ScheduleItem *item = itemOf(m_list->currentIndex().data(IdRole).toLongLong());
    if (!item || session().isReadOnly())
        return;
    db::Connection &connection = session().connection();
    if (key == Qt::Key_Space && item->deadline && item->deadline->state != u"done") {
        session().apply(app::setDeadlineState(connection, item->deadline->id, item->deadline->state == u"proposed" ? QStringLiteral("confirmed") : QStringLiteral("done")));
    } else if (key == Qt::Key_Space && item->interview && item->interview->isOpen()) {
        session().apply(app::setInterviewStatus(connection, item->interview->id, item->interview->status == u"confirmed" ? QStringLiteral("done") : QStringLiteral("confirmed")));
    } else if (key == Qt::Key_Delete) {
        session().apply(item->deadline ? app::removeDeadline(connection, *item->deadline) : app::removeInterview(connection, item->interview->id));
    }
}

bool SchedulePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space || key == Qt::Key_Delete) {
            act(key);
            return true;
        }
        if (key == Qt::Key_Insert) {
            addDate();
            return true;
        }
    }
    return RolePage::eventFilter(watched, event);
}

void SchedulePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!calendarIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SchedulePage::dropEvent(QDropEvent *event)
{
    if (const QString path = calendarIn(*event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        m_stack->setCurrentWidget(m_overview);
        m_proposals->read(path);
    }
}

} // namespace rolecall::ui
