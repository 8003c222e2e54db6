-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO import_mapping VALUES (1, 'name|e-mail|reads star charts', '["name=Name", "email=E-mail"]', '2026-11-01T09:00:00.000Z');
