// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calendar/calendar_page.h"

#include "app/agenda/zoned_time.h"
#include "app/interviews/interview_editing.h"
#include "db/roles.h"
#include "ui/delegates/row_delegates.h"
#include "ui/pages/calendar/proposal_panel.h"
#include "ui/pages/schedule/schedule_page.h"
#include "ui/session/session.h"
#include "ui/shell/file_choice.h"
#include "ui/theme/icons.h"
#include "ui/theme/looks.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/month_view.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/week_view.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int listedDays = 60; ///< that the list shows from its day on

QString calendarIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    const QString path = urls.size() == 1 ? urls.first().toLocalFile() : QString();
    return path.endsWith(QLatin1String(".ics"), Qt::CaseInsensitive) ? path : QString();
}

} // namespace

CalendarPage::CalendarPage(Session &session, app::Clock clock, QString zone, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_clock(std::move(clock))
    , m_zone(std::move(zone))
    , m_day(today())
    , m_model(new ScheduleModel(this))
    , m_export(new QAction(tr("Export calendar"), this))
    , m_import(new QAction(tr("Read a calendar file"), this))
    , m_next(new QAction(this))
    , m_views(new TabStrip)
    , m_span(new TextLabel({}, TextSize::Body))
    , m_mode(new QStackedWidget)
    , m_list(new QListView)
    , m_week(new WeekView)
    , m_month(new MonthView)
    , m_empty(new EmptyState({}, {}))
    , m_proposals(new ProposalPanel(session))
{
    setAcceptDrops(true);
    connect(m_export, &QAction::triggered, this, [this] { exportCalendarTo(window(), m_session, tr("Rolecall"), {}); });
    connect(m_import, &QAction::triggered, this, [this] { chooseFile(window(), tr("Read a calendar file"), calendarFilter(), [this](const QString &path) { m_proposals->read(path); }); });
    m_list->setModel(m_model);
    m_list->setItemDelegate(new AgendaRowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Dates and interviews"));
    m_mode->addWidget(m_list);
    m_mode->addWidget(m_week);
    m_mode->addWidget(m_month);
    m_mode->addWidget(m_empty);
    m_mode->setContentsMargins(8, 0, 8, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_proposals);
    column->addWidget(m_mode, 1);
    connect(m_proposals, &ProposalPanel::closed, m_proposals, &QWidget::hide);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { open(index.data(IdRole).toLongLong()); });
    connect(m_week, &WeekView::dayChanged, this, &CalendarPage::setDay);
    connect(m_month, &MonthView::dayChanged, this, &CalendarPage::setDay);
    connect(m_week, &WeekView::blockOpened, this, &CalendarPage::open);
    connect(m_month, &MonthView::blockOpened, this, &CalendarPage::open);
    connect(m_week, &WeekView::blockMoved, this, &CalendarPage::move);
    connect(m_month, &MonthView::dayOpened, this, [this](const QDate &day) {
        setDay(day);
        setView(WeekMode);
    });
    connect(m_views, &QTabBar::currentChanged, this, [this] {
        read();
        showSpan();
    });
    connect(&session, &Session::changed, this, [this](app::Areas areas) {
        if (!(areas & (app::Area::Dates | app::Area::Roles | app::Area::Applications | app::Area::Reviewers)))
            return;
        m_stale = true;
        if (isVisible())
            activate();
    });
}

QWidget *CalendarPage::makeBar()
{
    m_views->addTab(tr("List"));
    m_views->addTab(tr("Week"));
    m_views->addTab(tr("Month"));
    m_views->setCurrentIndex(WeekMode);
    m_views->setAccessibleName(tr("How the calendar is shown"));
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 4, 16, 4);
    row->setSpacing(4);
    row->addWidget(m_views);
    row->addSpacing(16);
    const auto add = [this, row](const QString &text, Icon icon, const QString &name, auto act) {
        auto *button = new QPushButton(text);
        if (icon != Icon::None)
            button->setIcon(lineIcon(icon));
        setLook(button, ButtonLook::Quiet);
        button->setAccessibleName(name);
        button->setToolTip(name);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
    };
    add({}, Icon::ChevronLeft, tr("Earlier"), [this] { go(-1); });
    add(tr("Today"), Icon::None, tr("To this day"), [this] { setDay(today()); });
    add({}, Icon::ChevronRight, tr("Later"), [this] { go(1); });
    row->addSpacing(8);
    row->addWidget(m_span, 1);
    return bar;
}

QDate CalendarPage::today() const
{
    return app::localTime(m_clock(), m_zone).date();
}

CalendarPage::View CalendarPage::view() const
{
    return View(m_views->currentIndex());
}

void CalendarPage::setView(View view)
{
    m_views->setCurrentIndex(view);
}

std::pair<QDate, QDate> CalendarPage::span() const
{
    switch (view()) {
    case WeekMode:
        return {m_week->firstDay(), m_week->lastDay()};
    case MonthMode:
        return {m_month->firstDay(), m_month->lastDay()};
    case ListMode:
        break;
    }
    return {m_day, m_day.addDays(listedDays)};
}

QString CalendarPage::subtitle() const
{
    int interviews = 0;
    for (const ScheduleItem &item : m_items)
        interviews += item.interview ? 1 : 0;
    const int dates = int(m_items.size()) - interviews;
    QStringList parts;
    if (interviews > 0)
        parts << (interviews == 1 ? tr("1 interview") : tr("%1 interviews").arg(interviews));
    if (dates > 0)
        parts << (dates == 1 ? tr("1 date") : tr("%1 dates").arg(dates));
    parts << tr("times in %1").arg(m_zone);
    return parts.join(QStringLiteral(" · "));
}

void CalendarPage::activate()
{
    m_week->setCurrentDay(m_day);
    m_month->setCurrentDay(m_day);
    if (m_stale)
        m_read = {};
    read();
    showSpan();
}

void CalendarPage::navigateTo(const QVariantMap &arguments)
{
    if (const QString path = arguments.value(QStringLiteral("calendar")).toString(); !path.isEmpty())
        m_proposals->read(path);
}

void CalendarPage::read()
{
    const auto wanted = span();
    if (m_read != wanted) {
        const auto items = scheduleItemsBetween(m_session.connection(), wanted.first, wanted.second, m_clock(), m_zone);
        if (!items) {
            m_empty->setTexts(tr("The calendar could not be read"), items.error().text());
            m_empty->setActions(nullptr);
            m_mode->setCurrentWidget(m_empty);
            return;
        }
        m_items = *items;
        m_read = wanted;
        m_stale = false;
    }
    const QDateTime now = app::localTime(m_clock(), m_zone);
    const QList<CalendarBlock> blocks = calendarBlocks(m_items, !m_session.isReadOnly());
    m_week->setNow(now.date(), now.time().hour() * 60 + now.time().minute());
    m_month->setToday(now.date());
    if (view() == WeekMode)
        m_week->setBlocks(blocks);
    else if (view() == MonthMode)
        m_month->setBlocks(blocks);
    else
        m_model->setItems(m_items);
    if (view() == ListMode && m_items.isEmpty()) {
        showNothing();
    } else {
        m_mode->setCurrentIndex(view());
    }
    Q_EMIT headerChanged();
}

void CalendarPage::showNothing()
{
    m_empty->setTexts(tr("Nothing from this day on"), tr("Dates of postings and interviews of all roles stand here. They are planned on a role's Schedule."));
    m_next->disconnect(this);
    const auto roles = db::roleSummaries(m_session.connection());
    if (m_day != today()) {
        m_next->setText(tr("Back to today"));
        connect(m_next, &QAction::triggered, this, [this] { setDay(today()); });
    } else if (roles && !roles->isEmpty()) {
        m_next->setText(tr("Open a role's schedule"));
        connect(m_next, &QAction::triggered, this, [this, role = roles->first().role.id] { Q_EMIT placeRequested({PageId::Schedule, {{roleArgument, role.number()}}}); });
    } else {
        m_next->setText(tr("Begin with a posting"));
        connect(m_next, &QAction::triggered, this, [this] { Q_EMIT placeRequested({PageId::Today, {}}); });
    }
    m_empty->setActions(m_next);
    m_mode->setCurrentWidget(m_empty);
}

void CalendarPage::showSpan()
{
    const QLocale locale;
    const auto [first, last] = span();
    if (view() == MonthMode)
        m_span->setText(locale.toString(m_day, QStringLiteral("MMMM yyyy")));
    else
        m_span->setText(tr("%1 – %2").arg(locale.toString(first, QLocale::ShortFormat), locale.toString(last, QLocale::ShortFormat)));
    setFocusProxy(m_mode->currentWidget());
}

void CalendarPage::setDay(const QDate &day)
{
    if (day != m_day) {
        m_day = day;
        m_week->setCurrentDay(day);
        m_month->setCurrentDay(day);
    }
    read();
    showSpan();
}

void CalendarPage::go(int steps)
{
    setDay(view() == MonthMode ? m_day.addMonths(steps) : m_day.addDays(steps * (view() == WeekMode ? 7 : listedDays)));
}

void CalendarPage::open(qint64 key)
{
    for (const ScheduleItem &item : std::as_const(m_items)) {
        if (item.key != key)
            continue;
        QVariantMap arguments{{roleArgument, (item.deadline ? item.deadline->role : item.interview->role).number()}};
        if (item.deadline)
            arguments.insert(QStringLiteral("deadline"), item.deadline->id.number());
        else
            arguments.insert(QStringLiteral("interview"), item.interview->id.number());
        Q_EMIT placeRequested({PageId::Schedule, arguments});
        return;
    }
}

void CalendarPage::move(qint64 key, const QDate &day, int startMinute)
{
    for (const ScheduleItem &item : std::as_const(m_items)) {
        if (item.key != key || !item.interview)
            continue;
        // It was put on the reader's own clock, and is told on the interview's.
        const auto wanted = app::zonedTime(QDateTime(day, QTime(startMinute / 60, startMinute % 60), Qt::UTC), m_zone);
        if (wanted)
            m_session.apply(app::moveInterview(m_session.connection(), item.interview->id, app::localTime(wanted->utc, item.interview->zone)));
        m_week->setCurrentKey(key);
        return;
    }
}

void CalendarPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!calendarIn(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void CalendarPage::dropEvent(QDropEvent *event)
{
    if (const QString path = calendarIn(*event->mimeData()); !path.isEmpty()) {
        event->acceptProposedAction();
        m_proposals->read(path);
    }
}

} // namespace rolecall::ui
