// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/person_file.h"

#include "app/people/person_marks.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/person_records.h"

#include <QCoreApplication>
#include <algorithm>

namespace rolecall::app {

namespace {

constexpr int mostActs = 500;

QString tr(const char *text)
{
    return QCoreApplication::translate("PersonFile", text);
}

QDateTime moment(const QString &stored)
{
    return QDateTime::fromString(stored, Qt::ISODateWithMs);
}

class FileReader
{
public:
    FileReader(db::Connection &connection, db::CandidateId person)
        : m_connection(connection)
        , m_id(person)
    {}

    Result<PersonFile> read()
    {
        const auto shown = db::shownAmong(m_connection, {m_id});
        if (!shown)
            return tl::unexpected(shown.error());
        if (shown->isEmpty())
            return failure(tr("Reading a person's data"), {}, tr("the person is not in this workspace, or stands behind a code in a blind role"));
        auto person = db::candidate(m_connection, m_id);
        if (!person)
            return tl::unexpected(person.error());
        m_file.person = std::move(*person);
        for (const auto step : {&FileReader::readApplications, &FileReader::readNotes, &FileReader::readDocuments, &FileReader::readFields, &FileReader::readTimeline}) {
            if (auto outcome = (this->*step)(); !outcome)
                return tl::unexpected(outcome.error());
        }
        std::stable_sort(m_file.timeline.begin(), m_file.timeline.end(), [](const TimelineEntry &a, const TimelineEntry &b) { return a.at > b.at; });
        return std::move(m_file);
    }

private:
    Outcome readApplications()
    {
        auto all = db::applicationsOf(m_connection, m_id);
        if (!all)
            return tl::unexpected(all.error());
        all->removeIf([](const db::PersonApplication &one) { return one.hidden; });
        m_file.applications = std::move(*all);
        QList<db::ApplicationId> ids;
        for (const db::PersonApplication &one : std::as_const(m_file.applications)) {
            ids << one.id;
            m_roles.insert(one.id, one.roleTitle);
            const QString source = one.source.isEmpty() ? QString() : tr("from %1").arg(one.source);
            add(moment(one.createdAt), TimelineKind::Applied, tr("Application for %1").arg(one.roleTitle), source);
        }
        const auto held = db::hiddenAmong(m_connection, ids, m_connection.reviewer());
        if (!held)
            return tl::unexpected(held.error());
        m_held = *held;
        return {};
    }

    Outcome readNotes()
    {
        const auto notes = db::notesOf(m_connection, m_id);
        if (!notes)
            return tl::unexpected(notes.error());
        for (const db::PersonNote &note : *notes) {
            if (!m_roles.contains(note.application))
                continue;
            if (note.reviewer.isValid() && note.reviewer != m_connection.reviewer() && m_held.contains(note.application))
                ++m_file.notesHeldBack;
            else
                m_file.notes << note;
        }
        return {};
    }

    Outcome readDocuments()
    {
        const auto documents = db::documentsOf(m_connection, m_id);
        if (!documents)
            return tl::unexpected(documents.error());
        for (const db::Document &document : *documents) {
            if (document.application.isValid() && !m_roles.contains(document.application))
                continue;
            m_file.documents << document;
            const bool mail = document.fileName.endsWith(QLatin1String(".eml"), Qt::CaseInsensitive);
            add(moment(document.addedAt), mail ? TimelineKind::Mail : TimelineKind::Document, (mail ? tr("Mail: %1") : tr("Document: %1")).arg(document.fileName), m_roles.value(document.application));
        }
        return {};
    }

    Outcome readFields()
    {
        auto fields = db::customFields(m_connection);
        auto values = db::fieldValues(m_connection, m_id);
        if (!fields)
            return tl::unexpected(fields.error());
        if (!values)
            return tl::unexpected(values.error());
        m_file.fields = std::move(*fields);
        m_file.values = std::move(*values);
        return {};
    }

    Outcome readTimeline()
    {
        const auto reviews = db::submittedReviewsOf(m_connection, m_id);
        const auto interviews = db::interviewsOf(m_connection, m_id);
        const auto acts = db::actsOn(m_connection, m_id, mostActs);
        for (const Error *error : {reviews ? nullptr : &reviews.error(), interviews ? nullptr : &interviews.error(), acts ? nullptr : &acts.error()}) {
            if (error)
                return tl::unexpected(*error);
        }
        for (const db::SubmittedReview &review : *reviews) {
            if (m_roles.contains(review.application))
                add(moment(review.submittedAt), TimelineKind::Review, tr("%1 submitted a review").arg(review.reviewerName), m_roles.value(review.application));
        }
        for (const db::InterviewMark &interview : *interviews) {
            if (m_roles.contains(interview.application))
                add(moment(interview.startsAt), TimelineKind::Interview, interview.status == u"cancelled" ? tr("Interview, cancelled") : interview.status == u"done" ? tr("Interview, held") : tr("Interview"),
                    m_roles.value(interview.application));
        }
        for (const db::LoggedAct &act : *acts)
            addAct(act);
        return {};
    }

    void addAct(const db::LoggedAct &act)
    {
        // What has a row of its own is told by it; ratings are their reviewer's until the review is.
        static const QStringList toldElsewhere = QStringLiteral("document review rating applicant undo redo").split(u' ');
        if (act.undone || toldElsewhere.contains(act.kind))
            return;
        if (act.application.isValid() && !m_roles.contains(act.application) && act.kind != u"merge")
            return;
        const TimelineKind kind = act.kind == u"stage" ? TimelineKind::Stage : act.kind == u"outcome" ? TimelineKind::Outcome : act.kind == u"note" ? TimelineKind::Note : TimelineKind::Other;
        QString what = withPersonNames(m_connection, act.title);
        what.replace(QStringLiteral("{applicant}"), m_file.person.name);
        QStringList more;
        for (const QString &part : {m_roles.value(act.application), act.reviewerName, kind == TimelineKind::Outcome ? act.detail : QString()}) {
            if (!part.isEmpty())
                more << part;
        }
        add(moment(act.madeAt), kind, what, more.join(QStringLiteral(" · ")));
    }

    void add(const QDateTime &at, TimelineKind kind, const QString &what, const QString &more) { m_file.timeline << TimelineEntry{at, kind, what, more}; }

    db::Connection &m_connection;
    db::CandidateId m_id;
    PersonFile m_file;
    QHash<db::ApplicationId, QString> m_roles;
    QSet<db::ApplicationId> m_held;
};

} // namespace

Result<PersonFile> readPersonFile(db::Connection &connection, db::CandidateId person)
{
    return FileReader(connection, person).read();
}

} // namespace rolecall::app
