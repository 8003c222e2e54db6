// SPDX-License-Identifier: GPL-3.0-or-later
// Full text over people, notes, evidence, documents and roles.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>

namespace rolecall::db {

class Connection;

struct SearchHit
{
    QString kind; ///< candidate, note, evidence, document, role
    qint64 id = 0;
    CandidateId candidate;     ///< whom it is about; not valid for a role
    ApplicationId application; ///< not valid for a role and for a candidate without one
    RoleId role;
    QString title;   ///< the person's or role's name, or the document's
    QString snippet; ///< the words in their place, in [square brackets]
    double rank = 0; ///< FTS5's bm25: less is better
};

/// Best first. What a person types: every word a prefix, "quoted words" together.
Result<QList<SearchHit>> search(Connection &connection, const QString &typed, int limit);

} // namespace rolecall::db
