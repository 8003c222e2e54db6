// SPDX-License-Identifier: GPL-3.0-or-later
// The fields that this workspace keeps of a person beside the usual ones.
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace rolecall::ui {

class FieldsSection : public QWidget
{
    Q_OBJECT
public:
    explicit FieldsSection(Session &session, QWidget *parent = nullptr);

    void refresh();
    QLineEdit &name() const { return *m_name; }
    QComboBox &kind() const { return *m_kind; }
    QLineEdit &choices() const { return *m_choices; }
    QPushButton &addButton() const { return *m_add; }

private:
    void add();
    void showKind();

    Session &m_session;
    QVBoxLayout *m_rows;
    QWidget *m_list = nullptr;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QLineEdit *m_choices;
    QPushButton *m_add;
};

} // namespace rolecall::ui
