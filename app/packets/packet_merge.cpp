// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packets/packet_merge.h"

#include "app/packets/merge_plan.h"
#include "db/connection.h"
#include "db/sql.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Packets", text);
}

/// What a person chose for each conflict.
using Choices = QHash<QString, bool>;

class Taking
{
public:
    Taking(db::Connection &ours, const MergePlan &plan, const Choices &choices)
        : m_ours(ours)
        , m_plan(plan)
        , m_choices(choices)
    {}

    Outcome takeAll()
    {
        for (const PlannedReview &review : m_plan.reviews) {
            if (auto outcome = take(review); !outcome)
                return outcome;
        }
        return {};
    }
    int taken() const { return m_taken; }
    int settled() const { return m_settled; }
    const QStringList &reviewers() const { return m_names; }

private:
    Outcome take(const PlannedReview &planned)
    {
        if (planned.state == ReviewState::Gone || planned.state == ReviewState::Older || (planned.inAnothersName && !m_choices.value(planned.reviewerKey())))
            return {};
        const bool whole = planned.state == ReviewState::Added || planned.state == ReviewState::Updated || (planned.state == ReviewState::Conflict && m_choices.value(planned.key()));
        if (planned.state == ReviewState::Conflict && !whole)
            return {};
        QSet<db::QualityId> qualities = whole ? m_plan.packet.alike : QSet<db::QualityId>();
        QSet<db::QualityId> changed;
        for (const QualityDifference &difference : m_plan.packet.differences) {
            if (m_choices.value(qualityKey(difference)) && hasNews(planned, difference.ours.id))
                changed.insert(difference.ours.id);
        }
        qualities += changed;
        if (!whole && qualities.isEmpty())
            return {};
        const auto reviewer = reviewerOf(planned.theirs);
        if (!reviewer)
            return tl::unexpected(reviewer.error());
        const auto review = placeReview(planned, *reviewer, whole);
        if (!review)
            return tl::unexpected(review.error());
        if (auto outcome = writeContent(planned, *review, qualities, changed); !outcome)
            return outcome;
        ++m_taken;
        m_settled += planned.state == ReviewState::Conflict || !changed.isEmpty() ? 1 : 0;
        return remember(*review);
    }

    Result<db::ReviewerId> reviewerOf(const ReturnedReview &theirs)
    {
        if (const auto known = m_reviewers.constFind(theirs.reviewerUuid); known != m_reviewers.constEnd())
            return *known;
        const auto known = reviewerHere(m_ours, theirs.reviewerUuid, theirs.reviewerName);
        if (!known)
            return tl::unexpected(known.error());
        db::Reviewer reviewer = known->value_or(db::Reviewer());
        if (!*known) {
            reviewer.uuid = theirs.reviewerUuid;
            reviewer.name = theirs.reviewerName;
            const auto added = db::insertReviewer(m_ours, reviewer);
            if (!added)
                return tl::unexpected(added.error());
            reviewer.id = *added;
        }
        if (auto outcome = db::addToPanel(m_ours, m_plan.packet.role, reviewer.id); !outcome)
            return tl::unexpected(outcome.error());
        m_reviewers.insert(theirs.reviewerUuid, reviewer.id);
        m_names << reviewer.name;
        return reviewer.id;
    }

    Result<db::ReviewId> placeReview(const PlannedReview &planned, db::ReviewerId reviewer, bool whole)
    {
        db::Review review = planned.theirs.review;
        review.application = planned.theirs.application;
        review.reviewer = reviewer;
        if (!planned.ours)
            return db::insertReview(m_ours, review);
        review.id = planned.ours->id;
        if (whole) {
            if (auto outcome = db::replaceReview(m_ours, review); !outcome)
                return tl::unexpected(outcome.error());
        }
        return review.id;
    }

    Outcome writeContent(const PlannedReview &planned, db::ReviewId review, const QSet<db::QualityId> &qualities, const QSet<db::QualityId> &changed)
    {
        const ReviewContent before = restrictedTo(planned.content, qualities);
        const ReviewContent after = restrictedTo(planned.theirs.content, qualities);
        QHash<db::QualityId, db::Rating> ratings;
        for (const db::Rating &rating : before.ratings)
            ratings.insert(rating.quality, {rating.quality, {}, false, false});
        for (db::Rating rating : after.ratings) {
            rating.reconfirm = changed.contains(rating.quality);
            ratings.insert(rating.quality, rating);
        }
        for (const db::Rating &rating : std::as_const(ratings)) {
            if (auto outcome = db::setRating(m_ours, review, rating); !outcome)
                return outcome;
        }
        for (const db::Evidence &item : before.evidence) {
            if (auto outcome = db::deleteEvidence(m_ours, item.id); !outcome)
                return outcome;
        }
        for (db::Evidence item : after.evidence) {
            const auto owner = db::reviewOfEvidence(m_ours, item.uuid);
            if (!owner)
                return tl::unexpected(owner.error());
            if (*owner)
                item.uuid = db::newUuid(); // it belongs to another review here
            item.review = review;
            if (const auto added = db::insertEvidence(m_ours, item); !added)
                return tl::unexpected(added.error());
        }
        return {};
    }

    Outcome remember(db::ReviewId id)
    {
        const auto review = db::review(m_ours, id);
        if (!review)
            return tl::unexpected(review.error());
        const auto content = readReviewContent(m_ours, id);
        if (!content)
            return tl::unexpected(content.error());
        return db::rememberReview(m_ours, review->uuid, fingerprint(*review, *content, m_plan.uuids));
    }

    db::Connection &m_ours;
    const MergePlan &m_plan;
    const Choices &m_choices;
    QHash<QString, db::ReviewerId> m_reviewers;
    QStringList m_names;
    int m_taken = 0;
    int m_settled = 0;
};

} // namespace

bool PacketProposal::changesAnything() const
{
    return added > 0 || updated > 0 || std::any_of(conflicts.cbegin(), conflicts.cend(), [](const PacketConflict &conflict) { return conflict.take && conflict.canTake; });
}

Result<Done> mergePacket(db::Connection &connection, const QString &path, const PacketProposal &proposal)
{
    Choices choices;
    for (const PacketConflict &conflict : proposal.conflicts)
        choices.insert(conflict.key, conflict.take && conflict.canTake);
    const auto role = db::roleByUuid(connection, proposal.packet.roleUuid);
    if (!role)
        return tl::unexpected(role.error());
    const QString name = proposal.packet.reviewerName;
    const db::NewChange change{QStringLiteral("packet"), tr("Took the ratings of %1's packet").arg(name), {}, role->value_or(db::RoleId())};
    bool nothing = false;
    int taken = 0;
    int settled = 0;
    const Areas areas = Area::Ratings | Area::Reviewers;
    // Read within the change, so that what is written fits what is there.
    auto done = perform(connection, change, areas, [&]() -> Outcome {
        const auto plan = planMerge(connection, path);
        if (!plan)
            return tl::unexpected(plan.error());
        if (plan->packet.info.uuid != proposal.packet.uuid)
            return failure(tr("Merging the packet"), QFileInfo(path).fileName(), tr("another file stands in its place now"), tr("Choose the packet again"));
        Taking taking(connection, *plan, choices);
        if (auto outcome = taking.takeAll(); !outcome)
            return outcome;
        taken = taking.taken();
        settled = taking.settled();
        nothing = taken == 0;
        return nothing ? Outcome(failure({}, {}, {})) : Outcome();
    });
    if (nothing)
        return Done{tr("Nothing in %1's packet is new here").arg(name), {}, change.role, {}, {}};
    if (done)
        done->message = (taken == 1 ? tr("Took one review from %1").arg(name) : tr("Took %1 reviews from %2").arg(taken).arg(name)) + (settled > 0 ? tr(", %1 by choice").arg(settled) : QString());
    return done;
}

} // namespace rolecall::app
