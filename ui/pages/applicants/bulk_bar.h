// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the selected applicants, at the foot of the list. What an act needs to know is asked here, in
// place: tags, a stage, a reason.
#pragma once

#include "db/stages.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QStackedLayout;

namespace rolecall::ui {

class FlowRow;
class TextLabel;

class BulkBar : public QWidget
{
    Q_OBJECT
public:
    explicit BulkBar(QWidget *parent = nullptr);

    void setStages(const QList<db::Stage> &stages);
    /// How many are selected; none hides what was being asked.
    void setSelected(int count);
    void setReadOnly(bool readOnly);

    /// Asks for it in place, as the buttons do.
    void askTags();
    void askRejection();
    void askWithdrawal();
    /// A stage does not let some in: why they move anyway, or only the `others` move.
    void askPastCondition(const QString &problem, db::StageId stage, int others);
    /// What is offered with the question, the likeliest first; anything else can be typed.
    void setReasons(const QStringList &rejection, const QStringList &withdrawal);

Q_SIGNALS:
    void tagsGiven(const QString &tags);
    void stageChosen(rolecall::db::StageId stage);
    /// Past the condition of the stage, for this reason.
    void stageForced(rolecall::db::StageId stage, const QString &reason);
    /// Only those the stage lets in.
    void othersMoved(rolecall::db::StageId stage);
    void rejected(const QString &reason);
    void withdrawn(const QString &reason);
    void restoreWanted();
    void copyWanted();
    void compareWanted();
    void messageWanted();
    void interviewWanted();
    /// The question was answered or left: the list may have the focus again.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Asking { Nothing, Tags, Rejection, Withdrawal, PastCondition };
    QPushButton *addButton(FlowRow *row, const QString &text);
    void ask(Asking what, const QString &question, const QString &placeholder, const QString &verb, const QStringList &offered = {});
    void answer();
    void leave();

    Asking m_asking = Asking::Nothing;
    QStackedLayout *m_stack;
    TextLabel *m_count;
    TextLabel *m_question;
    QComboBox *m_field;
    QPushButton *m_confirm;
    QPushButton *m_others;
    QPushButton *m_stage;
    QPushButton *m_compare;
    QPushButton *m_interview;
    bool m_readOnly = false;
    QMenu *m_stages;
    db::StageId m_forced; ///< the stage that was asked about
    QStringList m_rejectionReasons, m_withdrawalReasons;
    QList<QPushButton *> m_writing;
};

} // namespace rolecall::ui
