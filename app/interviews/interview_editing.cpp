// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interviews/interview_editing.h"

#include "db/applications.h"
#include "db/connection.h"
#include "db/qualities.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("InterviewEditing", text);
}

const QString interviewKind = QStringLiteral("interview");

QString when(const db::Interview &interview)
{
    return QStringLiteral("%1, %2").arg(interview.localStart.toString(QStringLiteral("yyyy-MM-dd HH:mm")), interview.zone);
}

Outcome checkPlan(db::Connection &connection, const InterviewPlan &plan, db::RoleId role)
{
    const QString tried = tr("Planning the interview");
    if (plan.interview.minutes < 1 || plan.interview.minutes > 24 * 60)
        return failure(tried, QString::number(plan.interview.minutes), tr("it lasts between a minute and a day"), tr("Give its minutes"));
    const auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    for (const db::Assessment &one : plan.assessments) {
        if (!plan.panel.contains(one.reviewer))
            return failure(tried, {}, tr("somebody is to assess who is not on its panel"), tr("Add them to the interview's panel"));
        if (std::none_of(qualities->cbegin(), qualities->cend(), [&one](const db::Quality &quality) { return quality.id == one.quality; }))
            return failure(tried, {}, tr("a quality to assess is not one of the role's"), tr("Choose among the role's qualities"));
    }
    return {};
}

} // namespace

Outcome setTime(db::Connection &connection, db::Interview &interview, const ZonedTime &time)
{
    const bool moves = interview.id.isValid() && interview.startsAt != time.utc;
    interview.startsAt = time.utc;
    interview.localStart = time.local;
    if (!moves)
        return {};
    interview.status = QStringLiteral("moved");
    return db::forgetAnswers(connection, interview.id);
}

Result<InterviewPlan> interviewPlan(db::Connection &connection, db::InterviewId id)
{
    const auto interview = db::interview(connection, id);
    if (!interview)
        return tl::unexpected(interview.error());
    const auto members = db::members(connection, id);
    if (!members)
        return tl::unexpected(members.error());
    auto assessments = db::assessments(connection, id);
    if (!assessments)
        return tl::unexpected(assessments.error());
    InterviewPlan plan{*interview, false, {}, std::move(*assessments)};
    for (const db::InterviewMember &member : *members)
        plan.panel << member.reviewer;
    if (const auto time = zonedTime(interview->localStart, interview->zone); time && time->kind == LocalKind::Twice)
        plan.secondOfTwice = time->utc != interview->startsAt;
    return plan;
}

Result<Done> keepInterview(db::Connection &connection, const InterviewPlan &plan)
{
    if (!plan.interview.application.isValid())
        return failure(tr("Planning the interview"), {}, tr("there is no applicant"), tr("Choose who is interviewed"));
    const auto application = db::application(connection, plan.interview.application);
    if (!application)
        return tl::unexpected(application.error());
    const auto time = zonedTime(plan.interview.localStart, plan.interview.zone, plan.secondOfTwice);
    if (!time)
        return tl::unexpected(time.error());
    if (auto outcome = checkPlan(connection, plan, application->role); !outcome)
        return tl::unexpected(outcome.error());
    db::Interview interview = plan.interview;
    QString title = tr("Planned an interview with {applicant}");
    if (interview.id.isValid()) {
        const auto before = db::interview(connection, interview.id);
        if (!before)
            return tl::unexpected(before.error());
        interview.status = before->status;
        interview.startsAt = before->startsAt;
        interview.sequence = before->sequence + 1;
        title = before->startsAt == time->utc ? tr("Changed the interview with {applicant}") : tr("Moved the interview with {applicant}");
    }
    QString detail = QStringLiteral("%1, %2").arg(time->local.toString(QStringLiteral("yyyy-MM-dd HH:mm")), interview.zone);
    return perform(connection, {interviewKind, title, detail, application->role, application->id}, Area::Dates, [&]() -> Outcome {
        if (auto outcome = setTime(connection, interview, *time); !outcome)
            return outcome;
        if (interview.id.isValid()) {
            if (auto outcome = db::updateInterview(connection, interview); !outcome)
                return outcome;
        } else {
            const auto id = db::insertInterview(connection, interview);
            if (!id)
                return tl::unexpected(id.error());
            interview.id = *id;
        }
        if (auto outcome = db::setMembers(connection, interview.id, plan.panel); !outcome)
            return outcome;
        return db::setAssessments(connection, interview.id, plan.assessments);
    });
}

Result<Done> moveInterview(db::Connection &connection, db::InterviewId id, const QDateTime &localStart)
{
    auto interview = db::interview(connection, id);
    if (!interview)
        return tl::unexpected(interview.error());
    if (!interview->isOpen())
        return failure(tr("Moving the interview"), {}, interview->status == u"done" ? tr("it has been held") : tr("it is cancelled"), tr("Plan another one"));
    const auto time = zonedTime(localStart, interview->zone);
    if (!time)
        return tl::unexpected(time.error());
    const QString from = when(*interview);
    const QString to = time->local.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    return perform(connection, {interviewKind, tr("Moved the interview with {applicant}"), tr("from %1 to %2").arg(from, to), interview->role, interview->application}, Area::Dates, [&]() -> Outcome {
        if (auto outcome = setTime(connection, *interview, *time); !outcome)
            return outcome;
        ++interview->sequence;
        return db::updateInterview(connection, *interview);
    });
}

Result<Done> setInterviewStatus(db::Connection &connection, db::InterviewId id, const QString &status)
{
    auto interview = db::interview(connection, id);
    if (!interview)
        return tl::unexpected(interview.error());
    QString title;
    if (status == u"confirmed")
        title = tr("Confirmed the interview with {applicant}");
    else if (status == u"done")
        title = tr("Held the interview with {applicant}");
    else if (status == u"cancelled")
        title = tr("Cancelled the interview with {applicant}");
    else if (status == u"proposed")
        title = tr("Proposed the interview with {applicant} again");
    else
        return failure(tr("Changing the interview"), status, tr("an interview cannot be set to this"), {});
    return perform(connection, {interviewKind, title, when(*interview), interview->role, interview->application}, Area::Dates, [&] {
        interview->status = status;
        ++interview->sequence;
        return db::updateInterview(connection, *interview);
    });
}

Result<Done> removeInterview(db::Connection &connection, db::InterviewId id)
{
    const auto interview = db::interview(connection, id);
    if (!interview)
        return tl::unexpected(interview.error());
    return perform(connection, {interviewKind, tr("Removed the interview with {applicant}"), when(*interview), interview->role, interview->application}, Area::Dates,
                   [&] { return db::deleteInterview(connection, id); });
}

Result<Done> keepQuestion(db::Connection &connection, const db::Question &question)
{
    db::Question kept = question;
    kept.text = kept.text.simplified();
    kept.guidance = kept.guidance.trimmed();
    if (kept.text.isEmpty())
        return failure(tr("Keeping the question"), {}, tr("there is no text"), tr("Write what is asked"));
    const QString title = kept.id.isValid() ? tr("Changed a question") : tr("Added a question");
    return perform(connection, {interviewKind, title, kept.text.left(80), kept.role}, Area::Dates, [&]() -> Outcome {
        if (kept.id.isValid())
            return db::updateQuestion(connection, kept);
        const auto all = db::questions(connection, kept.role);
        if (!all)
            return tl::unexpected(all.error());
        kept.position = all->isEmpty() ? 0 : all->last().position + 1;
        const auto id = db::insertQuestion(connection, kept);
        return id ? Outcome() : Outcome(tl::unexpected(id.error()));
    });
}

Result<Done> removeQuestion(db::Connection &connection, db::RoleId role, db::QuestionId question)
{
    return perform(connection, {interviewKind, tr("Removed a question"), {}, role}, Area::Dates, [&] { return db::deleteQuestion(connection, question); });
}

Result<Done> moveQuestion(db::Connection &connection, db::RoleId role, db::QuestionId id, int places)
{
    return perform(connection, {interviewKind, tr("Reordered the questions"), {}, role}, Area::Dates, [&]() -> Outcome {
        auto all = db::questions(connection, role);
        if (!all)
            return tl::unexpected(all.error());
        const auto found = std::find_if(all->cbegin(), all->cend(), [id](const db::Question &question) { return question.id == id; });
        if (found == all->cend())
            return {};
        const qsizetype from = found - all->cbegin();
        all->move(from, std::clamp<qsizetype>(from + places, 0, all->size() - 1));
        for (int i = 0; i < all->size(); ++i) {
            if (all->at(i).position == i)
                continue;
            (*all)[i].position = i;
            if (auto outcome = db::updateQuestion(connection, all->at(i)); !outcome)
                return outcome;
        }
        return {};
    });
}

} // namespace rolecall::app
