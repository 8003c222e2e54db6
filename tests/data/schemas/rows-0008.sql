-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE document_text SET page_view = 'drawn' WHERE id = 1;
