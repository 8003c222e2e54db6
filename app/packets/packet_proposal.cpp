// SPDX-License-Identifier: GPL-3.0-or-later
// What a merge would do, in words: counts, and each conflict side by side.
#include "app/packets/merge_plan.h"

#include "app/blind/identity.h"
#include "db/connection.h"
#include "db/roles.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Packets", text);
}

QString reviewCount(int n)
{
    return n == 1 ? tr("one review") : tr("%1 reviews").arg(n);
}

/// What one side says of a quality: "2, ask at interview · 1 note".
QString words(const ReviewContent &content, db::QualityId quality)
{
    const ReviewContent part = restrictedTo(content, {quality});
    QStringList parts;
    for (const db::Rating &rating : part.ratings) {
        parts << (rating.level ? QString::number(*rating.level) : tr("no level"));
        if (rating.ask)
            parts << tr("ask at interview");
    }
    if (parts.isEmpty())
        parts << tr("unrated");
    if (!part.evidence.isEmpty()) {
        QStringList items;
        for (const db::Evidence &item : part.evidence)
            items << (item.quote.isEmpty() ? item.note : tr("“%1”").arg(item.quote)).left(200);
        parts << items.join(QStringLiteral("; "));
    }
    return parts.join(QStringLiteral(", "));
}

class Wording
{
public:
    Wording(db::Connection &ours, const MergePlan &plan, const QList<db::Quality> &qualities)
        : m_ours(ours)
        , m_plan(plan)
        , m_qualities(qualities)
    {}

    Result<PacketConflict> review(const PlannedReview &planned) const
    {
        PacketConflict conflict;
        conflict.kind = ConflictKind::Review;
        conflict.key = planned.key();
        conflict.subject = tr("%1, by %2").arg(displayName(m_ours, planned.theirs.application), planned.theirs.reviewerName);
        conflict.reason = planned.ours->submitted ? tr("The review was changed here and in the packet") : tr("There is a draft here that is not in the packet");
        const auto visible = maySee(planned);
        if (!visible)
            return tl::unexpected(visible.error());
        for (const db::Quality &quality : m_qualities) {
            if (!m_plan.packet.alike.contains(quality.id))
                continue;
            if (saysTheSame(restrictedTo(planned.content, {quality.id}), restrictedTo(planned.theirs.content, {quality.id})))
                continue;
            if (*visible)
                conflict.lines << PacketConflict::Line{quality.text, words(planned.content, quality.id), words(planned.theirs.content, quality.id)};
            else
                conflict.lines << PacketConflict::Line{quality.text, tr("hidden"), tr("hidden")};
        }
        if (!*visible)
            conflict.reason += tr("; what it says is hidden until your own review is submitted");
        return conflict;
    }

    PacketConflict quality(const QualityDifference &difference, int waiting) const
    {
        PacketConflict conflict;
        conflict.kind = ConflictKind::Quality;
        conflict.key = qualityKey(difference);
        conflict.subject = difference.ours.text;
        QStringList what;
        if (difference.ours.text != difference.theirs.text) {
            what << tr("reworded");
            conflict.lines << PacketConflict::Line{tr("Text"), difference.ours.text, difference.theirs.text};
        }
        if (const QString tier = db::tierName(difference.ours.tier); tier != difference.theirs.tier) {
            what << tr("moved");
            conflict.lines << PacketConflict::Line{tr("List"), tierWord(tier), tierWord(difference.theirs.tier)};
        }
        if (difference.ours.retiredAt) {
            what << tr("retired");
            conflict.lines << PacketConflict::Line{tr("State"), tr("retired"), tr("in force")};
        }
        conflict.reason = tr("It was %1 since the packet was made; %2 still rated it as it was").arg(what.join(tr(" and ")), reviewCount(waiting));
        return conflict;
    }

    PacketConflict reviewer(const PlannedReview &planned, int waiting) const
    {
        PacketConflict conflict;
        conflict.kind = ConflictKind::Reviewer;
        conflict.key = planned.reviewerKey();
        conflict.subject = planned.theirs.reviewerName;
        conflict.reason = planned.reviewer == m_ours.reviewer() ? tr("The packet holds reviews in your own name") : tr("The packet was made for %1, and holds reviews in another name").arg(m_plan.packet.info.reviewerName);
        conflict.lines << PacketConflict::Line{tr("Reviews"), tr("as they are here"), tr("%1 from the packet").arg(reviewCount(waiting))};
        return conflict;
    }

    PacketConflict gone(const PlannedReview &planned) const
    {
        PacketConflict conflict;
        conflict.kind = ConflictKind::ApplicationGone;
        conflict.key = QStringLiteral("gone:%1:%2").arg(planned.theirs.code, planned.theirs.reviewerUuid);
        conflict.subject = planned.theirs.code;
        conflict.reason = tr("This applicant is not in the role any more, so the review has no place here");
        conflict.lines << PacketConflict::Line{tr("Review"), tr("no applicant"), tr("by %1").arg(planned.theirs.reviewerName)};
        conflict.canTake = false;
        return conflict;
    }

private:
    static QString tierWord(const QString &tier) { return tier == QLatin1String("necessary") ? tr("necessary") : tr("useful"); }

    /// Independence: nobody reads another's ratings of an applicant before their own are submitted.
    Result<bool> maySee(const PlannedReview &planned) const
    {
        if (planned.reviewer == m_ours.reviewer())
            return true;
        const auto own = db::findReview(m_ours, planned.theirs.application, m_ours.reviewer());
        if (!own)
            return tl::unexpected(own.error());
        return *own && (*own)->submitted;
    }

    db::Connection &m_ours;
    const MergePlan &m_plan;
    const QList<db::Quality> &m_qualities;
};

} // namespace

QString conflictKindName(ConflictKind kind)
{
    switch (kind) {
    case ConflictKind::Review: return QStringLiteral("review");
    case ConflictKind::Quality: return QStringLiteral("quality");
    case ConflictKind::Reviewer: return QStringLiteral("reviewer");
    case ConflictKind::ApplicationGone: break;
    }
    return QStringLiteral("application_gone");
}

Result<PacketProposal> proposeMerge(db::Connection &connection, const QString &path)
{
    const auto plan = planMerge(connection, path);
    if (!plan)
        return tl::unexpected(plan.error());
    const auto role = db::role(connection, plan->packet.role);
    if (!role)
        return tl::unexpected(role.error());
    const auto qualities = db::qualities(connection, plan->packet.role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    PacketProposal proposal;
    proposal.packet = plan->packet.info;
    proposal.role = plan->packet.role;
    proposal.roleTitle = role->title;
    proposal.drafts = plan->packet.drafts;
    const Wording wording(connection, *plan, *qualities);
    LeftOut leftOut = plan->packet.leftOut;
    QHash<db::QualityId, int> waiting;
    QHash<QString, int> inAnothersName;
    QList<const PlannedReview *> others;
    constexpr qsizetype mostShown = 200;
    for (const PlannedReview &review : plan->reviews) {
        if (!proposal.reviewers.contains(review.theirs.reviewerName))
            proposal.reviewers << review.theirs.reviewerName;
        if (review.state == ReviewState::Gone) {
            if (proposal.conflicts.size() < mostShown)
                proposal.conflicts << wording.gone(review);
            leftOut.add(tr("a review of an applicant who is not in the role"));
            continue;
        }
        bool news = false;
        for (const QualityDifference &difference : plan->packet.differences) {
            if (review.state != ReviewState::Older && hasNews(review, difference.ours.id)) {
                ++waiting[difference.ours.id];
                news = true;
            }
        }
        if (review.inAnothersName && review.state != ReviewState::Older && (review.state != ReviewState::Unchanged || news)) {
            if (++inAnothersName[review.reviewerKey()] == 1)
                others << &review;
        }
        switch (review.state) {
        case ReviewState::Added: proposal.added += review.inAnothersName ? 0 : 1; break;
        case ReviewState::Updated: proposal.updated += review.inAnothersName ? 0 : 1; break;
        case ReviewState::Unchanged: ++proposal.unchanged; break;
        case ReviewState::Older: ++proposal.older; break;
        case ReviewState::Conflict: {
            const auto conflict = wording.review(review);
            if (!conflict)
                return tl::unexpected(conflict.error());
            proposal.conflicts << *conflict;
            break;
        }
        case ReviewState::Gone: break;
        }
    }
    for (const PlannedReview *review : std::as_const(others))
        proposal.conflicts << wording.reviewer(*review, inAnothersName.value(review->reviewerKey()));
    for (const QualityDifference &difference : plan->packet.differences) {
        if (const int count = waiting.value(difference.ours.id); count > 0)
            proposal.conflicts << wording.quality(difference, count);
    }
    proposal.leftOut = leftOut.reasons;
    proposal.leftOutCount = leftOut.count;
    return proposal;
}

} // namespace rolecall::app
