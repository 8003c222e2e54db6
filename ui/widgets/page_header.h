// SPDX-License-Identifier: GPL-3.0-or-later
// The head of every page: what it is, how it stands in one line, and what to do next.
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace rolecall::ui {

class ElidedLabel;

class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    /// The first is the page's one primary action, the others are secondary; they stay their owner's, and their text,
    /// tool tip, visibility and enabled state are followed. Where the title needs their room, secondary ones move into
    /// a menu, from the last on.
    void setActions(const QList<QAction *> &actions);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void shareRoom();
    void showMore();
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QHBoxLayout *m_buttons;
    QList<QAction *> m_actions;
    QList<QPushButton *> m_shown; ///< one for each action, in their order
    QToolButton *m_more;
};

} // namespace rolecall::ui
