-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO search_candidate (search_candidate) VALUES ('rebuild');
INSERT INTO search_note (search_note) VALUES ('rebuild');
INSERT INTO search_evidence (search_evidence) VALUES ('rebuild');
INSERT INTO search_document (search_document) VALUES ('rebuild');
INSERT INTO search_role (search_role) VALUES ('rebuild');
