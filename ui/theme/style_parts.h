// SPDX-License-Identifier: GPL-3.0-or-later
// The painters the style is made of; for style*.cpp alone. Each returns false for an element it leaves to Fusion.
#pragma once

#include <QStyle>
#include <QStyleOptionComplex>

namespace rolecall::ui {

bool drawControlPrimitive(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget);
bool drawViewPrimitive(QStyle::PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget);
bool drawTab(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter);
bool drawProgress(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter);
bool drawHeader(QStyle::ControlElement element, const QStyleOption *option, QPainter *painter);
void drawScrollBar(const QStyleOptionSlider &option, QPainter *painter, const QStyle *style, const QWidget *widget);
void drawComboBox(const QStyleOptionComboBox &option, QPainter *painter, const QStyle *style, const QWidget *widget);
void drawSpinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QStyle *style, const QWidget *widget);
void drawSlider(const QStyleOptionSlider &option, QPainter *painter, const QStyle *style, const QWidget *widget);
/// Groove and thumb without arrow buttons.
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);

} // namespace rolecall::ui
