// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/decision_report.h"

#include "db/connection.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Export", text);
}

/// What stands behind the levels of a role: how many rated each cell, and what was agreed.
struct Backing
{
    QHash<std::pair<db::ApplicationId, db::QualityId>, int> ratings;
    QHash<std::pair<db::ApplicationId, db::QualityId>, int> interviewRatings;
    QHash<std::pair<db::ApplicationId, db::QualityId>, QString> agreed;
    QHash<db::ApplicationId, db::HandPlacement> placements;
};

Result<Backing> backingOf(db::Connection &connection, db::RoleId role)
{
    Backing backing;
    const Outcome ratings = db::forEachSubmittedRating(connection, role, QString(), [&](const db::SubmittedRating &rating) {
        if (rating.level)
            ++backing.ratings[{rating.application, rating.quality}];
        if (rating.level && rating.interview)
            ++backing.interviewRatings[{rating.application, rating.quality}];
    });
    if (!ratings)
        return tl::unexpected(ratings.error());
    const Outcome agreed = db::forEachAgreedLevel(connection, role, [&](const db::AgreedRating &level) { backing.agreed.insert({level.application, level.quality}, level.reason); });
    if (!agreed)
        return tl::unexpected(agreed.error());
    auto placements = db::handPlacements(connection, role);
    if (!placements)
        return tl::unexpected(placements.error());
    backing.placements = std::move(*placements);
    return backing;
}

Result<DecisionPerson> personOf(const ExportReader &reader, const Backing &backing, const ShortlistEntry &entry, bool withEvidence)
{
    const auto known = reader.person(entry.application, withEvidence);
    if (!known)
        return tl::unexpected(known.error());
    DecisionPerson person;
    person.rank = entry.rank;
    person.placement = entry.placement;
    person.label = known->label;
    person.stage = known->stage;
    person.standing = entry.standing;
    person.byHand = reader.masked(entry.application, entry.byHandReason);
    if (const auto hand = backing.placements.constFind(entry.application); hand != backing.placements.constEnd())
        person.byWhom = tr("%1, %2").arg(hand->reviewerName, hand->placedAt.left(10));
    for (qsizetype place = 0; place < reader.qualities().size(); ++place) {
        const std::pair cell(entry.application, reader.qualities()[place].id);
        DecisionReason reason;
        reason.level = reader.level(entry.standing, place);
        reason.ratings = backing.ratings.value(cell);
        reason.interviewRatings = backing.interviewRatings.value(cell);
        if (const auto agreed = backing.agreed.constFind(cell); agreed != backing.agreed.constEnd())
            reason.agreed = reader.masked(entry.application, *agreed);
        for (const db::SubmittedEvidence &item : known->evidence) {
            if (item.quality == cell.second)
                reason.evidence << evidenceText(item) + (item.reviewerName.isEmpty() ? QString() : tr(" — %1").arg(item.reviewerName));
        }
        person.reasons << reason;
    }
    return person;
}

} // namespace

Result<DecisionReport> decisionReport(db::Connection &connection, db::RoleId role, const DecisionRecordOptions &options, Progress *progress)
{
    const auto reader = ExportReader::open(connection, role, options.blind);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto view = shortlist(connection, role, {options.top, options.nearMissLimit, -1});
    if (!view)
        return tl::unexpected(view.error());
    const auto backing = backingOf(connection, role);
    if (!backing)
        return tl::unexpected(backing.error());

    DecisionReport report;
    report.role = reader->role();
    report.postings = reader->postings();
    int necessary = 0;
    int useful = 0;
    for (const db::Quality &quality : reader->qualities())
        report.qualities << DecisionQuality{quality.tier == db::Tier::Necessary ? QStringLiteral("N%1").arg(++necessary) : QStringLiteral("U%1").arg(++useful), quality};
    report.rule = reader->ruleSentence();
    report.earlierWording = reader->earlierWordingNote();
    report.exportedAt = reader->exportedAt();
    report.exportedBy = reader->exportedBy();
    report.blind = reader->isBlind();
    report.top = options.top;
    report.gates = view->gates;
    report.nearMissCount = view->nearMissCount;
    report.levelLabels = levelLabels(report.role);

    const int everybody = view->gates.through + view->gates.open + view->gates.below;
    if (progress)
        progress->setTotal((view->entries.size() + view->takenOff.size() + view->nearMisses.size() + everybody) * options.steps);
    qint64 done = 0;
    const auto isCancelled = [progress] { return progress && progress->isCancelled(); };
    for (const auto &[entries, people] : {std::pair(&view->entries, &report.listed), std::pair(&view->takenOff, &report.takenOff), std::pair(&view->nearMisses, &report.nearMisses)}) {
        for (const ShortlistEntry &entry : *entries) {
            if (isCancelled())
                return cancelledRecord();
            auto person = personOf(*reader, *backing, entry, options.evidence);
            if (!person)
                return tl::unexpected(person.error());
            *people << std::move(*person);
            if (progress)
                progress->setDone(++done);
        }
    }
    QList<std::pair<db::ApplicationId, db::Standing>> all;
    const Outcome standings = db::forEachStanding(connection, role, [&](const db::Standing &standing) {
        all.append({standing.application, standing});
        return !isCancelled();
    });
    if (!standings)
        return tl::unexpected(standings.error());
    report.applications = int(all.size());
    for (const auto &[application, standing] : std::as_const(all)) {
        if (isCancelled())
            return cancelledRecord();
        const auto person = reader->person(application, false);
        if (!person)
            return tl::unexpected(person.error());
        report.gateResults << DecisionGate{person->label, gateText(standing), standing.usefulScore};
        if (progress)
            progress->setDone(++done);
    }
    return report;
}

tl::unexpected<Error> cancelledRecord()
{
    return failure(tr("Writing the decision record"), {}, tr("it was cancelled; no file was written"));
}

} // namespace rolecall::app
