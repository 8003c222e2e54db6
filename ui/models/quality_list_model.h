// SPDX-License-Identifier: GPL-3.0-or-later
// A role's qualities as one list to edit: each tier under its heading with a line to add to it, retired ones beneath.
#pragma once

#include "app/roles/posting_remarks.h"

#include <QAbstractTableModel>
#include <functional>

namespace rolecall::ui {

class Session;

class QualityListModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class RowKind { Heading, Quality, Add, RetiredHeading, Retired };
    enum Column { TextColumn, ValueColumn, ColumnCount }; ///< value: threshold of a necessary, weight of a useful one
    enum Role { RowKindRole = Qt::UserRole + 100, TierRole, PlaceRole, RemarksRole };

    explicit QualityListModel(Session &session, QObject *parent = nullptr);

    void setRole(db::RoleId role);
    /// What the linter says of each line, told by its kinds (RemarksRole: "two in one, vague"; those set aside are not).
    void setRemarks(const QList<app::Remark> &remarks);
    /// Reads again; rows that stay keep their index, so that selection and scroll stay.
    Outcome reload();

    const QList<db::Quality> &qualities() const { return m_qualities; } ///< in force
    int count(db::Tier tier) const;
    int retiredCount() const;
    std::optional<db::Quality> qualityAt(const QModelIndex &index) const;
    QModelIndex indexOf(db::QualityId quality) const;
    RowKind kindAt(int row) const { return m_rows.at(row).kind; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent) override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }

private:
    struct Row
    {
        RowKind kind = RowKind::Heading;
        db::Tier tier = db::Tier::Necessary;
        db::Quality quality;
        int place = 0; ///< within its tier, from 0

        bool isSameLine(const Row &other) const { return kind == other.kind && quality.id == other.quality.id && (tier == other.tier || kind == RowKind::Quality); }
    };
    QList<Row> rowsOf(const QList<db::Quality> &all) const;
    void show(const QList<Row> &rows);
    /// The tier and the place that a drop before this row means.
    std::pair<db::Tier, int> placeBefore(int row) const;
    void act(std::function<Result<app::Done>(db::Connection &)> work);
    QVariant valueData(const Row &row, int role) const;
    QVariant textData(const Row &row, int role) const;

    Session &m_session;
    db::RoleId m_role;
    QList<db::Quality> m_qualities;
    QHash<db::QualityId, QString> m_remarks;
    QList<Row> m_rows;
};

} // namespace rolecall::ui
