// SPDX-License-Identifier: GPL-3.0-or-later
// How the change log speaks of a person who is no application: by a mark, so that blind review and erasure reach its words.
#pragma once

#include "db/id.h"

#include <QString>

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

/// "{person:12}": stands for the name in a change's title and detail.
QString personMark(db::CandidateId person);

/// The words with every such mark replaced by the name, or by who they may be to the connection's reviewer.
QString withPersonNames(db::Connection &connection, const QString &words);

} // namespace rolecall::app
