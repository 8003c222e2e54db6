// SPDX-License-Identifier: GPL-3.0-or-later
// A role's question set: the same questions for everybody, each about a quality or about none.
#pragma once

#include "db/interviews.h"
#include "db/qualities.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace rolecall::ui {

class Session;
class TextLabel;

class QuestionPanel : public QWidget
{
    Q_OBJECT
public:
    explicit QuestionPanel(Session &session, QWidget *parent = nullptr);

    void setRole(db::RoleId role);
    void reload();
    QListWidget &list() { return *m_list; }
    void begin(db::QuestionId question);
    void keep();

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const db::Question *current() const;
    void showCurrent();
    void move(int places);
    void remove();

    Session &m_session;
    db::RoleId m_role;
    QList<db::Question> m_questions;
    QList<db::Quality> m_qualities;
    QListWidget *m_list;
    TextLabel *m_missing;
    QComboBox *m_quality;
    QLineEdit *m_text;
    QPlainTextEdit *m_guidance;
    QPushButton *m_keep, *m_new, *m_up, *m_down, *m_remove;
    db::QuestionId m_edited;
};

} // namespace rolecall::ui
