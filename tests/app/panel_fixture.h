// SPDX-License-Identifier: GPL-3.0-or-later
// A role with a panel of two, Ada and Bea, a coordinator who is not on it, and people to be rated.
#pragma once

#include "app/reviews/reviewing.h"
#include "app/roles/panel_editing.h"
#include "app/shortlist/standing_updates.h"
#include "db/applications.h"
#include "db/connection.h"
#include "db/reviewers.h"
#include "db/stages.h"
#include "tests/app/workspace_fixture.h"

namespace rolecall::test {

class PanelFixture : public WorkspaceFixture
{
public:
    void openPanel(int people)
    {
        open();
        VERIFY_DONE(app::addPanelMember(connection(), role, QStringLiteral("Bea Panel")));
        VERIFY_DONE(app::addReviewer(connection(), QStringLiteral("Col Coordinator")));
        ada = idOf(QStringLiteral("Ada Panel"));
        bea = idOf(QStringLiteral("Bea Panel"));
        coordinator = idOf(QStringLiteral("Col Coordinator"));
        applicants.clear();
        for (int i = 0; i < people; ++i)
            applicants << addApplicant(QStringLiteral("Person %1").arg(QChar(u'A' + i)));
        be(ada);
    }

    void be(db::ReviewerId reviewer) { connection().setReviewer(reviewer); }

    /// Levels for the qualities in their order; -1: none.
    void rate(db::ReviewerId reviewer, db::ApplicationId application, const QList<int> &levels, bool submit = true)
    {
        be(reviewer);
        for (qsizetype i = 0; i < levels.size(); ++i) {
            if (levels[i] >= 0)
                VERIFY_DONE(app::rate(connection(), application, qualities[i].id, levels[i]));
        }
        if (submit)
            VERIFY_DONE(app::submitReview(connection(), application));
    }

    db::ReviewerId ada, bea, coordinator;
    QList<db::ApplicationId> applicants;

    /// In the first stage, unrated.
    db::ApplicationId addApplicant(const QString &name)
    {
        auto scope = db::ChangeScope::begin(connection(), {QStringLiteral("applicant"), QStringLiteral("Added {applicant}"), {}, role});
        db::Candidate candidate;
        candidate.name = name;
        candidate.email = QString(name).remove(u' ').toLower() + QStringLiteral("@example.org");
        db::Application application;
        application.role = role;
        application.candidate = *db::insertCandidate(connection(), candidate);
        application.stage = db::stages(connection(), role)->first().id;
        application.stageSince = connection().now();
        const db::ApplicationId id = *db::insertApplication(connection(), application);
        if (!app::refreshStanding(connection(), id) || !scope->commit())
            qFatal("no application");
        return id;
    }

private:
    db::ReviewerId idOf(const QString &name) { return db::reviewerByName(connection(), name)->value().id; }
};

} // namespace rolecall::test
