-- SPDX-License-Identifier: GPL-3.0-or-later
-- Full text, which only SQLite has: indexes over columns of the workspace's tables, without a copy of the text.
CREATE VIRTUAL TABLE search_candidate USING fts5 (
    name, email, phone, location, content = 'candidate', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE VIRTUAL TABLE search_note USING fts5 (
    text, content = 'note', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE VIRTUAL TABLE search_evidence USING fts5 (
    note, quote, content = 'evidence', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE VIRTUAL TABLE search_document USING fts5 (
    text, content = 'document_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE VIRTUAL TABLE search_role USING fts5 (
    title, summary, content = 'role', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
