// SPDX-License-Identifier: GPL-3.0-or-later
// Pairs of people who may be one, the likelier first.
#pragma once

#include "app/people/duplicates.h"
#include "db/people.h"
#include "ui/models/keyed_rows_model.h"

namespace rolecall::ui {

struct DuplicateRow
{
    qint64 key = 0; ///< of the pair
    app::DuplicatePair pair;
    QString first, second; ///< their names
};

class DuplicatesModel : public KeyedRowsModel<DuplicateRow>
{
public:
    using KeyedRowsModel::KeyedRowsModel;

    /// For a reading thread: the pairs with the names of both.
    static Result<QList<DuplicateRow>> read(db::Connection &connection);
    void show(const QList<DuplicateRow> &rows) { setRows(rows); }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
};

} // namespace rolecall::ui
