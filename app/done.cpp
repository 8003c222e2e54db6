// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/done.h"

#include "app/blind/identity.h"
#include "app/people/person_marks.h"
#include "app/shortlist/standing_updates.h"

namespace rolecall::app {

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
    QString message = change.title;
    if (const QString mark = QStringLiteral("{applicant}"); message.contains(mark))
        message.replace(mark, displayName(connection, change.application));
    message = withPersonNames(connection, message);
    return Done{message, areas, change.role, change.application, scope->id()};
}

} // namespace rolecall::app
