-- SPDX-License-Identifier: GPL-3.0-or-later
-- The full-text indexes again, over words as Rolecall parts them (db/text_words.h): every script can be found, and one
-- and two letters are quick. The prefix indexes are those of one and two letters; longer beginnings are few enough words.
DROP TABLE search_candidate;
DROP TABLE search_note;
DROP TABLE search_evidence;
DROP TABLE search_document;
DROP TABLE search_role;
CREATE VIRTUAL TABLE search_candidate USING fts5 (
    name, email, phone, location, content = 'candidate', content_rowid = 'id', tokenize = 'rolecall', prefix = '1 2'
);
CREATE VIRTUAL TABLE search_note USING fts5 (
    text, content = 'note', content_rowid = 'id', tokenize = 'rolecall', prefix = '1 2'
);
CREATE VIRTUAL TABLE search_evidence USING fts5 (
    note, quote, content = 'evidence', content_rowid = 'id', tokenize = 'rolecall', prefix = '1 2'
);
CREATE VIRTUAL TABLE search_document USING fts5 (
    text, content = 'document_text', content_rowid = 'id', tokenize = 'rolecall', prefix = '1 2'
);
CREATE VIRTUAL TABLE search_role USING fts5 (
    title, summary, content = 'role', content_rowid = 'id', tokenize = 'rolecall', prefix = '1 2'
);
INSERT INTO search_candidate (search_candidate) VALUES ('rebuild');
INSERT INTO search_note (search_note) VALUES ('rebuild');
INSERT INTO search_evidence (search_evidence) VALUES ('rebuild');
INSERT INTO search_document (search_document) VALUES ('rebuild');
INSERT INTO search_role (search_role) VALUES ('rebuild');

-- The sources there are to choose from, across roles.
CREATE INDEX application_by_source ON application (source) WHERE source <> '';

-- Whether the pages could be drawn when a process of its own tried: 'drawn', 'not drawn', or not tried.
ALTER TABLE document_text ADD COLUMN page_view TEXT NOT NULL DEFAULT '' CHECK (page_view IN ('', 'drawn', 'not drawn'));
