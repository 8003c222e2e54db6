// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/search.h"

#include "db/connection.h"
#include "db/independence.h"
#include "db/raw_query.h"
#include "db/search_syntax.h"
#include "db/sql.h"

#include <QHash>
#include <algorithm>

namespace rolecall::db {

namespace {

struct Source
{
    const char *kind;
    const char *index;
    const char *weights; ///< of its columns, for bm25()
    /// From `f` (id, score) to `a` the application, `c` the candidate, `r` the role. %1 is the person's application that
    /// fits the filter and may be known, %2 what independence hides.
    const char *joins;
    const char *title;
    double ahead = 0; ///< a name is more than a word in a text, and few roles have few words to be ranked by
};

const Source sources[] = {
    {"role", "search_role", "4.0, 1.0", "JOIN role r ON r.id = f.id LEFT JOIN application a ON 0 LEFT JOIN candidate c ON 0", "r.title", 12},
    {"candidate", "search_candidate", "10.0, 5.0, 2.0, 1.0", "JOIN candidate c ON c.id = f.id LEFT JOIN application a ON a.id = (%1) LEFT JOIN role r ON r.id = a.role_id", "c.name", 4},
    {"note", "search_note", "1.0", "JOIN note n ON n.id = f.id AND (n.reviewer_id IS NULL OR n.reviewer_id = %3 OR NOT %2) JOIN application a ON a.id = n.application_id "
     "JOIN candidate c ON c.id = a.candidate_id JOIN role r ON r.id = a.role_id", "c.name"},
    {"evidence", "search_evidence", "1.0, 1.0", "JOIN evidence e ON e.id = f.id JOIN review v ON v.id = e.review_id AND (v.reviewer_id = %3 OR (v.state = 'submitted' AND NOT %2)) "
     "JOIN application a ON a.id = v.application_id JOIN candidate c ON c.id = a.candidate_id JOIN role r ON r.id = a.role_id", "c.name"},
    {"document", "search_document", "1.0", "JOIN document_text t ON t.id = f.id JOIN document d ON d.sha256 = t.sha256 "
     "JOIN candidate c ON c.id = coalesce(d.candidate_id, (SELECT o.candidate_id FROM application o WHERE o.id = d.application_id)) "
     "LEFT JOIN application a ON a.id = coalesce(d.application_id, (%1)) LEFT JOIN role r ON r.id = a.role_id", "d.file_name"},
};

/// Texts are bound from ?3 on, in the order in which they are set here.
QVariantList filterValues(const SearchFilter &filter)
{
    QVariantList values;
    for (const QString &text : {filter.stage, filter.tag, filter.source}) {
        if (!text.isEmpty())
            values << text;
    }
    return values;
}

/// True for an application that the filter keeps; empty where it keeps all.
QString filterCondition(const SearchFilter &filter, const QString &application)
{
    QStringList conditions;
    int place = 3;
    const auto next = [&place] { return QStringLiteral("?%1").arg(place++); };
    if (filter.role.isValid())
        conditions << QStringLiteral("%1.role_id = %2").arg(application).arg(filter.role.number());
    if (!filter.stage.isEmpty())
        conditions << QStringLiteral("EXISTS (SELECT 1 FROM stage g WHERE g.id = %1.stage_id AND g.name = %2)").arg(application, next());
    if (!filter.tag.isEmpty())
        conditions << QStringLiteral("EXISTS (SELECT 1 FROM application_tag x JOIN tag y ON y.id = x.tag_id WHERE x.application_id = %1.id AND y.name = %2)").arg(application, next());
    if (!filter.source.isEmpty())
        conditions << QStringLiteral("%1.source = %2 COLLATE NOCASE").arg(application, next());
    return conditions.join(QStringLiteral(" AND "));
}

/// Also where nothing can be hidden, so that the statement stays the same.
QString notTheirs(ReviewerId reader)
{
    return reader.isValid() ? hiddenCondition(QStringLiteral("a.id"), QStringLiteral("a.role_id"), reader) : QStringLiteral("0");
}

QString conditionsOf(const Source &source, const SearchFilter &filter)
{
    const QString kept = filterCondition(filter, QStringLiteral("a"));
    if (qstrcmp(source.kind, "role") == 0)
        return filter.role.isValid() ? QStringLiteral("r.id = %1").arg(filter.role.number()) : QStringLiteral("1");
    if (!kept.isEmpty())
        return kept;
    // Somebody who applied for blind roles alone is not found by name: that would be a way round the mask.
    if (qstrcmp(source.kind, "candidate") == 0)
        return QStringLiteral("(a.id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM application o WHERE o.candidate_id = c.id))");
    return QStringLiteral("1");
}

/// `bounded` ranks the newest ?2 rows; else all are.
QString statement(const Source &source, const SearchFilter &filter, ReviewerId reader, bool bounded)
{
    const QString masked = maskedCondition(QStringLiteral("q.blind"), QStringLiteral("o.id"), reader);
    const QString kept = filterCondition(filter, QStringLiteral("o"));
    // Of several applications the newest; of a person's own documents one that shows them rather than one that does not.
    const QString own = QStringLiteral("SELECT o.id FROM application o JOIN role q ON q.id = o.role_id WHERE o.candidate_id = c.id AND %1%2 ORDER BY %3, o.id DESC LIMIT 1")
                            .arg(kept.isEmpty() ? QStringLiteral("1") : kept, qstrcmp(source.kind, "candidate") == 0 ? QStringLiteral(" AND NOT ") + masked : QString(), masked);
    QString joins = QString::fromLatin1(source.joins);
    joins.replace(QStringLiteral("%1"), own).replace(QStringLiteral("%2"), notTheirs(reader)).replace(QStringLiteral("%3"), QString::number(reader.number()));
    joins.replace(QStringLiteral("JOIN "), QStringLiteral("CROSS JOIN "), Qt::CaseSensitive).replace(QStringLiteral("LEFT CROSS JOIN "), QStringLiteral("LEFT JOIN "));
    const QString columns = QStringLiteral("SELECT %1, c.id, a.id, r.id, %2, c.name, r.title, a.code, r.blind = 1 AND a.id IS NOT NULL AND %3, f.score")
                                .arg(qstrcmp(source.kind, "document") == 0 ? QStringLiteral("d.id") : QStringLiteral("f.id"), QString::fromLatin1(source.title),
                                     maskedCondition(QStringLiteral("r.blind"), QStringLiteral("a.id"), reader));
    // The rows come in their order from the index alone; what they belong to is looked up as they are wanted, one after
    // another. A LIMIT keeps SQLite from looking everything up first and sorting then.
    const QString ranked = bounded ? QStringLiteral("SELECT id, score FROM (SELECT rowid AS id, bm25(%1, %2) AS score FROM %1 WHERE %1 MATCH ?1 ORDER BY rowid DESC LIMIT ?2) ORDER BY score LIMIT ?2")
                                   : QStringLiteral("SELECT rowid AS id, rank AS score FROM %1 WHERE %1 MATCH ?1 AND rank MATCH 'bm25(%2)' ORDER BY rank LIMIT ?2");
    return columns + QStringLiteral(" FROM (%1) f %2 WHERE %3").arg(ranked.arg(QString::fromLatin1(source.index), QString::fromLatin1(source.weights)), joins, conditionsOf(source, filter));
}

SearchHit hitFrom(const Source &source, const RawQuery &row)
{
    SearchHit hit;
    hit.kind = QString::fromLatin1(source.kind);
    hit.id = row.key(0);
    hit.candidate = CandidateId(row.key(1));
    hit.application = ApplicationId(row.key(2));
    hit.role = RoleId(row.key(3));
    hit.title = row.text(4);
    hit.person = row.text(5);
    hit.roleTitle = row.text(6);
    hit.code = row.text(7);
    hit.masked = row.integer(8) != 0;
    hit.rank = row.real(9) - source.ahead;
    return hit;
}

/// Whether more rows than `ranked` match: a look at the index alone.
Result<bool> isWide(Connection &connection, const Source &source, const QString &expression, int ranked)
{
    if (ranked <= 0)
        return false;
    const auto count = single(connection, QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM %1 WHERE %1 MATCH ? LIMIT ?)").arg(QString::fromLatin1(source.index)), {expression, ranked + 1});
    if (!count)
        return tl::unexpected(count.error());
    return count->toInt() > ranked;
}

bool wants(const SearchFilter &filter, const char *kind)
{
    const bool isRole = qstrcmp(kind, "role") == 0;
    if (!filter.kinds.isEmpty() && !filter.kinds.contains(QLatin1String(kind)))
        return false;
    return !isRole || (filter.stage.isEmpty() && filter.tag.isEmpty() && filter.source.isEmpty());
}

} // namespace

QString maskedCondition(const QString &blind, const QString &application, ReviewerId reader)
{
    return QStringLiteral("(%1 = 1 AND NOT EXISTS (SELECT 1 FROM change h WHERE h.application_id = %2 AND h.kind = 'reveal' AND h.undone = 0 AND h.reverses IS NULL AND h.reviewer_id = %3))")
        .arg(blind, application, QString::number(reader.number()));
}

Result<SearchResult> search(Connection &connection, const QString &typed, const SearchFilter &filter, int limit, int ranked, const AcceptHit &accept)
{
    SearchResult result;
    const QString expression = searchExpression(typed);
    if (expression.isEmpty() || limit <= 0)
        return result;
    for (const Source &source : sources) {
        if (!wants(filter, source.kind))
            continue;
        const auto wide = isWide(connection, source, expression, ranked);
        if (!wide)
            return tl::unexpected(wide.error());
        result.complete = result.complete && !*wide;
        const QVariantList values = QVariantList{expression, *wide ? ranked : -1} + (qstrcmp(source.kind, "role") == 0 ? QVariantList() : filterValues(filter));
        auto rows = RawQuery::prepare(connection, statement(source, filter, connection.reviewer(), *wide), values);
        if (!rows)
            return tl::unexpected(rows.error());
        for (int taken = 0; taken < limit && rows->next();) {
            const SearchHit hit = hitFrom(source, *rows);
            const auto accepted = accept(hit);
            if (!accepted)
                return tl::unexpected(accepted.error());
            if (!*accepted)
                continue;
            result.hits << hit;
            ++taken;
        }
        if (auto outcome = rows->outcome(); !outcome)
            return tl::unexpected(outcome.error());
    }
    std::stable_sort(result.hits.begin(), result.hits.end(), [](const SearchHit &a, const SearchHit &b) { return a.rank < b.rank; });
    if (result.hits.size() > limit)
        result.hits.resize(limit);
    return result;
}

Result<QString> searchedText(Connection &connection, const SearchHit &hit)
{
    static const QHash<QString, QString> texts{
        {QStringLiteral("candidate"), QStringLiteral("SELECT trim(coalesce(email, '') || coalesce(' · ' || phone, '') || coalesce(' · ' || location, ''), ' ·') FROM candidate WHERE id = ?")},
        {QStringLiteral("note"), QStringLiteral("SELECT text FROM note WHERE id = ?")},
        {QStringLiteral("evidence"), QStringLiteral("SELECT trim(note || char(10) || quote) FROM evidence WHERE id = ?")},
        {QStringLiteral("document"), QStringLiteral("SELECT t.text FROM document d JOIN document_text t ON t.sha256 = d.sha256 WHERE d.id = ?")},
        {QStringLiteral("role"), QStringLiteral("SELECT summary FROM role WHERE id = ?")},
    };
    const auto text = single(connection, texts.value(hit.kind), {hit.id});
    if (!text)
        return tl::unexpected(text.error());
    return text->toString();
}

} // namespace rolecall::db
