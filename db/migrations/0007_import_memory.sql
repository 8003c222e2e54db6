-- SPDX-License-Identifier: GPL-3.0-or-later
-- Column mappings by source, and reports over many files.
CREATE TABLE import_mapping (
    id INTEGER PRIMARY KEY,
    source_key TEXT NOT NULL UNIQUE, -- made from the names of the columns
    columns TEXT NOT NULL, -- JSON: FIELD=COLUMN texts
    used_at TEXT NOT NULL
) STRICT;
-- From now on row counts within the report; where it stands is a file, and in a table its line.
ALTER TABLE import_row ADD COLUMN file_name TEXT NOT NULL DEFAULT '';
ALTER TABLE import_row ADD COLUMN file_row INTEGER;
UPDATE import_row SET file_row = row, file_name = (SELECT file_name FROM import_report WHERE id = report_id);
