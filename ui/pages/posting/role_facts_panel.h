// SPDX-License-Identifier: GPL-3.0-or-later
// Title, organisation, place and contacts of a role, each stored when its field is left.
#pragma once

#include "db/roles.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace rolecall::ui {

class Session;
class TextLabel;

class RoleFactsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RoleFactsPanel(Session &session, QWidget *parent = nullptr);

    /// Shows the role as stored; a field that is being typed in keeps what is in it.
    Outcome reload(db::RoleId role);

Q_SIGNALS:
    /// The role is gone; Undo brings it back.
    void removed();

private:
    void remove();
    void storeTitle();
    void storeRole(const QString &what, const std::function<void(db::Role &)> &change);
    void storeContacts();
    QWidget *makeBlind();
    void blindClicked();
    void showBlind();
    void showNames();
    void show(QLineEdit *field, const QString &text);

    Session &m_session;
    db::Role m_role;
    QStringList m_stored;
    QLineEdit *m_title, *m_organisation, *m_location, *m_contacts;
    TextLabel *m_summary;
    QCheckBox *m_blind;
    QWidget *m_reasonLine;
    QLineEdit *m_reason;
    QPushButton *m_showNames;
    QPushButton *m_remove;
};

} // namespace rolecall::ui
