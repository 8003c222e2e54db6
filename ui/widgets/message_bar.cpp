// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/message_bar.h"

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace rolecall::ui {

namespace {

bool staysUntilSeen(Message::Kind kind)
{
    return kind == Message::Kind::Warning || kind == Message::Kind::Failure;
}

struct Dress
{
    Icon icon;
    QColor ink, ground;
};

Dress dressOf(Message::Kind kind, const Colours &colours)
{
    switch (kind) {
    case Message::Kind::Info:
        return {Icon::Info, colours.accent, colours.accentSoft};
    case Message::Kind::Success:
        return {Icon::Check, colours.met, colours.metSoft};
    case Message::Kind::Warning:
        return {Icon::Warning, colours.partly, colours.partlySoft};
    case Message::Kind::Failure:
        return {Icon::Failure, colours.notMet, colours.notMetSoft};
    }
    return {Icon::Info, colours.accent, colours.accentSoft};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel)
    , m_more(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_close(new QToolButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(44, 6, 8, 6);
    row->setSpacing(8);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(32);
    row->addWidget(m_text, 1);
    row->addWidget(m_more);
    for (int i = 0; i < 2; ++i) {
        m_buttons[i] = new QPushButton;
        setLook(m_buttons[i], i == 0 ? ButtonLook::Plain : ButtonLook::Quiet);
        connect(m_buttons[i], &QPushButton::clicked, this, [this, i] { act(i); });
        row->addWidget(m_buttons[i]);
    }
    m_close->setIcon(lineIcon(Icon::Close));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss the message"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    row->addWidget(m_close);
    setAccessibleName(tr("Message"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(6000);
    connect(&m_timer, &QTimer::timeout, this, &MessageBar::dismiss);
    hide();
}

void MessageBar::show(const Message &message)
{
    if (!m_messages.isEmpty() && (!staysUntilSeen(m_messages.last().kind) || m_messages.last().text == message.text))
        m_messages.removeLast();
    m_messages.append(message);
    refresh(true);
}

void MessageBar::dismiss()
{
    if (m_messages.isEmpty())
        return;
    m_messages.removeLast();
    refresh(false);
}

void MessageBar::dismissAll()
{
    m_messages.clear();
    refresh(false);
}

void MessageBar::outdate()
{
    if (!m_messages.isEmpty() && m_messages.last().kind == Message::Kind::Success)
        dismiss();
}

void MessageBar::refresh(bool announced)
{
    m_timer.stop();
    if (m_messages.isEmpty()) {
        hide();
        return;
    }
    const Message &message = m_messages.last();
    m_text->setText(message.text);
    setAccessibleDescription(message.text);
    m_more->setText(tr("%n earlier", nullptr, waiting()));
    m_more->setVisible(waiting() > 0);
    for (int i = 0; i < 2; ++i) {
        m_buttons[i]->setVisible(i < message.actions.size());
        m_buttons[i]->setText(i < message.actions.size() ? message.actions.at(i).text : QString());
    }
    if (message.kind == Message::Kind::Info && !underMouse())
        m_timer.start();
    setVisible(true);
    update();
    if (announced) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void MessageBar::act(int index)
{
    if (m_messages.isEmpty() || index >= m_messages.last().actions.size())
        return;
    const auto run = m_messages.last().actions.at(index).run;
    dismiss(); // first, as the action may have something to say itself
    if (run)
        run();
}

void MessageBar::paintEvent(QPaintEvent *)
{
    if (m_messages.isEmpty())
        return;
    QPainter painter(this);
    const Dress dress = dressOf(m_messages.last().kind, coloursOf(palette()));
    painter.fillRect(rect(), dress.ground);
    paintIcon(painter, QRectF(16, 0, 20, height()), dress.icon, dress.ink, 18);
}

void MessageBar::enterEvent(QEnterEvent *event)
{
    m_timer.stop();
    QWidget::enterEvent(event);
}

void MessageBar::leaveEvent(QEvent *event)
{
    if (current() && current()->kind == Message::Kind::Info)
        m_timer.start();
    QWidget::leaveEvent(event);
}

} // namespace rolecall::ui
