// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text_label.h"

#include "ui/theme/colours.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace rolecall::ui {

TextLabel::TextLabel(const QString &text, TextSize size, Tone tone, QWidget *parent)
    : QLabel(text, parent)
    , m_size(size)
{
    setTextFormat(Qt::PlainText);
    if (tone == Tone::Quiet)
        setForegroundRole(QPalette::PlaceholderText);
    if (size != TextSize::Body)
        setFont(textFont(size));
}

bool TextLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange && m_size != TextSize::Body)
        setFont(textFont(m_size));
    return QLabel::event(event);
}

ElidedLabel::ElidedLabel(const QString &text, TextSize size, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
    , m_tone(tone)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    if (size != TextSize::Body)
        setFont(textFont(size));
    setText(text);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

bool ElidedLabel::isElided() const
{
    return fontMetrics().horizontalAdvance(m_text) > contentsRect().width();
}

QSize ElidedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + 1, fontMetrics().height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, fontMetrics().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = coloursOf(palette());
    painter.setPen(m_tone == Tone::Quiet ? colours.quietText : colours.text);
    painter.drawText(contentsRect(), static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::TextSingleLine,
                     fontMetrics().elidedText(m_text, Qt::ElideRight, contentsRect().width()));
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange && m_size != TextSize::Body)
        setFont(textFont(m_size));
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        if (isElided())
            QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), m_text.toHtmlEscaped(), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace rolecall::ui
