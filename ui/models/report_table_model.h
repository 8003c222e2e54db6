// SPDX-License-Identifier: GPL-3.0-or-later
// A report as rows and columns; numbers as the person's locale writes them, at the right.
#pragma once

#include "app/reports/report_table.h"

#include <QAbstractTableModel>

namespace rolecall::ui {

class ReportTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const app::ReportTable &table);
    const app::ReportTable &table() const { return m_table; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_table.rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_table.columns.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    app::ReportTable m_table;
};

} // namespace rolecall::ui
