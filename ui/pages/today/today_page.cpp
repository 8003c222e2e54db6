// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/today_page.h"

#include "app/agenda/zoned_time.h"
#include "app/agenda/approximate_date.h"
#include "app/agenda/deadline_editing.h"
#include "app/interviews/interview_editing.h"
#include "db/packets.h"
#include "ui/models/schedule_words.h"
#include "ui/pages/today/agenda_row.h"
#include "ui/pages/today/due_data_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QAction>
#include <QEvent>
#include <QDir>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

/// More are counted in words: a day's page is read, not scrolled.
constexpr int mostRows = 60;
constexpr int readingWidth = 960;

} // namespace

TodayPage::TodayPage(Session &session, AgendaFeed &feed, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_feed(feed)
    , m_add(new QAction(tr("Add a role"), this))
    , m_retry(new QAction(tr("Try again"), this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState({}, {}))
    , m_blank(new QWidget)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget;
    m_rows = new QVBoxLayout(content);
    m_rows->setContentsMargins(16, 8, 16, 16);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    m_scroll = scroll;
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto *due = new DueDataBar(session);
    keepRoom(*due, readingWidth + 32, Room::Most);
    connect(due, &DueDataBar::lookWanted, this, [this] { Q_EMIT placeRequested({PageId::People, {{QStringLiteral("due"), true}}}); });
    whole->addWidget(due);
    whole->addLayout(m_stack, 1);
    m_stack->addWidget(m_blank);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    m_add->setEnabled(!session.isReadOnly());
    connect(m_add, &QAction::triggered, this, &TodayPage::postingsWanted);
    connect(m_retry, &QAction::triggered, &feed, &AgendaFeed::refresh);
    connect(&feed, &AgendaFeed::changed, this, [this] { showAgenda(*m_feed.latest()); });
    if (feed.latest())
        showAgenda(*feed.latest());
}

void TodayPage::showAgenda(const Result<app::Agenda> &agenda)
{
    m_subtitle.clear();
    if (!agenda) {
        m_empty->setTexts(tr("Today could not be read"), agenda.error().text());
        m_empty->setActions(m_retry);
        m_empty->setDropHint({});
        m_stack->setCurrentWidget(m_empty);
    } else if (agenda->isEmpty()) {
        const bool noRole = agenda->roles == 0;
        if (isPacket())
            m_empty->setTexts(tr("Everything is reviewed"), tr("This file is a packet: close it and send it back to whoever sent it to you. Your reviews are taken over from it. It lies at %1").arg(QDir::toNativeSeparators(m_session.path())));
        else
            m_empty->setTexts(noRole ? tr("Begin with a posting") : tr("Nothing waits for you"),
                          noRole ? tr("Its necessary and useful qualities become what applicants are read against.")
                                 : tr("Dates of your roles and reviews that wait for you appear here."));
        m_empty->setActions(noRole ? m_add : nullptr);
        m_empty->setDropHint(noRole && !m_session.isReadOnly() ? tr("or drop a posting anywhere in this window") : QString());
        m_stack->setCurrentWidget(m_empty);
    } else {
        m_subtitle = inWords(*agenda);
        fill(*agenda);
        m_stack->setCurrentWidget(m_scroll);
    }
    Q_EMIT headerChanged();
}

bool TodayPage::isPacket()
{
    if (!m_isPacket) {
        const auto info = db::packetInfo(m_session.connection());
        m_isPacket = info && info->has_value();
    }
    return *m_isPacket;
}

QString TodayPage::inWords(const app::Agenda &agenda)
{
    QStringList parts;
    if (const int overdue = agenda.overdue(); overdue > 0)
        parts << tr("%1 overdue").arg(QLocale().toString(overdue));
    if (const int soon = agenda.soon(); soon > 0)
        parts << tr("%1 in the coming week").arg(QLocale().toString(soon));
    if (!agenda.scores.isEmpty())
        parts << (agenda.scores.size() == 1 ? tr("1 score sheet waits for you") : tr("%1 score sheets wait for you").arg(agenda.scores.size()));
    int waiting = 0;
    bool more = false;
    for (const app::AgendaReview &review : agenda.reviews) {
        waiting += review.waiting;
        more = more || review.waiting >= app::mostWaiting;
    }
    if (more)
        parts << tr("more than %1 reviews wait for you").arg(QLocale().toString(waiting));
    else if (waiting > 0)
        parts << (waiting == 1 ? tr("1 review waits for you") : tr("%1 reviews wait for you").arg(QLocale().toString(waiting)));
    int again = 0;
    for (const app::AgendaConfirmation &confirmation : agenda.confirmations)
        again += confirmation.ratings;
    int lacking = 0;
    for (const app::AgendaConfirmation &confirmation : agenda.confirmations)
        lacking += confirmation.lacking;
    if (lacking > 0)
        parts << (lacking == 1 ? tr("1 review lacks a new quality") : tr("%1 reviews lack a new quality").arg(QLocale().toString(lacking)));
    if (again > 0)
        parts << (again == 1 ? tr("1 rating to confirm again") : tr("%1 ratings to confirm again").arg(QLocale().toString(again)));
    if (isPacket())
        parts << tr("a packet: submit your reviews, then send the file back");
    return parts.join(QStringLiteral(" · "));
}

void TodayPage::fill(const app::Agenda &agenda)
{
    // A row that is acted on goes; the focus then stays in the list instead of leaving the page.
    const bool hadFocus = m_list && m_list->isAncestorOf(QWidget::window()->focusWidget());
    if (m_list)
        m_list->deleteLater();
    m_dated.clear();
    m_list = new QWidget;
    keepRoom(*m_list, readingWidth, Room::Most);
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    addDated(agenda);
    if (!agenda.scores.isEmpty())
        addHeading(tr("Waiting for your scores"));
    for (const app::AgendaInterview &interview : agenda.scores.mid(0, mostRows))
        addScores(interview);
    if (!agenda.reviews.isEmpty())
        addHeading(tr("Waiting for your review"));
    for (const app::AgendaReview &review : agenda.reviews.mid(0, mostRows))
        addReview(review);
    if (!agenda.confirmations.isEmpty())
        addHeading(tr("Since the posting changed"));
    for (const app::AgendaConfirmation &confirmation : agenda.confirmations.mid(0, mostRows))
        addConfirmation(confirmation);
    if (!agenda.longStays.isEmpty())
        addHeading(tr("Too long in a stage"));
    for (const db::LongStay &stay : agenda.longStays.mid(0, mostRows))
        addLongStay(stay);
    column->addStretch();
    m_rows->addWidget(m_list);
    alignActions();
    if (hadFocus) {
        if (auto *first = m_list->findChild<QPushButton *>())
            first->setFocus(Qt::OtherFocusReason);
    }
}

void TodayPage::addDated(const app::Agenda &agenda)
{
    // Dates and interviews in one order: by day, a whole day before its hours, what has no day last.
    struct Line
    {
        std::optional<int> days;
        QTime time;
        const app::AgendaDate *date = nullptr;
        const app::AgendaInterview *interview = nullptr;
    };
    QList<Line> lines;
    for (const app::AgendaDate &date : agenda.dates)
        lines << Line{date.days, {}, &date, nullptr};
    for (const app::AgendaInterview &interview : agenda.interviews)
        lines << Line{interview.days, interview.here.time(), nullptr, &interview};
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) {
        if (a.days.has_value() != b.days.has_value())
            return a.days.has_value();
        return a.days != b.days ? a.days.value_or(0) < b.days.value_or(0) : a.time.isValid() != b.time.isValid() ? b.time.isValid() : a.time < b.time;
    });
    QString heading;
    for (const Line &line : std::as_const(lines).first(std::min<qsizetype>(mostRows, lines.size()))) {
        const bool overdue = line.interview ? line.interview->over : line.days && *line.days < 0;
        const QString wanted = !line.days ? tr("Without a day") : overdue ? tr("Overdue") : *line.days <= app::soonDays ? tr("In the coming week") : tr("Later");
        if (wanted != heading)
            addHeading(wanted);
        heading = wanted;
        line.date ? addDate(*line.date) : addInterview(*line.interview);
    }
    if (const int more = agenda.allDates + int(agenda.interviews.size()) - std::min(mostRows, int(lines.size())); more > 0)
        m_list->layout()->addWidget(new TextLabel(tr("and %1 more, later").arg(QLocale().toString(more)), TextSize::Small, Tone::Quiet));
}

// Rows of dates and interviews have their verbs under each other; those with one verb have it at the end.
void TodayPage::alignActions()
{
    if (m_list)
        AgendaRow::alignActions(m_dated);
}

void TodayPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &TodayPage::alignActions, Qt::QueuedConnection);
}

void TodayPage::addHeading(const QString &text)
{
    auto *label = new TextLabel(text, TextSize::Small, Tone::Quiet);
    label->setContentsMargins(8, 16, 8, 6);
    static_cast<QVBoxLayout *>(m_list->layout())->addWidget(label);
}

void TodayPage::addDate(const app::AgendaDate &date)
{
    const db::Deadline &deadline = date.deadline;
    const QString when = deadline.date ? QLocale().toString(*deadline.date, QLocale::LongFormat) : deadline.approx ? app::approximateDateInWords(*deadline.approx) : tr("no day yet");
    const QString title = deadlineTitle(deadline);
    QStringList details{deadline.roleTitle};
    if (!date.applicant.isEmpty())
        details << date.applicant;
    details << when;
    if (!deadline.ownerName.isEmpty())
        details << deadline.ownerName;
    if (deadline.state == u"proposed")
        details << tr("read in the posting, not confirmed");
    AgendaRow *row = addRow(title, details);
    m_dated << row;
    row->setToolTip(deadline.sentence);
    if (date.days)
        row->setHint(*date.days < 0 ? Mark::Bad : *date.days <= app::soonDays ? Mark::Attention : Mark::Quiet, app::relativeDay(*date.days));
    else
        row->setHint(Mark::Quiet, tr("about"));
    if (!m_session.isReadOnly()) {
        if (deadline.state == u"proposed") {
            connect(row->addAction(tr("Confirm"), tr("Confirm %1").arg(title), 0), &QPushButton::clicked, this,
                    [this, deadline] { setState(deadline, QStringLiteral("confirmed")); });
        }
        connect(row->addAction(tr("Done"), tr("%1 is done").arg(title), 1), &QPushButton::clicked, this, [this, deadline] { setState(deadline, QStringLiteral("done")); });
        if (deadline.date) {
            connect(row->addAction(tr("+1 day"), tr("Move %1 by a day").arg(title), 2), &QPushButton::clicked, this,
                    [this, id = deadline.id] { m_session.apply(app::moveDeadline(m_session.connection(), id, 1)); });
        }
    }
    connect(row->addAction(tr("Open"), tr("Open %1").arg(deadline.roleTitle)), &QPushButton::clicked, this,
            [this, deadline] { Q_EMIT placeRequested({PageId::Schedule, {{roleArgument, deadline.role.number()}, {QStringLiteral("deadline"), deadline.id.number()}}}); });
}

void TodayPage::addInterview(const app::AgendaInterview &one)
{
    const db::Interview &interview = one.interview;
    const QString title = tr("Interview: %1").arg(one.applicant);
    AgendaRow *row = addRow(title, interviewDetails(one));
    m_dated << row;
    const bool open = interview.status != u"confirmed";
    const QString when = app::relativeDay(one.days);
    row->setHint(one.over ? Mark::Bad : one.days <= app::soonDays ? Mark::Attention : Mark::Quiet, one.over ? tr("over") : when);
    if (!m_session.isReadOnly()) {
        const auto set = [this, id = interview.id](const char *status) {
            return [this, id, status] { m_session.apply(app::setInterviewStatus(m_session.connection(), id, QLatin1String(status))); };
        };
        if (one.over)
            connect(row->addAction(tr("Held"), tr("%1 was held").arg(title), 0), &QPushButton::clicked, this, set("done"));
        else if (open)
            connect(row->addAction(tr("Confirm"), tr("Confirm %1").arg(title), 0), &QPushButton::clicked, this, set("confirmed"));
        connect(row->addAction(tr("+1 day"), tr("Move %1 by a day").arg(title), 2), &QPushButton::clicked, this,
                [this, interview] { m_session.apply(app::moveInterview(m_session.connection(), interview.id, interview.localStart.addDays(1))); });
    }
    connect(row->addAction(tr("Open"), tr("Open %1").arg(title)), &QPushButton::clicked, this,
            [this, interview] { Q_EMIT placeRequested({PageId::Schedule, {{roleArgument, interview.role.number()}, {QStringLiteral("interview"), interview.id.number()}}}); });
}

void TodayPage::addScores(const app::AgendaInterview &one)
{
    AgendaRow *row = addRow(tr("Scores for %1").arg(one.applicant), interviewDetails(one));
    row->setHint(Mark::Attention, app::relativeDay(one.days));
    connect(row->addAction(tr("Score"), tr("Score %1").arg(one.applicant)), &QPushButton::clicked, this, [this, interview = one.interview] {
        Q_EMIT placeRequested({PageId::Schedule, {{roleArgument, interview.role.number()}, {QStringLiteral("interview"), interview.id.number()}, {QStringLiteral("score"), true}}});
    });
}

void TodayPage::addLongStay(const db::LongStay &stay)
{
    const QString who = stay.applications == 1 ? tr("1 applicant longer than %1 days").arg(stay.targetDays) : tr("%1 applicants longer than %2 days").arg(QLocale().toString(stay.applications)).arg(stay.targetDays);
    AgendaRow *row = addRow(tr("%1: %2").arg(stay.stageName, who), {stay.roleTitle, tr("the longest since %1").arg(QLocale().toString(stay.since, QLocale::LongFormat))});
    row->setHint(Mark::Attention, tr("waiting"));
    connect(row->addAction(tr("Open"), tr("Open the applicants in %1").arg(stay.stageName)), &QPushButton::clicked, this,
            [this, stay] { Q_EMIT placeRequested({PageId::Applicants, {{roleArgument, stay.role.number()}, {QStringLiteral("stage"), stay.stage.number()}}}); });
}

QStringList TodayPage::interviewDetails(const app::AgendaInterview &one) const
{
    const db::Interview &interview = one.interview;
    const QLocale locale;
    QStringList details{interview.roleTitle, tr("%1, %2").arg(locale.toString(one.here.date(), QLocale::LongFormat), app::clockText(one.here.time()))};
    if (interview.zone != m_feed.zone() && one.here != interview.localStart)
        details << tr("%1 in %2").arg(app::clockText(interview.localStart.time()), interview.zone);
    if (!interview.place.isEmpty())
        details << interview.place;
    details << interviewStatusText(interview.status);
    return details;
}

AgendaRow *TodayPage::addRow(const QString &title, const QStringList &details)
{
    auto *row = new AgendaRow(title, details.join(QStringLiteral(" · ")));
    m_list->layout()->addWidget(row);
    return row;
}

void TodayPage::addReview(const app::AgendaReview &review)
{
    const bool more = review.waiting >= app::mostWaiting;
    const QString count = more ? tr("more than %1").arg(QLocale().toString(review.waiting)) : QLocale().toString(review.waiting);
    const QString begun = review.drafts > 0 ? tr("%1 begun").arg(QLocale().toString(review.drafts)) : QString();
    QStringList details{review.waiting == 1 ? tr("1 applicant without your review") : tr("%1 applicants without your review").arg(count)};
    if (!begun.isEmpty())
        details << begun;
    AgendaRow *row = addRow(review.roleTitle, details);
    row->setHint(Mark::Quiet, more ? tr("%1+ to go").arg(QLocale().toString(review.waiting)) : tr("%1 to go").arg(QLocale().toString(review.waiting)));
    connect(row->addAction(review.drafts > 0 ? tr("Go on") : tr("Review"), tr("Review applicants for %1").arg(review.roleTitle)), &QPushButton::clicked, this,
            [this, review] { Q_EMIT placeRequested({PageId::Review, {{roleArgument, review.role.number()}}}); });
}

void TodayPage::addConfirmation(const app::AgendaConfirmation &confirmation)
{
    const QLocale locale;
    if (confirmation.lacking > 0) {
        const QString reviews = confirmation.lacking == 1 ? tr("1 submitted review of yours") : tr("%1 submitted reviews of yours").arg(locale.toString(confirmation.lacking));
        AgendaRow *row = addRow(confirmation.roleTitle, {confirmation.newQualities == 1 ? tr("%1 without a level on the new quality").arg(reviews)
                                                                                        : tr("%1 without a level on one of %2 new qualities").arg(reviews, locale.toString(confirmation.newQualities))});
        row->setHint(Mark::Attention, confirmation.lacking == 1 ? tr("1 applicant") : tr("%1 applicants").arg(locale.toString(confirmation.lacking)));
        connect(row->addAction(tr("Rate them"), tr("Rate new qualities for %1").arg(confirmation.roleTitle)), &QPushButton::clicked, this,
                [this, confirmation] { Q_EMIT placeRequested({PageId::Review, {{roleArgument, confirmation.role.number()}, {QStringLiteral("lacking"), true}}}); });
    }
    if (confirmation.ratings == 0)
        return;
    const QString ratings = confirmation.ratings == 1 ? tr("1 rating of yours was given on an earlier wording") : tr("%1 ratings of yours were given on an earlier wording").arg(locale.toString(confirmation.ratings));
    auto *row = new AgendaRow(confirmation.roleTitle, ratings);
    row->setHint(Mark::Attention, confirmation.applications == 1 ? tr("1 applicant") : tr("%1 applicants").arg(locale.toString(confirmation.applications)));
    connect(row->addAction(tr("Look again"), tr("Confirm ratings for %1").arg(confirmation.roleTitle)), &QPushButton::clicked, this,
            [this, confirmation] { Q_EMIT placeRequested({PageId::Review, {{roleArgument, confirmation.role.number()}, {QStringLiteral("toConfirm"), true}}}); });
    static_cast<QVBoxLayout *>(m_list->layout())->addWidget(row);
}

void TodayPage::setState(const db::Deadline &deadline, const QString &state)
{
    m_session.apply(app::setDeadlineState(m_session.connection(), deadline.id, state));
}

} // namespace rolecall::ui
