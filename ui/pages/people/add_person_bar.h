// SPDX-License-Identifier: GPL-3.0-or-later
// Adds a person by hand, in place: a name and an address; the rest is filled in beside the list.
#pragma once

#include "db/id.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace rolecall::ui {

class Session;

class AddPersonBar : public QWidget
{
    Q_OBJECT
public:
    explicit AddPersonBar(Session &session, QWidget *parent = nullptr);

    void open();

Q_SIGNALS:
    /// Before the change is announced.
    void added(rolecall::db::CandidateId person);

private:
    void add();
    Session &m_session;
    QLineEdit *m_name, *m_email;
    QPushButton *m_add;
};

} // namespace rolecall::ui
