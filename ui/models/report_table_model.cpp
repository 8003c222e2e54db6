// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/report_table_model.h"

#include <QLocale>

namespace rolecall::ui {

void ReportTableModel::setTable(const app::ReportTable &table)
{
    beginResetModel();
    m_table = table;
    endResetModel();
}

QVariant ReportTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QVariant cell = m_table.rows.at(index.row()).value(index.column());
    const bool isText = cell.typeId() == QMetaType::QString;
    switch (role) {
    case Qt::DisplayRole:
        if (!cell.isValid())
            return QStringLiteral("–");
        if (cell.typeId() == QMetaType::Double)
            return QLocale().toString(cell.toDouble(), 'f', 2);
        return isText ? cell : QVariant(QLocale().toString(cell.toLongLong()));
    case Qt::ToolTipRole:
        return isText ? cell : QVariant();
    case Qt::TextAlignmentRole:
        return int((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ReportTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_table.columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_table.columns.at(section);
    if (role == Qt::TextAlignmentRole) {
        const bool isText = m_table.rows.isEmpty() || m_table.rows.first().value(section).typeId() == QMetaType::QString;
        return int((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
    return {};
}

} // namespace rolecall::ui
