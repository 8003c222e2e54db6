// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reviews/reviewing.h"

#include "db/applications.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/interviews.h"
#include "db/qualities.h"
#include "db/quality_ratings.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Reviewing", text);
}

QString shortened(const QString &text)
{
    constexpr int longest = 80;
    return text.size() <= longest ? text : text.left(longest - 1) + QChar(0x2026);
}

/// The reviewer's own open review, begun where there is none. Within a change.
Result<db::Review> openReview(db::Connection &connection, db::ApplicationId application, ReviewSource source)
{
    if (!connection.reviewer().isValid())
        return failure(tr("Rating"), {}, tr("the workspace does not know who you are"), tr("Say who you are in Settings"));
    auto found = db::findReview(connection, application, connection.reviewer(), reviewKind(source));
    if (!found)
        return tl::unexpected(found.error());
    if (*found) {
        if ((*found)->submitted)
            return failure(tr("Changing the review"), {}, tr("it is submitted, and a submitted review stays as it is"), tr("Withdraw the submission first"));
        return **found;
    }
    if (source == ReviewSource::Interview) {
        const auto sits = db::isInterviewing(connection, connection.reviewer(), application);
        if (!sits)
            return tl::unexpected(sits.error());
        if (!*sits)
            return failure(tr("Scoring the interview"), {}, tr("you are on the panel of no interview with this applicant"), tr("Put yourself on the interview's panel in Schedule"));
    }
    db::Review review;
    review.application = application;
    review.reviewer = connection.reviewer();
    review.kind = reviewKind(source);
    const auto id = db::insertReview(connection, review);
    if (!id)
        return tl::unexpected(id.error());
    return db::review(connection, *id);
}

/// One act on the reviewer's own review of an application.
Result<Done> act(db::Connection &connection, db::ApplicationId id, ReviewSource source, const QString &kind, const QString &title, const QString &detail, Areas areas,
                 const std::function<Outcome(db::Review &)> &work)
{
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    return perform(connection, {kind, title, detail, application->role, id}, areas, [&]() -> Outcome {
        auto review = openReview(connection, id, source);
        if (!review)
            return tl::unexpected(review.error());
        return work(*review);
    });
}

QString levelWords(std::optional<int> level, bool ask)
{
    QString words = level ? QString::number(*level) : tr("unrated");
    if (ask)
        words = level ? tr("%1, ask at interview").arg(*level) : tr("ask at interview");
    return words;
}

} // namespace

QString reviewKind(ReviewSource source)
{
    return source == ReviewSource::Interview ? QStringLiteral("interview") : QStringLiteral("written");
}

QString reviewerLabel(const QString &name, bool interview)
{
    return interview ? tr("%1 (interview)").arg(name) : name;
}

QString reviewerLabel(const db::Review &review)
{
    return reviewerLabel(review.reviewerName, review.kind == QLatin1String("interview"));
}

Result<Done> rate(db::Connection &connection, db::ApplicationId application, db::QualityId qualityId, std::optional<int> level, bool ask, ReviewSource source)
{
    if (level && (*level < 0 || *level > 3))
        return failure(tr("Rating"), QString::number(*level), tr("it is not a level of the scale"), tr("Rate 0, 1, 2 or 3"));
    const auto quality = db::quality(connection, qualityId);
    if (!quality)
        return tl::unexpected(quality.error());
    // A draft counts for nobody's standing, so none is computed here: a keystroke costs one small write.
    return act(connection, application, source, QStringLiteral("rating"), source == ReviewSource::Interview ? tr("Scored {applicant} in an interview") : tr("Rated {applicant}"), tr("“%1”: %2").arg(shortened(quality->text), levelWords(level, ask)), {},
               [&](db::Review &review) { return db::setRating(connection, review.id, {qualityId, level, ask, false}); })
        .map([](Done done) {
            done.message.clear();
            done.areas = Area::Ratings;
            return done;
        });
}

Result<Done> confirmLevel(db::Connection &connection, db::ApplicationId id, db::QualityId qualityId)
{
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    QString detail;
    if (qualityId.isValid()) {
        const auto quality = db::quality(connection, qualityId);
        if (!quality)
            return tl::unexpected(quality.error());
        detail = tr("“%1”").arg(shortened(quality->text));
    }
    return perform(connection, {QStringLiteral("rating"), tr("Confirmed the rating of {applicant}"), detail, application->role, id}, {},
                   [&]() -> Outcome {
                       const auto confirmed = db::confirmRatings(connection, id, connection.reviewer(), qualityId);
                       if (!confirmed)
                           return tl::unexpected(confirmed.error());
                       if (*confirmed == 0)
                           return failure(tr("Confirming the level"), {}, tr("none of yours is waiting for it"));
                       return {};
                   })
        .map([](Done done) {
            done.message.clear(); // a keystroke, as rating is
            done.areas = Area::Ratings;
            return done;
        });
}

Result<Done> addNoteEvidence(db::Connection &connection, db::ApplicationId application, db::QualityId qualityId, const QString &note, ReviewSource source)
{
    db::Evidence evidence;
    evidence.note = note.trimmed();
    return addQuoteEvidence(connection, application, qualityId, evidence, source);
}

Result<Done> addQuoteEvidence(db::Connection &connection, db::ApplicationId application, db::QualityId qualityId, db::Evidence evidence, ReviewSource source)
{
    if (evidence.note.isEmpty() && evidence.quote.isEmpty())
        return failure(tr("Adding evidence"), {}, tr("there is neither a note nor a quote"), tr("Select text in a document, or write a note"));
    const auto quality = db::quality(connection, qualityId);
    if (!quality)
        return tl::unexpected(quality.error());
    return act(connection, application, source, QStringLiteral("rating"), evidence.quote.isEmpty() ? tr("Noted evidence for {applicant}") : tr("Quoted evidence for {applicant}"),
               tr("“%1”").arg(shortened(quality->text)), {},
               [&](db::Review &review) -> Outcome {
                   evidence.review = review.id;
                   evidence.quality = qualityId;
                   const auto id = db::insertEvidence(connection, evidence);
                   return id ? Outcome() : Outcome(tl::unexpected(id.error()));
               })
        .map([](Done done) {
            done.areas = Area::Ratings;
            return done;
        });
}

Result<Done> editEvidence(db::Connection &connection, db::ApplicationId application, const db::Evidence &evidence, ReviewSource source)
{
    if (evidence.note.isEmpty() && evidence.quote.isEmpty())
        return removeEvidence(connection, application, evidence.id, source);
    return act(connection, application, source, QStringLiteral("rating"), tr("Changed evidence for {applicant}"), {}, {},
               [&](db::Review &) { return db::updateEvidence(connection, evidence); })
        .map([](Done done) {
            done.areas = Area::Ratings;
            return done;
        });
}

Result<Done> removeEvidence(db::Connection &connection, db::ApplicationId application, db::EvidenceId evidence, ReviewSource source)
{
    return act(connection, application, source, QStringLiteral("rating"), tr("Removed evidence for {applicant}"), {}, {},
               [&](db::Review &) { return db::deleteEvidence(connection, evidence); })
        .map([](Done done) {
            done.areas = Area::Ratings;
            return done;
        });
}

Result<Done> submitReview(db::Connection &connection, db::ApplicationId application, ReviewSource source)
{
    return act(connection, application, source, QStringLiteral("review"), source == ReviewSource::Interview ? tr("Submitted the interview scores of {applicant}") : tr("Submitted the review of {applicant}"), {}, Area::Ratings, [&](db::Review &review) {
        review.submitted = true;
        review.submittedAt = connection.now();
        return db::updateReview(connection, review);
    });
}

Result<Done> withdrawReview(db::Connection &connection, db::ApplicationId id, ReviewSource source)
{
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    const auto review = db::findReview(connection, id, connection.reviewer(), reviewKind(source));
    if (!review)
        return tl::unexpected(review.error());
    if (!*review || !(*review)->submitted)
        return failure(tr("Withdrawing the review"), {}, tr("it is not submitted"));
    return perform(connection, {QStringLiteral("review"), source == ReviewSource::Interview ? tr("Withdrew the interview scores of {applicant}") : tr("Withdrew the review of {applicant}"), {}, application->role, id}, Area::Ratings, [&] {
        db::Review changed = **review;
        changed.submitted = false;
        changed.submittedAt.reset();
        ++changed.revision;
        return db::updateReview(connection, changed);
    });
}

Result<ReviewSheet> reviewSheet(db::Connection &connection, db::ApplicationId application, ReviewSource source)
{
    const auto all = db::reviews(connection, application);
    if (!all)
        return tl::unexpected(all.error());
    ReviewSheet sheet;
    for (const db::Review &review : *all) {
        if (review.reviewer == connection.reviewer() && review.kind == reviewKind(source))
            sheet.own = review;
    }
    const auto read = [&connection](db::ReviewId id, QList<db::Rating> &ratings, QList<db::Evidence> &evidence) -> Outcome {
        auto readRatings = db::ratings(connection, id);
        if (!readRatings)
            return tl::unexpected(readRatings.error());
        auto readEvidence = db::evidence(connection, id);
        if (!readEvidence)
            return tl::unexpected(readEvidence.error());
        ratings = std::move(*readRatings);
        evidence = std::move(*readEvidence);
        return {};
    };
    if (sheet.own) {
        if (auto outcome = read(sheet.own->id, sheet.ratings, sheet.evidence); !outcome)
            return tl::unexpected(outcome.error());
    }
    const auto hidden = db::hiddenAmong(connection, {application}, connection.reviewer());
    if (!hidden)
        return tl::unexpected(hidden.error());
    sheet.panelHidden = hidden->contains(application);
    for (const db::Review &review : *all) {
        if (!review.submitted || (sheet.own && review.id == sheet.own->id))
            continue;
        if (sheet.panelHidden && review.reviewer != connection.reviewer()) {
            ++sheet.hiddenOthers;
            continue;
        }
        ReviewSheet::Other other{review, {}, {}};
        if (auto outcome = read(review.id, other.ratings, other.evidence); !outcome)
            return tl::unexpected(outcome.error());
        sheet.others << other;
    }
    if (!sheet.panelHidden) {
        auto agreed = db::agreedLevels(connection, application);
        if (!agreed)
            return tl::unexpected(agreed.error());
        sheet.agreed = std::move(*agreed);
    }
    return sheet;
}

} // namespace rolecall::app
