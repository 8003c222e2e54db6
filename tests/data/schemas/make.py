#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Freezes a schema version: make.py VERSION FILE

Runs the migrations up to VERSION and fills every table with the rows of rows-0001.sql and so on. Done once, on the day a
version of Rolecall with that schema is issued; the file is never made again, and a line in `issued` names it.
"""
import pathlib
import sqlite3
import sys

OWN = "tokenize = 'rolecall'"
PLAIN = "tokenize = 'unicode61'"
here = pathlib.Path(__file__).resolve().parent
migrations = here.parents[2] / "db" / "migrations"
version, target = int(sys.argv[1]), pathlib.Path(sys.argv[2])
if target.exists():
    sys.exit(f"{target} is frozen already")
file = sqlite3.connect(target, isolation_level=None)
file.execute("PRAGMA page_size = 1024")  # small, as nothing reads it in a hurry
file.execute("PRAGMA journal_mode = WAL")
for number in range(1, version + 1):
    name = next(migrations.glob(f"{number:04}_*.sql"))
    # Rolecall's own tokenizer is not to be had here; for these rows, plain English, SQLite's parts the words alike.
    file.executescript("BEGIN;" + name.read_text().replace(OWN, PLAIN) + "COMMIT;")
    file.executescript("BEGIN;" + (here / f"rows-{number:04}.sql").read_text() + "COMMIT;")
file.executescript(f"""PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, "{PLAIN}", "{OWN}") WHERE sql LIKE '%fts5%' AND {version} >= 8;
PRAGMA writable_schema = OFF;""")
file.executescript(f"PRAGMA application_id = {0x526f6c65}; PRAGMA user_version = {version};")
file.close()
