// SPDX-License-Identifier: GPL-3.0-or-later
// Metrics and dispatch: sizes on a grid of 8 pixels, heights that grow with the font.
#include "ui/theme/style.h"

#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/looks.h"
#include "ui/theme/style_parts.h"
#include "ui/theme/typography.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QTextEdit>

#include <algorithm>

namespace rolecall::ui {

namespace {

bool isTextArea(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (!drawControlPrimitive(element, option, painter, widget) && !drawViewPrimitive(element, option, painter, widget))
        QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (drawTab(element, option, painter) || drawProgress(element, option, painter) || drawHeader(element, option, painter))
        return;
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option); header && element == CE_Header) {
        // Fusion places the label and the arrow by its own measure.
        drawControl(CE_HeaderSection, header, painter, widget);
        QStyleOptionHeader part(*header);
        part.rect = subElementRect(SE_HeaderLabel, header, widget);
        drawControl(CE_HeaderLabel, &part, painter, widget);
        part.rect = subElementRect(SE_HeaderArrow, header, widget);
        drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
        return;
    }
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButtonLabel && button) {
        QStyleOptionButton label(*button);
        const Colours &colours = coloursOf(option->palette);
        const ButtonLook look = lookOf(widget);
        if (option->state & State_Enabled) {
            const QColor text = look == ButtonLook::Primary                              ? colours.onAccent
                : look == ButtonLook::Quiet || (look == ButtonLook::Chip && option->state & State_On) ? colours.accent
                : look == ButtonLook::Caution                                            ? colours.notMet
                                                                                         : colours.text;
            label.palette.setColor(QPalette::ButtonText, text);
        }
        QProxyStyle::drawControl(element, &label, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); slider && control == CC_ScrollBar)
        return drawScrollBar(*slider, painter, this, widget);
    if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && control == CC_ComboBox)
        return drawComboBox(*combo, painter, this, widget);
    if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && control == CC_SpinBox)
        return drawSpinBox(*spin, painter, this, widget);
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); slider && control == CC_Slider)
        return drawSlider(*slider, painter, this, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
    case PM_HeaderMargin:
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 8;
    case PM_DefaultFrameWidth: // room for the round corners of a field
        return isTextArea(widget) ? 5 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonMargin:
        return 16;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
        return 24;
    case PM_SliderLength:
        return 20;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return 9;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_HeaderDefaultSectionSizeVertical:
        return rowHeight(widget ? widget->font() : QGuiApplication::font());
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return 4;
    case PM_FocusFrameHMargin:
        return 8; // the room of text in an item, left and right
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_Table_GridLineColor: {
        const Colours &colours = coloursOf(option ? option->palette : QGuiApplication::palette());
        return static_cast<int>(mixed(colours.line, colours.surface, 0.4).rgb());
    }
    case SH_FormLayoutLabelAlignment:
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents, const QWidget *widget) const
{
    const int row = option ? std::max(32, (option->fontMetrics.height() + 15) / 4 * 4) : 32;
    switch (type) {
    case CT_PushButton: {
        const ButtonLook look = lookOf(widget);
        const int side = look == ButtonLook::Quiet ? 8 : look == ButtonLook::Chip ? 12 : 16;
        return {contents.width() + 2 * side, look == ButtonLook::Chip ? row - 4 : row};
    }
    case CT_LineEdit:
        return {contents.width() + 16, row};
    case CT_ComboBox:
        return {contents.width() + 48, row};
    case CT_SpinBox:
        return {contents.width() + 32, row};
    case CT_ToolButton:
        return {std::max(contents.width() + 12, row), std::max(contents.height() + 8, row)};
    case CT_ItemViewItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width(), std::max(size.height(), row)};
    }
    case CT_HeaderSection: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + 8, std::max(size.height(), row)};
    }
    case CT_MenuItem: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        return item && item->menuItemType == QStyleOptionMenuItem::Separator ? size : QSize(size.width() + 8, std::max(size.height(), row - 4));
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option); slider && control == CC_ScrollBar)
        return visualRect(option->direction, option->rect, scrollBarPart(*slider, part));
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect, option->rect.adjusted(12, 2, -28, -2));
    if (control == CC_ComboBox && part == SC_ComboBoxArrow)
        return visualRect(option->direction, option->rect, QRect(option->rect.right() - 27, option->rect.top(), 24, option->rect.height()));
    if (control == CC_SpinBox) {
        const QRect rect = option->rect;
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const int buttons = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : 24, half = rect.height() / 2;
        const QRect field = rect.adjusted(8, 2, -buttons - 2, -2);
        const QRect part1(rect.right() - buttons - 1, rect.top() + 2, buttons, half - 2), part2(rect.right() - buttons - 1, rect.top() + half, buttons, half - 2);
        return visualRect(option->direction, rect, part == SC_SpinBoxUp ? part1 : part == SC_SpinBoxDown ? part2 : part == SC_SpinBoxEditField ? field : rect);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? option->rect.adjusted(6, 2, -6, -2) : option->rect;
    }
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option); header && element == SE_HeaderArrow)
        return visualRect(option->direction, option->rect, QRect(option->rect.right() - 17, option->rect.top(), 14, option->rect.height()));
    else if (header && element == SE_HeaderLabel)
        return visualRect(option->direction, option->rect, option->rect.adjusted(8, 0, header->sortIndicator == QStyleOptionHeader::None ? -8 : -18, 0));
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    switch (pixmap) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
        return lineIcon(Icon::Close);
    case SP_ToolBarHorizontalExtensionButton:
        return lineIcon(Icon::More);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

QPalette Style::standardPalette() const
{
    return QGuiApplication::palette();
}

void Style::polish(QWidget *widget)
{
    if (auto *view = qobject_cast<QAbstractItemView *>(widget); view && !qobject_cast<QHeaderView *>(widget)) {
        view->setFrameShape(QFrame::NoFrame);
        view->setAttribute(Qt::WA_Hover);
    }
    if (isTextArea(widget))
        widget->installEventFilter(this);
    // Enter presses the button that has the focus, everywhere: Qt does so in dialogs alone.
    if (auto *button = qobject_cast<QPushButton *>(widget); button && !qobject_cast<QDialog *>(button->window()))
        button->setAutoDefault(true);
    QProxyStyle::polish(widget);
}

bool Style::eventFilter(QObject *watched, QEvent *event)
{
    // A text area repaints its page alone when the focus comes; the ring is on its frame.
    if ((event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) && watched->isWidgetType())
        static_cast<QWidget *>(watched)->update();
    return QProxyStyle::eventFilter(watched, event);
}

} // namespace rolecall::ui
