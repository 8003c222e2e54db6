// SPDX-License-Identifier: GPL-3.0-or-later
// In Settings: the texts that messages are drafted from. A field that there is not is said while it is typed.
#pragma once

#include "db/message_templates.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace rolecall::ui {

class Session;
class TextLabel;

class MessageTemplateSection : public QWidget
{
    Q_OBJECT
public:
    explicit MessageTemplateSection(Session &session, QWidget *parent = nullptr);

    /// Shows what is stored; what was typed and not saved stays while that is as it was.
    void read();
    QPlainTextEdit &body() { return *m_body; }
    QPushButton &save() { return *m_save; }
    TextLabel &problem() { return *m_problem; }

private:
    void show(int place);
    void showState();
    db::MessageTemplate typed() const;
    void store();
    void add();

    Session &m_session;
    QList<db::MessageTemplate> m_templates;
    QComboBox *m_template;
    QLineEdit *m_name, *m_subject;
    QPlainTextEdit *m_body;
    TextLabel *m_problem;
    QPushButton *m_field, *m_save, *m_add, *m_remove;
};

} // namespace rolecall::ui
