// SPDX-License-Identifier: GPL-3.0-or-later
// Today: what is overdue and next, across all roles; each row acts in place.
#pragma once

#include "app/agenda/agenda.h"
#include "ui/session/session.h"
#include "ui/shell/page.h"

class QStackedLayout;
class QVBoxLayout;

namespace rolecall::ui {

class EmptyState;

class TodayPage : public Page
{
    Q_OBJECT
public:
    explicit TodayPage(Session &session, QWidget *parent = nullptr);

    QString title() const override { return tr("Today"); }
    QString subtitle() const override { return m_subtitle; }
    QList<QAction *> actions() const override { return {m_add}; }
    void activate() override;

    /// For tests and pictures: which day it is. The system's unless set.
    void setToday(std::function<QDate()> today) { m_today = std::move(today); }

Q_SIGNALS:
    /// The person wants to choose postings.
    void postingsWanted();

private:
    void show(const Result<app::Agenda> &agenda);
    void fill(const app::Agenda &agenda);
    void addHeading(const QString &text);
    void addDate(const app::AgendaDate &date);
    void addReview(const app::AgendaReview &review);
    void setState(const db::Deadline &deadline, const QString &state);
    QString inWords(const app::Agenda &agenda) const;

    Session &m_session;
    std::function<QDate()> m_today = [] { return QDate::currentDate(); };
    QString m_subtitle;
    bool m_stale = true;
    bool m_reading = false;
    QAction *m_add;
    QAction *m_retry;
    QStackedLayout *m_stack;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_rows = nullptr;
    EmptyState *m_empty;
    QWidget *m_blank;
    QWidget *m_scroll;
};

} // namespace rolecall::ui
