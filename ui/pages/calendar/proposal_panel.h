// SPDX-License-Identifier: GPL-3.0-or-later
// What a calendar file that came back would change: read first, then taken over as one change, or left.
#pragma once

#include "app/calendar/calendar_proposal.h"

#include <QWidget>

class QPushButton;

namespace rolecall::ui {

class Session;
class TextLabel;

class ProposalPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ProposalPanel(Session &session, QWidget *parent = nullptr);

    /// Reads the file and shows itself, with what it says or why it says nothing.
    void read(const QString &path);
    void accept();
    const app::CalendarProposals &proposals() const { return m_proposals; }

Q_SIGNALS:
    void closed();

private:
    Session &m_session;
    app::CalendarProposals m_proposals;
    TextLabel *m_title, *m_changes, *m_refused;
    QPushButton *m_accept;
};

/// Asks for a place and writes dates and interviews of the scope there.
void exportCalendarTo(QWidget *window, Session &session, const QString &name, db::RoleId role, db::InterviewId interview = {}, db::DeadlineId deadline = {});
/// Calendar files, for dialogs.
QString calendarFilter();

} // namespace rolecall::ui
