// SPDX-License-Identifier: GPL-3.0-or-later
// In Settings: the pipelines that roles begin with.
#pragma once

#include "db/stage_templates.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace rolecall::ui {

class Session;
class StageEditor;

class StageTemplateSection : public QWidget
{
    Q_OBJECT
public:
    explicit StageTemplateSection(Session &session, QWidget *parent = nullptr);

    void read();
    StageEditor &editor() { return *m_editor; }
    QComboBox &templates() { return *m_template; }

private:
    void show(int place);
    void change(const std::function<void(db::StageTemplate &)> &how);
    void add();

    Session &m_session;
    QList<db::StageTemplate> m_templates;
    QComboBox *m_template;
    QLineEdit *m_name;
    QPushButton *m_default, *m_add, *m_remove;
    StageEditor *m_editor;
};

} // namespace rolecall::ui
