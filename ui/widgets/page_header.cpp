// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_header.h"

#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>
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
        button->setVisible(action->isVisible());
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
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 8);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    row->addWidget(m_title, 1);
    m_buttons->setSpacing(8);
    row->addLayout(m_buttons);
    column->addLayout(row);
    column->addWidget(m_subtitle); // the whole width is its own
    m_title->setMinimumHeight(40); // the same with and without buttons
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
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
    m_actions = actions;
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide(); // not to be seen beside the new ones until then
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (qsizetype i = actions.size() - 1; i >= 0; --i) { // the primary one at the end, where the eye arrives
        QPushButton *button = buttonFor(actions.at(i), this);
        const bool shown = actions.at(i)->isVisible();
        if (i == 0)
            setPrimary(button);
        m_buttons->addWidget(button);
        button->setVisible(shown);
    }
}

} // namespace rolecall::ui
