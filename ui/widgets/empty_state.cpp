// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/empty_state.h"

#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolecall::ui {

EmptyState::EmptyState(const QString &title, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(title, TextSize::Heading))
    , m_sentence(new TextLabel(sentence, TextSize::Body, Tone::Quiet))
    , m_hint(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_box(new QWidget)
    , m_column(new QVBoxLayout(m_box))
{
    keepRoom(*m_box, 480, Room::Most);
    m_column->setContentsMargins(32, 32, 32, 32);
    m_column->setSpacing(8);
    for (TextLabel *label : {m_title, m_sentence, m_hint}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        m_column->addWidget(label);
    }
    m_hint->hide();
    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(m_box, 8);
    across->addStretch(1);
    auto *down = new QVBoxLayout(this);
    down->addStretch(2);
    down->addLayout(across);
    down->addStretch(3);
}

void EmptyState::setTexts(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

void EmptyState::setActions(QAction *primary, QAction *secondary)
{
    delete m_buttons;
    m_buttons = nullptr;
    if (!primary && !secondary)
        return;
    m_buttons = new QWidget;
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 16, 0, 8);
    row->addStretch();
    for (QAction *action : {primary, secondary}) {
        if (!action)
            continue;
        auto *button = new QPushButton;
        const auto follow = [button, action] {
            button->setText(action->text());
            button->setEnabled(action->isEnabled());
            button->setToolTip(action->toolTip() == action->text() ? QString() : action->toolTip());
        };
        follow();
        if (action == primary)
            setPrimary(button);
        connect(action, &QAction::changed, button, follow);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        row->addWidget(button);
    }
    row->addStretch();
    m_column->insertWidget(2, m_buttons);
}

void EmptyState::setDropHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    update();
}

void EmptyState::paintEvent(QPaintEvent *)
{
    if (m_hint->text().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(coloursOf(palette()).control, 1.2);
    pen.setDashPattern({4, 4});
    painter.setPen(pen);
    painter.drawRoundedRect(QRectF(m_box->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
}

} // namespace rolecall::ui
