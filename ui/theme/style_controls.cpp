// SPDX-License-Identifier: GPL-3.0-or-later
// Buttons, fields, boxes, tabs and progress.
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/looks.h"
#include "ui/theme/style.h"
#include "ui/theme/style_parts.h"
#include "ui/theme/typography.h"

#include <QComboBox>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QTextEdit>

namespace rolecall::ui {

namespace {

void drawBody(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &outline, double radius)
{
    painter.setPen(outline.isValid() ? QPen(outline, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = outline.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
}

void drawButton(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const Colours &colours = coloursOf(option.palette);
    const ButtonLook look = lookOf(widget);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool hover = enabled && option.state & QStyle::State_MouseOver;
    const bool pressed = enabled && option.state & QStyle::State_Sunken;
    const bool on = option.state & QStyle::State_On;
    const double shade = pressed ? 0.12 : hover ? 0.05 : 0;
    const double radius = look == ButtonLook::Chip ? option.rect.height() / 2.0 : 6;
    QColor fill = mixed(colours.surface, colours.text, shade);
    QColor outline = mixed(colours.line, colours.text, hover ? 0.2 : 0.08);
    if (look == ButtonLook::Primary) {
        fill = enabled ? mixed(colours.accent, colours.text, shade * 1.6) : colours.openSoft;
        outline = QColor();
    } else if (look == ButtonLook::Quiet) {
        fill = shade > 0 ? mixed(colours.accentSoft, colours.accent, shade) : QColor();
        outline = QColor();
    } else if (on) {
        fill = mixed(colours.accentSoft, colours.accent, shade);
        outline = look == ButtonLook::Chip ? colours.accent : mixed(colours.accent, colours.surface, 0.4);
    } else if (look == ButtonLook::Caution) {
        fill = shade > 0 ? colours.notMetSoft : colours.surface;
        outline = mixed(colours.notMet, colours.surface, 0.4);
    }
    drawBody(painter, option.rect, fill, outline, radius);
    if (option.state & QStyle::State_HasFocus) {
        drawFocusRing(painter, option.rect, option.palette, radius);
        if (look == ButtonLook::Primary) { // a gap, as the ring has the ground's colour
            painter.setPen(QPen(colours.surface, 1.5));
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2);
        }
    }
}

void drawField(const QStyleOption &option, QPainter &painter)
{
    const Colours &colours = coloursOf(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    drawBody(painter, option.rect, enabled ? colours.surface : colours.window,
             mixed(colours.line, colours.control, option.state & QStyle::State_MouseOver && enabled ? 1.0 : 0.55), 6);
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(painter, option.rect, option.palette);
}

void drawIndicator(const QStyleOption &option, QPainter &painter, bool round)
{
    const Colours &colours = coloursOf(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool filled = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const QRectF box = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const QColor accent = enabled ? colours.accent : colours.control;
    drawBody(painter, box, filled ? accent : colours.surface,
             filled ? accent : option.state & QStyle::State_MouseOver ? colours.text : colours.control, round ? box.height() / 2 : 4);
    if (option.state & QStyle::State_NoChange) {
        painter.fillRect(QRectF(box.left() + 4, box.center().y() - 1, box.width() - 8, 2), colours.onAccent);
    } else if (filled && round) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.onAccent);
        painter.drawEllipse(box.center(), 3, 3);
    } else if (filled) {
        paintIcon(painter, box, Icon::Check, colours.onAccent, 12);
    }
}

Icon arrowIcon(QStyle::PrimitiveElement element)
{
    return element == QStyle::PE_IndicatorArrowDown ? Icon::ChevronDown
        : element == QStyle::PE_IndicatorArrowUp    ? Icon::ChevronUp
        : element == QStyle::PE_IndicatorArrowLeft  ? Icon::ChevronLeft
                                                    : Icon::ChevronRight;
}

} // namespace

void drawFocusRing(QPainter &painter, const QRectF &rect, const QPalette &palette, double radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(coloursOf(palette).accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

bool drawControlPrimitive(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const Colours &colours = coloursOf(option->palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    bool drawn = true;
    switch (element) {
    case QStyle::PE_PanelButtonCommand:
        drawButton(*option, *painter, widget);
        break;
    case QStyle::PE_FrameDefaultButton:
        break;
    case QStyle::PE_PanelButtonTool: {
        const bool pressed = option->state & QStyle::State_Sunken, hover = option->state & QStyle::State_MouseOver;
        if (option->state & QStyle::State_On)
            drawBody(*painter, option->rect, colours.accentSoft, {}, 6);
        else if (option->state & QStyle::State_Enabled && (pressed || hover))
            drawBody(*painter, option->rect, mixed(colours.surface, colours.text, pressed ? 0.14 : 0.07), {}, 6);
        if (option->state & QStyle::State_HasFocus)
            drawFocusRing(*painter, option->rect, option->palette);
        break;
    }
    case QStyle::PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(*option, *painter);
        else if (!widget || !widget->parentWidget() || !widget->parentWidget()->inherits("QAbstractSpinBox"))
            painter->fillRect(option->rect, option->palette.base());
        break;
    }
    case QStyle::PE_FrameLineEdit:
        break;
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        drawIndicator(*option, *painter, false);
        break;
    case QStyle::PE_IndicatorRadioButton:
        drawIndicator(*option, *painter, true);
        break;
    case QStyle::PE_IndicatorArrowDown:
    case QStyle::PE_IndicatorArrowUp:
    case QStyle::PE_IndicatorArrowLeft:
    case QStyle::PE_IndicatorArrowRight:
        paintIcon(*painter, option->rect, arrowIcon(element), colours.quietText, 12);
        break;
    case QStyle::PE_PanelMenu:
    case QStyle::PE_PanelTipLabel:
        painter->fillRect(option->rect, colours.surface);
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(mixed(colours.line, colours.text, 0.1));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        break;
    case QStyle::PE_Frame:
        if (qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget))
            drawField(*option, *painter);
        else
            drawn = false;
        break;
    case QStyle::PE_FrameMenu:
    case QStyle::PE_FrameStatusBarItem:
    case QStyle::PE_FrameTabBarBase:
        break;
    case QStyle::PE_FrameFocusRect:
        if (!qobject_cast<const QPushButton *>(widget) && !qobject_cast<const QComboBox *>(widget) && option->state & QStyle::State_HasFocus)
            drawFocusRing(*painter, option->rect, option->palette, 4);
        break;
    default:
        drawn = false;
    }
    painter->restore();
    return drawn;
}

bool drawTab(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter)
{
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (!tab || (element != QStyle::CE_TabBarTabShape && element != QStyle::CE_TabBarTabLabel))
        return false;
    const Colours &colours = coloursOf(option->palette);
    const bool selected = option->state & QStyle::State_Selected;
    const bool hover = option->state & QStyle::State_MouseOver && option->state & QStyle::State_Enabled;
    const QRect rect = option->rect;
    if (element == QStyle::CE_TabBarTabShape) {
        const QRectF underline(rect.left() + 12, rect.bottom() - 1, rect.width() - 24, 2);
        if (selected)
            painter->fillRect(underline, colours.accent);
        else if (hover)
            painter->fillRect(underline, colours.control);
        return true;
    }
    painter->save();
    painter->setPen(!(option->state & QStyle::State_Enabled) ? option->palette.color(QPalette::Disabled, QPalette::Text)
                        : selected || hover                  ? colours.text
                                                             : colours.quietText);
    painter->drawText(rect, Qt::AlignCenter | Qt::TextShowMnemonic, tab->text);
    if (option->state & QStyle::State_HasFocus)
        drawFocusRing(*painter, QRectF(rect).adjusted(3, 3, -3, -5), option->palette, 4);
    painter->restore();
    return true;
}

bool drawProgress(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter)
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return false;
    const Colours &colours = coloursOf(option->palette);
    const QRectF rect = option->rect;
    const double radius = std::min(4.0, rect.height() / 2);
    const double range = bar->maximum - bar->minimum;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (element == QStyle::CE_ProgressBarGroove) {
        drawBody(*painter, rect, colours.openSoft, {}, radius);
    } else if (element == QStyle::CE_ProgressBarContents) {
        if (range > 0) {
            QPainterPath groove;
            groove.addRoundedRect(rect, radius, radius);
            painter->setClipPath(groove);
            const double done = (bar->progress - bar->minimum) / range * rect.width();
            const bool right = option->direction == Qt::RightToLeft;
            drawBody(*painter, QRectF(right ? rect.right() - done : rect.left(), rect.top(), done, rect.height()), colours.accent, {}, radius);
        } else { // how much there is to do is unknown: even marks, no false promise
            for (double x = rect.left(); x < rect.right(); x += 16)
                drawBody(*painter, QRectF(x, rect.top(), std::min(8.0, rect.right() - x), rect.height()), colours.accent, {}, radius);
        }
    } else if (element == QStyle::CE_ProgressBarLabel && bar->textVisible) {
        painter->setPen(colours.text);
        painter->drawText(option->rect, Qt::AlignCenter, bar->text);
    }
    painter->restore();
    return element == QStyle::CE_ProgressBarGroove || element == QStyle::CE_ProgressBarContents || element == QStyle::CE_ProgressBarLabel;
}

void drawComboBox(const QStyleOptionComboBox &option, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QStyleOption body(option);
    body.state.setFlag(QStyle::State_On, false);
    if (option.frame && option.editable)
        drawField(body, *painter);
    else if (option.frame)
        drawButton(body, *painter, nullptr);
    const QRect arrow = style->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow, widget);
    paintIcon(*painter, arrow, Icon::ChevronDown, coloursOf(option.palette).quietText, 14);
    painter->restore();
}

void drawSpinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.frame)
        drawField(option, *painter);
    const Colours &colours = coloursOf(option.palette);
    for (const auto part : {QStyle::SC_SpinBoxUp, QStyle::SC_SpinBoxDown}) {
        if (!(option.subControls & part) || option.buttonSymbols == QAbstractSpinBox::NoButtons)
            continue;
        const QRect rect = style->subControlRect(QStyle::CC_SpinBox, &option, part, widget);
        const bool up = part == QStyle::SC_SpinBoxUp;
        const bool possible = option.stepEnabled & (up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
        const bool hover = option.activeSubControls == part && option.state & QStyle::State_MouseOver;
        paintIcon(*painter, rect, up ? Icon::ChevronUp : Icon::ChevronDown,
                  possible ? (hover ? colours.text : colours.quietText) : colours.line, 10);
    }
    painter->restore();
}

void drawSlider(const QStyleOptionSlider &option, QPainter *painter, const QStyle *style, const QWidget *widget)
{
    const Colours &colours = coloursOf(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled, lying = option.orientation == Qt::Horizontal;
    const QRectF handle = style->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, widget);
    const QPointF centre = handle.center();
    const QRectF all = option.rect;
    const QRectF groove = lying ? QRectF(all.left() + 2, std::round(centre.y()) - 2, all.width() - 4, 4)
                                : QRectF(std::round(centre.x()) - 2, all.top() + 2, 4, all.height() - 4);
    QRectF filled = groove;
    if (lying) // the side of the lower values
        (option.direction == Qt::RightToLeft) != option.upsideDown ? filled.setLeft(centre.x()) : filled.setRight(centre.x());
    else
        option.upsideDown ? filled.setTop(centre.y()) : filled.setBottom(centre.y());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawBody(*painter, groove, mixed(colours.openSoft, colours.text, 0.06), {}, 2);
    drawBody(*painter, filled, enabled ? colours.accent : colours.control, {}, 2);
    painter->setPen(QPen(enabled ? colours.accent : colours.control, 2));
    painter->setBrush(option.activeSubControls & QStyle::SC_SliderHandle ? colours.accentSoft : colours.surface);
    painter->drawEllipse(centre, 6, 6);
    if (option.state & QStyle::State_HasFocus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colours.accent, 1.5));
        painter->drawEllipse(centre, 9, 9);
    }
    painter->restore();
}

} // namespace rolecall::ui
