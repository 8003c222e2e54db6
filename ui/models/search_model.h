// SPDX-License-Identifier: GPL-3.0-or-later
// What a search found, best first. A better answer to the same question moves rows; the chosen one stays chosen.
#pragma once

#include "app/search/searching.h"
#include "ui/models/keyed_rows_model.h"

namespace rolecall::ui {

struct SearchRow
{
    qint64 key = 0;
    app::Finding finding;
    QList<app::SnippetMark> titleMarks;
};

class SearchModel : public KeyedRowsModel<SearchRow>
{
    Q_OBJECT
public:
    enum Roles { FindingRow = Qt::UserRole + 100 }; ///< const SearchRow *, for the delegate; valid while it paints

    using KeyedRowsModel::KeyedRowsModel;
    void setFindings(const app::Findings &findings, const QString &typed);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
};

} // namespace rolecall::ui
