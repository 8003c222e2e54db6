// SPDX-License-Identifier: GPL-3.0-or-later
// Makes rows hold together again after some were lost: nameless stand-ins for what others are about, and leave for the rest.
#pragma once

#include "db/result.h"

namespace rolecall::db {

class Connection;
struct SalvageReport;

/// Within a transaction, foreign keys off. Counts what it invents and removes.
Outcome repairReferences(Connection &connection, SalvageReport &report);

} // namespace rolecall::db
