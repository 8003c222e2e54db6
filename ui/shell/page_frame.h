// SPDX-License-Identifier: GPL-3.0-or-later
// What stands right of the navigation: the page's head, the tabs of a role, the page in front, and the messages at the foot.
#pragma once

#include "ui/shell/page_id.h"

#include <QWidget>

class QStackedWidget;

namespace rolecall::ui {

class MessageBar;
class Page;
class PageHeader;
class TabStrip;

class PageFrame : public QWidget
{
    Q_OBJECT
public:
    explicit PageFrame(QWidget *parent = nullptr);

    /// Null until the first page came.
    Page *currentPage() const;
    /// Takes the page; the first one is in front at once.
    void addPage(Page *page);
    /// A page that was added comes to the front. The focus follows where it was in the page before, or always.
    void bringToFront(Page *page, bool alwaysFocus);
    /// The words and actions of the page in front.
    void showHeader();
    /// The tabs, in this order; `current` is chosen where it is one of them, else the tabs are not shown.
    void showTabs(const QList<PageId> &pages, PageId current);
    /// Above the messages: a progress strip, for example.
    void addFootWidget(QWidget *widget);
    MessageBar &messages() { return *m_messages; }

Q_SIGNALS:
    void tabChosen(rolecall::ui::PageId page);
    /// The page in front says its words anew.
    void headerChanged();

private:
    PageHeader *m_header;
    TabStrip *m_tabs;
    QStackedWidget *m_stack;
    QWidget *m_foot;
    MessageBar *m_messages;
};

} // namespace rolecall::ui
