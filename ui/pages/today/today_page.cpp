// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/today_page.h"

#include "app/agenda/approximate_date.h"
#include "app/roles/role_editing.h"
#include "ui/pages/today/agenda_row.h"
#include "ui/pages/today/due_data_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int soonDays = 7;
/// More are counted in words: a day's page is read, not scrolled.
constexpr int mostRows = 60;
constexpr int readingWidth = 960;

/// What the date is for; the words of the posting stand in the tool tip.
QString deadlineTitle(const db::Deadline &deadline)
{
    if (deadline.kind == u"applications_close")
        return TodayPage::tr("Applications close");
    if (deadline.kind == u"interviews")
        return TodayPage::tr("Interviews");
    if (deadline.kind == u"start")
        return TodayPage::tr("The work begins");
    return deadline.title;
}

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
    due->setMaximumWidth(readingWidth + 32);
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
    } else if (agenda->dates.isEmpty() && agenda->reviews.isEmpty() && agenda->confirmations.isEmpty()) {
        const bool noRole = agenda->roles == 0;
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

QString TodayPage::inWords(const app::Agenda &agenda) const
{
    QStringList parts;
    if (const int overdue = agenda.overdue(); overdue > 0)
        parts << tr("%1 overdue").arg(overdue);
    int soon = 0;
    for (const app::AgendaDate &date : agenda.dates)
        soon += date.days && *date.days >= 0 && *date.days <= soonDays ? 1 : 0;
    if (soon > 0)
        parts << tr("%1 in the coming week").arg(soon);
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
    if (again > 0)
        parts << (again == 1 ? tr("1 rating to confirm again") : tr("%1 ratings to confirm again").arg(QLocale().toString(again)));
    return parts.join(QStringLiteral(" · "));
}

void TodayPage::fill(const app::Agenda &agenda)
{
    // A row that is acted on goes; the focus then stays in the list instead of leaving the page.
    const bool hadFocus = m_list && m_list->isAncestorOf(QWidget::window()->focusWidget());
    if (m_list)
        m_list->deleteLater();
    m_list = new QWidget;
    m_list->setMaximumWidth(readingWidth);
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QString heading;
    int rows = 0;
    for (const app::AgendaDate &date : agenda.dates) {
        const QString wanted = !date.days ? tr("Without a day") : *date.days < 0 ? tr("Overdue") : *date.days <= soonDays ? tr("In the coming week") : tr("Later");
        if (++rows > mostRows)
            continue;
        if (wanted != heading)
            addHeading(wanted);
        heading = wanted;
        addDate(date);
    }
    if (rows > mostRows)
        column->addWidget(new TextLabel(tr("and %1 more, later").arg(rows - mostRows), TextSize::Small, Tone::Quiet));
    if (!agenda.reviews.isEmpty())
        addHeading(tr("Waiting for your review"));
    for (const app::AgendaReview &review : agenda.reviews.mid(0, mostRows))
        addReview(review);
    if (!agenda.confirmations.isEmpty())
        addHeading(tr("To confirm again"));
    for (const app::AgendaConfirmation &confirmation : agenda.confirmations.mid(0, mostRows))
        addConfirmation(confirmation);
    column->addStretch();
    m_rows->addWidget(m_list);
    if (hadFocus) {
        if (auto *first = m_list->findChild<QPushButton *>())
            first->setFocus(Qt::OtherFocusReason);
    }
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
    const QString proposed = deadline.state == u"proposed" ? tr("read in the posting, not confirmed") : QString();
    const QString title = deadlineTitle(deadline);
    QStringList details{deadline.roleTitle, when};
    if (!proposed.isEmpty())
        details << proposed;
    auto *row = new AgendaRow(title, details.join(QStringLiteral(" · ")));
    row->setToolTip(deadline.sentence);
    if (date.days)
        row->setHint(*date.days < 0 ? Mark::Bad : *date.days <= soonDays ? Mark::Attention : Mark::Quiet, app::relativeDay(*date.days));
    else
        row->setHint(Mark::Quiet, tr("about"));
    if (!m_session.isReadOnly()) {
        if (deadline.state == u"proposed") {
            connect(row->addAction(tr("Confirm"), tr("Confirm %1").arg(title)), &QPushButton::clicked, this,
                    [this, deadline] { setState(deadline, QStringLiteral("confirmed")); });
        }
        connect(row->addAction(tr("Done"), tr("%1 is done").arg(title)), &QPushButton::clicked, this, [this, deadline] { setState(deadline, QStringLiteral("done")); });
    }
    connect(row->addAction(tr("Open"), tr("Open %1").arg(deadline.roleTitle)), &QPushButton::clicked, this,
            [this, deadline] { Q_EMIT placeRequested({PageId::Posting, {{roleArgument, deadline.role.number()}}}); });
    static_cast<QVBoxLayout *>(m_list->layout())->addWidget(row);
}

void TodayPage::addReview(const app::AgendaReview &review)
{
    const bool more = review.waiting >= app::mostWaiting;
    const QString count = more ? tr("more than %1").arg(QLocale().toString(review.waiting)) : QLocale().toString(review.waiting);
    const QString begun = review.drafts > 0 ? tr("%1 begun").arg(QLocale().toString(review.drafts)) : QString();
    QStringList details{review.waiting == 1 ? tr("1 applicant without your review") : tr("%1 applicants without your review").arg(count)};
    if (!begun.isEmpty())
        details << begun;
    auto *row = new AgendaRow(review.roleTitle, details.join(QStringLiteral(" · ")));
    row->setHint(Mark::Quiet, more ? tr("%1+ to go").arg(QLocale().toString(review.waiting)) : tr("%1 to go").arg(QLocale().toString(review.waiting)));
    connect(row->addAction(review.drafts > 0 ? tr("Go on") : tr("Review"), tr("Review applicants for %1").arg(review.roleTitle)), &QPushButton::clicked, this,
            [this, review] { Q_EMIT placeRequested({PageId::Review, {{roleArgument, review.role.number()}}}); });
    static_cast<QVBoxLayout *>(m_list->layout())->addWidget(row);
}

void TodayPage::addConfirmation(const app::AgendaConfirmation &confirmation)
{
    const QLocale locale;
    const QString ratings = confirmation.ratings == 1 ? tr("1 rating of yours was given on an earlier wording") : tr("%1 ratings of yours were given on an earlier wording").arg(locale.toString(confirmation.ratings));
    auto *row = new AgendaRow(confirmation.roleTitle, ratings);
    row->setHint(Mark::Attention, confirmation.applications == 1 ? tr("1 applicant") : tr("%1 applicants").arg(locale.toString(confirmation.applications)));
    connect(row->addAction(tr("Look again"), tr("Confirm ratings for %1").arg(confirmation.roleTitle)), &QPushButton::clicked, this,
            [this, confirmation] { Q_EMIT placeRequested({PageId::Review, {{roleArgument, confirmation.role.number()}, {QStringLiteral("toConfirm"), true}}}); });
    static_cast<QVBoxLayout *>(m_list->layout())->addWidget(row);
}

void TodayPage::setState(const db::Deadline &deadline, const QString &state)
{
    db::Deadline changed = deadline;
    changed.state = state;
    m_session.apply(app::changeDeadline(m_session.connection(), changed));
}

} // namespace rolecall::ui
