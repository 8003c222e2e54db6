// SPDX-License-Identifier: GPL-3.0-or-later
// What a newer posting makes of a role's qualities, one row per difference, as it is looked over and corrected.
#pragma once

#include "app/roles/role_revising.h"

#include <QAbstractListModel>

namespace rolecall::ui {

class RevisionModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { KindRole = Qt::UserRole + 100, FromTextRole, ToTextRole, FromTierRole, ToTierRole, EffectRole, DecisionRole };

    using QAbstractListModel::QAbstractListModel;

    void setRevision(const app::Revision &revision);
    const app::Revision &revision() const { return m_revision; }
    /// What did not change has no row unless it is asked for.
    void setUnchangedShown(bool shown);
    int unchangedCount() const;
    int differenceCount() const { return int(m_revision.changes.size()) - unchangedCount(); }
    int acceptedCount() const; ///< of the differences

    const app::QualityRevision &at(int row) const { return m_revision.changes.at(m_rows.at(row)); }
    void setAccepted(int row, bool accepted);
    /// The retired and the new quality that a row can be paired with: place in the revision and text.
    QList<std::pair<qsizetype, QString>> counterparts(int row) const;
    /// Corrections; each returns the row to look at then, or -1 where it is not possible.
    int pairWith(int row, qsizetype counterpart);
    int part(int row);
    int moveToTier(int row, db::Tier tier);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// CheckStateRole: taken over, or the role stays as it is. EditRole: the newer wording.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// "Reworded", "Moved" ... translated.
    static QString kindLabel(app::RevisionKind kind);

Q_SIGNALS:
    void corrected();

private:
    void show();
    int rowOf(qsizetype place) const;
    QString effect(const app::QualityRevision &change) const;
    QString decision(const app::QualityRevision &change) const;
    QString spoken(const app::QualityRevision &change) const;

    app::Revision m_revision;
    QList<qsizetype> m_rows; ///< places in the revision
    bool m_unchangedShown = false;
};

} // namespace rolecall::ui
