-- SPDX-License-Identifier: GPL-3.0-or-later
-- What Today and the side bar count at every start, without going through every review and rating of a role.
CREATE INDEX application_undecided ON application (role_id) WHERE outcome IS NULL;
CREATE INDEX review_submitted ON review (reviewer_id, application_id) WHERE kind = 'written' AND state = 'submitted';
CREATE INDEX review_begun ON review (reviewer_id, application_id) WHERE kind = 'written' AND state = 'draft';
CREATE INDEX rating_to_confirm ON rating (review_id, quality_id) WHERE reconfirm = 1;
