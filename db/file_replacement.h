// SPDX-License-Identifier: GPL-3.0-or-later
// Puts one workspace file in the place of another, so that at every moment one of both is there whole.
#pragma once

#include "db/result.h"

namespace rolecall::db {

/// Renames in one step, also over a file that is there, and makes the folder remember it (fsync).
Outcome moveInto(const QString &from, const QString &to);
/// `fresh` takes the place of `path`; what was there, with its write-ahead log, is kept as `kept`. Nobody has either open.
Outcome replaceWorkspace(const QString &fresh, const QString &path, const QString &kept);

} // namespace rolecall::db
