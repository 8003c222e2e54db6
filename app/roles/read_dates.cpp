// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roles/read_dates.h"

#include "app/agenda/deadline_editing.h"
#include "app/roles/role_editing.h"
#include "db/connection.h"

#include <algorithm>

namespace rolecall::app {

namespace {

Outcome add(db::Connection &connection, QList<db::Deadline> &known, db::Deadline deadline)
{
    const auto added = db::insertDeadline(connection, deadline);
    if (!added)
        return tl::unexpected(added.error());
    deadline.id = *added;
    known << deadline;
    return {};
}

db::DeadlineId anchorFor(const QList<db::Deadline> &known, const QString &kind)
{
    const auto isOfKind = [&kind](const db::Deadline &deadline) { return deadline.kind == kind && !deadline.anchor; };
    auto found = std::find_if(known.cbegin(), known.cend(), [&](const db::Deadline &deadline) { return isOfKind(deadline) && deadline.date; });
    if (found == known.cend())
        found = std::find_if(known.cbegin(), known.cend(), isOfKind);
    return found == known.cend() ? db::DeadlineId() : found->id;
}

} // namespace

Outcome addReadDates(db::Connection &connection, db::RoleId role, const RoleDraft &draft)
{
    auto known = db::deadlines(connection, role);
    if (!known)
        return tl::unexpected(known.error());
    for (const DeadlineDraft &read : draft.deadlines) {
        db::Deadline deadline;
        deadline.role = role;
        deadline.kind = deadlineKindName(read.kind);
        deadline.title = read.text;
        deadline.date = read.date;
        deadline.approx = read.approx;
        deadline.sentence = read.sentence;
        const bool isKnown = std::any_of(known->cbegin(), known->cend(), [&deadline](const db::Deadline &other) { return other.kind == deadline.kind && other.date == deadline.date && other.approx == deadline.approx; });
        if (isKnown)
            continue;
        if (auto outcome = add(connection, *known, deadline); !outcome)
            return outcome;
    }
    for (const RelativeDateDraft &read : draft.relativeDates) {
        const db::DeadlineId anchor = anchorFor(*known, deadlineKindName(read.anchor));
        if (!anchor.isValid())
            continue; // there is no date to count from; the sentence stands in the posting
        db::Deadline deadline;
        deadline.role = role;
        deadline.kind = deadlineKindName(read.kind);
        deadline.title = read.text;
        deadline.sentence = read.sentence;
        deadline.anchor = db::Anchor{anchor, read.offset, read.workingDays};
        const bool isKnown = std::any_of(known->cbegin(), known->cend(), [&deadline](const db::Deadline &other) { return other.anchor == deadline.anchor && other.kind == deadline.kind; });
        if (isKnown)
            continue;
        if (auto outcome = add(connection, *known, deadline); !outcome)
            return outcome;
    }
    return followAnchors(connection, role);
}

} // namespace rolecall::app
