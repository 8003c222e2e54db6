// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_header.h"

#include "ui/theme/icons.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

// With its parent from the first: a widget that is made visible without one is a window of its own for a moment.
QPushButton *buttonFor(QAction *action, QWidget *parent)
{
    auto *button = new QPushButton(parent);
    const auto follow = [button, action] {
        button->setText(action->text());
        button->setToolTip(action->toolTip() == action->text() ? QString() : action->toolTip());
        button->setEnabled(action->isEnabled());
        button->setCheckable(action->isCheckable());
        button->setChecked(action->isChecked());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(action, &QObject::destroyed, button, &QObject::deleteLater);
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel({}, TextSize::Title))
    , m_subtitle(new ElidedLabel({}, TextSize::Body, Tone::Quiet))
    , m_buttons(new QHBoxLayout)
    , m_more(new QToolButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 8);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addSpacing(8);
    m_buttons->setSpacing(8);
    m_more->setIcon(lineIcon(Icon::More));
    m_more->setAutoRaise(true);
    m_more->setToolTip(tr("More actions"));
    m_more->setAccessibleName(tr("More actions"));
    m_more->hide();
    connect(m_more, &QToolButton::clicked, this, &PageHeader::showMore);
    row->addWidget(m_more);
    row->setSpacing(8);
    row->addLayout(m_buttons);
    column->addLayout(row);
    column->addWidget(m_subtitle); // the whole width is its own
    m_title->setMinimumHeight(40); // the same with and without buttons
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    shareRoom();
}

void PageHeader::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

void PageHeader::setActions(const QList<QAction *> &actions)
{
    if (actions == m_actions)
        return;
    for (QAction *action : std::as_const(m_actions))
        disconnect(action, nullptr, this, nullptr);
    m_actions = actions;
    m_shown.clear();
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide(); // not to be seen beside the new ones until then
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (qsizetype i = actions.size() - 1; i >= 0; --i) { // the primary one at the end, where the eye arrives
        QPushButton *button = buttonFor(actions.at(i), this);
        if (i == 0)
            setPrimary(button);
        m_buttons->addWidget(button);
        m_shown.prepend(button);
        connect(actions.at(i), &QAction::changed, this, &PageHeader::shareRoom);
        connect(actions.at(i), &QObject::destroyed, this, [this, gone = actions.at(i), button] {
            m_actions.removeOne(gone);
            m_shown.removeOne(button);
        });
    }
    shareRoom();
}

// The title is whole before a secondary button is; the primary one always stands.
void PageHeader::shareRoom()
{
    const QMargins margins = layout()->contentsMargins();
    const int wanted = m_title->sizeHint().width() + 16, spacing = m_buttons->spacing();
    int room = width() - margins.left() - margins.right();
    QList<qsizetype> visible;
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        if (m_actions.at(i)->isVisible()) {
            visible << i;
            room -= m_shown.at(i)->sizeHint().width() + spacing;
        }
    }
    bool more = false;
    while (room < wanted && visible.size() > 1) {
        room += m_shown.at(visible.takeLast())->sizeHint().width() + spacing;
        if (!more)
            room -= m_more->sizeHint().width() + spacing;
        more = true;
    }
    for (qsizetype i = 0; i < m_shown.size(); ++i)
        m_shown.at(i)->setVisible(visible.contains(i));
    m_more->setVisible(more);
}

void PageHeader::showMore()
{
    auto *menu = new QMenu(window());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        if (m_actions.at(i)->isVisible() && m_shown.at(i)->isHidden())
            menu->addAction(m_actions.at(i));
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

// Secondary buttons give way, so they are no reason for a wide window.
QSize PageHeader::minimumSizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    int width = m_title->minimumSizeHint().width() + 16 + margins.left() + margins.right();
    if (!m_shown.isEmpty())
        width += m_shown.first()->sizeHint().width() + m_buttons->spacing();
    if (m_shown.size() > 1)
        width += m_more->sizeHint().width() + m_buttons->spacing();
    return {width, QWidget::minimumSizeHint().height()};
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareRoom();
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &PageHeader::shareRoom, Qt::QueuedConnection);
}

} // namespace rolecall::ui
