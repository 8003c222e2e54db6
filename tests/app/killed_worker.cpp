// SPDX-License-Identifier: GPL-3.0-or-later
// Works on a workspace with all its might until it is killed, and says after each act that it is saved: tst_killed.cpp compares.
// killed_worker ACT WORKSPACE SEED [FILE]. Lines: "ready", then "begin ACT", then "saved CHANGE DIGEST", "done", or "erased EMAIL".
#include "app/applicants/applicant_import.h"
#include "app/applicants/application_acts.h"
#include "app/documents/attaching.h"
#include "app/history/history.h"
#include "app/packets/packet_merge.h"
#include "app/people/erasure.h"
#include "app/reviews/reviewing.h"
#include "app/roles/role_editing.h"
#include "app/safety/backups.h"
#include "app/safety/recovery.h"
#include "app/shortlist/freezing.h"
#include "app/workspaces.h"
#include "db/backup.h"
#include "tests/support/state_digest.h"

#include <QCoreApplication>
#include <QFile>
#include <QRandomGenerator>
#include <unistd.h>

using namespace rolecall;

namespace {

/// At once, with no buffer that could die with the process.
void say(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    if (write(STDOUT_FILENO, whole.constData(), size_t(whole.size())) != whole.size())
        _exit(3);
}

class Work
{
public:
    Work(db::Connection &connection, quint32 seed, QString file)
        : m_connection(connection)
        , m_random(seed)
        , m_file(std::move(file))
        , m_qualities(*db::qualities(connection, db::RoleId(1)))
    {}

    Result<app::Done> act(const QString &kind)
    {
        if (kind == QLatin1String("import"))
            return imported();
        if (kind == QLatin1String("undo"))
            return undone();
        if (kind == QLatin1String("merge"))
            return merged();
        if (kind == QLatin1String("freeze"))
            return app::freezeShortlist(m_connection, db::RoleId(1), QStringLiteral("List"));
        if (kind == QLatin1String("remove"))
            return removedOrBack();
        if (kind == QLatin1String("erase"))
            return erased();
        return rated();
    }

private:
    db::ApplicationId somebody() { return db::ApplicationId(m_random.bounded(1, 21)); }
    db::QualityId something() { return m_qualities.at(m_random.bounded(m_qualities.size())).id; }

    Result<app::Done> rated()
    {
        const db::ApplicationId application = somebody();
        switch (m_random.bounded(6)) {
        case 0:
            return app::addNoteEvidence(m_connection, application, something(), QStringLiteral("Seen %1").arg(m_random.generate()));
        case 1:
            return app::submitReview(m_connection, application);
        case 2:
            return app::withdrawReview(m_connection, application);
        case 3:
            return app::attachDocuments(m_connection, application, {{QStringLiteral("letter.txt"), QByteArray::number(m_random.generate()).repeated(500)}}).map([](const app::Attached &attached) {
                return attached.done;
            });
        case 4:
            return app::tag(m_connection, {application, somebody()}, QStringLiteral("tag %1").arg(m_random.bounded(9)));
        default:
            return app::rate(m_connection, application, something(), int(m_random.bounded(4)));
        }
    }
    Result<app::Done> imported()
    {
        app::ImportRequest request;
        request.role = db::RoleId(1);
        request.files = {m_file};
        return app::importApplicants(m_connection, request).map([](const app::ImportSummary &summary) { return summary.done.value_or(app::Done()); });
    }
    Result<app::Done> undone() { return m_random.bounded(3) == 0 ? app::redo(m_connection) : app::undo(m_connection); }
    Result<app::Done> merged()
    {
        if (m_back)
            return app::undo(m_connection).map([this](const app::Done &done) { m_back = false; return done; });
        const auto proposal = app::proposeMerge(m_connection, m_file);
        if (!proposal)
            return tl::unexpected(proposal.error());
        m_back = true;
        return app::mergePacket(m_connection, m_file, *proposal);
    }
    /// Says who goes, before and after: of those not one byte may be left.
    Result<app::Done> erased()
    {
        const auto person = db::single(m_connection, QStringLiteral("SELECT id FROM candidate ORDER BY random() LIMIT 1"));
        const auto email = db::single(m_connection, QStringLiteral("SELECT email FROM candidate WHERE id = ?"), {*person});
        if (email->isNull())
            return failure({}, {}, QStringLiteral("nobody is left"), {});
        const auto plan = app::planErasure(m_connection, {db::CandidateId(person->toLongLong())}, QString());
        if (!plan)
            return tl::unexpected(plan.error());
        const auto done = app::erase(m_connection, *plan, app::ErasureReason::Asked);
        if (done)
            say("erased " + email->toByteArray());
        return done;
    }
    Result<app::Done> removedOrBack()
    {
        m_back = !m_back;
        return m_back ? app::removeRole(m_connection, db::RoleId(1)) : app::undo(m_connection);
    }

    db::Connection &m_connection;
    QRandomGenerator m_random;
    QString m_file;
    QList<db::Quality> m_qualities;
    bool m_back = false;
};

/// Restores the backup in the workspace's place again and again: each time from what the time before has left.
[[noreturn]] void restore(const QString &path, const QString &backup)
{
    say("ready");
    for (QDateTime now(QDate(2030, 1, 1), QTime(), Qt::UTC);; now = now.addSecs(1)) {
        say("begin restore");
        const auto kept = app::restoreBackup(backup, path, now);
        say(kept ? "done" : kept.error().text().toUtf8());
    }
}

[[noreturn]] void recover(const QString &path, const QString &target)
{
    say("ready");
    for (;;) {
        say("begin recover");
        const auto recovered = app::recoverWorkspace(path, target);
        say(recovered ? "done" : recovered.error().text().toUtf8());
        QFile::remove(target);
    }
}

int work(const QString &kind, const QString &path, quint32 seed, const QString &file)
{
    if (kind == QLatin1String("restore"))
        restore(path, file);
    if (kind == QLatin1String("recover"))
        recover(path, file);
    if (kind == QLatin1String("migrate")) {
        say("ready");
        say("begin migrate");
        const auto workspace = app::openWorkspace(path, db::Access::ReadWrite);
        say(workspace ? "done" : workspace.error().text().toUtf8());
        return pause();
    }
    const auto workspace = app::openWorkspace(path, db::Access::ReadWrite);
    if (!workspace) {
        say(workspace.error().text().toUtf8());
        return 1;
    }
    db::Connection &connection = (*workspace)->connection();
    Work acts(connection, seed, file);
    say("ready");
    for (;;) {
        say("begin " + kind.toUtf8());
        if (kind == QLatin1String("backup")) {
            const auto outcome = db::backUp(connection, file);
            say(outcome ? "done" : outcome.error().text().toUtf8());
            continue;
        }
        // What is refused changes nothing: a draft that cannot be submitted, nothing left to undo.
        if (const auto done = acts.act(kind); done) {
            const auto change = db::single(connection, QStringLiteral("SELECT max(id) FROM change"));
            say("saved " + change->toByteArray() + ' ' + tests::stateDigest(connection).toLatin1());
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    return arguments.size() < 4 ? 2 : work(arguments.at(1), arguments.at(2), arguments.at(3).toUInt(), arguments.value(4));
}
