// SPDX-License-Identifier: GPL-3.0-or-later
// The people of a shortlist, from top to near misses, and what can be done about one of them by hand.
#pragma once

#include "ui/models/shortlist_model.h"

#include <QWidget>

class QListView;
class QPushButton;

namespace rolecall::ui {

class ReasonBar;
class SearchField;
class Session;

class ShortlistList : public QWidget
{
    Q_OBJECT
public:
    explicit ShortlistList(Session &session, QWidget *parent = nullptr);

    ShortlistModel &model() { return *m_model; }
    QListView &view() { return *m_view; }
    ReasonBar &reason() { return *m_reason; }
    /// From the top, for another role.
    void begin(db::RoleId role);
    /// Finding somebody by name would say whom a code stands for.
    void setBlind(bool blind);
    /// Somebody is in front where anybody is there.
    void chooseOne();
    /// What can be done about the person in front.
    void showState();
    std::optional<ShortlistRow> current() const;

    /// Asks why the person in front is put on or taken off.
    void takeOff();
    void putOn();
    void leaveToRule();

Q_SIGNALS:
    void placed(rolecall::db::ApplicationId application, rolecall::app::Placement placement, const QString &reason);
    /// Another person is in front; chosen by hand, not because the list was read anew.
    void currentChanged(bool byHand);
    void whyRequested();
    void compareRequested(const QList<rolecall::db::ApplicationId> &people);
    /// Scrolled to where more has to be read soon.
    void nearEnd();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeButtons();
    void findPerson(const QString &words);
    QList<db::ApplicationId> selected() const;
    void compare();

    Session &m_session;
    db::RoleId m_role;
    bool m_blind = false;
    ShortlistModel *m_model;
    QListView *m_view;
    SearchField *m_find;
    QPushButton *m_on, *m_off, *m_byRule, *m_compare;
    ReasonBar *m_reason;
};

} // namespace rolecall::ui
