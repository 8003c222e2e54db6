// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reviews/comparison.h"

#include "app/agreement/agreement.h"
#include "app/blind/identity.h"
#include "app/blind/masking.h"
#include "app/reviews/reviewing.h"
#include "db/connection.h"

#include <QCoreApplication>

#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Comparison", text);
}

/// Makes what people wrote fit to be seen: without the person's identity where that is hidden.
using Veil = std::function<QString(const QString &)>;

Result<Veil> veilOf(db::Connection &connection, const Identity &who)
{
    if (!who.hidden)
        return Veil([](const QString &text) { return text; });
    const auto candidate = db::candidate(connection, who.candidate.id);
    if (!candidate)
        return tl::unexpected(candidate.error());
    return Veil([facts = factsOf(*candidate), code = who.code](const QString &text) { return mask(text, facts, code).text; });
}

void addEvidence(QList<ComparedEvidence> &list, const QList<db::Evidence> &evidence, db::QualityId quality, const QString &reviewer, const Veil &veil)
{
    for (const db::Evidence &one : evidence) {
        if (one.quality != quality)
            continue;
        if (!one.quote.isEmpty())
            list << ComparedEvidence{reviewer, veil(one.quote), true, one.page};
        if (!one.note.isEmpty())
            list << ComparedEvidence{reviewer, veil(one.note), false, {}};
    }
}

bool isDisputed(const QList<ReviewedLevel> &levels)
{
    int lowest = 3, highest = 0;
    for (const ReviewedLevel &one : levels) {
        if (one.level) {
            lowest = std::min(lowest, *one.level);
            highest = std::max(highest, *one.level);
        }
    }
    return highest - lowest >= agendaGap;
}

/// One's own rating of a draft: all there is to see of an application whose panel levels are hidden.
std::optional<ReviewedLevel> ownLevel(const ReviewSheet &sheet, db::QualityId quality)
{
    for (const db::Rating &rating : sheet.ratings) {
        if (sheet.own && rating.quality == quality)
            return ReviewedLevel{sheet.own->reviewerName, rating.level, rating.ask, rating.reconfirm};
    }
    return {};
}

Result<ComparedApplicant> comparedApplicant(db::Connection &connection, db::RoleId role, db::ApplicationId id)
{
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    if (application->role != role)
        return failure(tr("Comparing applicants"), {}, tr("one of them applied for another role"));
    const auto who = identity(connection, id);
    if (!who)
        return tl::unexpected(who.error());
    const auto veil = veilOf(connection, *who);
    if (!veil)
        return tl::unexpected(veil.error());
    const auto explained = explainShortlist(connection, id);
    if (!explained)
        return tl::unexpected(explained.error());
    const auto sheet = reviewSheet(connection, id);
    if (!sheet)
        return tl::unexpected(sheet.error());
    ComparedApplicant compared{id, who->shown(), explained->panelHidden, explained->hiddenReviews, explained->standing, {}};
    for (const ExplainedQuality &line : explained->qualities) {
        ComparedCell cell{line.panelLevel, line.levels, line.agreed, (*veil)(line.agreedReason), !line.agreed && isDisputed(line.levels), {}};
        const bool ownIsDraft = sheet->own && !sheet->own->submitted;
        if (const auto own = ownLevel(*sheet, line.quality.id); own && ownIsDraft)
            cell.levels.prepend(*own);
        if (sheet->own)
            addEvidence(cell.evidence, sheet->evidence, line.quality.id, sheet->own->reviewerName, *veil);
        for (const ReviewSheet::Other &other : sheet->others)
            addEvidence(cell.evidence, other.evidence, line.quality.id, other.review.reviewerName, *veil);
        compared.cells << cell;
    }
    return compared;
}

} // namespace

Result<ReviewSheet> shownReviewSheet(db::Connection &connection, db::ApplicationId application)
{
    auto sheet = reviewSheet(connection, application);
    if (!sheet)
        return sheet;
    const auto who = identity(connection, application);
    if (!who)
        return tl::unexpected(who.error());
    const auto veil = veilOf(connection, *who);
    if (!veil)
        return tl::unexpected(veil.error());
    const auto cover = [&veil](QList<db::Evidence> &evidence) {
        for (db::Evidence &one : evidence) {
            one.note = (*veil)(one.note);
            one.quote = (*veil)(one.quote);
        }
    };
    cover(sheet->evidence);
    for (ReviewSheet::Other &other : sheet->others)
        cover(other.evidence);
    return sheet;
}

Result<ComparedCell> comparedCell(db::Connection &connection, db::ApplicationId id, db::QualityId quality)
{
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    const auto qualities = db::qualities(connection, application->role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    const auto compared = comparedApplicant(connection, application->role, id);
    if (!compared)
        return tl::unexpected(compared.error());
    for (qsizetype place = 0; place < qualities->size(); ++place) {
        if (qualities->at(place).id == quality)
            return compared->cells.at(place);
    }
    return failure(tr("Reading the levels"), {}, tr("the quality is not one this applicant is read against"));
}

Result<Comparison> compareApplicants(db::Connection &connection, db::RoleId role, const QList<db::ApplicationId> &applications)
{
    if (applications.size() < fewestCompared || applications.size() > mostCompared)
        return failure(tr("Comparing applicants"), QString::number(applications.size()), tr("two to five can stand side by side"), tr("Select two to five applicants"));
    auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    Comparison comparison{std::move(*qualities), {}};
    for (const db::ApplicationId id : applications) {
        auto compared = comparedApplicant(connection, role, id);
        if (!compared)
            return tl::unexpected(compared.error());
        comparison.applicants << std::move(*compared);
    }
    return comparison;
}

} // namespace rolecall::app
