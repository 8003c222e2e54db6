// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with the selected applicants, at the foot of the list. What an act needs to know is asked here, in
// place: tags, a stage, a reason.
#pragma once

#include "db/stages.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedLayout;

namespace rolecall::ui {

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

Q_SIGNALS:
    void tagsGiven(const QString &tags);
    void stageChosen(rolecall::db::StageId stage);
    void rejected(const QString &reason);
    void withdrawn(const QString &reason);
    void restoreWanted();
    void copyWanted();
    void compareWanted();
    /// The question was answered or left: the list may have the focus again.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Asking { Nothing, Tags, Rejection, Withdrawal };
    QPushButton *addButton(QWidget *row, const QString &text);
    void ask(Asking what, const QString &question, const QString &placeholder, const QString &verb);
    void answer();
    void leave();

    Asking m_asking = Asking::Nothing;
    QStackedLayout *m_stack;
    TextLabel *m_count;
    TextLabel *m_question;
    QLineEdit *m_field;
    QPushButton *m_confirm;
    QPushButton *m_stage;
    QPushButton *m_compare;
    QMenu *m_stages;
    QList<QPushButton *> m_writing;
};

} // namespace rolecall::ui
