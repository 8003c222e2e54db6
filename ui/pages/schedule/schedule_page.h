// SPDX-License-Identifier: GPL-3.0-or-later
// Schedule: a role's dates and interviews as a list or a month; each is written down beside it. Score sheets and the
// question set open in its place.
#pragma once

#include "app/clock.h"
#include "app/interviews/interview_editing.h"
#include "ui/models/schedule_model.h"
#include "ui/pages/role_page.h"
#include "ui/widgets/calendar_block.h"

class QListView;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace rolecall::ui {

class DateForm;
class EmptyState;
class InterviewForm;
class MonthView;
class ProposalPanel;
class QuestionPanel;
class ScoreSheet;
class TabStrip;
class TextLabel;

class SchedulePage : public RolePage
{
    Q_OBJECT
public:
    /// `clock` and `zone` say what is past, and on which clock times are shown. The session outlives the page.
    SchedulePage(Session &session, app::Clock clock, QString zone, QWidget *parent = nullptr);

    QString subtitle() const override;
    QList<QAction *> actions() const override;
    /// `role`; and `interview` or `deadline` to open, with `score` the interview's score sheet; or `application` to plan one with,
    /// `applications` (a list of numbers) to plan one with each, one after the other.
    void navigateTo(const QVariantMap &arguments) override;

    void planInterview(db::ApplicationId application = {}, const QDate &day = {});
    void planInterviews(const QList<db::ApplicationId> &applications);
    void addDate(const QDate &day = {});
    void openKey(qint64 key);
    void score(db::InterviewId interview);
    void showQuestions();
    QListView &list() { return *m_list; }
    MonthView &month() { return *m_month; }
    InterviewForm &interviewForm() { return *m_interviewForm; }
    DateForm &dateForm() { return *m_dateForm; }
    ScoreSheet &scoreSheet() { return *m_score; }
    QuestionPanel &questions() { return *m_questions; }
    ProposalPanel &proposals() { return *m_proposals; }
    TabStrip &views() { return *m_views; }

protected:
    void refresh(app::Areas changed) override;
    void roleChanged() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeActions();
    QWidget *makeOverview();
    void showItems();
    void showSide(QWidget *form);
    void closeSide();
    void planNext(const app::InterviewPlan &kept);
    void openWanted();
    const ScheduleItem *itemOf(qint64 key) const;
    void act(int key);

    app::Clock m_clock;
    QString m_zone;
    QList<ScheduleItem> m_items;
    int m_gaps = 0;
    QVariantMap m_wanted;
    qint64 m_openKey = 0;
    QList<db::ApplicationId> m_toPlan; ///< interviews with these come after the one that is open
    ScheduleModel *m_model;
    QAction *m_plan, *m_add, *m_question, *m_export, *m_import, *m_close;
    QStackedWidget *m_stack, *m_mode;
    QWidget *m_overview;
    TabStrip *m_views;
    TextLabel *m_coverage;
    QListView *m_list;
    MonthView *m_month;
    EmptyState *m_empty;
    QScrollArea *m_side;
    QStackedWidget *m_forms;
    InterviewForm *m_interviewForm;
    DateForm *m_dateForm;
    ProposalPanel *m_proposals;
    ScoreSheet *m_score;
    QuestionPanel *m_questions;
};

/// What a month and a week draw of these.
QList<CalendarBlock> calendarBlocks(const QList<ScheduleItem> &items, bool movable);

} // namespace rolecall::ui
