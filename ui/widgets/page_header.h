// SPDX-License-Identifier: GPL-3.0-or-later
// The head of every page: what it is, how it stands in one line, and what to do next.
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QHBoxLayout;

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
    /// tool tip, visibility and enabled state are followed.
    void setActions(const QList<QAction *> &actions);

private:
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QHBoxLayout *m_buttons;
    QList<QAction *> m_actions;
};

} // namespace rolecall::ui
