// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roles/panel_editing.h"

#include "db/connection.h"
#include "db/roles.h"

#include <QCoreApplication>

#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PanelEditing", text);
}

} // namespace

Result<Done> addPanelMember(db::Connection &connection, db::RoleId role, const QString &name)
{
    const QString clean = name.simplified();
    if (clean.isEmpty())
        return failure(tr("Adding to the panel"), {}, tr("there is no name"), tr("Give the name of a reviewer"));
    const auto known = db::reviewerByName(connection, clean);
    if (!known)
        return tl::unexpected(known.error());
    const auto panel = db::panel(connection, role);
    if (!panel)
        return tl::unexpected(panel.error());
    if (*known && std::any_of(panel->begin(), panel->end(), [&known](const db::Reviewer &member) { return member.id == (*known)->id; }))
        return failure(tr("Adding to the panel"), clean, tr("this reviewer is on the panel already"));
    return perform(connection, {QStringLiteral("panel"), tr("Added %1 to the panel").arg(clean), {}, role}, Area::Reviewers, [&]() -> Outcome {
        db::ReviewerId id = *known ? (*known)->id : db::ReviewerId();
        if (!id.isValid()) {
            db::Reviewer reviewer;
            reviewer.name = clean;
            const auto inserted = db::insertReviewer(connection, reviewer);
            if (!inserted)
                return tl::unexpected(inserted.error());
            id = *inserted;
        }
        if (*known && (*known)->retiredAt) {
            db::Reviewer back = **known;
            back.retiredAt.reset();
            if (auto restored = db::updateReviewer(connection, back); !restored)
                return restored;
        }
        return db::addToPanel(connection, role, id);
    });
}

Result<Done> removePanelMember(db::Connection &connection, db::RoleId role, const db::Reviewer &reviewer)
{
    return perform(connection, {QStringLiteral("panel"), tr("Took %1 off the panel").arg(reviewer.name), {}, role}, Area::Reviewers,
                   [&] { return db::removeFromPanel(connection, role, reviewer.id); });
}

Result<Done> addReviewer(db::Connection &connection, const QString &name)
{
    const QString clean = name.simplified();
    if (clean.isEmpty())
        return failure(tr("Adding a reviewer"), {}, tr("there is no name"), tr("Give the person's name"));
    const auto known = db::reviewerByName(connection, clean);
    if (!known)
        return tl::unexpected(known.error());
    if (*known)
        return failure(tr("Adding a reviewer"), clean, tr("somebody of this name is here already"), (*known)->retiredAt ? tr("Bring the person back instead") : tr("Choose the person from the list"));
    return perform(connection, {QStringLiteral("reviewer"), tr("Added the reviewer %1").arg(clean), {}}, Area::Reviewers, [&]() -> Outcome {
        db::Reviewer reviewer;
        reviewer.name = clean;
        const auto id = db::insertReviewer(connection, reviewer);
        return id ? Outcome() : Outcome(tl::unexpected(id.error()));
    });
}

Result<Done> retireReviewer(db::Connection &connection, const db::Reviewer &reviewer)
{
    if (reviewer.id == connection.reviewer())
        return failure(tr("Retiring a reviewer"), reviewer.name, tr("you review under this name at the moment"), tr("Become somebody else first"));
    const auto roles = db::roleSummaries(connection);
    if (!roles)
        return tl::unexpected(roles.error());
    return perform(connection, {QStringLiteral("reviewer"), tr("Retired the reviewer %1").arg(reviewer.name), tr("The ratings stay")}, Area::Reviewers, [&]() -> Outcome {
        for (const db::RoleSummary &summary : *roles) {
            if (auto off = db::removeFromPanel(connection, summary.role.id, reviewer.id); !off)
                return off;
        }
        db::Reviewer changed = reviewer;
        changed.retiredAt = connection.now();
        return db::updateReviewer(connection, changed);
    });
}

Result<Done> restoreReviewer(db::Connection &connection, const db::Reviewer &reviewer)
{
    return perform(connection, {QStringLiteral("reviewer"), tr("Brought the reviewer %1 back").arg(reviewer.name), {}}, Area::Reviewers, [&] {
        db::Reviewer changed = reviewer;
        changed.retiredAt.reset();
        return db::updateReviewer(connection, changed);
    });
}

} // namespace rolecall::app
