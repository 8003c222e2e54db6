// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interviews/interview_checks.h"

#include "app/blind/identity.h"
#include "db/applications.h"
#include "db/connection.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("InterviewChecks", text);
}

Result<QList<Clash>> clashesOf(db::Connection &connection, const InterviewPlan &plan, const ZonedTime &time)
{
    const auto others = db::interviewsOverlapping(connection, time.utc, time.utc.addSecs(qint64(plan.interview.minutes) * 60), plan.interview.id);
    if (!others)
        return tl::unexpected(others.error());
    std::optional<db::CandidateId> person;
    if (plan.interview.application.isValid()) {
        const auto application = db::application(connection, plan.interview.application);
        if (!application)
            return tl::unexpected(application.error());
        person = application->candidate;
    }
    QList<Clash> clashes;
    for (const db::Interview &other : *others) {
        Clash clash{other, {}, false, {}};
        const auto members = db::members(connection, other.id);
        if (!members)
            return tl::unexpected(members.error());
        for (const db::InterviewMember &member : *members) {
            if (plan.panel.contains(member.reviewer))
                clash.people << member.name;
        }
        const auto application = db::application(connection, other.application);
        if (!application)
            return tl::unexpected(application.error());
        clash.applicant = person == application->candidate;
        if (clash.people.isEmpty() && !clash.applicant)
            continue;
        clash.otherApplicant = displayName(connection, other.application);
        clashes << clash;
    }
    return clashes;
}

/// Qualities that some interview of the application assesses, `except` left out.
Result<QSet<db::QualityId>> covered(db::Connection &connection, db::ApplicationId application, db::InterviewId except)
{
    const auto all = db::interviewsOf(connection, application);
    if (!all)
        return tl::unexpected(all.error());
    QSet<db::QualityId> qualities;
    for (const db::Interview &interview : *all) {
        if (interview.id == except || interview.status == u"cancelled")
            continue;
        const auto assessments = db::assessments(connection, interview.id);
        if (!assessments)
            return tl::unexpected(assessments.error());
        for (const db::Assessment &one : *assessments)
            qualities.insert(one.quality);
    }
    return qualities;
}

QList<db::Quality> missing(const QList<db::Quality> &qualities, const QSet<db::QualityId> &covered)
{
    QList<db::Quality> list;
    for (const db::Quality &quality : qualities) {
        if (quality.tier == db::Tier::Necessary && !covered.contains(quality.id))
            list << quality;
    }
    return list;
}

QString namesOf(const QList<db::Quality> &qualities)
{
    constexpr qsizetype most = 3;
    QStringList names;
    for (const db::Quality &quality : qualities.mid(0, most))
        names << tr("“%1”").arg(quality.text.size() > 60 ? quality.text.left(59) + QChar(0x2026) : quality.text);
    if (qualities.size() > most)
        names << tr("%1 more").arg(qualities.size() - most);
    return names.join(QStringLiteral(", "));
}

} // namespace

Result<InterviewChecks> checkInterview(db::Connection &connection, const InterviewPlan &plan, const QDateTime &now)
{
    InterviewChecks checks;
    const auto time = zonedTime(plan.interview.localStart, plan.interview.zone, plan.secondOfTwice);
    if (!time)
        return tl::unexpected(time.error());
    checks.time = *time;
    checks.timeText = localKindText(*time, plan.interview.localStart, plan.interview.zone);
    checks.noPanel = plan.panel.isEmpty();
    checks.isPast = plan.interview.isOpen() && time->utc < now;
    auto clashes = clashesOf(connection, plan, *time);
    if (!clashes)
        return tl::unexpected(clashes.error());
    checks.clashes = std::move(*clashes);
    if (!plan.interview.application.isValid())
        return checks;
    const auto application = db::application(connection, plan.interview.application);
    if (!application)
        return tl::unexpected(application.error());
    const auto qualities = db::qualities(connection, application->role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    auto elsewhere = covered(connection, application->id, plan.interview.id);
    if (!elsewhere)
        return tl::unexpected(elsewhere.error());
    for (const db::Assessment &one : plan.assessments)
        elsewhere->insert(one.quality);
    checks.uncovered = missing(*qualities, *elsewhere);
    return checks;
}

QStringList checksInWords(const InterviewChecks &checks)
{
    QStringList words;
    if (!checks.timeText.isEmpty())
        words << checks.timeText;
    for (const Clash &clash : checks.clashes) {
        const QString with = tr("the interview with %1 (%2), %3").arg(clash.otherApplicant, clash.other.roleTitle, clockText(clash.other.localStart.time()));
        if (clash.applicant)
            words << tr("The applicant is in %1 at the same time").arg(with);
        if (!clash.people.isEmpty())
            words << (clash.people.size() == 1 ? tr("%1 is in %2 at the same time") : tr("%1 are in %2 at the same time")).arg(clash.people.join(QStringLiteral(", ")), with);
    }
    if (checks.isPast)
        words << tr("The time lies in the past");
    if (checks.noPanel)
        words << tr("Nobody is on its panel");
    if (!checks.uncovered.isEmpty())
        words << tr("Nobody assesses %1").arg(namesOf(checks.uncovered));
    return words;
}

Result<QList<CoverageGap>> coverageGaps(db::Connection &connection, db::RoleId role)
{
    const auto interviews = db::interviews(connection, role);
    if (!interviews)
        return tl::unexpected(interviews.error());
    const auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    QList<CoverageGap> gaps;
    QSet<db::ApplicationId> seen;
    for (const db::Interview &interview : *interviews) {
        if (interview.status == u"cancelled" || seen.contains(interview.application))
            continue;
        seen.insert(interview.application);
        const auto application = db::application(connection, interview.application);
        if (!application)
            return tl::unexpected(application.error());
        if (application->outcome)
            continue;
        const auto assessed = covered(connection, interview.application, {});
        if (!assessed)
            return tl::unexpected(assessed.error());
        if (auto uncovered = missing(*qualities, *assessed); !uncovered.isEmpty())
            gaps << CoverageGap{interview.application, displayName(connection, interview.application), std::move(uncovered)};
    }
    return gaps;
}

} // namespace rolecall::app
