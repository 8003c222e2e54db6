// SPDX-License-Identifier: GPL-3.0-or-later
// One date in full: what and when, exact or about, counted from another, whose, with a reminder.
#pragma once

#include "db/deadlines.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace rolecall::ui {

class ApplicantChoice;
class Session;
class TextLabel;

class DateForm : public QWidget
{
    Q_OBJECT
public:
    explicit DateForm(Session &session, QWidget *parent = nullptr);

    /// One that is stored, or a new one of its role.
    void edit(const db::Deadline &deadline);
    const db::Deadline &deadline() const { return m_deadline; }
    /// What is written there now.
    db::Deadline written() const;
    void focusFirst();

    void keep();

Q_SIGNALS:
    void closed();
    void exportWanted(rolecall::db::DeadlineId deadline);

private:
    void makeForm();
    QWidget *makeButtons();
    void showFollows();
    void setState(const char *state);
    void remove();

    Session &m_session;
    db::Deadline m_deadline;
    QString m_shownWords; ///< its title as it may be shown
    TextLabel *m_title, *m_sentence, *m_understood;
    QComboBox *m_kind, *m_follows, *m_unit, *m_owner;
    QLineEdit *m_when, *m_words;
    QSpinBox *m_offset, *m_remind;
    QWidget *m_offsetRow;
    ApplicantChoice *m_applicant;
    QPushButton *m_keep, *m_confirm, *m_done, *m_open, *m_remove, *m_export;
};

} // namespace rolecall::ui
