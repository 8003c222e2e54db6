// SPDX-License-Identifier: GPL-3.0-or-later
// A few applicants side by side: the first row says where each stands, then a row for each quality.
#pragma once

#include "app/reviews/comparison.h"

#include <QAbstractTableModel>

namespace rolecall::ui {

class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum { QualityColumn, FirstApplicant };
    enum { StandingRow, FirstQuality };

    using QAbstractTableModel::QAbstractTableModel;

    /// The same applicants on the same qualities: contents change where they stand, and nothing jumps.
    void setComparison(const app::Comparison &comparison);
    const app::Comparison &comparison() const { return m_comparison; }
    /// Not valid for the column of the qualities.
    db::ApplicationId applicationAt(int column) const;
    /// Null where the cell is none of an applicant on a quality.
    const app::ComparedCell *cellAt(const QModelIndex &index) const;
    /// The quality of a row; null for the row of standings.
    const db::Quality *qualityAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Everything as tab-separated text: levels and, beside them, the evidence.
    QString tabSeparated() const;

private:
    QVariant standingData(const app::ComparedApplicant &applicant, int role) const;
    QVariant cellData(const app::ComparedApplicant &applicant, const db::Quality &quality, const app::ComparedCell &cell, int role) const;

    app::Comparison m_comparison;
};

} // namespace rolecall::ui
