-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stages that come from templates, what lets an application in, and drafts of messages.
ALTER TABLE stage ADD COLUMN entry_condition TEXT NOT NULL DEFAULT 'none' CHECK (entry_condition IN ('none', 'through_gate'));

CREATE TABLE stage_template (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> ''),
    is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)) -- a new role takes this one
) STRICT;
CREATE UNIQUE INDEX stage_template_default ON stage_template (is_default) WHERE is_default = 1;
CREATE TABLE stage_template_step (
    template_id INTEGER NOT NULL REFERENCES stage_template (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE CHECK (trim(name) <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('review', 'test', 'interview', 'offer', 'hired')),
    target_days INTEGER CHECK (target_days > 0),
    entry_condition TEXT NOT NULL DEFAULT 'none' CHECK (entry_condition IN ('none', 'through_gate')),
    PRIMARY KEY (template_id, position)
) STRICT, WITHOUT ROWID;

-- Where an application stood before: written when it leaves a stage. Where it stands now, and since when, the
-- application says itself. Kept like any other row, so an undone move leaves no trace here.
CREATE TABLE stage_visit (
    id INTEGER PRIMARY KEY,
    application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    stage_id INTEGER REFERENCES stage (id) ON DELETE SET NULL, -- none: the stage is no longer there
    stage_name TEXT NOT NULL, -- as it was called then
    stage_kind TEXT NOT NULL,
    entered_at TEXT NOT NULL,
    left_at TEXT NOT NULL
) STRICT;
CREATE INDEX stage_visit_of_application ON stage_visit (application_id, entered_at);
CREATE INDEX stage_visit_of_stage ON stage_visit (stage_id) WHERE stage_id IS NOT NULL;

-- Texts with {fields}; Rolecall fills them in and hands them to the person's mail program.
CREATE TABLE message_template (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> ''),
    subject TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
