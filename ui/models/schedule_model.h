// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and interviews as a list, for AgendaRowDelegate.
#pragma once

#include "ui/models/keyed_rows_model.h"
#include "ui/models/schedule_item.h"

namespace rolecall::ui {

class ScheduleModel : public KeyedRowsModel<ScheduleItem>
{
    Q_OBJECT
public:
    using KeyedRowsModel::KeyedRowsModel;

    void setItems(const QList<ScheduleItem> &items) { setRows(items); }
    QVariant data(const QModelIndex &index, int role) const override;
};

} // namespace rolecall::ui
