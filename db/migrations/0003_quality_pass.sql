-- SPDX-License-Identifier: GPL-3.0-or-later
-- One quality read over all applicants in a random order: the seed is kept, so that anyone can make the order again.
CREATE TABLE quality_pass (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    role_id INTEGER NOT NULL REFERENCES role (id),
    quality_id INTEGER NOT NULL REFERENCES quality (id),
    reviewer_id INTEGER NOT NULL REFERENCES reviewer (id),
    seed INTEGER NOT NULL, -- 64 bits, as signed
    started_at TEXT NOT NULL
) STRICT;
CREATE INDEX quality_pass_of_role ON quality_pass (role_id, quality_id, reviewer_id);
CREATE INDEX quality_pass_of_quality ON quality_pass (quality_id);
CREATE INDEX quality_pass_of_reviewer ON quality_pass (reviewer_id);
