// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search/searching.h"

#include "app/blind/identity.h"
#include "app/blind/masking.h"
#include "db/applications.h"
#include "db/connection.h"

namespace rolecall::app {

namespace {

/// Whether a hit survives being told without the person's identity; changes it accordingly.
Result<bool> hideIdentity(db::Connection &connection, db::SearchHit &hit)
{
    if (!hit.application.isValid())
        return true;
    const auto who = identity(connection, hit.application);
    if (!who)
        return tl::unexpected(who.error());
    if (!who->hidden)
        return true;
    // Finding somebody by name would be a way round the mask.
    if (hit.kind == QLatin1String("candidate"))
        return false;
    const auto candidate = db::candidate(connection, hit.candidate);
    if (!candidate)
        return tl::unexpected(candidate.error());
    hit.title = who->code;
    const QString marked = hit.snippet;
    hit.snippet = mask(QString(marked).remove(u'[').remove(u']'), factsOf(*candidate), who->code).text;
    return true;
}

} // namespace

Result<QList<db::SearchHit>> search(db::Connection &connection, const QString &typed, int limit)
{
    auto hits = db::search(connection, typed, limit);
    if (!hits)
        return hits;
    QList<db::SearchHit> shown;
    for (db::SearchHit &hit : *hits) {
        const auto keeps = hideIdentity(connection, hit);
        if (!keeps)
            return tl::unexpected(keeps.error());
        if (*keeps)
            shown << hit;
    }
    return shown;
}

} // namespace rolecall::app
