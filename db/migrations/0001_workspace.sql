-- SPDX-License-Identifier: GPL-3.0-or-later
-- The workspace's first shape. Times are UTC, ISO 8601 with milliseconds; days are YYYY-MM-DD.
-- Checks use no functions of JSON: an untrusting connection does not run those for a schema.
-- Every entity that leaves the file in an exchange has a UUID beside its integer key.

CREATE TABLE workspace_info (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE reviewer (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> ''),
    email TEXT,
    retired_at TEXT
) STRICT;

-- Files byte for byte, once per content, off the tables that lists read.
CREATE TABLE content (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    size INTEGER NOT NULL CHECK (size >= 0),
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE role (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (trim(title) <> ''),
    organisation TEXT NOT NULL DEFAULT '',
    location TEXT,
    summary TEXT NOT NULL DEFAULT '',
    blind INTEGER NOT NULL DEFAULT 0 CHECK (blind IN (0, 1)),
    level_labels TEXT,
    shortlist_size INTEGER CHECK (shortlist_size > 0),
    created_at TEXT NOT NULL,
    closed_at TEXT
) STRICT;

-- A role has one posting at a time and keeps every revision of it; the newest has the highest number.
CREATE TABLE posting (
    id INTEGER PRIMARY KEY,
    role_id INTEGER NOT NULL REFERENCES role (id),
    revision INTEGER NOT NULL CHECK (revision > 0),
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES content (sha256),
    encoding TEXT NOT NULL,
    warnings TEXT NOT NULL DEFAULT '[]',
    source_start INTEGER NOT NULL DEFAULT 0,
    source_length INTEGER NOT NULL DEFAULT 0,
    imported_at TEXT NOT NULL,
    UNIQUE (role_id, revision)
) STRICT;

CREATE TABLE quality (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    role_id INTEGER NOT NULL REFERENCES role (id),
    tier TEXT NOT NULL CHECK (tier IN ('necessary', 'useful')),
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (trim(text) <> ''),
    footnote TEXT NOT NULL DEFAULT '',
    weight INTEGER NOT NULL DEFAULT 1 CHECK (weight BETWEEN 0 AND 100),
    threshold INTEGER NOT NULL DEFAULT 2 CHECK (threshold BETWEEN 1 AND 3),
    posting_id INTEGER REFERENCES posting (id),
    source_start INTEGER NOT NULL DEFAULT -1,
    source_length INTEGER NOT NULL DEFAULT 0,
    retired_at TEXT
) STRICT;
CREATE INDEX quality_of_role ON quality (role_id, tier, position);

-- Responsibilities: shown and searched, never rated.
CREATE TABLE duty (
    id INTEGER PRIMARY KEY,
    role_id INTEGER NOT NULL REFERENCES role (id),
    position INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX duty_of_role ON duty (role_id, position);

CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    role_id INTEGER NOT NULL REFERENCES role (id),
    email TEXT NOT NULL
) STRICT;
CREATE INDEX contact_of_role ON contact (role_id);

CREATE TABLE stage (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    role_id INTEGER NOT NULL REFERENCES role (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL COLLATE NOCASE CHECK (trim(name) <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('review', 'test', 'interview', 'offer', 'hired')),
    target_days INTEGER CHECK (target_days > 0),
    UNIQUE (role_id, name)
) STRICT;

CREATE TABLE candidate (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL, -- found by way of an application's, so without an index of its own
    name TEXT NOT NULL,
    name_key TEXT NOT NULL, -- the name without case and accents: order and duplicates
    email TEXT COLLATE NOCASE,
    phone TEXT,
    location TEXT,
    links TEXT,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX candidate_by_name ON candidate (name_key);
CREATE INDEX candidate_by_email ON candidate (email) WHERE email IS NOT NULL;

-- An outcome is kept apart from the stage, and never without its reason.
CREATE TABLE application (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    role_id INTEGER NOT NULL REFERENCES role (id),
    candidate_id INTEGER NOT NULL REFERENCES candidate (id),
    code TEXT NOT NULL, -- stands in for the identity in blind review
    stage_id INTEGER NOT NULL REFERENCES stage (id),
    stage_since TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    applied_on TEXT,
    outcome TEXT CHECK (outcome IN ('hired', 'rejected', 'withdrawn')),
    outcome_reason TEXT CHECK (trim(outcome_reason) <> ''),
    outcome_at TEXT,
    created_at TEXT NOT NULL,
    UNIQUE (candidate_id, role_id),
    CHECK ((outcome IS NULL) = (outcome_reason IS NULL) AND (outcome IS NULL) = (outcome_at IS NULL))
) STRICT;
CREATE INDEX application_by_stage ON application (role_id, stage_id);
CREATE INDEX application_by_date ON application (role_id, applied_on);

CREATE TABLE deadline (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    role_id INTEGER NOT NULL REFERENCES role (id),
    application_id INTEGER REFERENCES application (id),
    kind TEXT NOT NULL CHECK (kind IN ('applications_close', 'interviews', 'start', 'other')),
    title TEXT NOT NULL,
    date TEXT,
    approx TEXT,
    sentence TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'confirmed', 'done'))
) STRICT;
CREATE INDEX deadline_of_role ON deadline (role_id);
CREATE INDEX deadline_of_application ON deadline (application_id) WHERE application_id IS NOT NULL;
CREATE INDEX deadline_by_date ON deadline (date) WHERE state <> 'done';

CREATE TABLE tag (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE CHECK (trim(name) <> '')
) STRICT;
CREATE TABLE application_tag (
    application_id INTEGER NOT NULL REFERENCES application (id),
    tag_id INTEGER NOT NULL REFERENCES tag (id),
    PRIMARY KEY (application_id, tag_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX application_by_tag ON application_tag (tag_id);

CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL,
    application_id INTEGER NOT NULL REFERENCES application (id),
    reviewer_id INTEGER REFERENCES reviewer (id), -- none: it came with the application
    text TEXT NOT NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX note_of_application ON note (application_id);

CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    application_id INTEGER REFERENCES application (id),
    candidate_id INTEGER REFERENCES candidate (id),
    sha256 TEXT NOT NULL REFERENCES content (sha256),
    file_name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    CHECK ((application_id IS NULL) <> (candidate_id IS NULL))
) STRICT;
CREATE INDEX document_of_application ON document (application_id) WHERE application_id IS NOT NULL;
CREATE INDEX document_of_candidate ON document (candidate_id) WHERE candidate_id IS NOT NULL;
CREATE INDEX document_by_content ON document (sha256);

-- What was read in a content; made anew at any time, so it is not in the change log.
CREATE TABLE document_text (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE REFERENCES content (sha256),
    kind TEXT NOT NULL,
    extractor TEXT NOT NULL,
    pages INTEGER,
    page_starts TEXT NOT NULL DEFAULT '[0]', -- UTF-16 offsets in text
    text TEXT NOT NULL,
    problem TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE panel_member (
    role_id INTEGER NOT NULL REFERENCES role (id),
    reviewer_id INTEGER NOT NULL REFERENCES reviewer (id),
    PRIMARY KEY (role_id, reviewer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX panel_of_reviewer ON panel_member (reviewer_id);

-- One review per reviewer, application and kind: a draft until it is submitted.
CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL,
    application_id INTEGER NOT NULL REFERENCES application (id),
    reviewer_id INTEGER NOT NULL REFERENCES reviewer (id),
    kind TEXT NOT NULL DEFAULT 'written' CHECK (kind IN ('written', 'interview')),
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted')),
    revision INTEGER NOT NULL DEFAULT 1, -- grows with each submission
    started_at TEXT NOT NULL,
    submitted_at TEXT,
    UNIQUE (application_id, reviewer_id, kind),
    CHECK ((state = 'submitted') = (submitted_at IS NOT NULL))
) STRICT;
CREATE INDEX review_of_reviewer ON review (reviewer_id);

-- A level, or the mark "ask at interview"; no row: unrated.
CREATE TABLE rating (
    review_id INTEGER NOT NULL REFERENCES review (id),
    quality_id INTEGER NOT NULL REFERENCES quality (id),
    level INTEGER CHECK (level BETWEEN 0 AND 3),
    ask INTEGER NOT NULL DEFAULT 0 CHECK (ask IN (0, 1)),
    reconfirm INTEGER NOT NULL DEFAULT 0 CHECK (reconfirm IN (0, 1)), -- the quality was reworded or moved since
    PRIMARY KEY (review_id, quality_id),
    CHECK (level IS NOT NULL OR ask = 1)
) STRICT, WITHOUT ROWID;

-- Why a level: a note, or a quote with its place in a document's text.
CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    review_id INTEGER NOT NULL REFERENCES review (id),
    quality_id INTEGER NOT NULL REFERENCES quality (id),
    note TEXT NOT NULL DEFAULT '',
    quote TEXT NOT NULL DEFAULT '',
    document_id INTEGER REFERENCES document (id),
    sha256 TEXT,
    page INTEGER,
    start INTEGER,
    length INTEGER,
    created_at TEXT NOT NULL,
    CHECK (note <> '' OR quote <> ''),
    CHECK ((quote = '') = (sha256 IS NULL))
) STRICT;
CREATE INDEX evidence_of_review ON evidence (review_id, quality_id);
CREATE INDEX evidence_of_document ON evidence (document_id) WHERE document_id IS NOT NULL;

-- What the panel settled on, with its reason; it stands before the mean of the reviews.
CREATE TABLE agreed_level (
    application_id INTEGER NOT NULL REFERENCES application (id),
    quality_id INTEGER NOT NULL REFERENCES quality (id),
    level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    reviewer_id INTEGER NOT NULL REFERENCES reviewer (id),
    agreed_at TEXT NOT NULL,
    PRIMARY KEY (application_id, quality_id)
) STRICT, WITHOUT ROWID;

-- A person put on or taken off the shortlist by hand.
CREATE TABLE hand_placement (
    application_id INTEGER PRIMARY KEY REFERENCES application (id),
    placement TEXT NOT NULL CHECK (placement IN ('on', 'off')),
    reason TEXT NOT NULL CHECK (trim(reason) <> ''),
    reviewer_id INTEGER NOT NULL REFERENCES reviewer (id),
    placed_at TEXT NOT NULL
) STRICT;

-- Where each application stands by the shortlist rule: derived from the ratings, so not in the change log.
-- Scores and means are whole numbers in units of 1e-12 of the full scale, so that a tie is a tie everywhere.
-- levels holds, for the role's qualities in order of id, 32-bit little-endian panel levels in units of 1/720720.
CREATE TABLE standing (
    application_id INTEGER PRIMARY KEY REFERENCES application (id) ON DELETE CASCADE,
    role_id INTEGER NOT NULL,
    gate INTEGER NOT NULL CHECK (gate IN (0, 1, 2)), -- 0 through, 1 open, 2 below
    not_through INTEGER NOT NULL CHECK (not_through = (gate <> 0)),
    useful_score INTEGER,
    necessary_mean INTEGER NOT NULL,
    necessary_met INTEGER NOT NULL,
    necessary_below INTEGER NOT NULL,
    necessary_unrated INTEGER NOT NULL,
    coverage INTEGER NOT NULL,
    levels BLOB NOT NULL
) STRICT;
CREATE INDEX standing_in_order ON standing (role_id, not_through, useful_score DESC, necessary_mean DESC, application_id);

-- A frozen result: the rule as it was, the posting it was made with, everybody's place and why.
CREATE TABLE shortlist (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    role_id INTEGER NOT NULL REFERENCES role (id),
    posting_id INTEGER REFERENCES posting (id),
    name TEXT NOT NULL,
    rule TEXT NOT NULL,
    reviewer_id INTEGER NOT NULL REFERENCES reviewer (id),
    frozen_at TEXT NOT NULL
) STRICT;
CREATE INDEX shortlist_of_role ON shortlist (role_id);
CREATE TABLE shortlist_entry (
    shortlist_id INTEGER NOT NULL REFERENCES shortlist (id),
    position INTEGER NOT NULL,
    application_id INTEGER NOT NULL REFERENCES application (id),
    rank INTEGER,
    placement TEXT NOT NULL CHECK (placement IN ('rule', 'on', 'off', 'near_miss')),
    reason TEXT NOT NULL DEFAULT '',
    standing TEXT NOT NULL,
    PRIMARY KEY (shortlist_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX shortlist_of_application ON shortlist_entry (application_id);

-- What an import took, changed and refused: kept, so that it can be read again.
CREATE TABLE import_report (
    id INTEGER PRIMARY KEY,
    role_id INTEGER NOT NULL REFERENCES role (id),
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL DEFAULT '',
    taken INTEGER NOT NULL,
    needs_look INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    messages TEXT NOT NULL DEFAULT '[]',
    imported_at TEXT NOT NULL
) STRICT;
CREATE INDEX import_report_of_role ON import_report (role_id);
CREATE TABLE import_row (
    report_id INTEGER NOT NULL REFERENCES import_report (id),
    row INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('taken', 'needs_look', 'refused')),
    application_id INTEGER REFERENCES application (id),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    messages TEXT NOT NULL,
    PRIMARY KEY (report_id, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_row_of_application ON import_row (application_id) WHERE application_id IS NOT NULL;

-- The change log: history, undo and audit in one. Append only; an undo is a change that reverses another.
-- In title and detail {applicant} stands for the person, so that blind review and erasure reach the log too.
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    made_at TEXT NOT NULL,
    reviewer_id INTEGER REFERENCES reviewer (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT '',
    role_id INTEGER,
    application_id INTEGER,
    reverses INTEGER REFERENCES change (id),
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX change_of_role ON change (role_id, id);
CREATE INDEX change_of_application ON change (application_id, id) WHERE application_id IS NOT NULL;
CREATE INDEX change_reversal ON change (reverses) WHERE reverses IS NOT NULL;
CREATE INDEX change_undone ON change (id) WHERE reverses IS NULL AND undone = 1;

-- What each touched row was before: none for a row that was added. Keys and rows are JSON.
CREATE TABLE change_row (
    id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change (id),
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    before TEXT
) STRICT;
CREATE INDEX change_row_of_change ON change_row (change_id);

-- Rows added in bulk, by the range of their leading key; rows removed in bulk, many to an image.
CREATE TABLE change_range (
    id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change (id),
    table_name TEXT NOT NULL,
    first_key INTEGER NOT NULL,
    last_key INTEGER NOT NULL
) STRICT;
CREATE INDEX change_range_of_change ON change_range (change_id);
CREATE TABLE change_bulk_image (
    id INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change (id),
    table_name TEXT NOT NULL,
    columns TEXT NOT NULL,
    rows TEXT NOT NULL
) STRICT;
CREATE INDEX change_bulk_image_of_change ON change_bulk_image (change_id);
