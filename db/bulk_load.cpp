// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/bulk_load.h"

#include "db/applications.h"
#include "db/change_capture.h"
#include "db/connection.h"
#include "db/search_index.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QtEndian>
#include <algorithm>
#include <array>
#include <sqlite3.h>
#include <tuple>
#include <utility>

namespace rolecall::db {

namespace {

/// A prepared statement whose values are bound by position and which is reset after each step.
class Prepared
{
public:
    Prepared() = default;
    ~Prepared() { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(Prepared)

    bool prepare(sqlite3 *handle, const char *sql)
    {
        return sqlite3_prepare_v3(handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr) == SQLITE_OK;
    }
    Prepared &number(int place, qint64 value)
    {
        sqlite3_bind_int64(m_statement, place, value);
        return *this;
    }
    Prepared &text(int place, std::string_view value)
    {
        sqlite3_bind_text(m_statement, place, value.data() ? value.data() : "", int(value.size()), SQLITE_STATIC);
        return *this;
    }
    Prepared &textOrNull(int place, std::string_view value)
    {
        if (value.empty())
            sqlite3_bind_null(m_statement, place);
        else
            text(place, value);
        return *this;
    }
    Prepared &null(int place)
    {
        sqlite3_bind_null(m_statement, place);
        return *this;
    }
    Prepared &blob(int place, const void *bytes, size_t size)
    {
        sqlite3_bind_blob64(m_statement, place, bytes, size, SQLITE_STATIC);
        return *this;
    }
    template<class Row> bool each(Row &&row)
    {
        int code = SQLITE_ROW;
        while ((code = sqlite3_step(m_statement)) == SQLITE_ROW)
            row(m_statement);
        sqlite3_reset(m_statement);
        return code == SQLITE_DONE;
    }
    bool step()
    {
        const bool stepped = sqlite3_step(m_statement) == SQLITE_DONE;
        sqlite3_reset(m_statement);
        return stepped;
    }
    /// The first column of the first row, 0 where there is none.
    bool look(qint64 &value)
    {
        const int code = sqlite3_step(m_statement);
        value = code == SQLITE_ROW ? sqlite3_column_int64(m_statement, 0) : 0;
        sqlite3_reset(m_statement);
        return code == SQLITE_ROW || code == SQLITE_DONE;
    }

private:
    sqlite3_stmt *m_statement = nullptr;
};

/// Rows that others add while capture is suspended: new tags and stages, the report.
constexpr auto besideTables = std::to_array({"tag", "stage", "evidence", "import_report"});
constexpr auto bulkTables = std::to_array({"candidate", "application", "application_tag", "note", "document", "review", "rating"});

Result<qint64> nextKey(Connection &connection, const char *table)
{
    const auto highest = single(connection, QStringLiteral("SELECT coalesce(max(id), 0) + 1 FROM %1").arg(QLatin1String(table)));
    if (!highest)
        return tl::unexpected(highest.error());
    return highest->toLongLong();
}

} // namespace

struct BulkLoad::Statements
{
    Prepared candidate, application, note, tag, review, rating, allRatings, standing, sameEmail, sameName, known, named, content, document, hasDocument, text;
    std::array<qint64, bulkTables.size()> firstKeys{};
    std::array<qint64, besideTables.size()> firstBeside{};
    qint64 nextCandidate = 0;
    qint64 nextApplication = 0;
    qint64 nextReview = 0;
    qint64 nextNote = 0;
    qint64 nextDocument = 0;
    qint64 nextText = 0;
    qint64 firstText = 0;
    std::tuple<qint64, qint64, qint64, qint64, qint64, qint64> marked;
    bool hasMark = false;
    qint64 role = 0;
    qint64 reviewer = 0;
    std::vector<QualityId> qualities;
    std::string now;
    std::vector<qint32> packed;

    bool reviewBegun = false; ///< of the applicant added last

    bool beginReview()
    {
        if (reviewBegun)
            return true;
        reviewBegun = true;
        const QByteArray uuid = newUuid().toLatin1();
        return review.number(1, nextReview++).text(2, {uuid.constData(), size_t(uuid.size())}).number(3, nextApplication - 1).number(4, reviewer).text(5, now).step();
    }

    /// A whole row of levels in one statement: most rows of a table are rated throughout or not at all.
    bool prepareAllRatings(sqlite3 *handle)
    {
        if (qualities.empty())
            return true;
        QByteArray sql = "INSERT INTO rating (review_id, quality_id, level) VALUES ";
        for (size_t i = 0; i < qualities.size(); ++i)
            sql += (i > 0 ? ", (?1, " : "(?1, ") + QByteArray::number(qualities[i].number()) + ", ?" + QByteArray::number(qulonglong(i + 2)) + ')';
        return allRatings.prepare(handle, sql.constData());
    }

    bool addRatings(const std::vector<qint8> &ratings)
    {
        const auto isLevel = [](qint8 value) { return value >= 0 && value <= 3; };
        if (!ratings.empty() && ratings.size() == qualities.size() && std::all_of(ratings.begin(), ratings.end(), isLevel)) {
            if (!beginReview())
                return false;
            allRatings.number(1, nextReview - 1);
            for (size_t i = 0; i < ratings.size(); ++i)
                allRatings.number(int(i) + 2, ratings[i]);
            return allRatings.step();
        }
        for (size_t i = 0; i < ratings.size(); ++i) {
            if (ratings[i] == bulkUnrated)
                continue;
            if (!beginReview())
                return false;
            rating.number(1, nextReview - 1).number(2, qualities[i].number()).number(4, ratings[i] >= bulkAskWithLevel ? 1 : 0);
            if (ratings[i] == bulkAskOnly)
                rating.null(3);
            else
                rating.number(3, ratings[i] & 3);
            if (!rating.step())
                return false;
        }
        return true;
    }

    bool prepare(sqlite3 *handle)
    {
        return prepareAllRatings(handle) && candidate.prepare(handle, "INSERT INTO candidate (id, uuid, name, name_key, email, phone, location, links, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
               && application.prepare(handle, "INSERT INTO application (id, uuid, role_id, candidate_id, code, stage_id, stage_since, source, applied_on, outcome, outcome_reason, "
                                              "outcome_at, created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?7)")
               && note.prepare(handle, "INSERT INTO note (id, uuid, application_id, text, created_at) VALUES (?, ?, ?, ?, ?)")
               && tag.prepare(handle, "INSERT INTO application_tag (application_id, tag_id) VALUES (?, ?) ON CONFLICT DO NOTHING")
               && review.prepare(handle, "INSERT INTO review (id, uuid, application_id, reviewer_id, state, started_at, submitted_at) VALUES (?1, ?2, ?3, ?4, 'submitted', ?5, ?5)")
               && rating.prepare(handle, "INSERT INTO rating (review_id, quality_id, level, ask) VALUES (?, ?, ?, ?)")
               && standing.prepare(handle, "INSERT INTO standing (application_id, role_id, gate, not_through, useful_score, necessary_mean, necessary_met, necessary_below, "
                                           "necessary_unrated, coverage, levels) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
               && sameEmail.prepare(handle, "SELECT id FROM candidate WHERE email = ? LIMIT 1") && sameName.prepare(handle, "SELECT id FROM candidate WHERE name_key = ? LIMIT 1")
               && known.prepare(handle, "SELECT a.id, c.name_key FROM candidate c JOIN application a ON a.candidate_id = c.id WHERE c.email = ? AND a.role_id = ? ORDER BY a.id LIMIT 1")
               && named.prepare(handle, "SELECT a.id, c.name_key FROM candidate c JOIN application a ON a.candidate_id = c.id WHERE c.name_key = ? AND a.role_id = ? ORDER BY a.id LIMIT 2")
               && content.prepare(handle, "INSERT INTO content (sha256, size, bytes) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING")
               && document.prepare(handle, "INSERT INTO document (id, uuid, application_id, sha256, file_name, added_at) VALUES (?, ?, ?, ?, ?, ?)")
               && hasDocument.prepare(handle, "SELECT id FROM document WHERE application_id = ? AND sha256 = ? LIMIT 1")
               && text.prepare(handle, "INSERT INTO document_text (id, sha256, kind, extractor, pages, page_starts, text, problem) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                                       "ON CONFLICT (sha256) DO NOTHING");
    }

    KnownApplication knownOf(sqlite3_stmt *row) const
    {
        const auto *key = reinterpret_cast<const char *>(sqlite3_column_text(row, 1));
        const qint64 id = sqlite3_column_int64(row, 0);
        return {ApplicationId(id), key ? key : "", id >= firstKeys[1]};
    }
};

BulkLoad::BulkLoad(Connection &connection, ChangeScope &scope)
    : m_connection(connection)
    , m_scope(scope)
    , m_statements(std::make_unique<Statements>())
{}

// Where the load is given up, the rollback that follows brings the triggers back with everything else.
BulkLoad::~BulkLoad() = default;

Result<std::unique_ptr<BulkLoad>> BulkLoad::begin(Connection &connection, ChangeScope &scope, RoleId role, ReviewerId reviewer, const std::vector<QualityId> &qualities)
{
    std::unique_ptr<BulkLoad> load(new BulkLoad(connection, scope));
    Statements &s = *load->m_statements;
    if (auto outcome = suspendCapture(connection); !outcome)
        return tl::unexpected(outcome.error());
    s.qualities = qualities;
    if (!s.prepare(connection.handle()))
        return tl::unexpected(sqliteError(sqlite3_extended_errcode(connection.handle()), QString::fromUtf8(sqlite3_errmsg(connection.handle()))));
    for (auto [table, key] : {std::pair{"candidate", &s.nextCandidate}, {"application", &s.nextApplication}, {"note", &s.nextNote}, {"review", &s.nextReview}, {"document", &s.nextDocument}, {"document_text", &s.nextText}}) {
        auto next = nextKey(connection, table);
        if (!next)
            return tl::unexpected(next.error());
        *key = *next;
    }
    for (size_t i = 0; i < besideTables.size(); ++i) {
        auto next = nextKey(connection, besideTables[i]);
        if (!next)
            return tl::unexpected(next.error());
        s.firstBeside[i] = *next;
    }
    s.firstKeys = {s.nextCandidate, s.nextApplication, s.nextApplication, s.nextNote, s.nextDocument, s.nextReview, s.nextReview};
    s.firstText = s.nextText;
    s.role = role.number();
    s.reviewer = reviewer.number();
    s.now = connection.now().toStdString();
    return load;
}

Result<Likeness> BulkLoad::likeness(std::string_view email, std::string_view nameKey)
{
    Statements &s = *m_statements;
    Likeness likeness;
    const bool looked = (email.empty() || s.sameEmail.text(1, email).look(likeness.sameEmail)) && (nameKey.empty() || s.sameName.text(1, nameKey).look(likeness.sameName));
    if (!looked)
        return tl::unexpected(lastError());
    return likeness;
}

Result<ApplicationId> BulkLoad::add(const BulkApplicant &a)
{
    if (const auto injected = m_connection.injectedFailure())
        return tl::unexpected(*injected);
    Statements &s = *m_statements;
    const qint64 candidate = s.nextCandidate++;
    const qint64 application = s.nextApplication++;
    const qint64 role = a.role.isValid() ? a.role.number() : s.role;
    s.reviewBegun = false;
    const QByteArray candidateUuid = newUuid().toLatin1();
    const QString applicationUuid = newUuid();
    const QByteArray applicationUuidText = applicationUuid.toLatin1();
    const QByteArray code = applicationCode(applicationUuid).toLatin1();
    const auto view = [](const QByteArray &bytes) { return std::string_view(bytes.constData(), size_t(bytes.size())); };

    bool ok = s.candidate.number(1, candidate).text(2, view(candidateUuid)).text(3, a.name).text(4, a.nameKey).textOrNull(5, a.email).textOrNull(6, a.phone)
                  .textOrNull(7, a.location).textOrNull(8, a.links).text(9, s.now).step();
    ok = ok
         && s.application.number(1, application).text(2, view(applicationUuidText)).number(3, role).number(4, candidate).text(5, view(code)).number(6, a.stage.number())
                .text(7, s.now).text(8, a.source).textOrNull(9, a.appliedOn).textOrNull(10, a.outcome).textOrNull(11, a.outcomeReason)
                .textOrNull(12, a.outcome.empty() ? std::string_view() : std::string_view(s.now)).step();
    if (ok && !a.note.empty()) {
        const QByteArray uuid = newUuid().toLatin1();
        ok = s.note.number(1, s.nextNote++).text(2, view(uuid)).number(3, application).text(4, a.note).text(5, s.now).step();
    }
    if (a.tags) {
        for (const qint64 tag : *a.tags)
            ok = ok && s.tag.number(1, application).number(2, tag).step();
    }
    if (s.reviewer > 0 && a.ratings)
        ok = ok && s.addRatings(*a.ratings);
    if (ok && a.standing) {
        const Standing &standing = *a.standing;
        s.packed.resize(standing.levels.size());
        if (!standing.levels.empty())
            qToLittleEndian<qint32>(standing.levels.data(), qsizetype(standing.levels.size()), s.packed.data());
        s.standing.number(1, application).number(2, role).number(3, int(standing.gate)).number(4, standing.gate == Gate::Through ? 0 : 1);
        if (standing.usefulScore)
            s.standing.number(5, *standing.usefulScore);
        else
            s.standing.null(5);
        ok = s.standing.number(6, standing.necessaryMean).number(7, standing.necessaryMet).number(8, standing.necessaryBelow).number(9, standing.necessaryUnrated)
                 .number(10, standing.coverage).blob(11, s.packed.empty() ? "" : static_cast<const void *>(s.packed.data()), s.packed.size() * sizeof(qint32)).step();
    }
    if (!ok)
        return tl::unexpected(lastError());
    return ApplicationId(application);
}

Error BulkLoad::lastError() const
{
    return sqliteError(sqlite3_extended_errcode(m_connection.handle()), QString::fromUtf8(sqlite3_errmsg(m_connection.handle())));
}

Result<KnownApplication> BulkLoad::applicationOf(std::string_view email, RoleId role)
{
    Statements &s = *m_statements;
    KnownApplication known;
    if (!email.empty() && !s.known.text(1, email).number(2, role.number()).each([&](sqlite3_stmt *row) { known = s.knownOf(row); }))
        return tl::unexpected(lastError());
    return known;
}

Result<std::vector<KnownApplication>> BulkLoad::applicationsNamed(std::string_view nameKey, RoleId role)
{
    Statements &s = *m_statements;
    std::vector<KnownApplication> known;
    if (!nameKey.empty() && !s.named.text(1, nameKey).number(2, role.number()).each([&](sqlite3_stmt *row) { known.push_back(s.knownOf(row)); }))
        return tl::unexpected(lastError());
    return known;
}

Result<BulkLoad::Person> BulkLoad::personOf(ApplicationId application)
{
    auto query = run(m_connection, QStringLiteral("SELECT c.name, c.email FROM application a JOIN candidate c ON c.id = a.candidate_id WHERE a.id = ?"), {application.number()});
    if (!query)
        return tl::unexpected(query.error());
    return query->next() ? Person{query->value(0).toString(), query->value(1).toString()} : Person();
}

Result<bool> BulkLoad::addDocument(ApplicationId application, const BulkDocument &d)
{
    if (const auto injected = m_connection.injectedFailure())
        return tl::unexpected(*injected);
    Statements &s = *m_statements;
    qint64 present = 0;
    if (!s.hasDocument.number(1, application.number()).text(2, d.sha256).look(present))
        return tl::unexpected(lastError());
    if (present > 0)
        return false;
    const QByteArray uuid = newUuid().toLatin1();
    bool ok = s.content.text(1, d.sha256).number(2, d.bytes.size()).blob(3, d.bytes.isEmpty() ? "" : d.bytes.data(), size_t(d.bytes.size())).step();
    ok = ok && s.document.number(1, s.nextDocument++).text(2, {uuid.constData(), size_t(uuid.size())}).number(3, application.number()).text(4, d.sha256).text(5, d.fileName).text(6, s.now).step();
    if (ok && d.text) {
        const QByteArray kind = d.text->kind.toUtf8();
        const QByteArray extractor = d.text->extractor.toUtf8();
        const QByteArray starts = pageStartsText(d.text->pageStarts).toUtf8();
        const QByteArray words = d.text->text.toUtf8();
        const QByteArray problem = d.text->problem.toUtf8();
        const auto view = [](const QByteArray &bytes) { return std::string_view(bytes.constData(), size_t(bytes.size())); };
        s.text.number(1, s.nextText).text(2, d.sha256).text(3, view(kind)).text(4, view(extractor)).text(6, view(starts)).text(7, view(words)).text(8, view(problem));
        if (d.text->pages)
            s.text.number(5, *d.text->pages);
        else
            s.text.null(5);
        ok = s.text.step();
        if (ok && sqlite3_changes64(m_connection.handle()) > 0)
            ++s.nextText;
    }
    if (!ok)
        return tl::unexpected(lastError());
    return true;
}

Outcome BulkLoad::addNote(ApplicationId application, std::string_view text)
{
    Statements &s = *m_statements;
    const QByteArray uuid = newUuid().toLatin1();
    if (!s.note.number(1, s.nextNote++).text(2, {uuid.constData(), size_t(uuid.size())}).number(3, application.number()).text(4, text).text(5, s.now).step())
        return tl::unexpected(lastError());
    return {};
}

Result<ReviewId> BulkLoad::reviewOfLast()
{
    if (m_statements->reviewer <= 0)
        return failure(QCoreApplication::translate("Database", "Importing evidence"), {}, QCoreApplication::translate("Database", "nobody is named as the reviewer it comes from"),
                       QCoreApplication::translate("Database", "Name the reviewer whose ratings and evidence these are"));
    if (!m_statements->beginReview())
        return tl::unexpected(lastError());
    return ReviewId(m_statements->nextReview - 1);
}

Outcome BulkLoad::mark()
{
    Statements &s = *m_statements;
    s.marked = {s.nextCandidate, s.nextApplication, s.nextReview, s.nextNote, s.nextDocument, s.nextText};
    return runScript(m_connection, std::exchange(s.hasMark, true) ? "RELEASE bulk_mark; SAVEPOINT bulk_mark" : "SAVEPOINT bulk_mark");
}

Outcome BulkLoad::backToMark()
{
    Statements &s = *m_statements;
    std::tie(s.nextCandidate, s.nextApplication, s.nextReview, s.nextNote, s.nextDocument, s.nextText) = s.marked;
    s.hasMark = false;
    return runScript(m_connection, "ROLLBACK TO bulk_mark; RELEASE bulk_mark");
}

Outcome BulkLoad::finish()
{
    Statements &s = *m_statements;
    if (s.hasMark) {
        s.hasMark = false;
        if (auto outcome = runScript(m_connection, "RELEASE bulk_mark"); !outcome)
            return outcome;
    }
    const std::array<qint64, bulkTables.size()> nextKeys{s.nextCandidate, s.nextApplication, s.nextApplication, s.nextNote, s.nextDocument, s.nextReview, s.nextReview};
    // What was read in the documents is searched, and not logged: it can be read again at any time.
    if (s.nextText > s.firstText) {
        if (auto outcome = indexRange(m_connection, QStringLiteral("document_text"), s.firstText, s.nextText - 1); !outcome)
            return outcome;
    }
    for (size_t i = 0; i < bulkTables.size(); ++i) {
        if (nextKeys[i] == s.firstKeys[i])
            continue;
        const QString table = QLatin1String(bulkTables[i]);
        if (auto outcome = indexRange(m_connection, table, s.firstKeys[i], nextKeys[i] - 1); !outcome)
            return outcome;
        if (auto outcome = m_scope.addRange(table, s.firstKeys[i], nextKeys[i] - 1); !outcome)
            return outcome;
    }
    for (size_t i = 0; i < besideTables.size(); ++i) {
        const auto next = nextKey(m_connection, besideTables[i]);
        if (!next)
            return tl::unexpected(next.error());
        if (*next == s.firstBeside[i])
            continue;
        const QString table = QLatin1String(besideTables[i]);
        if (auto outcome = indexRange(m_connection, table, s.firstBeside[i], *next - 1); !outcome)
            return outcome;
        if (auto outcome = m_scope.addRange(table, s.firstBeside[i], *next - 1); !outcome)
            return outcome;
        if (table == QLatin1String("import_report")) {
            if (auto outcome = m_scope.addRange(QStringLiteral("import_row"), s.firstBeside[i], *next - 1); !outcome)
                return outcome;
        }
    }
    return resumeCapture(m_connection);
}

Result<qint64> tagKey(Connection &connection, const QString &name)
{
    if (auto outcome = execute(connection, QStringLiteral("INSERT INTO tag (name) VALUES (?) ON CONFLICT (name) DO NOTHING"), {name}); !outcome)
        return tl::unexpected(outcome.error());
    const auto key = single(connection, QStringLiteral("SELECT id FROM tag WHERE name = ?"), {name});
    if (!key)
        return tl::unexpected(key.error());
    return key->toLongLong();
}

BulkSettings::BulkSettings(Connection &connection)
    : m_connection(connection)
{
    // Best effort both ways: with the checks on and the usual cache, a load is only slower.
    sqlite3_db_config(m_connection.handle(), SQLITE_DBCONFIG_ENABLE_FKEY, 0, nullptr);
    sqlite3_exec(m_connection.handle(), "PRAGMA cache_size = -32768", nullptr, nullptr, nullptr);
}

BulkSettings::~BulkSettings()
{
    sqlite3_db_config(m_connection.handle(), SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
    sqlite3_exec(m_connection.handle(), "PRAGMA cache_size = -8000; PRAGMA shrink_memory", nullptr, nullptr, nullptr);
}

} // namespace rolecall::db
