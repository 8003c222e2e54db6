// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/quality_ratings.h"

#include "db/connection.h"
#include "db/sql.h"

namespace rolecall::db {

Outcome markForReconfirmation(Connection &connection, QualityId quality)
{
    return execute(connection, QStringLiteral("UPDATE rating SET reconfirm = 1 WHERE quality_id = ? AND reconfirm = 0"), {quality.number()});
}

} // namespace rolecall::db
