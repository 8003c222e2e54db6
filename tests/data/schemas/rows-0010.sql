-- SPDX-License-Identifier: GPL-3.0-or-later
UPDATE rating SET reconfirm = 1 WHERE review_id = 1;
