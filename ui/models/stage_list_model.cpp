// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stage_list_model.h"

#include "ui/item_roles.h"

#include <QLocale>
#include <QMimeData>

#include <algorithm>

namespace rolecall::ui {

namespace {

const QString draggedStage = QStringLiteral("application/x-rolecall-stage");

} // namespace

QList<std::pair<QString, QString>> stageKinds()
{
    return {{QStringLiteral("review"), StageListModel::tr("Review")},
            {QStringLiteral("test"), StageListModel::tr("Test or work sample")},
            {QStringLiteral("interview"), StageListModel::tr("Interview")},
            {QStringLiteral("offer"), StageListModel::tr("Offer")},
            {QStringLiteral("hired"), StageListModel::tr("Hired")}};
}

QString stageDetail(const db::StageStep &step)
{
    QStringList parts;
    for (const auto &[kind, name] : stageKinds()) {
        if (kind == step.kind)
            parts << name;
    }
    if (step.targetDays)
        parts << (*step.targetDays == 1 ? StageListModel::tr("1 day") : StageListModel::tr("%1 days").arg(*step.targetDays));
    if (step.throughGate)
        parts << StageListModel::tr("through the gate");
    return parts.join(QStringLiteral(" · "));
}

void StageListModel::setRows(const QList<StageRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

QVariant StageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StageRow &row = m_rows.at(index.row());
    const QString count = row.applicants < 0 ? QString() : QLocale().toString(row.applicants);
    switch (role) {
    case Qt::DisplayRole:
        return row.step.name;
    case DetailRole:
        return stageDetail(row.step);
    case MarkRole:
        return int(Mark::Quiet);
    case MarkTextRole:
        return count;
    case Qt::AccessibleTextRole:
        return row.applicants < 0 ? QStringLiteral("%1, %2").arg(row.step.name, stageDetail(row.step)) : tr("%1, %2, %3 applicants").arg(row.step.name, stageDetail(row.step), count);
    default:
        return {};
    }
}

Qt::ItemFlags StageListModel::flags(const QModelIndex &index) const
{
    // Rows are put between others, never upon one.
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren : Qt::ItemIsDropEnabled;
}

QStringList StageListModel::mimeTypes() const
{
    return {draggedStage};
}

QMimeData *StageListModel::mimeData(const QModelIndexList &indexes) const
{
    auto *dragged = new QMimeData;
    dragged->setData(draggedStage, indexes.isEmpty() ? QByteArray() : QByteArray::number(indexes.first().row()));
    return dragged;
}

bool StageListModel::dropMimeData(const QMimeData *dragged, Qt::DropAction, int row, int, const QModelIndex &)
{
    bool known = false;
    const int from = dragged->data(draggedStage).toInt(&known);
    if (!known || from < 0 || from >= m_rows.size())
        return false;
    const int before = row < 0 ? int(m_rows.size()) : row;
    const int to = before > from ? before - 1 : before;
    if (to != from)
        Q_EMIT moveAsked(from, to);
    return false; // the view is to remove nothing: the rows come anew
}

} // namespace rolecall::ui
