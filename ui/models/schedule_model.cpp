// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/schedule_model.h"

namespace rolecall::ui {

QVariant ScheduleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ScheduleItem &item = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.title;
    case DetailRole:
        return item.detail;
    case MarkRole:
        return int(item.mark);
    case MarkTextRole:
        return item.markText;
    case Qt::ToolTipRole:
        return item.deadline && !item.deadline->sentence.isEmpty() ? QVariant(item.deadline->sentence) : QVariant();
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(item.title, item.detail, item.markText);
    case IdRole:
        return item.key;
    default:
        return {};
    }
}

} // namespace rolecall::ui
