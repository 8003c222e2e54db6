// SPDX-License-Identifier: GPL-3.0-or-later
// Applications by qualities: the rows a matrix shows, its order by one quality, and how many meet each.
// Independence holds here: the panel's levels of an application that others have reviewed and the reader has not
// take no part in order or counts, and a row says that they are not to be shown.
#pragma once

#include "db/application_lists.h"
#include "db/qualities.h"
#include "db/reviews.h"

namespace rolecall::db {

/// An application with what one reviewer may see of its ratings; `application.panelHidden` says that is not all.
struct MatrixRow
{
    ApplicationRow application;
    QList<Rating> own;
    /// Qualities on which two submitted reviews differ by two levels or more and nothing was agreed; none while hidden.
    QList<QualityId> disputed;
    /// What the panel settled, with its reason; none while hidden.
    QList<AgreedLevel> agreed;
};
/// In the order of the keys; those no longer there are left out.
Result<QList<MatrixRow>> matrixRows(Connection &connection, const QList<ApplicationId> &ids, ReviewerId reviewer);

enum class LevelsOf { Panel, Reviewer };

/// A column of the matrix as the order or the count of it is read.
struct MatrixColumn
{
    QualityId quality;
    int place = 0; ///< of the quality among those in force in order of id: where a standing keeps its level
    LevelsOf levels = LevelsOf::Panel;
};

/// The filtered applications ordered by one quality: highest level first or last, then those to be asked, then the
/// unrated and hidden, whichever way round; equals in the order of the rule.
Result<QList<ApplicationId>> matrixIds(Connection &connection, RoleId role, const ApplicationFilter &filter, const MatrixColumn &column, bool descending);

struct QualityCount
{
    QualityId quality;
    int met = 0;    ///< at or over the quality's threshold
    int rated = 0;
};
/// For each of the qualities in force, in the order given, over all applications of the role.
Result<QList<QualityCount>> qualityCounts(Connection &connection, RoleId role, const QList<Quality> &qualities, LevelsOf levels);

/// The places of qualities in a standing's levels: their order by id.
QHash<QualityId, int> levelPlaces(const QList<Quality> &qualities);

} // namespace rolecall::db
