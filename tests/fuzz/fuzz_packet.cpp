// SPDX-License-Identifier: GPL-3.0-or-later
// A returned packet in which anything was changed, by bytes or through SQL: it is refused with a reason or taken within
// bounds, one's own ratings stay as they are, and undo brings back what was there before.
#include "app/documents/attaching.h"
#include "app/history/history.h"
#include "app/packets/packet_export.h"
#include "app/packets/packet_merge.h"
#include "app/reviews/reviewing.h"
#include "app/roles/role_editing.h"
#include "app/shortlist/standing_check.h"
#include "app/workspaces.h"
#include "db/applications.h"
#include "db/change_log.h"
#include "db/sql.h"
#include "db/stages.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdint>
#include <cstdlib>
#include <sqlite3.h>

using namespace rolecall;

namespace {

template<class T> T must(Result<T> result)
{
    if (!result)
        std::abort();
    return std::move(*result);
}
void must(const Outcome &outcome)
{
    if (!outcome)
        std::abort();
}

class Panel
{
public:
    Panel()
    {
        m_ours = must(app::createWorkspace(m_folder.filePath(QStringLiteral("ours.rolecall"))));
        must(app::becomeReviewer(ours(), QStringLiteral("Ada Panel")));
        const QByteArray posting = "# Star Keeper\n\n## Necessary qualities\n\n- Reads star charts\n- Writes reports\n\n## Useful qualities\n\n- Mends clocks\n";
        const db::RoleId role = must(app::addRolesFromPosting(ours(), posting, QStringLiteral("keeper.md"))).roles.first();
        const auto qualities = must(db::qualities(ours(), role));
        for (const char *name : {"Quirina Zandvliet", "Bela Ohm"}) {
            auto scope = must(db::ChangeScope::begin(ours(), {QStringLiteral("applicant"), QStringLiteral("Added {applicant}"), {}, role}));
            db::Candidate candidate;
            candidate.name = QString::fromLatin1(name);
            db::Application application;
            application.role = role;
            application.candidate = must(db::insertCandidate(ours(), candidate));
            application.stage = must(db::stages(ours(), role)).first().id;
            const auto id = must(db::insertApplication(ours(), application));
            must(scope.commit());
            must(app::rate(ours(), id, qualities.first().id, 3));
            must(app::submitReview(ours(), id));
        }
        must(app::attachDocuments(ours(), db::ApplicationId(1), {{QStringLiteral("letter.txt"), "I have read star charts for nine years."}}));
        app::PacketOptions options;
        options.reviewerName = QStringLiteral("Ben Desk");
        must(app::exportPacket(ours(), role, options, path()));
        {
            auto packet = must(app::openWorkspace(path(), db::Access::ReadWrite));
            for (const int person : {1, 2}) {
                for (const int quality : {1, 2, 3})
                    must(app::rate(packet->connection(), db::ApplicationId(person), db::QualityId(quality), (person + quality) % 4));
                must(app::addNoteEvidence(packet->connection(), db::ApplicationId(person), db::QualityId(1), QStringLiteral("a note")));
                must(app::submitReview(packet->connection(), db::ApplicationId(person)));
            }
        }
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            std::abort();
        m_packet = file.readAll();
        m_before = state();
        m_own = own();
    }

    const QByteArray &packet() const { return m_packet; }
    QString path() const { return m_folder.filePath(QStringLiteral("packet.rolecall")); }
    void put(const QByteArray &bytes)
    {
        QFile::remove(path() + QStringLiteral("-wal"));
        QFile::remove(path() + QStringLiteral("-shm"));
        QFile file(path());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            std::abort();
    }

    void take()
    {
        auto proposal = app::proposeMerge(ours(), path());
        if (!proposal) {
            if (proposal.error().problem.isEmpty())
                std::abort();
            return;
        }
        for (app::PacketConflict &conflict : proposal->conflicts)
            conflict.take = conflict.canTake && conflict.kind != app::ConflictKind::Reviewer;
        const auto done = app::mergePacket(ours(), path(), *proposal);
        if (own() != m_own || must(app::standingsThatDiffer(ours())) != 0)
            std::abort();
        if (must(db::single(ours(), QStringLiteral("SELECT count(*) FROM rating WHERE level NOT BETWEEN 0 AND 3"))).toInt() != 0)
            std::abort();
        if (done && done->change.isValid())
            must(app::undo(ours()));
        if (state() != m_before)
            std::abort();
    }

private:
    db::Connection &ours() { return m_ours->connection(); }
    QString state()
    {
        return must(db::single(ours(), QStringLiteral("SELECT (SELECT group_concat(uuid || state || revision) FROM review) || '|' || (SELECT group_concat(review_id || quality_id || level || ask) FROM rating) || '|' || "
                                                      "(SELECT coalesce(group_concat(note || quote), '') FROM evidence) || '|' || (SELECT group_concat(name) FROM reviewer) || (SELECT count(*) FROM panel_member)")))
            .toString();
    }
    QString own() { return must(db::single(ours(), QStringLiteral("SELECT group_concat(v.application_id || v.state || v.revision || g.quality_id || g.level) FROM review v JOIN rating g ON g.review_id = v.id WHERE v.reviewer_id = 1"))).toString(); }

    /// In memory where the system has a file system there: what is waited for on a disk is most of a unit's time.
    static QString place()
    {
        const QString memory = QStringLiteral("/dev/shm");
        return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + QStringLiteral("/fuzz_packet-XXXXXX");
    }
    QTemporaryDir m_folder{place()};
    std::unique_ptr<db::Workspace> m_ours;
    QByteArray m_packet;
    QString m_before;
    QString m_own;
};

/// Reads the input from front to back; zeros where it has ended.
class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_data(data)
        , m_size(size)
    {}
    bool isEmpty() const { return m_at >= m_size; }
    unsigned byte() { return isEmpty() ? 0 : m_data[m_at++]; }
    unsigned word() { return byte() << 16 | byte() << 8 | byte(); }
    QByteArray bytes(std::size_t most)
    {
        const std::size_t length = std::min({std::size_t(byte()), most, m_size - std::min(m_at, m_size)});
        const QByteArray taken(reinterpret_cast<const char *>(m_data + m_at), qsizetype(length));
        m_at += length;
        return taken;
    }

private:
    const std::uint8_t *m_data;
    std::size_t m_size;
    std::size_t m_at = 0;
};

QByteArray changedBytes(QByteArray packet, Input &input, bool cut)
{
    if (cut)
        packet.truncate(qsizetype(input.word()) % packet.size());
    while (!input.isEmpty() && !packet.isEmpty()) {
        const qsizetype at = qsizetype(input.word()) % packet.size();
        packet[at] = char(packet.at(at) ^ char(input.byte()));
    }
    return packet;
}

/// As another program would change it, with no care for what Rolecall allows.
void changeBySql(const QString &path, Input &input)
{
    static const char *const columns[] = {"review.uuid",      "review.application_id", "review.reviewer_id", "review.kind",   "review.state",    "review.revision",     "review.started_at",  "review.submitted_at",
                                          "rating.review_id", "rating.quality_id",     "rating.level",       "rating.ask",    "evidence.uuid",   "evidence.note",       "evidence.quote",     "evidence.document_id",
                                          "evidence.page",    "evidence.start",        "evidence.length",    "reviewer.uuid", "reviewer.name",   "application.uuid",    "application.code",   "application.role_id",
                                          "quality.uuid",     "quality.text",          "quality.tier",       "role.uuid",     "candidate.name",  "document.uuid",       "document.sha256",    "workspace_info.value"};
    static const char *const statements[] = {"INSERT INTO reviewer (uuid, name) SELECT 'x' || id, name || id FROM reviewer", "DELETE FROM quality", "DELETE FROM workspace_info", "DELETE FROM application",
                                             "CREATE TRIGGER t AFTER INSERT ON review BEGIN DELETE FROM rating; END", "DROP TABLE evidence", "CREATE VIEW more AS SELECT * FROM rating",
                                             "UPDATE review SET reviewer_id = 1 + id", "INSERT INTO review (uuid, application_id, reviewer_id, kind, started_at) SELECT uuid || 'b', application_id, reviewer_id, 'interview', '' FROM review",
                                             "PRAGMA user_version = 0", "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = 'x'", "UPDATE rating SET level = level + 100", "UPDATE evidence SET quote = hex(zeroblob(60000))"};
    sqlite3 *file = nullptr;
    if (sqlite3_open_v2(QFile::encodeName(path).constData(), &file, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
        std::abort();
    sqlite3_exec(file, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON", nullptr, nullptr, nullptr);
    while (!input.isEmpty()) {
        const unsigned what = input.byte();
        if (what >= 224) {
            sqlite3_exec(file, statements[what % std::size(statements)], nullptr, nullptr, nullptr);
            continue;
        }
        const QByteArrayList place = QByteArray(columns[what % std::size(columns)]).split('.');
        const unsigned row = input.byte();
        const unsigned kind = input.byte() % 5;
        const QByteArray value = input.bytes(200);
        const QByteArray sql = "UPDATE OR IGNORE " + place[0] + " SET " + place[1] + " = ? WHERE (SELECT count(*) FROM " + place[0] + ") > 0 AND " + (row % 8 == 7 ? QByteArray("1") : "ifnull(" + place[1] + " = (SELECT " + place[1] + " FROM " + place[0] + " LIMIT 1 OFFSET " + QByteArray::number(row % 8) + "), 0)");
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(file, sql.constData(), -1, &statement, nullptr) == SQLITE_OK) {
            if (kind == 0)
                sqlite3_bind_null(statement, 1);
            else if (kind == 1)
                sqlite3_bind_int64(statement, 1, value.isEmpty() ? INT64_MAX : qint64(value.toLongLong()));
            else if (kind == 2)
                sqlite3_bind_blob(statement, 1, value.constData(), int(value.size()), SQLITE_TRANSIENT);
            else
                sqlite3_bind_text(statement, 1, value.constData(), int(value.size()), SQLITE_TRANSIENT);
            sqlite3_step(statement);
        }
        sqlite3_finalize(statement);
    }
    sqlite3_close(file);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static int count = 1;
    static char name[] = "fuzz_packet";
    static char *arguments[] = {name, nullptr};
    static QCoreApplication application(count, arguments);
    static Panel panel;
    if (size == 0)
        return 0;
    Input input(data + 1, size - 1);
    switch (data[0] % 4) {
    case 0:
        panel.put(changedBytes(panel.packet(), input, false));
        break;
    case 1:
        panel.put(changedBytes(panel.packet(), input, true));
        break;
    default:
        panel.put(panel.packet());
        changeBySql(panel.path(), input);
        break;
    }
    panel.take();
    return 0;
}
