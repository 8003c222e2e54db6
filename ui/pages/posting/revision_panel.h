// SPDX-License-Identifier: GPL-3.0-or-later
// A newer posting beside the role as it is: every difference to take, to refuse or to correct, then all of it as one
// change that can be undone. In place of the posting's two sides while it is looked over.
#pragma once

#include "app/roles/role_revising.h"

#include <QWidget>

class QListView;
class QPushButton;

namespace rolecall::ui {

class Chip;
class RevisionModel;
class Session;
class TextLabel;

class RevisionPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RevisionPanel(Session &session, QWidget *parent = nullptr);

    void begin(const app::Revision &revision);

    RevisionModel &model() { return *m_model; }
    QListView &view() { return *m_view; }
    QPushButton &takeOverButton() { return *m_takeOver; }
    /// Of the current row: what was taken for one quality is two, or what was taken for two is one.
    void part();
    void pairWith(qsizetype counterpart);
    void takeOver();

Q_SIGNALS:
    /// Taken over, or left: the posting is to be seen again.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeButtons();
    QWidget *makeFoot();
    void showState();
    void setAccepted(bool accepted);
    void moveToOtherTier();
    void choosePartner();
    void goTo(int row);
    int currentRow() const;
    QList<int> selectedRows() const;

    Session &m_session;
    RevisionModel *m_model;
    TextLabel *m_title, *m_summary, *m_warnings, *m_state;
    QWidget *m_headings;
    QListView *m_view;
    TextLabel *m_nothing; ///< in place of the list where nothing differs
    QPushButton *m_take, *m_keep, *m_pair, *m_part, *m_tier, *m_takeOver;
    Chip *m_unchanged;
};

} // namespace rolecall::ui
