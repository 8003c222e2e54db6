// SPDX-License-Identifier: GPL-3.0-or-later
// Today: what is overdue and next, across all roles; each row acts in place.
#pragma once

#include "ui/session/agenda_feed.h"
#include "ui/shell/page.h"

class QStackedLayout;
class QVBoxLayout;

namespace rolecall::ui {

class AgendaRow;
class EmptyState;

class TodayPage : public Page
{
    Q_OBJECT
public:
    TodayPage(Session &session, AgendaFeed &feed, QWidget *parent = nullptr);

    QString title() const override { return tr("Today"); }
    QString subtitle() const override { return m_subtitle; }
    QList<QAction *> actions() const override { return {m_add}; }

Q_SIGNALS:
    /// The person wants to choose postings.
    void postingsWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showAgenda(const Result<app::Agenda> &agenda);
    void fill(const app::Agenda &agenda);
    void alignActions();
    void addHeading(const QString &text);
    void addDated(const app::Agenda &agenda);
    void addDate(const app::AgendaDate &date);
    void addConfirmation(const app::AgendaConfirmation &confirmation);
    void addInterview(const app::AgendaInterview &interview);
    void addScores(const app::AgendaInterview &interview);
    void addLongStay(const db::LongStay &stay);
    QStringList interviewDetails(const app::AgendaInterview &interview) const;
    AgendaRow *addRow(const QString &title, const QStringList &details);
    void addReview(const app::AgendaReview &review);
    void setState(const db::Deadline &deadline, const QString &state);
    QString inWords(const app::Agenda &agenda);
    /// A colleague's copy of one role, which goes back when it is reviewed.
    bool isPacket();

    Session &m_session;
    AgendaFeed &m_feed;
    QString m_subtitle;
    std::optional<bool> m_isPacket;
    QAction *m_add;
    QAction *m_retry;
    QStackedLayout *m_stack;
    QWidget *m_list = nullptr;
    QList<AgendaRow *> m_dated; ///< the rows with verbs in columns
    QVBoxLayout *m_rows = nullptr;
    EmptyState *m_empty;
    QWidget *m_blank;
    QWidget *m_scroll;
};

} // namespace rolecall::ui
