-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO interview VALUES (1, '0193a000-0000-7000-8000-0000000000d3', 2, 2, '2026-11-20T13:00:00.000Z', '2026-11-20T14:00', 'Europe/Berlin', 45, 'Dome 2', '', 'Bring a chart', 'confirmed', 1, '2026-11-04T09:00:00.000Z');
INSERT INTO interview_member VALUES (1, 1, 'accepted');
INSERT INTO interview_assessment VALUES (1, 1, 1);
INSERT INTO question VALUES (1, '0193a000-0000-7000-8000-0000000000d4', 1, 1, 0, 'Which star is this?', 'Names it and says how sure they are');
UPDATE deadline SET owner_id = 1, remind_days = 3 WHERE id = 1;
