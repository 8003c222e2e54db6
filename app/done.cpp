// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/done.h"

#include "app/blind/identity.h"
#include "app/blind/masking.h"
#include "app/people/person_marks.h"
#include "app/shortlist/standing_updates.h"

namespace rolecall::app {

namespace {

/// The title with the applicant in it; where they are hidden, without what the name of a file may say of them.
QString messageOf(db::Connection &connection, const db::NewChange &change)
{
    QString message = change.title;
    if (!change.application.isValid())
        return message;
    const auto who = identity(connection, change.application);
    message.replace(QStringLiteral("{applicant}"), who ? who->shown() : QString::number(change.application.number()));
    if (!who || !who->hidden)
        return message;
    const auto candidate = db::candidate(connection, who->candidate.id);
    return candidate ? mask(message, factsOf(*candidate), who->code).text : QString();
}

} // namespace

Result<Done> perform(db::Connection &connection, const db::NewChange &change, Areas areas, const std::function<Outcome()> &work)
{
    auto scope = db::ChangeScope::begin(connection, change);
    if (!scope)
        return tl::unexpected(scope.error());
    if (auto outcome = work(); !outcome)
        return tl::unexpected(outcome.error());
    if (areas.testFlag(Area::Ratings)) {
        const Outcome refreshed = change.application.isValid() ? refreshStanding(connection, change.application) : refreshStandings(connection, change.role);
        if (!refreshed)
            return tl::unexpected(refreshed.error());
    }
    if (auto outcome = scope->commit(); !outcome)
        return tl::unexpected(outcome.error());
    const QString message = withPersonNames(connection, messageOf(connection, change));
    return Done{message, areas, change.role, change.application, scope->id()};
}

} // namespace rolecall::app
