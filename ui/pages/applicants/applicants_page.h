// SPDX-License-Identifier: GPL-3.0-or-later
// A role's applicants as a table or as a board of stages: filtered, searched, and acted on together.
#pragma once

#include "ui/pages/lists/applications_page.h"

class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace rolecall::ui {

class ApplicationListModel;
class BoardModel;
class BoardView;
class BulkBar;
class ChipBar;
struct BoardHead;
class MessagePanel;
class PacketPanel;
class StagePanel;

class ApplicantsPage : public ApplicationsPage
{
    Q_OBJECT
public:
    ApplicantsPage(Session &session, WindowSettings &settings, QWidget *parent = nullptr);

    QList<QAction *> actions() const override;

    QTableView *table() const { return m_table; }
    BoardView &board() const { return *m_board; }
    bool showsBoard() const;
    /// Table or board; remembered for the next time.
    void showBoard(bool board);
    PacketPanel &packets() const { return *m_packets; }
    StagePanel &stagePanel() const { return *m_stages; }
    MessagePanel &messagePanel() const { return *m_messages; }
    void editStages();
    /// A message to those that are selected.
    void writeMessage();
    /// On Schedule, with each of those that are selected.
    void planInterviews();
    /// The role as a file for a colleague; with those alone that are selected, where there are several.
    void sendForReview();

protected:
    void roleShown() override;
    void goTo(int row) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void ratingsChanged() override;

private:
    void makeTable();
    void makeColumns();
    void makeBoard();
    void makeBulkBar();
    void readStages();
    void readReasons();
    void boardChanged(app::Areas areas, db::RoleId role, db::ApplicationId application);
    void refreshBoard();
    void focusList();
    /// One panel beside the applicants at a time; null: none.
    void showPanel(QWidget *panel);
    /// Asks first where the stage does not let all of them in.
    void moveTo(db::StageId stage, bool reopen);
    void putOn(const QList<db::ApplicationId> &applications, const BoardHead &head);
    void showColumnMenu(const QPoint &at);
    QList<db::ApplicationId> selected() const;
    void showSelection();
    void copySelected();
    using Act = std::function<Result<app::Done>(db::Connection &, const QList<db::ApplicationId> &)>;
    void act(const QString &title, Act act);
    void actOn(const QString &title, const QList<db::ApplicationId> &applications, Act act);

    ApplicationListModel *m_model;
    QTableView *m_table;
    BoardModel *m_boardModel;
    BoardView *m_board;
    QStackedWidget *m_views;
    ChipBar *m_viewChips;
    QToolButton *m_columns;
    bool m_boardStale = true;
    bool m_reopens = false; ///< what was asked about came from the board
    BulkBar *m_bulk;
    QAction *m_send, *m_takeBack;
    QPushButton *m_editStages;
    PacketPanel *m_packets;
    StagePanel *m_stages;
    MessagePanel *m_messages;
    db::ApplicationId m_top; ///< stands first in view while rows find new places
};

} // namespace rolecall::ui
