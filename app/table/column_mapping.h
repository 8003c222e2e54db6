// SPDX-License-Identifier: GPL-3.0-or-later
// What each column of a table of applicants means: a field, a rating of a quality, or nothing Rolecall knows.
#pragma once

#include "app/table/column_vocabulary.h"
#include "db/result.h"

#include <QList>
#include <QStringList>

namespace rolecall::app {

struct ColumnTarget
{
    enum Kind {
        Unmatched, ///< not recognised: its cells are kept and it is reported
        Field,
        Rating,   ///< levels for a quality
        Evidence, ///< notes on a quality
        Computed, ///< Rolecall's own export: rank, gate, scores; worked out anew, so left out
        Ignored   ///< left out by hand
    };
    Kind kind = Unmatched;
    ApplicantField field = ApplicantField::Name; ///< of a Field
    int quality = -1;                            ///< of a Rating or Evidence: index into the quality texts

    bool is(ApplicantField wanted) const { return kind == Field && field == wanted; }
};

struct ColumnMapping
{
    QList<ColumnTarget> columns; ///< one per column of the table
    QStringList warnings;        ///< doubtful matches, then unmatched and left out columns
    qsizetype doubts = 0;        ///< the first so many warnings are doubtful matches
    QString program; ///< that exported the table (see export_origin.h); empty where its columns do not tell
    QStringList qualityTexts;
    int necessaryCount = 0; ///< the first so many quality texts are the necessary ones

    /// Columns that hold a field, in the table's order.
    QList<int> columnsOf(ApplicantField field) const;
    bool has(ApplicantField field) const { return !columnsOf(field).isEmpty(); }
};

/// `header` is empty where the table has none; then, and for an unnamed e-mail column, the cells decide.
/// `qualityTexts`: the necessary ones first; `necessaryCount` of them (-1: unknown, then "n1" and "u1" name no quality).
ColumnMapping recognizeColumns(const QStringList &header, const QList<QStringList> &sampleRows, const QStringList &qualityTexts, int necessaryCount = -1);

/// Applies FIELD=COLUMN assignments. FIELD is a field ("email", "given_name"), "n1" or "u1" for a rating, "ignore", or a
/// quality's text; COLUMN is a column's name or its number from 1. Fails, changing nothing, where one cannot be understood.
Outcome applyOverrides(ColumnMapping &mapping, const QStringList &header, const QStringList &assignments);

} // namespace rolecall::app
