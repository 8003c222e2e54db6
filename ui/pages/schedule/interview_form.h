// SPDX-License-Identifier: GPL-3.0-or-later
// One interview in full: who, when on whose clock, where, with whom, what is assessed; what is not right with it as it is written.
#pragma once

#include "app/clock.h"
#include "app/interviews/interview_checks.h"
#include "db/reviewers.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace rolecall::ui {

class ApplicantChoice;
class AssessGrid;
class ChipBar;
class Session;
class TextLabel;
class ZoneChoice;

class InterviewForm : public QWidget
{
    Q_OBJECT
public:
    InterviewForm(Session &session, app::Clock clock, QWidget *parent = nullptr);

    /// One that is stored, or a new one.
    void edit(db::RoleId role, const app::InterviewPlan &plan);
    /// How many are planned after this new one.
    void setFurther(int count);
    db::InterviewId interview() const { return m_plan.interview.id; }
    app::InterviewPlan written() const;
    QStringList warnings() const { return m_warnings; }
    void focusFirst();
    void keep();

Q_SIGNALS:
    void closed();
    void kept(const rolecall::app::InterviewPlan &plan);
    void scoreWanted(rolecall::db::InterviewId interview);
    void exportWanted(rolecall::db::InterviewId interview);

private:
    void makeForm();
    QWidget *makeButtons();
    void readPeople();
    void showGrid(const QList<db::Assessment> &ticked);
    void check();
    void setStatus(const char *status);
    QList<db::ReviewerId> panel() const;

    Session &m_session;
    app::Clock m_clock;
    db::RoleId m_role;
    app::InterviewPlan m_plan;
    db::Interview m_shown; ///< as the fields began; in a blind role without names
    QList<db::Reviewer> m_reviewers;
    QList<db::Quality> m_qualities;
    QStringList m_warnings;
    QTimer m_checkTimer;
    bool m_filling = false;
    TextLabel *m_title, *m_state, *m_checks;
    ApplicantChoice *m_applicant;
    QComboBox *m_stage;
    QDateEdit *m_day;
    QTimeEdit *m_time;
    ZoneChoice *m_zone;
    QCheckBox *m_second;
    QSpinBox *m_minutes;
    QLineEdit *m_place, *m_link, *m_note;
    ChipBar *m_panel;
    AssessGrid *m_grid;
    QPushButton *m_keep, *m_confirm, *m_held, *m_cancel, *m_again, *m_score, *m_export, *m_remove;
};

} // namespace rolecall::ui
