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
        return db::addToPanel(connection, role, id);
    });
}

Result<Done> removePanelMember(db::Connection &connection, db::RoleId role, const db::Reviewer &reviewer)
{
    return perform(connection, {QStringLiteral("panel"), tr("Took %1 off the panel").arg(reviewer.name), {}, role}, Area::Reviewers,
                   [&] { return db::removeFromPanel(connection, role, reviewer.id); });
}

} // namespace rolecall::app
