// SPDX-License-Identifier: GPL-3.0-or-later
// The linter's remarks on a role's qualities, and those that a person has looked at and set aside. What was set aside is
// kept in the change log, as every act is: it stays so while the words it was about stay, and Undo brings it back.
#pragma once

#include "app/done.h"
#include "app/posting/posting_linter.h"

#include <QHash>

namespace rolecall::app {

struct Remark
{
    db::QualityId quality;
    LintFinding finding;
    db::QualityId other; ///< of a duplicate: the quality that says the same; else not valid
    bool dismissed = false;
};

/// Of the qualities in force, in their order, the dismissed ones among them.
Result<QList<Remark>> remarks(db::Connection &connection, db::RoleId role);
Result<Done> dismissRemark(db::Connection &connection, const Remark &remark);
Result<Done> takeUpRemark(db::Connection &connection, const Remark &remark);

} // namespace rolecall::app
