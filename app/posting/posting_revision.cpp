// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/posting_revision.h"

#include "app/posting/text_similarity.h"

#include <QHash>
#include <algorithm>

namespace rolecall::app {

namespace {

constexpr int unpaired = -1;

/// One side of the comparison, in order.
struct Side
{
    std::vector<db::Tier> tiers;
    std::vector<QString> texts; ///< comparable
    std::vector<Stems> stems;
    std::vector<std::vector<size_t>> partners; ///< on the other side

    void add(db::Tier tier, const QString &text, const QString &footnote)
    {
        tiers.push_back(tier);
        texts.push_back(comparableText(text) + QChar(u'\n') + comparableText(footnote));
        stems.push_back(stemsOf(text));
        partners.emplace_back();
    }
    bool isFree(size_t place) const { return partners[place].empty(); }
    std::vector<size_t> freePlaces() const
    {
        std::vector<size_t> places;
        for (size_t place = 0; place < partners.size(); ++place) {
            if (isFree(place))
                places.push_back(place);
        }
        return places;
    }
};

void pair(Side &before, size_t from, Side &after, size_t to)
{
    before.partners[from].push_back(to);
    after.partners[to].push_back(from);
}

void pairEqualTexts(Side &before, Side &after, bool sameTier)
{
    QHash<QString, QList<size_t>> places;
    const auto key = [&](const Side &side, size_t place) { return sameTier ? db::tierName(side.tiers[place]) + side.texts[place] : side.texts[place]; };
    for (const size_t from : before.freePlaces())
        places[key(before, from)] << from;
    for (const size_t to : after.freePlaces()) {
        const auto found = places.find(key(after, to));
        if (found != places.end() && !found->isEmpty())
            pair(before, found->takeFirst(), after, to);
    }
}

/// A quality was split where two or more new ones are made of its words, each adding some.
void pairSplits(Side &before, Side &after)
{
    QHash<size_t, std::vector<size_t>> pieces; // of the quality that each is most like
    for (const size_t to : after.freePlaces()) {
        int most = 0;
        size_t source = 0;
        for (const size_t from : before.freePlaces()) {
            const int likeness = similarity(after.stems[to], before.stems[from]);
            if (likeness > most && containment(after.stems[to], before.stems[from]) >= pieceFrom) {
                most = likeness;
                source = from;
            }
        }
        if (most > 0)
            pieces[source].push_back(to);
    }
    for (const size_t from : before.freePlaces()) {
        Stems covered;
        std::vector<size_t> parts;
        for (const size_t to : pieces.value(from)) {
            const bool repeats = containment(after.stems[to], covered) > pieceFrom;
            if (repeats)
                continue;
            parts.push_back(to);
            Stems both;
            std::set_union(covered.begin(), covered.end(), after.stems[to].begin(), after.stems[to].end(), std::back_inserter(both));
            covered = std::move(both);
        }
        // Two pieces at least, and together most of what it said.
        if (parts.size() < 2 || containment(before.stems[from], covered) < 6000)
            continue;
        for (const size_t to : parts)
            pair(before, from, after, to);
    }
}

void pairReworded(Side &before, Side &after)
{
    const std::vector<size_t> from = before.freePlaces();
    const std::vector<size_t> to = after.freePlaces();
    if (qsizetype(from.size()) > mostQualitiesCompared || qsizetype(to.size()) > mostQualitiesCompared)
        return;
    std::vector<std::vector<int>> gains(from.size(), std::vector<int>(to.size()));
    for (size_t row = 0; row < from.size(); ++row) {
        for (size_t column = 0; column < to.size(); ++column) {
            const int likeness = similarity(before.stems[from[row]], after.stems[to[column]]);
            // Of equally like ones the one in the same tier.
            if (likeness >= rewordedFrom)
                gains[row][column] = likeness * 2 + (before.tiers[from[row]] == after.tiers[to[column]] ? 1 : 0);
        }
    }
    const std::vector<int> assigned = bestAssignment(gains);
    for (size_t row = 0; row < from.size(); ++row) {
        if (assigned[row] != unpaired)
            pair(before, from[row], after, to[size_t(assigned[row])]);
    }
}

RevisionKind kindOf(const db::Quality &from, const RevisedQuality &to)
{
    if (from.tier != to.tier)
        return RevisionKind::Moved;
    return meansTheSame(from, to) ? RevisionKind::Unchanged : RevisionKind::Reworded;
}

RevisedQuality asItIs(const db::Quality &quality)
{
    return {quality.tier, {quality.text, quality.footnote, {}}};
}

} // namespace

QString revisionKindName(RevisionKind kind)
{
    switch (kind) {
    case RevisionKind::Unchanged:
        return QStringLiteral("unchanged");
    case RevisionKind::Reworded:
        return QStringLiteral("reworded");
    case RevisionKind::Moved:
        return QStringLiteral("moved");
    case RevisionKind::Split:
        return QStringLiteral("split");
    case RevisionKind::New:
        return QStringLiteral("new");
    case RevisionKind::Retired:
        return QStringLiteral("retired");
    }
    return {};
}

bool meansTheSame(const db::Quality &from, const RevisedQuality &to)
{
    return from.tier == to.tier && comparableText(from.text) == comparableText(to.quality.text) && comparableText(from.footnote) == comparableText(to.quality.footnote);
}

QList<QualityRevision> compareQualities(const QList<db::Quality> &inForce, const RoleDraft &posting)
{
    QList<RevisedQuality> published;
    for (const QualityDraft &quality : posting.necessary)
        published.append({db::Tier::Necessary, quality});
    for (const QualityDraft &quality : posting.useful)
        published.append({db::Tier::Useful, quality});

    Side before;
    for (const db::Quality &quality : inForce)
        before.add(quality.tier, quality.text, quality.footnote);
    Side after;
    for (const RevisedQuality &quality : published)
        after.add(quality.tier, quality.quality.text, quality.quality.footnote);
    pairEqualTexts(before, after, true);
    pairEqualTexts(before, after, false);
    if (inForce.size() <= mostQualitiesCompared && published.size() <= mostQualitiesCompared)
        pairSplits(before, after);
    pairReworded(before, after);

    QList<QualityRevision> revisions;
    for (qsizetype to = 0; to < published.size(); ++to) {
        QualityRevision revision{RevisionKind::New, {}, published[to], true};
        if (const std::vector<size_t> &partners = after.partners[size_t(to)]; !partners.empty()) {
            revision.from = inForce[qsizetype(partners.front())];
            revision.kind = before.partners[partners.front()].size() > 1 ? RevisionKind::Split : kindOf(*revision.from, published[to]);
        }
        revisions << revision;
    }
    for (qsizetype from = 0; from < inForce.size(); ++from) {
        if (!before.isFree(size_t(from)))
            continue;
        const bool byHand = !inForce[from].posting.isValid();
        revisions << (byHand ? QualityRevision{RevisionKind::Unchanged, inForce[from], asItIs(inForce[from]), true}
                             : QualityRevision{RevisionKind::Retired, inForce[from], {}, true});
    }
    return revisions;
}

bool joinRevisions(QList<QualityRevision> &revisions, qsizetype retired, qsizetype added)
{
    const auto is = [&](qsizetype place, RevisionKind kind) { return place >= 0 && place < revisions.size() && revisions[place].kind == kind; };
    if (!is(retired, RevisionKind::Retired) || !is(added, RevisionKind::New))
        return false;
    QualityRevision &joined = revisions[added];
    joined.from = revisions[retired].from;
    joined.kind = kindOf(*joined.from, *joined.to);
    joined.accepted = true;
    revisions.removeAt(retired);
    return true;
}

bool separateRevision(QList<QualityRevision> &revisions, qsizetype pair)
{
    if (pair < 0 || pair >= revisions.size() || !revisions[pair].from || !revisions[pair].to)
        return false;
    const db::Quality from = *revisions[pair].from;
    revisions[pair].from.reset();
    revisions[pair].kind = RevisionKind::New;
    // The other pieces of a split keep the quality: one that is left is no split any more.
    QList<qsizetype> others;
    for (qsizetype place = 0; place < revisions.size(); ++place) {
        if (revisions[place].from && revisions[place].from->id == from.id)
            others << place;
    }
    if (others.isEmpty())
        revisions.append({RevisionKind::Retired, from, {}, true});
    else if (others.size() == 1)
        revisions[others.first()].kind = kindOf(from, *revisions[others.first()].to);
    return true;
}

bool setRevisedTier(QList<QualityRevision> &revisions, qsizetype place, db::Tier tier)
{
    if (place < 0 || place >= revisions.size() || !revisions[place].to)
        return false;
    QualityRevision &revision = revisions[place];
    revision.to->tier = tier;
    if (revision.from && revision.kind != RevisionKind::Split)
        revision.kind = kindOf(*revision.from, *revision.to);
    return true;
}

bool setRevisedText(QList<QualityRevision> &revisions, qsizetype place, const QString &text)
{
    const QString clean = text.simplified();
    if (place < 0 || place >= revisions.size() || !revisions[place].to || clean.isEmpty())
        return false;
    QualityRevision &revision = revisions[place];
    revision.to->quality.text = clean;
    if (revision.from && revision.kind != RevisionKind::Split)
        revision.kind = kindOf(*revision.from, *revision.to);
    return true;
}

} // namespace rolecall::app
