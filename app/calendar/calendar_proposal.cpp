// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calendar/calendar_proposal.h"

#include "app/agenda/closing.h"
#include "app/agenda/deadline_editing.h"
#include "app/agenda/zoned_time.h"
#include "app/blind/identity.h"
#include "app/calendar/calendar_export.h"
#include "app/interviews/interview_editing.h"
#include "db/applications.h"
#include "db/connection.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace rolecall::app {

namespace {

constexpr qsizetype mostRefusals = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("CalendarProposal", text);
}

QString moment(const QDateTime &local)
{
    const QLocale locale;
    return tr("%1, %2").arg(locale.toString(local.date(), QLocale::LongFormat), clockText(local.time()));
}

class Reading
{
public:
    Reading(db::Connection &connection, const ReceivedCalendar &calendar)
        : m_connection(connection)
        , m_calendar(calendar)
    {
    }

    Result<CalendarProposals> read()
    {
        const auto deadlines = db::deadlines(m_connection, {});
        if (!deadlines)
            return tl::unexpected(deadlines.error());
        for (const db::Deadline &deadline : *deadlines)
            m_deadlines.insert(deadline.uuid, deadline);
        for (const QString &warning : m_calendar.warnings)
            refuse(warning);
        for (const ReceivedEvent &event : m_calendar.events) {
            if (auto outcome = read(event); !outcome)
                return tl::unexpected(outcome.error());
        }
        if (m_foreign > 0)
            m_result.refused.prepend(m_foreign == 1 ? tr("1 event is not Rolecall's, and was left alone") : tr("%1 events are not Rolecall's, and were left alone").arg(m_foreign));
        if (m_calendar.events.isEmpty())
            refuse(tr("There is no event in it"));
        return m_result;
    }

private:
    void refuse(const QString &reason)
    {
        if (m_result.refused.size() < mostRefusals && !m_result.refused.contains(reason))
            m_result.refused << reason;
    }

    Outcome read(const ReceivedEvent &event)
    {
        const QString uuid = uuidOfUid(event.uid);
        if (uuid.isEmpty()) {
            ++m_foreign;
            return {};
        }
        if (const auto deadline = m_deadlines.constFind(uuid); deadline != m_deadlines.constEnd()) {
            readDay(event, *deadline);
            return {};
        }
        const auto interview = db::interviewByUuid(m_connection, uuid);
        if (!interview)
            return tl::unexpected(interview.error());
        if (!*interview) {
            refuse(tr("An event came from Rolecall, but is about nothing in this workspace"));
            return {};
        }
        return readInterview(event, **interview);
    }

    void keep(CalendarProposal proposal)
    {
        if (proposal.changes.isEmpty())
            ++m_result.same;
        else
            m_result.proposals << std::move(proposal);
    }

    void readDay(const ReceivedEvent &event, const db::Deadline &deadline)
    {
        CalendarProposal proposal;
        proposal.deadline = deadline.id;
        proposal.role = deadline.role;
        proposal.about = QStringLiteral("%1, %2").arg(shownTitle(m_connection, deadline), deadline.roleTitle);
        const QDate day = event.day.isValid() ? event.day : event.startsAt ? event.startsAt->date() : QDate();
        if (day.isValid() && day != deadline.date) {
            if (event.sequence < deadline.sequence) {
                refuse(tr("%1: what came is older than what is here").arg(proposal.about));
                return;
            }
            proposal.day = day;
            const QLocale locale;
            proposal.changes << (deadline.date ? tr("from %1 to %2").arg(locale.toString(*deadline.date, QLocale::LongFormat), locale.toString(day, QLocale::LongFormat))
                                               : tr("to %1").arg(locale.toString(day, QLocale::LongFormat)));
        }
        keep(std::move(proposal));
    }

    Outcome readInterview(const ReceivedEvent &event, const db::Interview &interview)
    {
        CalendarProposal proposal;
        proposal.interview = interview.id;
        proposal.role = interview.role;
        proposal.about = tr("Interview with %1, %2").arg(displayName(m_connection, interview.application), interview.roleTitle);
        if (event.repeats) {
            refuse(tr("%1: an interview does not repeat").arg(proposal.about));
            return {};
        }
        if (auto outcome = readAnswers(event, interview, proposal); !outcome)
            return outcome;
        if (m_calendar.method != u"REPLY")
            readChange(event, interview, proposal);
        if (!proposal.changes.isEmpty() && event.sequence < interview.sequence) {
            refuse(m_calendar.method == u"REPLY" ? tr("%1: it answers an earlier time; the interview was changed since").arg(proposal.about) : tr("%1: what came is older than what is here").arg(proposal.about));
            return {};
        }
        keep(std::move(proposal));
        return {};
    }

    void readChange(const ReceivedEvent &event, const db::Interview &interview, CalendarProposal &proposal)
    {
        const bool cancels = m_calendar.method == u"CANCEL" || event.status == CalendarEntry::Status::Cancelled;
        if (cancels) {
            if (interview.status != u"cancelled") {
                proposal.status = QStringLiteral("cancelled");
                proposal.changes << tr("is cancelled");
            }
            return;
        }
        std::optional<QDateTime> utc = event.startsAt;
        if (utc && event.floating) {
            const auto zoned = zonedTime(*utc, interview.zone);
            utc = zoned ? std::optional(zoned->utc) : std::nullopt;
        }
        if (utc && *utc != interview.startsAt) {
            proposal.startsAt = utc;
            proposal.changes << tr("from %1 to %2 (%3)").arg(moment(interview.localStart), moment(localTime(*utc, interview.zone)), interview.zone);
        }
        if (event.minutes && *event.minutes != interview.minutes) {
            proposal.minutes = event.minutes;
            proposal.changes << tr("lasts %1 minutes instead of %2").arg(*event.minutes).arg(interview.minutes);
        }
        if (event.status == CalendarEntry::Status::Confirmed && !proposal.startsAt && (interview.status == u"proposed" || interview.status == u"moved")) {
            proposal.status = QStringLiteral("confirmed");
            proposal.changes << tr("is confirmed");
        }
    }

    Outcome readAnswers(const ReceivedEvent &event, const db::Interview &interview, CalendarProposal &proposal)
    {
        if (event.answers.isEmpty())
            return {};
        const auto members = db::members(m_connection, interview.id);
        if (!members)
            return tl::unexpected(members.error());
        const auto who = identity(m_connection, interview.application);
        if (!who)
            return tl::unexpected(who.error());
        for (const CalendarAnswer &answer : event.answers) {
            const auto member = std::find_if(members->cbegin(), members->cend(), [&answer](const db::InterviewMember &one) { return one.email && one.email->compare(answer.email, Qt::CaseInsensitive) == 0; });
            if (member != members->cend()) {
                if (member->answer == answer.answer)
                    continue;
                proposal.answers.append({member->reviewer, answer.answer});
                proposal.changes << (answer.answer == u"accepted" ? tr("%1 accepts") : answer.answer == u"declined" ? tr("%1 declines") : tr("%1 may come")).arg(member->name);
            } else if (!who->hidden && who->candidate.email && who->candidate.email->compare(answer.email, Qt::CaseInsensitive) == 0) {
                readApplicant(answer.answer, interview, proposal);
            } else if (m_calendar.method == u"REPLY") {
                // Blind, the address may be the applicant's: it is not told.
                refuse(tr("%1: the answer is from somebody who is not on its panel").arg(proposal.about));
            }
        }
        return {};
    }

    void readApplicant(const QString &answer, const db::Interview &interview, CalendarProposal &proposal)
    {
        if (answer == u"accepted" && (interview.status == u"proposed" || interview.status == u"moved")) {
            proposal.status = QStringLiteral("confirmed");
            proposal.changes << tr("the applicant accepts: it is confirmed");
        } else if (answer == u"declined") {
            refuse(tr("%1: the applicant declines. Plan another time").arg(proposal.about));
        }
    }

    db::Connection &m_connection;
    const ReceivedCalendar &m_calendar;
    QHash<QString, db::Deadline> m_deadlines;
    CalendarProposals m_result;
    int m_foreign = 0;
};

Outcome acceptInterview(db::Connection &connection, const CalendarProposal &proposal)
{
    auto interview = db::interview(connection, proposal.interview);
    if (!interview)
        return tl::unexpected(interview.error());
    if (proposal.startsAt) {
        const QDateTime local = localTime(*proposal.startsAt, interview->zone);
        if (auto outcome = setTime(connection, *interview, {*proposal.startsAt, local, LocalKind::Usual, false}); !outcome)
            return outcome;
    }
    if (proposal.minutes)
        interview->minutes = *proposal.minutes;
    if (proposal.status)
        interview->status = *proposal.status;
    for (const auto &[reviewer, answer] : proposal.answers) {
        if (auto outcome = db::setAnswer(connection, interview->id, reviewer, answer); !outcome)
            return outcome;
    }
    if (!proposal.startsAt && !proposal.minutes && !proposal.status)
        return {};
    ++interview->sequence;
    return db::updateInterview(connection, *interview);
}

Outcome acceptDay(db::Connection &connection, const CalendarProposal &proposal)
{
    auto deadline = db::deadline(connection, proposal.deadline);
    if (!deadline)
        return tl::unexpected(deadline.error());
    deadline->date = proposal.day;
    deadline->anchor.reset();
    ++deadline->sequence;
    if (auto outcome = db::updateDeadline(connection, *deadline); !outcome)
        return outcome;
    return followAnchors(connection, deadline->role);
}

} // namespace

Result<CalendarProposals> proposalsFrom(db::Connection &connection, const QByteArray &bytes, const QString &fileName)
{
    const auto calendar = readCalendar(bytes, fileName);
    if (!calendar)
        return tl::unexpected(calendar.error());
    return Reading(connection, *calendar).read();
}

Result<Done> acceptProposals(db::Connection &connection, const QList<CalendarProposal> &proposals)
{
    if (proposals.isEmpty())
        return failure(tr("Taking over the calendar"), {}, tr("there is nothing in it that differs"), {});
    QStringList details;
    bool oneRole = true;
    for (const CalendarProposal &proposal : proposals) {
        details << proposal.changes.join(QStringLiteral(", "));
        oneRole = oneRole && proposal.role == proposals.first().role;
    }
    db::NewChange change{QStringLiteral("interview"), proposals.size() == 1 ? tr("Took over a change from a calendar") : tr("Took over %1 changes from a calendar").arg(proposals.size()),
                         details.join(QStringLiteral("; ")), oneRole ? proposals.first().role : db::RoleId()};
    return perform(connection, change, Area::Dates, [&]() -> Outcome {
        for (const CalendarProposal &proposal : proposals) {
            if (auto outcome = proposal.interview.isValid() ? acceptInterview(connection, proposal) : acceptDay(connection, proposal); !outcome)
                return outcome;
        }
        return {};
    });
}

} // namespace rolecall::app
