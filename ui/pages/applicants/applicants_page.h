// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a role's applicants: sorted, filtered, searched, and acted on together.
#pragma once

#include "ui/pages/lists/applications_page.h"

class QTableView;

namespace rolecall::ui {

class ApplicationListModel;
class BulkBar;
class PacketPanel;

class ApplicantsPage : public ApplicationsPage
{
    Q_OBJECT
public:
    ApplicantsPage(Session &session, WindowSettings &settings, QWidget *parent = nullptr);

    QList<QAction *> actions() const override;

    QTableView *table() const { return m_table; }
    PacketPanel &packets() const { return *m_packets; }
    /// The role as a file for a colleague; with those alone that are selected, where there are several.
    void sendForReview();

protected:
    void roleShown() override;
    void goTo(int row) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeTable();
    void makeColumns();
    void showColumnMenu(const QPoint &at);
    QList<db::ApplicationId> selected() const;
    void showSelection();
    void copySelected();
    using Act = std::function<Result<app::Done>(db::Connection &, const QList<db::ApplicationId> &)>;
    void act(const QString &title, Act act);

    ApplicationListModel *m_model;
    QTableView *m_table;
    BulkBar *m_bulk;
    QAction *m_send, *m_takeBack;
    PacketPanel *m_packets;
    db::ApplicationId m_top; ///< stands first in view while rows find new places
};

} // namespace rolecall::ui
