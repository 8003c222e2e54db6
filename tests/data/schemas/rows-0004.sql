-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO stage_template VALUES (1, '0193a000-0000-7000-8000-0000000000d1', 'Observatory', 1);
INSERT INTO stage_template_step VALUES (1, 0, 'New', 'review', NULL, 'none'), (1, 1, 'Interview', 'interview', 14, 'through_gate');
INSERT INTO stage_visit VALUES (1, 2, 1, 'New', 'review', '2026-11-01T09:00:00.000Z', '2026-11-02T09:00:00.000Z');
INSERT INTO message_template VALUES (1, '0193a000-0000-7000-8000-0000000000d2', 'Invitation', 'Your application', 'Dear {name}, please come and see the stars.');
UPDATE stage SET entry_condition = 'through_gate' WHERE id = 2;
