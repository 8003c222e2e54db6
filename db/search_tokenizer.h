// SPDX-License-Identifier: GPL-3.0-or-later
// Rolecall's words as a tokenizer of FTS5, by the name "rolecall": each connection that reads or writes a full-text
// index needs it.
#pragma once

struct sqlite3;

namespace rolecall::db {

/// A result code of SQLite.
int registerTokenizer(sqlite3 *handle);

} // namespace rolecall::db
