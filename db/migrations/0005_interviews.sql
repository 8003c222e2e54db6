-- SPDX-License-Identifier: GPL-3.0-or-later
-- Interviews and what is asked in them; deadlines with an owner, a reminder, and dates that follow from others.
CREATE TABLE interview (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    application_id INTEGER NOT NULL REFERENCES application (id),
    stage_id INTEGER REFERENCES stage (id),
    starts_at TEXT NOT NULL, -- UTC: made from the local time and the zone, so that a change of the zone's rules can be followed
    local_start TEXT NOT NULL, -- YYYY-MM-DDTHH:MM on the clock of the zone
    zone TEXT NOT NULL, -- IANA name
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    place TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'confirmed', 'done', 'cancelled', 'moved')),
    sequence INTEGER NOT NULL DEFAULT 0, -- grows with each change that a calendar has to take over (RFC 5545, 3.8.7.4)
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX interview_of_application ON interview (application_id);
CREATE INDEX interview_of_stage ON interview (stage_id) WHERE stage_id IS NOT NULL;
CREATE INDEX interview_by_time ON interview (starts_at);
CREATE TABLE interview_member (
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    reviewer_id INTEGER NOT NULL REFERENCES reviewer (id),
    answer TEXT CHECK (answer IN ('accepted', 'tentative', 'declined')), -- as their calendar sent it
    PRIMARY KEY (interview_id, reviewer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX interview_of_reviewer ON interview_member (reviewer_id);
-- Which quality is assessed, and by whom.
CREATE TABLE interview_assessment (
    interview_id INTEGER NOT NULL REFERENCES interview (id),
    quality_id INTEGER NOT NULL REFERENCES quality (id),
    reviewer_id INTEGER NOT NULL REFERENCES reviewer (id),
    PRIMARY KEY (interview_id, quality_id, reviewer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX assessment_of_quality ON interview_assessment (quality_id);
CREATE INDEX assessment_of_reviewer ON interview_assessment (reviewer_id);
-- A role's questions; everybody is asked the same ones for a quality.
CREATE TABLE question (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    role_id INTEGER NOT NULL REFERENCES role (id),
    quality_id INTEGER REFERENCES quality (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    guidance TEXT NOT NULL DEFAULT '' -- what a good answer shows
) STRICT;
CREATE INDEX question_of_role ON question (role_id, position);
CREATE INDEX question_of_quality ON question (quality_id) WHERE quality_id IS NOT NULL;

ALTER TABLE deadline ADD COLUMN owner_id INTEGER REFERENCES reviewer (id);
ALTER TABLE deadline ADD COLUMN remind_days INTEGER CHECK (remind_days >= 0);
-- A date that follows from another one of the role: so many days or working days after it (before it: negative).
ALTER TABLE deadline ADD COLUMN anchor_id INTEGER REFERENCES deadline (id);
ALTER TABLE deadline ADD COLUMN anchor_offset INTEGER CHECK (anchor_offset BETWEEN -3660 AND 3660);
ALTER TABLE deadline ADD COLUMN anchor_unit TEXT CHECK (anchor_unit IN ('days', 'working_days'));
ALTER TABLE deadline ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0; -- as an interview's
CREATE INDEX deadline_of_owner ON deadline (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX deadline_of_anchor ON deadline (anchor_id) WHERE anchor_id IS NOT NULL;
