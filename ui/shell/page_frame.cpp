// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_frame.h"

#include "ui/shell/page.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_label.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

/// The page's focus proxy where it names one, else the first control that Tab would reach.
void focusIn(Page *page)
{
    QWidget *target = page->focusProxy();
    for (QWidget *next = page->nextInFocusChain(); !target && next != page && page->isAncestorOf(next); next = next->nextInFocusChain()) {
        if (next->focusPolicy() & Qt::TabFocus && next->isEnabled() && next->isVisibleTo(page))
            target = next;
    }
    if (target)
        target->setFocus(Qt::OtherFocusReason);
}

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

PageFrame::PageFrame(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader)
    , m_tabs(new TabStrip)
    , m_stack(new QStackedWidget)
    , m_foot(new QWidget)
    , m_messages(new MessageBar)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *column = columnIn(this);
    column->addWidget(m_header);
    m_tabs->setAccessibleName(tr("Pages of this role"));
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(12, 0, 12, 0); // the first word stands under the title
    tabs->addWidget(m_tabs);
    column->addLayout(tabs);
    column->addWidget(new Rule);
    column->addWidget(m_stack, 1);
    columnIn(m_foot);
    column->addWidget(m_foot);
    column->addWidget(m_messages);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            Q_EMIT tabChosen(static_cast<PageId>(m_tabs->tabData(index).toInt()));
    });
}

Page *PageFrame::currentPage() const
{
    return static_cast<Page *>(m_stack->currentWidget());
}

void PageFrame::addPage(Page *page)
{
    m_stack->addWidget(page);
    connect(page, &Page::headerChanged, this, [this, page] {
        if (page == currentPage())
            showHeader();
    });
}

// Who works in the page stays in the page; who walks through the navigation stays there.
void PageFrame::bringToFront(Page *page, bool alwaysFocus)
{
    const bool takesFocus = alwaysFocus || m_stack->isAncestorOf(window()->focusWidget());
    m_stack->setCurrentWidget(page);
    if (takesFocus && !page->isAncestorOf(window()->focusWidget()))
        focusIn(page);
    showHeader();
}

void PageFrame::showHeader()
{
    const Page *page = currentPage();
    if (!page)
        return;
    m_header->setTitle(page->title());
    m_header->setSubtitle(page->subtitle());
    m_header->setActions(page->actions());
    Q_EMIT headerChanged();
}

void PageFrame::showTabs(const QList<PageId> &pages, PageId current)
{
    const QSignalBlocker quiet(m_tabs); // showing where we are is not going there
    if (m_tabs->count() != pages.size()) {
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        for (const PageId id : pages)
            m_tabs->setTabData(m_tabs->addTab(pageName(id)), static_cast<int>(id));
    }
    m_tabs->setCurrentIndex(static_cast<int>(pages.indexOf(current)));
    m_tabs->setVisible(isRolePage(current) && currentPage());
}

void PageFrame::addFootWidget(QWidget *widget)
{
    m_foot->layout()->addWidget(widget);
}

} // namespace rolecall::ui
