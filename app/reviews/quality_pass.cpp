// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reviews/quality_pass.h"

#include "app/split_mix.h"
#include "db/connection.h"
#include "db/qualities.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Review", text);
}

} // namespace

QList<db::ApplicationId> shuffled(QList<db::ApplicationId> applications, quint64 seed)
{
    SplitMix64 random(seed);
    for (qsizetype i = applications.size() - 1; i > 0; --i)
        applications.swapItemsAt(i, qsizetype(random.below(quint64(i) + 1)));
    return applications;
}

Result<PassStarted> startQualityPass(db::Connection &connection, db::RoleId role, db::QualityId quality, std::optional<quint64> seed)
{
    const auto found = db::quality(connection, quality);
    if (!found)
        return tl::unexpected(found.error());
    if (found->role != role)
        return failure(tr("Starting a pass"), found->text, tr("the quality belongs to another role"));
    PassStarted started;
    started.pass = {{}, {}, role, quality, connection.reviewer(), seed ? *seed : QRandomGenerator::system()->generate(), connection.now()};
    const db::NewChange change{QStringLiteral("quality_pass"), tr("Started one quality at a time"), tr("%1, in the random order of seed %2").arg(found->text).arg(started.pass.seed), role};
    auto done = perform(connection, change, Area::Reviewers, [&]() -> Outcome {
        const auto id = db::insertQualityPass(connection, started.pass);
        if (!id)
            return tl::unexpected(id.error());
        started.pass.id = *id;
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    started.done = *done;
    return started;
}

Result<QList<db::ApplicationId>> qualityPassOrder(db::Connection &connection, const db::QualityPass &pass)
{
    auto applications = db::passApplications(connection, pass);
    if (!applications)
        return tl::unexpected(applications.error());
    return shuffled(std::move(applications->first), pass.seed) + shuffled(std::move(applications->later), ~pass.seed);
}

} // namespace rolecall::app
