// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the applicants: the stages of the role. What is changed holds at once and can be undone; where a stage with people in
// it is removed, it asks where they go.
#pragma once

#include "db/stages.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace rolecall::ui {

class Session;
class StageEditor;
class TextLabel;

class StagePanel : public QWidget
{
    Q_OBJECT
public:
    explicit StagePanel(Session &session, QWidget *parent = nullptr);

    void showRole(db::RoleId role);
    StageEditor &editor() { return *m_editor; }
    /// The question where those in a stage go, while it is asked.
    QComboBox &heir() { return *m_heir; }
    QWidget &question() { return *m_question; }

Q_SIGNALS:
    void closed();

private:
    QWidget *makeQuestion();
    QWidget *makeTemplates();
    void read();
    void readTemplates();
    void remove(int row);
    void removeFor(db::StageId heir);
    void takeTemplate();
    void saveTemplate();
    void close();

    Session &m_session;
    db::RoleId m_role;
    QList<db::Stage> m_stages;
    QHash<db::StageId, int> m_counts;
    db::StageId m_going;
    StageEditor *m_editor;
    QWidget *m_question;
    TextLabel *m_asked;
    QComboBox *m_heir;
    QComboBox *m_template;
    QPushButton *m_take;
    QLineEdit *m_name;
    QPushButton *m_save;
};

} // namespace rolecall::ui
