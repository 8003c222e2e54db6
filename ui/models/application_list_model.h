// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a role's applicants: one row each, in the order of any column.
#pragma once

#include "ui/models/application_pages_model.h"

#include <QDate>

namespace rolecall::ui {

class ApplicationListModel : public ApplicationPagesModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, GateColumn, ScoreColumn, StageColumn, AppliedOnColumn, LocationColumn, SourceColumn, TagsColumn, OwnReviewColumn, EmailColumn, ColumnCount };

    using ApplicationPagesModel::ApplicationPagesModel;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// What a cell says in words, for copying and for screen readers. `today` is for dates near it.
    static QString cellText(const db::ApplicationRow &row, int column, bool blind, const QDate &today = {});
    static QString columnName(int column);

protected:
    std::function<Result<Keys>(db::Connection &)> keyQuestion(int column, bool descending) const override;
    Result<QList<db::MatrixRow>> readPage(db::Connection &connection, const Keys &keys) const override;
    void roleRead() override;

private:
    QDate m_today;
};

/// "through", "open (2 to rate)", "below (1)"; what the gate's mark says.
QString gateWords(const db::Standing &standing);
/// "after your review": in the place of what is hidden until then.
QString hiddenWords();
int gateCount(const db::Standing &standing);
/// Roles of ui/item_roles.h that gate and score cells share; an invalid QVariant for any other, and for what is hidden.
QVariant standingData(const db::ApplicationRow &row, int role);
/// The person's name or, blind, the code.
QString applicantName(const db::ApplicationRow &row, bool blind);

} // namespace rolecall::ui
