// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reviews/agreeing.h"

#include "db/applications.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/qualities.h"

#include <QCoreApplication>

#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Agreeing", text);
}

/// The application and the quality, where they belong together and the person may speak for the panel.
struct Cell
{
    db::Application application;
    db::Quality quality;
};
Result<Cell> cellOf(db::Connection &connection, db::ApplicationId id, db::QualityId qualityId)
{
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    const auto quality = db::quality(connection, qualityId);
    if (!quality)
        return tl::unexpected(quality.error());
    if (quality->role != application->role || quality->retiredAt)
        return failure(tr("Agreeing on a level"), quality->text, tr("the quality is not one this applicant is read against"));
    if (!connection.reviewer().isValid())
        return failure(tr("Agreeing on a level"), {}, tr("the workspace does not know who you are"), tr("Say who you are in Settings"));
    const auto hidden = db::hiddenAmong(connection, {id}, connection.reviewer());
    if (!hidden)
        return tl::unexpected(hidden.error());
    if (!hidden->isEmpty())
        return failure(tr("Agreeing on a level"), {}, tr("you have not submitted your own review of this applicant"), tr("Submit your review, then settle it with the panel"));
    return Cell{*application, *quality};
}

QString shortened(const QString &text)
{
    constexpr int longest = 80;
    return text.size() <= longest ? text : text.left(longest - 1) + QChar(0x2026);
}

} // namespace

Result<Done> agreeLevel(db::Connection &connection, db::ApplicationId application, db::QualityId quality, int level, const QString &reason)
{
    const QString why = reason.simplified();
    if (level < 0 || level > 3)
        return failure(tr("Agreeing on a level"), QString::number(level), tr("it is not a level of the scale"), tr("Choose 0, 1, 2 or 3"));
    if (why.isEmpty())
        return failure(tr("Agreeing on a level"), {}, tr("there is no reason, and an agreed level always needs one"), tr("Write why the panel settled on it"));
    const auto cell = cellOf(connection, application, quality);
    if (!cell)
        return tl::unexpected(cell.error());
    const db::NewChange change{QStringLiteral("rating"), tr("Agreed on a level for {applicant}"), tr("“%1”: %2, because %3").arg(shortened(cell->quality.text)).arg(level).arg(why),
                               cell->application.role, application};
    return perform(connection, change, Area::Ratings, [&] { return db::setAgreedLevel(connection, application, {quality, level, why, connection.reviewer(), {}}); });
}

Result<Done> removeAgreedLevel(db::Connection &connection, db::ApplicationId application, db::QualityId quality)
{
    const auto cell = cellOf(connection, application, quality);
    if (!cell)
        return tl::unexpected(cell.error());
    const auto agreed = db::agreedLevels(connection, application);
    if (!agreed)
        return tl::unexpected(agreed.error());
    if (std::none_of(agreed->begin(), agreed->end(), [quality](const db::AgreedLevel &one) { return one.quality == quality; }))
        return failure(tr("Taking an agreed level back"), cell->quality.text, tr("the panel has not agreed on one"));
    const db::NewChange change{QStringLiteral("rating"), tr("Took an agreed level for {applicant} back"), tr("“%1”: the mean of the reviews again").arg(shortened(cell->quality.text)),
                               cell->application.role, application};
    return perform(connection, change, Area::Ratings, [&] { return db::removeAgreedLevel(connection, application, quality); });
}

} // namespace rolecall::app
