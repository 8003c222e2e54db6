-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO quality_pass VALUES (1, '0193a000-0000-7000-8000-0000000000c1', 1, 1, 1, -42, '2026-11-04T08:00:00.000Z');
