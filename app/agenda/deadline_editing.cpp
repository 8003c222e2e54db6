// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agenda/deadline_editing.h"

#include "app/agenda/day_offset.h"
#include "db/connection.h"

#include <QCoreApplication>
#include <QHash>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RoleEditing", text);
}

Result<Done> onDeadline(db::Connection &connection, const db::Deadline &deadline, const QString &title, const std::function<Outcome()> &work)
{
    return perform(connection, {QStringLiteral("date"), title, deadline.title, deadline.role, deadline.application}, Area::Dates, [&]() -> Outcome {
        if (auto outcome = work(); !outcome)
            return outcome;
        return followAnchors(connection, deadline.role);
    });
}

/// Whether the chain of anchors stays in the role and ends.
Outcome checkAnchor(db::Connection &connection, const db::Deadline &deadline)
{
    if (!deadline.anchor)
        return {};
    const QString tried = tr("Letting a date follow from another");
    const auto all = db::deadlines(connection, deadline.role);
    if (!all)
        return tl::unexpected(all.error());
    QHash<db::DeadlineId, std::optional<db::Anchor>> anchors;
    for (const db::Deadline &one : *all)
        anchors.insert(one.id, one.anchor);
    db::DeadlineId next = deadline.anchor->deadline;
    for (qsizetype steps = 0; steps <= all->size(); ++steps) {
        if (!anchors.contains(next))
            return failure(tried, deadline.title, tr("the date it is to follow is not one of this role"), tr("Choose another date"));
        if (next == deadline.id)
            break;
        const auto anchor = anchors.value(next);
        if (!anchor)
            return {};
        next = anchor->deadline;
    }
    return failure(tried, deadline.title, tr("it would follow from itself"), tr("Choose another date"));
}

} // namespace

Outcome followAnchors(db::Connection &connection, db::RoleId role)
{
    auto all = db::deadlines(connection, role);
    if (!all)
        return tl::unexpected(all.error());
    QHash<db::DeadlineId, std::optional<QDate>> days;
    for (const db::Deadline &deadline : std::as_const(*all))
        days.insert(deadline.id, deadline.date);
    // Each round settles one more link of a chain.
    for (qsizetype round = 0, moved = 1; round < all->size() && moved > 0; ++round) {
        moved = 0;
        for (db::Deadline &deadline : *all) {
            if (!deadline.anchor || deadline.state == u"done")
                continue;
            const std::optional<QDate> from = days.value(deadline.anchor->deadline);
            const std::optional<QDate> day = from ? std::optional(dayAfter(*from, deadline.anchor->offset, deadline.anchor->workingDays)) : std::nullopt;
            if (day == deadline.date)
                continue;
            deadline.date = day;
            ++deadline.sequence;
            days.insert(deadline.id, day);
            if (auto outcome = db::updateDeadline(connection, deadline); !outcome)
                return outcome;
            ++moved;
        }
    }
    return {};
}

Result<Done> addDeadline(db::Connection &connection, const db::Deadline &deadline)
{
    if (auto outcome = checkAnchor(connection, deadline); !outcome)
        return tl::unexpected(outcome.error());
    return onDeadline(connection, deadline, tr("Added a date"), [&]() -> Outcome {
        const auto added = db::insertDeadline(connection, deadline);
        return added ? Outcome() : Outcome(tl::unexpected(added.error()));
    });
}

Result<Done> changeDeadline(db::Connection &connection, const db::Deadline &deadline)
{
    if (auto outcome = checkAnchor(connection, deadline); !outcome)
        return tl::unexpected(outcome.error());
    const auto before = db::deadline(connection, deadline.id);
    if (!before)
        return tl::unexpected(before.error());
    db::Deadline changed = deadline;
    const bool calendarsDiffer = before->date != changed.date || before->title != changed.title || before->kind != changed.kind || before->remindDays != changed.remindDays;
    changed.sequence = before->sequence + (calendarsDiffer ? 1 : 0);
    const bool sameState = before->state == changed.state;
    const QString title = sameState || (changed.state != u"confirmed" && changed.state != u"done") ? tr("Changed a date") : changed.state == u"done" ? tr("Ticked a date off") : tr("Confirmed a date");
    return onDeadline(connection, changed, title, [&] { return db::updateDeadline(connection, changed); });
}

Result<Done> setDeadlineState(db::Connection &connection, db::DeadlineId id, const QString &state)
{
    auto deadline = db::deadline(connection, id);
    if (!deadline)
        return tl::unexpected(deadline.error());
    deadline->state = state;
    return changeDeadline(connection, *deadline);
}

Result<Done> removeDeadline(db::Connection &connection, const db::Deadline &deadline)
{
    return onDeadline(connection, deadline, tr("Removed a date"), [&] { return db::deleteDeadline(connection, deadline.id); });
}

Result<Done> moveDeadline(db::Connection &connection, db::DeadlineId id, int days)
{
    auto deadline = db::deadline(connection, id);
    if (!deadline)
        return tl::unexpected(deadline.error());
    if (!deadline->date)
        return failure(tr("Moving the date"), deadline->title, tr("it has no day yet"), tr("Give it a day"));
    deadline->date = deadline->date->addDays(days);
    deadline->anchor.reset();
    ++deadline->sequence;
    const QString title = days == 1 ? tr("Moved a date by a day") : tr("Moved a date by %1 days").arg(days);
    return onDeadline(connection, *deadline, title, [&] { return db::updateDeadline(connection, *deadline); });
}

} // namespace rolecall::app
