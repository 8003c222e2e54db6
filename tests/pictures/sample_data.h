// SPDX-License-Identifier: GPL-3.0-or-later
// Invented people for the pictures of widgets; pages are pictured on the example workspace.
#pragma once

#include <QStandardItemModel>

namespace rolecall::pictures {

/// Rows with the roles of ui/item_roles.h.
QStandardItemModel *applicantsModel(QObject *parent, bool ranked);
QStandardItemModel *agendaModel(QObject *parent);
/// A matrix of levels with a name in the first column.
QStandardItemModel *matrixModel(QObject *parent, int rows);

} // namespace rolecall::pictures
