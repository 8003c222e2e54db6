-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stages that come from templates, what lets an application in, and drafts of messages.
ALTER TABLE stage ADD COLUMN entry_condition TEXT NOT NULL DEFAULT 'none' CHECK (entry_condition IN ('none', 'through_gate'));

CREATE TABLE stage_template (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> '')
) STRICT;
CREATE TABLE stage_template_step (
    template_id INTEGER NOT NULL REFERENCES stage_template (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE CHECK (trim(name) <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('review', 'test', 'interview', 'offer', 'hired')),
    target_days INTEGER CHECK (target_days > 0),
    entry_condition TEXT NOT NULL DEFAULT 'none' CHECK (entry_condition IN ('none', 'through_gate')),
    PRIMARY KEY (template_id, position)
) STRICT, WITHOUT ROWID;

-- Texts with {fields}; Rolecall fills them in and hands them to the person's mail program.
CREATE TABLE message_template (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> ''),
    subject TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
