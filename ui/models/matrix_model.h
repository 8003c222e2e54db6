// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants down, qualities across: the panel's levels, or one's own ratings to type into.
#pragma once

#include "ui/models/application_pages_model.h"

class QTimer;

namespace rolecall::ui {

class MatrixModel : public ApplicationPagesModel
{
    Q_OBJECT
public:
    /// Qualities follow from FirstQuality on: necessary, then useful.
    enum Column { NameColumn, GateColumn, ScoreColumn, FirstQuality };

    MatrixModel(Session &session, QObject *parent);

    db::LevelsOf levelsOf() const { return m_levels; }
    void setLevelsOf(db::LevelsOf levels);

    const QList<db::Quality> &qualities() const { return m_qualities; }
    /// Null for a column that is none.
    const db::Quality *qualityAt(int column) const;
    /// "N3" or "U1": the tier's letter and the place in it.
    QString shortName(int column) const;
    /// How many applications meet the column's quality, and how many are rated on it; none until counted.
    std::optional<db::QualityCount> count(int column) const;
    /// Counts anew in the reader's thread, a moment after the last call.
    void countSoon();

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// One's own rating in a cell; none where it is unrated or not read yet.
    std::optional<db::Rating> ownRating(const QModelIndex &index) const;
    /// Writes cells for copying: "2", "1.5", "?", or empty. It may be taken to another thread.
    using CellWriter = std::function<QString(const db::MatrixRow &row, int column)>;
    CellWriter cellWriter() const;

Q_SIGNALS:
    void counted();
    void levelsOfChanged();

protected:
    std::function<Result<Keys>(db::Connection &)> keyQuestion(int column, bool descending) const override;
    Result<QList<db::MatrixRow>> readPage(db::Connection &connection, const Keys &keys) const override;
    void roleRead() override;

private:
    QVariant levelData(const db::MatrixRow &row, int column, int role) const;
    QString standingText(const db::MatrixRow &row, int column) const;

    db::LevelsOf m_levels = db::LevelsOf::Panel;
    QList<db::Quality> m_qualities;
    QHash<db::QualityId, int> m_places; ///< in a standing's levels
    QList<db::QualityCount> m_counts;
    QTimer *m_countTimer;
    quint64 m_counting = 0;
};

} // namespace rolecall::ui
