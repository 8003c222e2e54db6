// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace in a temporary folder with one role from an invented posting, and people who may be rated.
#pragma once

#include "app/reviews/reviewing.h"
#include "app/roles/role_editing.h"
#include "db/application_lists.h"
#include "db/applications.h"
#include "db/change_log.h"
#include "db/qualities.h"
#include "db/reviewers.h"
#include "db/roles.h"
#include "db/stages.h"
#include "ui/session/session.h"

#include <QTemporaryDir>

namespace rolecall::test {

inline QByteArray samplePosting()
{
    return "# Field Station Data Steward\n\nThe *Saltmarsh Institute* (example.org) looks for a data steward.\n\n"
           "## Responsibilities\n\n- Keep the tide records\n- Answer requests for data\n\n"
           "## Necessary qualities\n\n- Experience with **time series**\n- Clear writing\n- Care for detail and patience with instruments\n\n"
           "## Useful qualities\n\n- Knows a [coastline](https://example.org) well\n- Has repaired sensors\n- Speaks Frisian\n\n"
           "Applications close on 14 March 2031. Write to jobs@example.org. Interviews are held in late March 2031.\n";
}

class SampleWorkspace
{
public:
    SampleWorkspace()
    {
        auto workspace = db::Workspace::create(m_folder.filePath(QStringLiteral("sample.rolecall")));
        if (!workspace)
            qFatal("%s", qPrintable(workspace.error().text()));
        auto scope = db::ChangeScope::begin((*workspace)->connection(), {QStringLiteral("reviewer"), QStringLiteral("Added a reviewer"), {}});
        db::Reviewer reviewer;
        reviewer.name = QStringLiteral("Ada Example");
        reviewer.id = *db::insertReviewer((*workspace)->connection(), reviewer);
        (void)db::setOwnReviewer((*workspace)->connection(), reviewer.id);
        if (!scope->commit())
            qFatal("no reviewer");
        m_session = std::make_unique<ui::Session>(std::move(*workspace));
        const auto added = app::addRolesFromPosting(connection(), samplePosting(), QStringLiteral("steward.md"));
        if (!added || added->roles.isEmpty())
            qFatal("%s", added ? "no role was read" : qPrintable(added.error().text()));
        m_role = added->roles.first();
    }

    ui::Session &session() { return *m_session; }
    db::Connection &connection() { return m_session->connection(); }
    db::RoleId role() const { return m_role; }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

    QList<db::Quality> qualities() { return *db::qualities(connection(), m_role); }
    QStringList texts(db::Tier tier)
    {
        QStringList list;
        for (const db::Quality &quality : qualities()) {
            if (quality.tier == tier)
                list << quality.text;
        }
        return list;
    }

    /// People with these levels for the qualities in their order (-1: not rated), reviewed and submitted.
    QList<db::ApplicationId> addPeople(const QList<QList<int>> &levels)
    {
        QList<db::ApplicationId> made;
        const db::StageId stage = db::stages(connection(), m_role)->first().id;
        const auto all = qualities();
        for (qsizetype i = 0; i < levels.size(); ++i) {
            auto scope = db::ChangeScope::begin(connection(), {QStringLiteral("applicant"), QStringLiteral("Added {applicant}"), {}, m_role});
            db::Candidate candidate;
            candidate.name = QStringLiteral("Person %1").arg(m_people++);
            candidate.email = QStringLiteral("person%1@example.org").arg(m_people);
            db::Application application;
            application.role = m_role;
            application.candidate = *db::insertCandidate(connection(), candidate);
            application.stage = stage;
            application.stageSince = connection().now();
            made << *db::insertApplication(connection(), application);
            if (!scope->commit())
                qFatal("no application");
            for (qsizetype j = 0; j < all.size(); ++j) {
                if (levels.at(i).value(j, -1) >= 0)
                    must(app::rate(connection(), made.last(), all.at(j).id, levels.at(i).at(j)));
            }
            must(app::submitReview(connection(), made.last()));
        }
        return made;
    }

    static void must(const Result<app::Done> &done)
    {
        if (!done)
            qFatal("%s", qPrintable(done.error().text()));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ui::Session> m_session;
    db::RoleId m_role;
    int m_people = 0;
};

} // namespace rolecall::test
