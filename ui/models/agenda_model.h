// SPDX-License-Identifier: GPL-3.0-or-later
// Where reviewers differ: the agenda of a panel as a list, and the spread of each quality as a table.
#pragma once

#include "app/agreement/agreement.h"
#include "ui/models/keyed_rows_model.h"

#include <QAbstractTableModel>

namespace rolecall::ui {

/// An agreement with the names that are shown for its keys.
struct AgreementSheet
{
    app::Agreement agreement;
    QList<db::Quality> qualities;
    QHash<db::ApplicationId, QString> names; ///< or codes, of those on the agenda
    QHash<db::ReviewerId, QString> reviewers;

    static Result<AgreementSheet> read(db::Connection &connection, db::RoleId role);
};

struct AgendaLine
{
    qint64 key = 0;
    app::AgendaItem item;
    QString name;
    db::Quality quality;
    QStringList levels; ///< "Ada: 0"
};

class AgendaModel : public KeyedRowsModel<AgendaLine>
{
    Q_OBJECT
public:
    using KeyedRowsModel::KeyedRowsModel;

    void setSheet(const AgreementSheet &sheet);
    QVariant data(const QModelIndex &index, int role) const override;
};

class SpreadModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { QualityColumn, AlphaColumn, CellsColumn, SameColumn, ApartColumn, GapColumn, CountsColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSheet(const AgreementSheet &sheet);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<app::QualitySpread> m_spread;
    QList<db::Quality> m_qualities;
};

/// "0.62", or a dash where there is none.
QString alphaText(const app::Alpha &alpha);

} // namespace rolecall::ui
