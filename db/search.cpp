// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/search.h"

#include "db/connection.h"
#include "db/independence.h"
#include "db/search_syntax.h"
#include "db/sql.h"

#include <algorithm>

namespace rolecall::db {

namespace {

struct Source
{
    const char *kind;
    const char *sql; ///< id, candidate, application, role, title, snippet, rank; one value: the expression, then the limit
};

// The inner selects take the best few from the index alone; what they belong to is looked up for those only.
const Source sources[] = {
    {"candidate",
     "SELECT f.id, f.id, (SELECT min(a.id) FROM application a WHERE a.candidate_id = f.id), (SELECT min(a.role_id) FROM application a WHERE a.candidate_id = f.id), c.name, f.snip, f.score FROM "
     "(SELECT rowid AS id, snippet(search_candidate, -1, '[', ']', '…', 12) AS snip, bm25(search_candidate, 10.0, 5.0, 2.0, 1.0) AS score FROM search_candidate WHERE search_candidate MATCH ? "
     "ORDER BY score LIMIT ?) f JOIN candidate c ON c.id = f.id"},
    {"note",
     "SELECT f.id, a.candidate_id, a.id, a.role_id, c.name, f.snip, f.score FROM (SELECT rowid AS id, snippet(search_note, -1, '[', ']', '…', 16) AS snip, rank AS score FROM search_note "
     "WHERE search_note MATCH ? ORDER BY rank LIMIT ?) f JOIN note n ON n.id = f.id JOIN application a ON a.id = n.application_id JOIN candidate c ON c.id = a.candidate_id"},
    {"evidence",
     "SELECT f.id, a.candidate_id, a.id, a.role_id, c.name, f.snip, f.score FROM (SELECT rowid AS id, snippet(search_evidence, -1, '[', ']', '…', 16) AS snip, rank AS score FROM search_evidence "
     "WHERE search_evidence MATCH ? ORDER BY rank LIMIT ?) f JOIN evidence e ON e.id = f.id JOIN review v ON v.id = e.review_id JOIN application a ON a.id = v.application_id "
     "JOIN candidate c ON c.id = a.candidate_id WHERE v.reviewer_id = %1 OR (v.state = 'submitted' AND NOT %2)"},
    {"document",
     "SELECT d.id, coalesce(d.candidate_id, a.candidate_id), a.id, a.role_id, d.file_name, f.snip, f.score FROM (SELECT rowid AS id, snippet(search_document, -1, '[', ']', '…', 16) AS snip, "
     "rank AS score FROM search_document WHERE search_document MATCH ? ORDER BY rank LIMIT ?) f JOIN document_text t ON t.id = f.id JOIN document d ON d.sha256 = t.sha256 "
     "LEFT JOIN application a ON a.id = d.application_id"},
    {"role",
     "SELECT f.id, NULL, NULL, f.id, r.title, f.snip, f.score FROM (SELECT rowid AS id, snippet(search_role, -1, '[', ']', '…', 12) AS snip, rank AS score FROM search_role WHERE search_role MATCH ? "
     "ORDER BY rank LIMIT ?) f JOIN role r ON r.id = f.id"},
};

} // namespace

Result<QList<SearchHit>> search(Connection &connection, const QString &typed, int limit)
{
    QList<SearchHit> hits;
    const QString expression = searchExpression(typed);
    if (expression.isEmpty() || limit <= 0)
        return hits;
    for (const Source &source : sources) {
        QString sql = QString::fromUtf8(source.sql);
        // Independence: others' evidence is found only where the reader may see their reviews; nobody's drafts are.
        if (qstrcmp(source.kind, "evidence") == 0)
            sql = sql.arg(QString::number(connection.reviewer().number()), hiddenCondition(QStringLiteral("a.id"), QStringLiteral("a.role_id"), connection.reviewer()));
        auto query = run(connection, sql, {expression, limit});
        if (!query)
            return tl::unexpected(query.error());
        while (query->next())
            hits << SearchHit{QString::fromLatin1(source.kind), query->value(0).toLongLong(), CandidateId(query->value(1).toLongLong()), ApplicationId(query->value(2).toLongLong()),
                              RoleId(query->value(3).toLongLong()), query->value(4).toString(), query->value(5).toString(), query->value(6).toDouble()};
    }
    std::stable_sort(hits.begin(), hits.end(), [](const SearchHit &a, const SearchHit &b) { return a.rank < b.rank; });
    if (hits.size() > limit)
        hits.resize(limit);
    return hits;
}

} // namespace rolecall::db
