// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search/searching.h"

#include "app/blind/masking.h"
#include "db/connection.h"

namespace rolecall::app {

namespace {

/// A name that many documents of a blind role hold would have each of them masked in vain.
constexpr int mostMaskedLooks = 400;

Result<MaskedText> maskedText(db::Connection &connection, const db::SearchHit &hit, const QString &text)
{
    const auto candidate = db::candidate(connection, hit.candidate);
    if (!candidate)
        return tl::unexpected(candidate.error());
    return mask(text, factsOf(*candidate), hit.code);
}

Result<Finding> finding(db::Connection &connection, const db::SearchHit &hit, const QList<db::SearchTerm> &terms)
{
    Finding finding;
    finding.hit = hit;
    const auto text = db::searchedText(connection, hit);
    if (!text)
        return tl::unexpected(text.error());
    MaskedText::Range place;
    if (hit.masked) {
        const auto masked = maskedText(connection, hit, *text);
        if (!masked)
            return tl::unexpected(masked.error());
        finding.hit.title = finding.hit.person = hit.code;
        finding.snippet = snippet(masked->text, terms);
        place = masked->toOriginal({finding.snippet.place, finding.snippet.placeLength});
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
    int looks = 0;
    const auto accept = [&](const db::SearchHit &hit) -> Result<bool> {
        if (!hit.masked)
            return true;
        if (++looks > mostMaskedLooks)
            return false;
        const auto text = db::searchedText(connection, hit);
        if (!text)
            return tl::unexpected(text.error());
        const auto masked = maskedText(connection, hit, *text);
        if (!masked)
            return tl::unexpected(masked.error());
        return db::hasTerms(masked->text, terms);
    };
    const auto found = db::search(connection, request.typed, request.filter, request.limit, request.ranked, accept);
    if (!found)
        return tl::unexpected(found.error());
    Findings findings;
    findings.complete = found->complete;
    for (const db::SearchHit &hit : found->hits) {
        auto shown = finding(connection, hit, terms);
        if (!shown)
            return tl::unexpected(shown.error());
        findings.list << std::move(*shown);
    }
    return findings;
}

} // namespace rolecall::app
