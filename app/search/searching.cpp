// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search/searching.h"

#include "app/blind/name_forms.h"
#include "app/blind/veil.h"
#include "db/applications.h"
#include "db/connection.h"

#include <QRegularExpression>
#include <algorithm>
#include <map>

namespace rolecall::app {

namespace {

/// A name that many documents of a blind role hold would have each of them masked in vain.
constexpr int mostMaskedLooks = 400;

/// Whether what was typed is, or begins, a part of the person's identity: then even to be told that there is a hit would tell
/// whom the code stands for.
bool namesThem(const QString &typed, const db::Candidate &candidate)
{
    const CandidateFacts facts = factsOf(candidate);
    const QString known = foldForNames(QStringList{facts.name, facts.email, facts.phone, facts.location, facts.links}.join(u' ')).text;
    static const QRegularExpression parts(QStringLiteral("[^\\p{L}\\p{N}]+"), QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = known.split(parts, Qt::SkipEmptyParts);
    for (const QString &word : foldForNames(typed).text.split(parts, Qt::SkipEmptyParts)) {
        if (word.size() < 3 || isNameParticle(word))
            continue;
        if (std::any_of(words.cbegin(), words.cend(), [&word](const QString &one) { return one.startsWith(word) || (word.size() > 4 && one.contains(word)); }))
            return true;
    }
    return mask(typed, facts, {}).text != typed;
}

/// The texts of hits as they may be seen; what is known of a role is read once.
class Covers
{
public:
    explicit Covers(db::Connection &connection) : m_connection(connection) {}
    MaskedText masked(const db::SearchHit &hit, const QString &text)
    {
        return m_veils.try_emplace(hit.role, m_connection, hit.role).first->second.masked(hit.application, text);
    }

private:
    db::Connection &m_connection;
    std::map<db::RoleId, Veil> m_veils;
};

Result<Finding> finding(db::Connection &connection, const db::SearchHit &hit, const QList<db::SearchTerm> &terms, Covers &covers)
{
    Finding finding;
    finding.hit = hit;
    const auto text = db::searchedText(connection, hit);
    if (!text)
        return tl::unexpected(text.error());
    MaskedText::Range place;
    if (hit.masked) {
        const MaskedText masked = covers.masked(hit, *text);
        finding.hit.title = finding.hit.person = hit.code;
        finding.snippet = snippet(masked.text, terms);
        place = masked.toOriginal({finding.snippet.place, finding.snippet.placeLength});
    } else {
        finding.snippet = snippet(*text, terms);
        place = {finding.snippet.place, finding.snippet.placeLength};
    }
    if (hit.kind == QLatin1String("document") && finding.snippet.placeLength > 0) {
        finding.start = place.start;
        finding.length = place.length;
    }
    return finding;
}

} // namespace

Result<Findings> search(db::Connection &connection, const SearchRequest &request)
{
    const QList<db::SearchTerm> terms = db::searchTerms(request.typed);
    Covers covers(connection);
    int looks = 0;
    const auto accept = [&](const db::SearchHit &hit) -> Result<bool> {
        if (!hit.masked)
            return true;
        const auto candidate = db::candidate(connection, hit.candidate);
        if (!candidate)
            return tl::unexpected(candidate.error());
        if (namesThem(request.typed, *candidate) || ++looks > mostMaskedLooks)
            return false;
        const auto text = db::searchedText(connection, hit);
        if (!text)
            return tl::unexpected(text.error());
        return db::hasTerms(covers.masked(hit, *text).text, terms);
    };
    const auto found = db::search(connection, request.typed, request.filter, request.limit, request.ranked, accept);
    if (!found)
        return tl::unexpected(found.error());
    Findings findings;
    findings.complete = found->complete;
    for (const db::SearchHit &hit : found->hits) {
        auto shown = finding(connection, hit, terms, covers);
        if (!shown)
            return tl::unexpected(shown.error());
        findings.list << std::move(*shown);
    }
    return findings;
}

} // namespace rolecall::app
