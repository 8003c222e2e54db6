// SPDX-License-Identifier: GPL-3.0-or-later
// The stages of a role or of a template, in their order; a row that is dragged elsewhere is told, not moved here.
#pragma once

#include "db/stage_templates.h"

#include <QAbstractListModel>

namespace rolecall::ui {

struct StageRow
{
    db::StageStep step;
    int applicants = -1; ///< who stand in it; negative: a template's
};

/// "interview · 21 days · through the gate".
QString stageDetail(const db::StageStep &step);
/// The kinds as they are stored, and what they are called.
QList<std::pair<QString, QString>> stageKinds();

class StageListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<StageRow> &rows);
    const QList<StageRow> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    QStringList mimeTypes() const override;

Q_SIGNALS:
    /// From a place to another, as it is counted after the move.
    void moveAsked(int from, int to);

private:
    QList<StageRow> m_rows;
};

} // namespace rolecall::ui
