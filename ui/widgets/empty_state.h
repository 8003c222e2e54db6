// SPDX-License-Identifier: GPL-3.0-or-later
// A page or list without content: it says what belongs here and offers the action that fills it.
#pragma once

#include <QWidget>

class QAction;
class QVBoxLayout;

namespace rolecall::ui {

class TextLabel;

class EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &sentence);
    /// Buttons for these; either may be null.
    void setActions(QAction *primary, QAction *secondary = nullptr);
    /// A dashed outline with this text ("or drop a posting here"); empty: none.
    void setDropHint(const QString &hint);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_title;
    TextLabel *m_sentence;
    TextLabel *m_hint;
    QWidget *m_box;
    QWidget *m_buttons = nullptr;
    QVBoxLayout *m_column;
};

} // namespace rolecall::ui
