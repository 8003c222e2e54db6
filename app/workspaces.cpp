// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspaces.h"

#include "app/roles/panel_editing.h"
#include "db/connection.h"

#include <QCoreApplication>
#include <pwd.h>
#include <unistd.h>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Workspaces", text);
}

Outcome ensureReviewer(db::Workspace &workspace)
{
    db::Connection &connection = workspace.connection();
    auto own = db::ownReviewer(connection);
    if (!own)
        return tl::unexpected(own.error());
    if (*own) {
        connection.setReviewer((*own)->id);
        return {};
    }
    if (workspace.access() == db::Access::ReadOnly)
        return {};
    const auto done = becomeReviewer(connection, desktopUserName());
    return done ? Outcome() : Outcome(tl::unexpected(done.error()));
}

Result<std::unique_ptr<db::Workspace>> withReviewer(Result<std::unique_ptr<db::Workspace>> workspace)
{
    if (workspace) {
        if (auto outcome = ensureReviewer(**workspace); !outcome)
            return tl::unexpected(outcome.error());
    }
    return workspace;
}

} // namespace

Result<std::unique_ptr<db::Workspace>> openWorkspace(const QString &path, db::Access access)
{
    return withReviewer(db::Workspace::open(path, access));
}

Result<std::unique_ptr<db::Workspace>> createWorkspace(const QString &path)
{
    return withReviewer(db::Workspace::create(path));
}

QString desktopUserName()
{
    if (const passwd *entry = getpwuid(geteuid())) {
        const QString full = QString::fromLocal8Bit(entry->pw_gecos).section(u',', 0, 0).simplified();
        if (!full.isEmpty() && full != QLatin1String("root"))
            return full;
        const QString login = QString::fromLocal8Bit(entry->pw_name);
        if (!login.isEmpty() && login != QLatin1String("root"))
            return login;
    }
    return tr("Reviewer");
}

Result<Done> becomeReviewer(db::Connection &connection, const QString &name)
{
    const QString clean = name.simplified();
    if (clean.isEmpty())
        return failure(tr("Saying who you are"), {}, tr("there is no name"), tr("Give the name your colleagues know you by"));
    auto known = db::reviewerByName(connection, clean);
    if (!known)
        return tl::unexpected(known.error());
    db::ReviewerId id = *known ? (*known)->id : db::ReviewerId();
    Done done{{}, Area::Reviewers | Area::Ratings, {}, {}, {}};
    if (!id.isValid()) {
        auto added = perform(connection, {QStringLiteral("reviewer"), tr("Added the reviewer %1").arg(clean), {}}, Area::Reviewers, [&]() -> Outcome {
            db::Reviewer reviewer;
            reviewer.name = clean;
            auto inserted = db::insertReviewer(connection, reviewer);
            if (!inserted)
                return tl::unexpected(inserted.error());
            id = *inserted;
            return {};
        });
        if (!added)
            return added;
        done.change = added->change;
    }
    if (*known && (*known)->retiredAt) {
        auto back = restoreReviewer(connection, **known);
        if (!back)
            return back;
        done.change = back->change;
    }
    if (auto outcome = db::setOwnReviewer(connection, id); !outcome)
        return tl::unexpected(outcome.error());
    done.message = tr("You are %1 in this workspace").arg(clean);
    return done;
}

Result<Done> renameReviewer(db::Connection &connection, db::ReviewerId id, const QString &name)
{
    const QString clean = name.simplified();
    if (clean.isEmpty())
        return failure(tr("Renaming the reviewer"), {}, tr("there is no name"), tr("Give a name"));
    const auto all = db::reviewers(connection);
    if (!all)
        return tl::unexpected(all.error());
    for (const db::Reviewer &reviewer : *all) {
        if (reviewer.id != id && reviewer.name.compare(clean, Qt::CaseInsensitive) == 0)
            return failure(tr("Renaming the reviewer"), clean, tr("another reviewer has this name"), tr("Choose another name"));
    }
    return perform(connection, {QStringLiteral("reviewer"), tr("Renamed a reviewer to %1").arg(clean), {}}, Area::Reviewers, [&]() -> Outcome {
        for (db::Reviewer reviewer : *all) {
            if (reviewer.id == id) {
                reviewer.name = clean;
                return db::updateReviewer(connection, reviewer);
            }
        }
        return failure(tr("Renaming the reviewer"), clean, tr("the reviewer is not in this workspace"));
    });
}

} // namespace rolecall::app
