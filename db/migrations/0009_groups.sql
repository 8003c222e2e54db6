-- SPDX-License-Identifier: GPL-3.0-or-later
-- What applicants said of themselves, with their consent, for adverse-impact figures alone: kept apart from everything that
-- a review shows, searches or exports, and read only as counts.
CREATE TABLE group_answer (
    application_id INTEGER NOT NULL REFERENCES application (id) ON DELETE CASCADE,
    question TEXT NOT NULL CHECK (trim(question) <> ''),
    answer TEXT NOT NULL CHECK (trim(answer) <> ''),
    PRIMARY KEY (application_id, question)
) STRICT, WITHOUT ROWID;
