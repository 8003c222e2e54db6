// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messages/drafting.h"

#include "app/agenda/zoned_time.h"
#include "app/blind/identity.h"
#include "app/messages/message_fields.h"
#include "app/messages/message_templates.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/reviewers.h"
#include "db/roles.h"
#include "db/stages.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Drafting", text, nullptr, count);
}

QString dayInWords(const QDate &date)
{
    return date.isValid() ? QLocale().toString(date, QLocale::LongFormat) : QString();
}

class Drafter
{
public:
    Drafter(db::Connection &connection, const db::MessageTemplate &from, const DraftChoices &choices)
        : m_connection(connection)
        , m_template(from)
        , m_choices(choices)
        , m_used(usedFields(from.subject + u'\n' + from.body))
    {}

    /// A draft, or why there is none in `why`.
    Result<std::optional<MessageDraft>> draft(db::ApplicationId id, QString &who, QString &why)
    {
        const auto identity = app::identity(m_connection, id);
        if (!identity)
            return tl::unexpected(identity.error());
        who = identity->shown();
        if (identity->hidden) {
            why = tr("who this is must be revealed first");
            return std::optional<MessageDraft>();
        }
        const QString address = identity->candidate.email.value_or(QString()).trimmed();
        if (address.isEmpty()) {
            why = tr("no mail address is known");
            return std::optional<MessageDraft>();
        }
        MessageDraft draft{id, who, address, m_from, {}, {}, {}};
        auto values = valuesFor(id, *identity);
        if (!values)
            return tl::unexpected(values.error());
        if (m_used.contains(QStringLiteral("feedback"))) {
            const auto feedback = feedbackText(m_connection, id, m_choices.notes);
            if (!feedback)
                return tl::unexpected(feedback.error());
            if (!*feedback) {
                why = tr("there is no feedback yet: it takes a submitted review, your own first where others have submitted theirs");
                return std::optional<MessageDraft>();
            }
            values->insert(QStringLiteral("feedback"), **feedback);
        }
        for (const QString &field : m_used) {
            if (values->value(field).isEmpty())
                draft.holes << field;
        }
        draft.subject = filledIn(m_template.subject, *values).simplified();
        draft.body = filledIn(m_template.body, *values);
        return draft;
    }

    Outcome readSender()
    {
        if (!m_connection.reviewer().isValid())
            return {};
        const auto reviewers = db::reviewers(m_connection);
        if (!reviewers)
            return tl::unexpected(reviewers.error());
        for (const db::Reviewer &one : *reviewers) {
            if (one.id != m_connection.reviewer())
                continue;
            m_sender = one.name;
            m_from = one.email.value_or(QString()).trimmed();
        }
        return {};
    }

private:
    using Values = QHash<QString, QString>;
    bool uses(const char *field) const { return m_used.contains(QLatin1String(field)); }

    Result<Values> valuesFor(db::ApplicationId id, const Identity &identity)
    {
        const auto application = db::application(m_connection, id);
        if (!application)
            return tl::unexpected(application.error());
        if (m_role.id != application->role) {
            auto role = db::role(m_connection, application->role);
            if (!role)
                return tl::unexpected(role.error());
            m_role = std::move(*role);
            auto stages = db::stages(m_connection, m_role.id);
            if (!stages)
                return tl::unexpected(stages.error());
            m_stages = std::move(*stages);
        }
        Values values{{QStringLiteral("name"), identity.candidate.name},
                      {QStringLiteral("role"), m_role.title},
                      {QStringLiteral("organisation"), m_role.organisation},
                      {QStringLiteral("location"), m_role.location.value_or(QString())},
                      {QStringLiteral("sender"), m_sender},
                      {QStringLiteral("applied_on"), dayInWords(QDate::fromString(application->appliedOn.value_or(QString()), Qt::ISODate))}};
        for (const db::Stage &stage : std::as_const(m_stages)) {
            if (stage.id == application->stage)
                values.insert(QStringLiteral("stage"), stage.name);
        }
        if (uses("deadline")) {
            const auto date = db::nextDeadline(m_connection, id, QDateTime::fromString(m_connection.now(), Qt::ISODateWithMs).toLocalTime().date());
            if (!date)
                return tl::unexpected(date.error());
            values.insert(QStringLiteral("deadline"), dayInWords(date->value_or(QDate())));
        }
        if (std::any_of(m_used.cbegin(), m_used.cend(), [](const QString &field) { return field.startsWith(QLatin1String("interview_")); })) {
            if (auto outcome = addInterview(id, values); !outcome)
                return tl::unexpected(outcome.error());
        }
        return values;
    }

    Outcome addInterview(db::ApplicationId id, Values &values)
    {
        const auto interview = db::nextInterview(m_connection, id);
        if (!interview)
            return tl::unexpected(interview.error());
        if (!*interview)
            return {};
        const db::NextInterview &next = **interview;
        const QDateTime start = QDateTime::fromString(next.localStart, Qt::ISODate);
        values.insert(QStringLiteral("interview_date"), dayInWords(start.date()));
        values.insert(QStringLiteral("interview_time"), tr("%1 (%2)").arg(clockText(start.time()), next.zone));
        values.insert(QStringLiteral("interview_length"), tr("%n minutes", next.minutes));
        values.insert(QStringLiteral("interview_place"), next.place);
        values.insert(QStringLiteral("interview_link"), next.link);
        return {};
    }

    db::Connection &m_connection;
    const db::MessageTemplate &m_template;
    DraftChoices m_choices;
    QStringList m_used;
    QString m_sender, m_from;
    db::Role m_role;
    QList<db::Stage> m_stages;
};

} // namespace

Result<Drafts> draftMessages(db::Connection &connection, const QList<db::ApplicationId> &applications, const db::MessageTemplate &from, const DraftChoices &choices, Progress *progress)
{
    if (const QString problem = templateProblem(from); !problem.isEmpty())
        return failure(tr("Drafting"), from.name, problem, tr("Mend the template in Settings"));
    Drafter drafter(connection, from, choices);
    if (auto outcome = drafter.readSender(); !outcome)
        return tl::unexpected(outcome.error());
    Drafts made;
    if (progress)
        progress->setTotal(applications.size());
    for (qsizetype i = 0; i < applications.size(); ++i) {
        if (progress && progress->isCancelled())
            return failure(tr("Drafting"), from.name, tr("it was cancelled"));
        if (progress)
            progress->setDone(i);
        QString who, why;
        auto draft = drafter.draft(applications.at(i), who, why);
        if (!draft)
            return tl::unexpected(draft.error());
        if (*draft)
            made.drafts << std::move(**draft);
        else
            made.leftOut << LeftOut{applications.at(i), who, why};
    }
    return made;
}

Result<Done> noteDrafts(db::Connection &connection, const QList<MessageDraft> &drafts, const QString &templateName)
{
    if (drafts.isEmpty())
        return failure(tr("Drafting"), templateName, tr("there is nobody to write to"));
    const auto application = db::application(connection, drafts.first().application);
    if (!application)
        return tl::unexpected(application.error());
    const bool single = drafts.size() == 1;
    const QString who = single ? QStringLiteral("{applicant}") : tr("%n applicants", int(drafts.size()));
    auto done = perform(connection, {db::handedOutKind, tr("Drafted “%1” for %2").arg(templateName, who), {}, application->role, single ? drafts.first().application : db::ApplicationId()},
                        Area::Applications, [] { return Outcome(); });
    if (done)
        done->change = {}; // what left the workspace cannot be taken back
    return done;
}

} // namespace rolecall::app
