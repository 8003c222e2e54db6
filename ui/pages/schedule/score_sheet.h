// SPDX-License-Identifier: GPL-3.0-or-later
// One interviewer's score sheet: the role's questions beside the levels, kept as the interview's own review.
#pragma once

#include "db/interviews.h"
#include "db/qualities.h"
#include "ui/widgets/level_buttons.h"

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace rolecall::ui {

class CriteriaPane;
class Session;
class TextLabel;

class ScoreSheet : public QWidget
{
    Q_OBJECT
public:
    explicit ScoreSheet(Session &session, QWidget *parent = nullptr);

    void show(const db::Interview &interview);
    void reload();
    db::InterviewId interview() const { return m_interview.id; }
    CriteriaPane &criteria() { return *m_criteria; }

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showQuestions(const QList<db::Quality> &mine);
    void showSheet();
    bool isSealed();
    void rate(db::QualityId quality, const LevelChoice &choice, bool goOn);

    Session &m_session;
    db::Interview m_interview;
    QStringList m_shown; ///< the criteria there are rows for
    TextLabel *m_title, *m_detail;
    QWidget *m_questionBox;
    QVBoxLayout *m_questions;
    CriteriaPane *m_criteria;
};

} // namespace rolecall::ui
