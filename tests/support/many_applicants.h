// SPDX-License-Identifier: GPL-3.0-or-later
// A role with any number of invented applicants and their ratings, made by SQL in a moment: for lists, matrices and benchmarks.
#pragma once

#include "app/shortlist/standing_updates.h"
#include "db/reviewers.h"
#include "db/search_index.h"
#include "db/sql.h"
#include "db/transaction.h"
#include "db/workspace.h"

#include <QString>

namespace rolecall::tests {

struct ManyApplicants
{
    db::RoleId role{1};
    int applicants = 100;
    int necessary = 7;
    int useful = 6;
    /// Reviewer 1 is the person in front of the workspace. Applications whose number is divisible by 5 have a submitted
    /// review of reviewer 2 alone; all others one by reviewer 1, and those divisible by 3 one by both.
    bool secondReviewer = false;
};

/// Ratings and standings agree: levels are (application * (place + 3) + place) % 4, the other reviewer's (… + 2) % 4.
inline Outcome fill(db::Connection &connection, const ManyApplicants &many)
{
    const QString script = QStringLiteral(R"(
INSERT INTO reviewer (id, uuid, name) VALUES (1, 'reviewer-1', 'A. Reviewer');
%6
INSERT INTO role (id, uuid, title, organisation, created_at) VALUES (1, 'role-1', 'Open Source Applications Engineer', 'Example Collective', '2026-01-01T00:00:00.000Z');
INSERT INTO stage (id, uuid, role_id, position, name, kind) VALUES (1, 'stage-1', 1, 0, 'New', 'review'), (2, 'stage-2', 1, 1, 'Interview', 'interview'), (3, 'stage-3', 1, 2, 'Offer', 'offer');
WITH RECURSIVE q(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM q WHERE n < %2 + %3)
INSERT INTO quality (id, uuid, role_id, tier, position, text) SELECT n, 'quality-' || n, 1, iif(n <= %2, 'necessary', 'useful'), iif(n <= %2, n - 1, n - %2 - 1),
 CASE n %% 5 WHEN 0 THEN 'Has run a public service for researchers, with on-call duties' WHEN 1 THEN 'Experience with Jupyter and its ecosystem'
 WHEN 2 THEN 'Writes plainly for people outside the field' WHEN 3 THEN 'Comfortable with Linux administration' ELSE 'Has taken part in an open source community' END FROM q;
WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < %1)
INSERT INTO candidate (id, uuid, name, name_key, email, location, created_at) SELECT n, 'candidate-' || n, f || ' ' || l, lower(f || ' ' || l), lower(f) || '.' || n || '@example.org',
 CASE n %% 4 WHEN 0 THEN 'Lisbon, Portugal' WHEN 1 THEN 'Nairobi, Kenya' WHEN 2 THEN 'Remote' ELSE NULL END, '2026-01-01T00:00:00.000Z'
 FROM (SELECT n, CASE n * 7 %% 11 WHEN 0 THEN 'Amara' WHEN 1 THEN 'Jun' WHEN 2 THEN 'Noor' WHEN 3 THEN 'Ines' WHEN 4 THEN 'Tom' WHEN 5 THEN 'Zelda' WHEN 6 THEN 'Mikhail' WHEN 7 THEN 'Aiko' WHEN 8 THEN 'Bram' WHEN 9 THEN 'Carla' ELSE 'Dana' END AS f,
 CASE n * 5 %% 13 WHEN 0 THEN 'Okonkwo' WHEN 1 THEN 'Takahashi' WHEN 2 THEN 'Masri' WHEN 3 THEN 'Carvalho' WHEN 4 THEN 'Ashby' WHEN 5 THEN 'Brandt' WHEN 6 THEN 'Sorokin' WHEN 7 THEN 'Virtanen' WHEN 8 THEN 'Quispe' WHEN 9 THEN 'Novak' WHEN 10 THEN 'Featherstone' WHEN 11 THEN 'Li' ELSE 'Example' END AS l FROM c WHERE n <= %1);
INSERT INTO application (id, uuid, role_id, candidate_id, code, stage_id, stage_since, source, applied_on, outcome, outcome_reason, outcome_at, created_at)
 SELECT id, 'application-' || id, 1, id, printf('C%06d', id), 1 + (id %% 7 = 0) + (id %% 21 = 0), '2026-02-01T00:00:00.000Z', CASE id %% 3 WHEN 0 THEN 'Web form' WHEN 1 THEN 'Referral' ELSE 'Mail' END,
 date('2026-01-05', '+' || (id * 13 %% 50) || ' days'), iif(id %% 11 = 0, 'rejected', NULL), iif(id %% 11 = 0, 'No answer to the mail', NULL), iif(id %% 11 = 0, '2026-02-10T00:00:00.000Z', NULL), '2026-01-05T00:00:00.000Z' FROM candidate;
INSERT INTO tag (id, name) VALUES (1, 'referred'), (2, 'second look');
INSERT INTO application_tag (application_id, tag_id) SELECT id, 1 FROM application WHERE id %% 6 = 0 UNION ALL SELECT id, 2 FROM application WHERE id %% 10 = 1;
INSERT INTO review (uuid, application_id, reviewer_id, state, started_at, submitted_at) SELECT 'review-1-' || id, id, 1, 'submitted', '2026-02-01', '2026-02-02' FROM application %4;
%5
INSERT INTO rating (review_id, quality_id, level) SELECT v.id, q.id, (v.application_id * (q.id + 2) + q.id - 1 + iif(v.reviewer_id = 2, 2, 0)) %% 4 FROM review v CROSS JOIN quality q WHERE (v.application_id + q.id) %% 17 <> 0;
)")
                               .replace(QStringLiteral("%%"), QStringLiteral("%"))
                               .replace(QStringLiteral("%1"), QString::number(many.applicants))
                               .replace(QStringLiteral("%2"), QString::number(many.necessary))
                               .replace(QStringLiteral("%3"), QString::number(many.useful))
                               .replace(QStringLiteral("%4"), many.secondReviewer ? QStringLiteral("WHERE id % 5 <> 0") : QString())
                               .replace(QStringLiteral("%5"),
                                        many.secondReviewer ? QStringLiteral("INSERT INTO review (uuid, application_id, reviewer_id, state, started_at, submitted_at) SELECT 'review-2-' || id, id, 2, 'submitted', "
                                                                             "'2026-02-01', '2026-02-02' FROM application WHERE id % 5 = 0 OR id % 3 = 0;")
                                                            : QString())
                               .replace(QStringLiteral("%6"), many.secondReviewer ? QStringLiteral("INSERT INTO reviewer (id, uuid, name) VALUES (2, 'reviewer-2', 'B. Reviewer');") : QString());
    auto transaction = db::Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto outcome = db::runScript(connection, script.toUtf8()); !outcome)
        return outcome;
    if (auto outcome = db::setOwnReviewer(connection, db::ReviewerId(1)); !outcome)
        return outcome;
    connection.setReviewer(db::ReviewerId(1));
    if (auto outcome = db::indexRange(connection, QStringLiteral("candidate"), 1, many.applicants); !outcome)
        return outcome;
    if (auto outcome = db::indexRange(connection, QStringLiteral("role"), 1, 1); !outcome)
        return outcome;
    if (auto outcome = app::refreshStandings(connection, many.role); !outcome)
        return outcome;
    return transaction->commit();
}

} // namespace rolecall::tests
