// SPDX-License-Identifier: GPL-3.0-or-later
// Numbered migrations, applied together with their version: all that a file lacks in one transaction.
#pragma once

#include "db/result.h"

#include <QByteArray>

namespace rolecall::db {

class Connection;

/// Written into the file's header, so that a workspace is told from any other SQLite file ("Role").
constexpr int applicationId = 0x526f6c65;

/// The SQL of one migration, 1 being the first.
Result<QByteArray> migrationScript(int version);
/// The newest schema version this program knows: the number of files in db/migrations.
int newestSchemaVersion();

enum class MigrationOutcome { Current, Upgraded };

/// The file's schema version, or an Error where it is not a workspace or comes from a newer program.
Result<int> checkedSchemaVersion(Connection &connection);
/// Brings the file from its version (0: new) to the newest. Backs the file up first unless it is new; a failure
/// leaves it as it was, so that the program that wrote it still opens it.
Result<MigrationOutcome> migrate(Connection &connection);

} // namespace rolecall::db
