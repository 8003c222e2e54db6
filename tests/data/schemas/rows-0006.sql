-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO custom_field VALUES (1, '0193a000-0000-7000-8000-0000000000d5', 'Own telescope', 'yes_no', '[]', 0);
INSERT INTO candidate_field VALUES (1, 1, 'yes');
INSERT INTO candidate_apart VALUES (1, 2, '2026-11-04T09:00:00.000Z');
INSERT INTO retention_rule VALUES (1, NULL, 'rejected', 6), (2, 1, 'hired', 36);
INSERT INTO erasure VALUES (1, '2026-11-05T09:00:00.000Z', 'asked');
INSERT INTO shortlist_entry VALUES (1, 1, NULL, NULL, 'near_miss', '', '{}');
