-- SPDX-License-Identifier: GPL-3.0-or-later
-- What a workspace keeps of people beyond their applications, who is known to be two, and how long anything is kept.
CREATE TABLE custom_field (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'yes_no', 'choice')),
    choices TEXT NOT NULL DEFAULT '[]',
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE candidate_field (
    candidate_id INTEGER NOT NULL REFERENCES candidate (id),
    field_id INTEGER NOT NULL REFERENCES custom_field (id),
    value TEXT NOT NULL,
    PRIMARY KEY (candidate_id, field_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidate_field_of_field ON candidate_field (field_id);

-- Alike, but somebody looked and they are two people: not proposed again.
CREATE TABLE candidate_apart (
    first_id INTEGER NOT NULL REFERENCES candidate (id),
    second_id INTEGER NOT NULL REFERENCES candidate (id),
    decided_at TEXT NOT NULL,
    PRIMARY KEY (first_id, second_id),
    CHECK (first_id < second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX candidate_apart_second ON candidate_apart (second_id);

-- How many months data of an outcome are kept after it; of one role, or of all that have no rule of their own.
CREATE TABLE retention_rule (
    id INTEGER PRIMARY KEY,
    role_id INTEGER REFERENCES role (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('hired', 'rejected', 'withdrawn', 'undecided')),
    months INTEGER NOT NULL CHECK (months BETWEEN 0 AND 1200)
) STRICT;
CREATE UNIQUE INDEX retention_rule_of ON retention_rule (ifnull(role_id, 0), outcome);

-- What stays of an erased person: that somebody was erased, and when. Nothing that says who.
CREATE TABLE erasure (
    id INTEGER PRIMARY KEY,
    erased_at TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('asked', 'retention', 'mistake'))
) STRICT;

-- A frozen place outlives the person who stood in it: it stays with nobody in it, so that the list can still be checked.
CREATE TABLE shortlist_place (
    shortlist_id INTEGER NOT NULL REFERENCES shortlist (id),
    position INTEGER NOT NULL,
    application_id INTEGER REFERENCES application (id), -- none: erased
    rank INTEGER,
    placement TEXT NOT NULL CHECK (placement IN ('rule', 'on', 'off', 'near_miss')),
    reason TEXT NOT NULL DEFAULT '',
    standing TEXT NOT NULL,
    PRIMARY KEY (shortlist_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO shortlist_place SELECT shortlist_id, position, application_id, rank, placement, reason, standing FROM shortlist_entry;
DROP TABLE shortlist_entry;
ALTER TABLE shortlist_place RENAME TO shortlist_entry;
CREATE INDEX shortlist_of_application ON shortlist_entry (application_id);

-- A change whose rows were erased with a person: still told, never undone or done again.
ALTER TABLE change ADD COLUMN cut INTEGER NOT NULL DEFAULT 0 CHECK (cut IN (0, 1));
