// SPDX-License-Identifier: GPL-3.0-or-later
// A role's dates, each with the sentence it was read from and whether a person has confirmed it.
#pragma once

#include "db/deadlines.h"

#include <QAbstractListModel>

namespace rolecall::ui {

/// "Applications close", "Interviews", "Start", "Other date".
QString deadlineKindText(const QString &kind);
/// The date in the person's locale, or what is known of it.
QString deadlineWhen(const db::Deadline &deadline);

class DeadlineListModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Rows of dates that stay keep their index.
    void setDeadlines(const QList<db::Deadline> &deadlines);
    const QList<db::Deadline> &deadlines() const { return m_deadlines; }
    std::optional<db::Deadline> deadlineAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<db::Deadline> m_deadlines;
};

} // namespace rolecall::ui
