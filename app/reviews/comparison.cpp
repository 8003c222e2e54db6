// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reviews/comparison.h"

#include "app/agreement/agreement.h"
#include "app/blind/identity.h"
#include "app/blind/veil.h"
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

/// What people wrote about one application, as it may be seen.
using Cover = std::function<QString(const QString &)>;

void addEvidence(QList<ComparedEvidence> &list, const QList<db::Evidence> &evidence, db::QualityId quality, const QString &reviewer, const Cover &cover)
{
    for (const db::Evidence &one : evidence) {
        if (one.quality != quality)
            continue;
        if (!one.quote.isEmpty())
            list << ComparedEvidence{reviewer, cover(one.quote), true, one.page};
        if (!one.note.isEmpty())
            list << ComparedEvidence{reviewer, cover(one.note), false, {}};
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
            return ReviewedLevel{reviewerLabel(*sheet.own), rating.level, rating.ask, rating.reconfirm};
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
    Veil veil(connection, role);
    const Cover cover = [&veil, id](const QString &text) { return veil.text(id, text); };
    const auto explained = explainShortlist(connection, id);
    if (!explained)
        return tl::unexpected(explained.error());
    const auto sheet = reviewSheet(connection, id);
    if (!sheet)
        return tl::unexpected(sheet.error());
    ComparedApplicant compared{id, who->shown(), explained->panelHidden, explained->hiddenReviews, explained->standing, {}};
    for (const ExplainedQuality &line : explained->qualities) {
        ComparedCell cell{line.panelLevel, line.levels, line.agreed, line.agreedReason, !line.agreed && isDisputed(line.levels), {}};
        const bool ownIsDraft = sheet->own && !sheet->own->submitted;
        if (const auto own = ownLevel(*sheet, line.quality.id); own && ownIsDraft)
            cell.levels.prepend(*own);
        if (sheet->own)
            addEvidence(cell.evidence, sheet->evidence, line.quality.id, reviewerLabel(*sheet->own), cover);
        for (const ReviewSheet::Other &other : sheet->others)
            addEvidence(cell.evidence, other.evidence, line.quality.id, reviewerLabel(other.review), cover);
        compared.cells << cell;
    }
    return compared;
}

} // namespace

Result<ReviewSheet> shownReviewSheet(db::Connection &connection, db::ApplicationId id)
{
    auto sheet = reviewSheet(connection, id);
    if (!sheet)
        return sheet;
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    Veil veil(connection, application->role);
    const auto cover = [&veil, id](QList<db::Evidence> &evidence) {
        for (db::Evidence &one : evidence) {
            one.note = veil.text(id, one.note);
            one.quote = veil.text(id, one.quote);
        }
    };
    cover(sheet->evidence);
    for (ReviewSheet::Other &other : sheet->others)
        cover(other.evidence);
    for (db::AgreedLevel &agreed : sheet->agreed)
        agreed.reason = veil.text(id, agreed.reason);
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
