-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO group_answer VALUES (1, 'Age', '40 to 49');
