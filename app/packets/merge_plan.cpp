// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packets/merge_plan.h"

#include "db/connection.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Packets", text);
}

/// What our review was when both sides last had the same: as it was sent out, or as it was taken over.
Result<bool> untouchedHere(db::Connection &ours, const PlannedReview &planned, const QHash<db::QualityId, QString> &uuids)
{
    const QString now = fingerprint(*planned.ours, planned.content, uuids);
    if (planned.theirs.asSent == now)
        return true;
    const auto taken = db::rememberedReview(ours, planned.ours->uuid);
    if (!taken)
        return tl::unexpected(taken.error());
    return *taken == now;
}

Result<ReviewState> stateOf(db::Connection &ours, const PlannedReview &planned, const MergePlan &plan)
{
    if (!planned.ours)
        return ReviewState::Added;
    const db::Review &here = *planned.ours;
    const bool same = saysTheSame(restrictedTo(planned.theirs.content, plan.packet.alike), restrictedTo(planned.content, plan.packet.alike));
    if (here.submitted && same)
        return ReviewState::Unchanged;
    if (here.uuid != planned.theirs.review.uuid)
        return planned.content.ratings.isEmpty() && planned.content.evidence.isEmpty() && !here.submitted ? ReviewState::Updated : ReviewState::Conflict;
    if (planned.theirs.review.revision < here.revision)
        return ReviewState::Older;
    if (planned.theirs.review.revision == here.revision && here.submitted)
        return ReviewState::Conflict; // one of them was edited without a withdrawal
    const auto untouched = untouchedHere(ours, planned, plan.uuids);
    if (!untouched)
        return tl::unexpected(untouched.error());
    return *untouched ? ReviewState::Updated : ReviewState::Conflict;
}

} // namespace

QString PlannedReview::key() const
{
    return QStringLiteral("review:%1:%2:%3").arg(theirs.application.number()).arg(theirs.reviewerUuid, theirs.review.kind);
}

QString PlannedReview::reviewerKey() const
{
    return QStringLiteral("reviewer:") + theirs.reviewerUuid;
}

QString qualityKey(const QualityDifference &difference)
{
    return QStringLiteral("quality:") + difference.ours.uuid;
}

bool hasNews(const PlannedReview &review, db::QualityId quality)
{
    const ReviewContent theirs = restrictedTo(review.theirs.content, {quality});
    return (!theirs.ratings.isEmpty() || !theirs.evidence.isEmpty()) && !saysTheSame(theirs, restrictedTo(review.content, {quality}));
}

Result<std::optional<db::Reviewer>> reviewerHere(db::Connection &ours, const QString &uuid, const QString &name)
{
    auto known = db::reviewerByUuid(ours, uuid);
    if (!known || *known)
        return known;
    return db::reviewerByName(ours, name);
}

Result<MergePlan> planMerge(db::Connection &ours, const QString &path)
{
    auto packet = readReturnedPacket(ours, path);
    if (!packet)
        return tl::unexpected(packet.error());
    MergePlan plan;
    plan.packet = std::move(*packet);
    const auto qualities = db::qualities(ours, plan.packet.role, true);
    if (!qualities)
        return tl::unexpected(qualities.error());
    for (const db::Quality &quality : *qualities)
        plan.uuids.insert(quality.id, quality.uuid);
    QHash<QString, std::optional<db::Reviewer>> reviewers;
    QSet<QString> places;
    for (const ReturnedReview &returned : std::as_const(plan.packet.reviews)) {
        if (!reviewers.contains(returned.reviewerUuid)) {
            const auto known = reviewerHere(ours, returned.reviewerUuid, returned.reviewerName);
            if (!known)
                return tl::unexpected(known.error());
            reviewers.insert(returned.reviewerUuid, *known);
        }
        PlannedReview planned;
        planned.theirs = returned;
        if (const auto &reviewer = reviewers.value(returned.reviewerUuid)) {
            planned.reviewer = reviewer->id;
            planned.inAnothersName = returned.reviewerUuid != plan.packet.info.reviewerUuid || reviewer->id == ours.reviewer();
        }
        if (!returned.application.isValid()) {
            planned.state = ReviewState::Gone;
            plan.reviews << std::move(planned);
            continue;
        }
        // Two names that are one here would claim the same place.
        const QString who = planned.reviewer.isValid() ? QString::number(planned.reviewer.number()) : returned.reviewerName.toCaseFolded();
        const QString place = QStringLiteral("%1 %2 %3").arg(returned.application.number()).arg(returned.review.kind, who);
        if (places.contains(place)) {
            plan.packet.leftOut.add(tr("a second review of one applicant by one reviewer"));
            continue;
        }
        places.insert(place);
        if (planned.reviewer.isValid()) {
            auto here = db::findReview(ours, returned.application, planned.reviewer, returned.review.kind);
            if (!here)
                return tl::unexpected(here.error());
            planned.ours = std::move(*here);
        }
        if (planned.ours) {
            auto content = readReviewContent(ours, planned.ours->id);
            if (!content)
                return tl::unexpected(content.error());
            planned.content = std::move(*content);
        }
        const auto state = stateOf(ours, planned, plan);
        if (!state)
            return tl::unexpected(state.error());
        planned.state = *state;
        plan.reviews << std::move(planned);
    }
    return plan;
}

} // namespace rolecall::app
