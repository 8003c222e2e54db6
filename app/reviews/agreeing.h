// SPDX-License-Identifier: GPL-3.0-or-later
// What a panel settles where its reviewers differ: one level with its reason. It stands before the mean of the reviews,
// which stay as they are.
#pragma once

#include "app/done.h"
#include "db/reviews.h"

namespace rolecall::app {

/// A level 0 to 3 and why, as one change by which the standing follows. Replaces what was agreed before. Fails without a
/// reason, for a quality that is not in force in the application's role, and while others' ratings are hidden from the
/// connection's reviewer (db/independence.h).
Result<Done> agreeLevel(db::Connection &connection, db::ApplicationId application, db::QualityId quality, int level, const QString &reason);
/// Back to the mean of the reviews.
Result<Done> removeAgreedLevel(db::Connection &connection, db::ApplicationId application, db::QualityId quality);

} // namespace rolecall::app
