// SPDX-License-Identifier: GPL-3.0-or-later
// Frozen shortlists of the role: freeze the present one, look at one, and see what changed since.
#pragma once

#include "app/shortlist/freezing.h"

#include <QHash>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTextEdit;

namespace rolecall::ui {

class Session;

class FrozenPanel : public QWidget
{
    Q_OBJECT
public:
    explicit FrozenPanel(Session &session, QWidget *parent = nullptr);

    void setRole(db::RoleId role, bool blind);
    void refresh();
    QLineEdit &name() { return *m_name; }
    QPushButton &freezing() { return *m_freeze; }
    QComboBox &choice() { return *m_choice; }
    QTextEdit &text() { return *m_text; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Shown
    {
        app::FrozenList list;
        app::FrozenCheck check;
        app::FrozenComparison comparison;
        QHash<db::ApplicationId, QString> names;
    };
    void freeze();
    void readOne();
    void show(const Shown &shown);
    QString comparisonText(const Shown &shown) const;

    Session &m_session;
    db::RoleId m_role;
    bool m_blind = false;
    QLineEdit *m_name;
    QPushButton *m_freeze;
    QComboBox *m_choice;
    QTextEdit *m_text;
    quint64 m_question = 0;
    bool m_stale = true;
};

} // namespace rolecall::ui
