// SPDX-License-Identifier: GPL-3.0-or-later
// Calendar: dates and interviews of all roles as a list, a week or a month. An interview is moved by dragging it.
#pragma once

#include "app/clock.h"
#include "app/done.h"
#include "ui/models/schedule_model.h"
#include "ui/shell/page.h"

class QListView;
class QPushButton;
class QStackedWidget;

namespace rolecall::ui {

class EmptyState;
class MonthView;
class ProposalPanel;
class Session;
class TabStrip;
class TextLabel;
class WeekView;

class CalendarPage : public Page
{
    Q_OBJECT
public:
    enum View { ListMode, WeekMode, MonthMode };

    CalendarPage(Session &session, app::Clock clock, QString zone, QWidget *parent = nullptr);

    QString title() const override { return tr("Calendar"); }
    QString subtitle() const override;
    QList<QAction *> actions() const override { return {m_export, m_import}; }
    void activate() override;
    /// `calendar`: a calendar file to read.
    void navigateTo(const QVariantMap &arguments) override;

    void setView(View view);
    void setDay(const QDate &day);
    QDate day() const { return m_day; }
    WeekView &week() { return *m_week; }
    MonthView &month() { return *m_month; }
    QListView &list() { return *m_list; }
    ProposalPanel &proposals() { return *m_proposals; }

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeBar();
    void read();
    void showSpan();
    void showNothing();
    void go(int steps);
    void open(qint64 key);
    void move(qint64 key, const QDate &day, int startMinute);
    View view() const;
    std::pair<QDate, QDate> span() const;
    QDate today() const;

    Session &m_session;
    app::Clock m_clock;
    QString m_zone;
    QDate m_day;
    QList<ScheduleItem> m_items;
    std::pair<QDate, QDate> m_read; ///< the days that were read last
    bool m_stale = true;
    ScheduleModel *m_model;
    QAction *m_export, *m_import, *m_next;
    TabStrip *m_views;
    TextLabel *m_span;
    QStackedWidget *m_mode;
    QListView *m_list;
    WeekView *m_week;
    MonthView *m_month;
    EmptyState *m_empty;
    ProposalPanel *m_proposals;
};

} // namespace rolecall::ui
