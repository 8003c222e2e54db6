// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/help/help_page.h"

#include "ui/pages/help/help_topics.h"
#include "ui/pages/help/help_view.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_room.h"

#include <QHBoxLayout>
#include <QListWidget>

namespace rolecall::ui {

HelpPage::HelpPage(QWidget *parent)
    : Page(parent)
    , m_topics(new QListWidget)
    , m_view(new HelpView)
{
    m_topics->setFrameShape(QFrame::NoFrame);
    keepRoom(*m_topics, 232, Room::Fixed);
    m_topics->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_topics->setAccessibleName(tr("Topics"));
    for (const HelpTopic &topic : helpTopics()) {
        auto *item = new QListWidgetItem(topic.title, m_topics);
        item->setData(Qt::UserRole, topic.name);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 8, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_topics);
    row->addWidget(new Rule(Qt::Vertical));
    row->addWidget(m_view, 1);
    connect(m_topics, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            m_view->setTopic(helpText(item->data(Qt::UserRole).toString()));
    });
    connect(m_view, &HelpView::topicWanted, this, &HelpPage::showTopic);
    m_topics->setCurrentRow(0);
    setFocusProxy(m_topics);
}

void HelpPage::navigateTo(const QVariantMap &arguments)
{
    if (const QString topic = arguments.value(topicArgument).toString(); !topic.isEmpty())
        showTopic(topic);
}

QString HelpPage::topic() const
{
    const QListWidgetItem *item = m_topics->currentItem();
    return item ? item->data(Qt::UserRole).toString() : QString();
}

void HelpPage::showTopic(const QString &topic)
{
    for (int row = 0; row < m_topics->count(); ++row) {
        if (m_topics->item(row)->data(Qt::UserRole).toString() == topic)
            m_topics->setCurrentRow(row);
    }
}

} // namespace rolecall::ui
