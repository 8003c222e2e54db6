// SPDX-License-Identifier: GPL-3.0-or-later
// The few line icons of the interface, drawn as strokes: nothing to load at start-up, sharp at any scale, any colour.
#pragma once

#include <QIcon>

class QPainter;
class QRectF;

namespace rolecall::ui {

enum class Icon {
    None, Today, Roles, People, Calendar, Reports, Import, History, Settings, Help, Search, Close, Info, Check, Warning,
    Failure, Undo, Redo, Add, Remove, Edit, Document, Mail, More, Filter, Columns, Board, Table, Export, Back, Forward,
    ChevronDown, ChevronUp, ChevronRight, ChevronLeft, Lock, Eye, EyeOff, Star, Drop,
};

/// Strokes the icon into the square in the middle of `rect`, with its natural size a side of `side` pixels.
void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &colour, double side = 16);

/// An icon for buttons and actions; it takes its colour from the palette at the time it is painted.
QIcon lineIcon(Icon icon);

} // namespace rolecall::ui
