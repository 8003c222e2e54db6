// SPDX-License-Identifier: GPL-3.0-or-later
// What goes into the export of one person, as data.
#include "app/people/person_export.h"

#include "app/mail/mail_reader.h"
#include "app/people/person_marks.h"
#include "db/connection.h"
#include "db/custom_fields.h"
#include "db/independence.h"
#include "db/people.h"
#include "db/person_records.h"
#include "db/qualities.h"
#include "db/reviews.h"
#include "db/roles.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace rolecall::app {

namespace {

constexpr int mostActs = 100'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("PersonExport", text);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

class Collector
{
public:
    Collector(db::Connection &connection, db::CandidateId person)
        : m_connection(connection)
        , m_person(person)
    {}

    Result<PersonExport> collect()
    {
        const auto applications = db::applicationsOf(m_connection, m_person);
        if (!applications)
            return tl::unexpected(applications.error());
        for (const db::PersonApplication &one : *applications) {
            if (one.hidden)
                return failure(tr("Exporting a person's data"), {}, tr("the person stands behind a code in a blind role, and these papers would tell which"),
                               tr("Reveal the applicant first, with a reason, or let somebody do it who may know"));
        }
        m_export.data.insert(QStringLiteral("format"), QStringLiteral("rolecall-person"));
        m_export.data.insert(QStringLiteral("version"), 1);
        m_export.data.insert(QStringLiteral("made_at"), m_connection.now());
        if (auto outcome = addPerson(); !outcome)
            return tl::unexpected(outcome.error());
        if (auto outcome = addDocuments(); !outcome)
            return tl::unexpected(outcome.error());
        QJsonArray list;
        for (const db::PersonApplication &one : *applications) {
            auto object = application(one);
            if (!object)
                return tl::unexpected(object.error());
            list << *object;
        }
        m_export.data.insert(QStringLiteral("applications"), list);
        if (auto outcome = addHistory(); !outcome)
            return tl::unexpected(outcome.error());
        leaveOut(tr("The names of reviewers and of who wrote a note: they are the data of other people."));
        leaveOut(tr("Reviews that are drafts: they have been used for nothing yet."));
        leaveOut(tr("Where other applicants stand, and the texts that Rolecall makes anew at any time (search index, text extracted from the documents)."));
        m_export.data.insert(QStringLiteral("left_out"), QJsonArray::fromStringList(m_export.leftOut));
        return m_export;
    }

private:
    void leaveOut(const QString &sentence)
    {
        if (!m_export.leftOut.contains(sentence))
            m_export.leftOut << sentence;
    }

    Outcome addPerson()
    {
        const auto person = db::candidate(m_connection, m_person);
        const auto fields = db::customFields(m_connection);
        const auto values = db::fieldValues(m_connection, m_person);
        for (const Error *error : {person ? nullptr : &person.error(), fields ? nullptr : &fields.error(), values ? nullptr : &values.error()}) {
            if (error)
                return tl::unexpected(*error);
        }
        QJsonObject own;
        for (const db::CustomField &field : *fields) {
            if (values->contains(field.id))
                own.insert(field.name, values->value(field.id));
        }
        static const QRegularExpression between(QStringLiteral("[\\n,]+"));
        m_export.data.insert(QStringLiteral("person"), QJsonObject{{QStringLiteral("uuid"), person->uuid},
                                                                   {QStringLiteral("name"), person->name},
                                                                   {QStringLiteral("email"), orNull(person->email)},
                                                                   {QStringLiteral("phone"), orNull(person->phone)},
                                                                   {QStringLiteral("location"), orNull(person->location)},
                                                                   {QStringLiteral("links"), QJsonArray::fromStringList(person->links.value_or(QString()).split(between, Qt::SkipEmptyParts))},
                                                                   {QStringLiteral("fields"), own}});
        return {};
    }

    Outcome addDocuments()
    {
        const auto documents = db::documentsOf(m_connection, m_person);
        if (!documents)
            return tl::unexpected(documents.error());
        QJsonArray list;
        QSet<QString> taken;
        int number = 0;
        for (const db::Document &document : *documents) {
            const auto bytes = db::content(m_connection, document.sha256);
            if (!bytes)
                return tl::unexpected(bytes.error());
            // Numbered, so that two of the same name do not meet, whatever the disk makes of capitals.
            const QString path = QStringLiteral("documents/%1-%2").arg(++number, 2, 10, QLatin1Char('0')).arg(safeFileName(document.fileName, QStringLiteral("document")));
            m_export.documents << ExportedFile{path, *bytes};
            m_paths.insert(document.id, path);
            list << QJsonObject{{QStringLiteral("file"), path},
                                {QStringLiteral("name"), document.fileName},
                                {QStringLiteral("size"), document.size},
                                {QStringLiteral("sha256"), document.sha256},
                                {QStringLiteral("added_at"), document.addedAt}};
        }
        m_export.data.insert(QStringLiteral("documents"), list);
        return {};
    }

    Result<QJsonObject> application(const db::PersonApplication &one)
    {
        const auto role = db::role(m_connection, one.role);
        if (!role)
            return tl::unexpected(role.error());
        QJsonObject object{{QStringLiteral("role"), QJsonObject{{QStringLiteral("title"), role->title}, {QStringLiteral("organisation"), role->organisation}}},
                           {QStringLiteral("code"), one.code},
                           {QStringLiteral("applied_on"), orNull(one.appliedOn)},
                           {QStringLiteral("source"), orNull(one.source)},
                           {QStringLiteral("stored_at"), one.createdAt},
                           {QStringLiteral("stage"), one.stageName},
                           {QStringLiteral("stage_since"), one.stageSince},
                           {QStringLiteral("outcome"), orNull(one.outcome)},
                           {QStringLiteral("outcome_reason"), orNull(one.outcomeReason)},
                           {QStringLiteral("outcome_at"), orNull(one.outcomeAt)},
                           {QStringLiteral("tags"), QJsonArray::fromStringList(one.tags)}};
        const auto hidden = db::hiddenAmong(m_connection, {one.id}, m_connection.reviewer());
        if (!hidden)
            return tl::unexpected(hidden.error());
        const bool independent = hidden->contains(one.id);
        if (independent)
            leaveOut(tr("What others made of the application for %1: whoever exports it has yet to submit a review of their own.").arg(role->title));
        for (const auto step : {&Collector::addNotes, &Collector::addReviews, &Collector::addPanel}) {
            if (auto outcome = (this->*step)(object, one, independent); !outcome)
                return tl::unexpected(outcome.error());
        }
        return object;
    }

    Outcome addNotes(QJsonObject &object, const db::PersonApplication &one, bool independent)
    {
        const auto notes = db::notes(m_connection, one.id);
        if (!notes)
            return tl::unexpected(notes.error());
        QJsonArray list;
        for (const db::Note &note : *notes) {
            if (independent && note.reviewer.isValid() && note.reviewer != m_connection.reviewer())
                continue;
            list << QJsonObject{{QStringLiteral("by"), note.reviewer.isValid() ? QStringLiteral("reviewer") : QStringLiteral("application")},
                                {QStringLiteral("text"), note.text},
                                {QStringLiteral("created_at"), note.createdAt}};
        }
        object.insert(QStringLiteral("notes"), list);
        return {};
    }

    Outcome addReviews(QJsonObject &object, const db::PersonApplication &one, bool independent)
    {
        const auto reviews = db::reviews(m_connection, one.id);
        const auto texts = qualities(one.role);
        if (!reviews)
            return tl::unexpected(reviews.error());
        if (!texts)
            return tl::unexpected(texts.error());
        QJsonArray list;
        for (const db::Review &review : *reviews) {
            if (!review.submitted || (independent && review.reviewer != m_connection.reviewer()))
                continue;
            const auto ratings = db::ratings(m_connection, review.id);
            const auto evidence = db::evidence(m_connection, review.id);
            if (!ratings)
                return tl::unexpected(ratings.error());
            if (!evidence)
                return tl::unexpected(evidence.error());
            QJsonArray levels;
            for (const db::Rating &rating : *ratings)
                levels << QJsonObject{{QStringLiteral("quality"), texts->value(rating.quality)}, {QStringLiteral("level"), rating.level ? QJsonValue(*rating.level) : QJsonValue()}, {QStringLiteral("ask_at_interview"), rating.ask}};
            QJsonArray pieces;
            for (const db::Evidence &piece : *evidence)
                pieces << QJsonObject{{QStringLiteral("quality"), texts->value(piece.quality)},
                                      {QStringLiteral("note"), orNull(piece.note)},
                                      {QStringLiteral("quote"), orNull(piece.quote)},
                                      {QStringLiteral("document"), orNull(m_paths.value(piece.document))},
                                      {QStringLiteral("page"), piece.page ? QJsonValue(*piece.page) : QJsonValue()}};
            list << QJsonObject{{QStringLiteral("kind"), review.kind}, {QStringLiteral("submitted_at"), orNull(review.submittedAt)}, {QStringLiteral("ratings"), levels}, {QStringLiteral("evidence"), pieces}};
        }
        object.insert(QStringLiteral("reviews"), list);
        return {};
    }

    Outcome addPanel(QJsonObject &object, const db::PersonApplication &one, bool independent)
    {
        const auto agreed = db::agreedLevels(m_connection, one.id);
        const auto texts = qualities(one.role);
        const auto places = db::frozenPlaces(m_connection, m_person);
        for (const Error *error : {agreed ? nullptr : &agreed.error(), texts ? nullptr : &texts.error(), places ? nullptr : &places.error()}) {
            if (error)
                return tl::unexpected(*error);
        }
        QJsonArray levels, lists;
        if (!independent) {
            for (const db::AgreedLevel &level : *agreed)
                levels << QJsonObject{{QStringLiteral("quality"), texts->value(level.quality)}, {QStringLiteral("level"), level.level}, {QStringLiteral("reason"), level.reason}, {QStringLiteral("agreed_at"), level.agreedAt}};
            for (const db::FrozenPlace &place : *places) {
                if (place.application == one.id)
                    lists << QJsonObject{{QStringLiteral("shortlist"), place.shortlist},
                                         {QStringLiteral("frozen_at"), place.frozenAt},
                                         {QStringLiteral("rank"), place.rank ? QJsonValue(*place.rank) : QJsonValue()},
                                         {QStringLiteral("placement"), place.placement},
                                         {QStringLiteral("reason"), orNull(place.reason)}};
            }
        }
        object.insert(QStringLiteral("agreed_levels"), levels);
        object.insert(QStringLiteral("shortlists"), lists);
        for (const char *table : {"interview", "deadline", "hand_placement"}) {
            const auto records = db::recordsOf(m_connection, QLatin1String(table), one.id);
            if (!records)
                return tl::unexpected(records.error());
            QJsonArray rows;
            for (const QString &record : *records) {
                QJsonObject row = QJsonDocument::fromJson(record.toUtf8()).object();
                for (const char *key : {"id", "application_id", "role_id", "stage_id", "reviewer_id", "owner_id", "anchor_id"})
                    row.remove(QLatin1String(key));
                rows << row;
            }
            object.insert(QLatin1String(table) + u's', rows);
        }
        return {};
    }

    Outcome addHistory()
    {
        const auto acts = db::actsOn(m_connection, m_person, mostActs);
        const auto imports = db::importMentions(m_connection, m_person);
        if (!acts)
            return tl::unexpected(acts.error());
        if (!imports)
            return tl::unexpected(imports.error());
        QJsonArray list;
        const QString name = db::candidate(m_connection, m_person)->name;
        for (const db::LoggedAct &act : *acts) {
            // A reviewer's rating tells a level before its review is submitted: those are in the reviews.
            if (act.kind == u"rating" || act.kind == u"undo" || act.kind == u"redo")
                continue;
            QString title = withPersonNames(m_connection, act.title);
            list << QJsonObject{{QStringLiteral("at"), act.madeAt}, {QStringLiteral("what"), title.replace(QStringLiteral("{applicant}"), name)}, {QStringLiteral("taken_back"), act.undone}};
        }
        m_export.data.insert(QStringLiteral("history"), list);
        QJsonArray reports;
        for (const db::ImportMention &mention : *imports)
            reports << QJsonObject{{QStringLiteral("file"), mention.fileName}, {QStringLiteral("imported_at"), mention.importedAt}, {QStringLiteral("state"), mention.state},
                                   {QStringLiteral("messages"), QJsonArray::fromStringList(mention.messages)}};
        m_export.data.insert(QStringLiteral("imports"), reports);
        return {};
    }

    Result<QHash<db::QualityId, QString>> qualities(db::RoleId role)
    {
        if (const auto known = m_qualities.constFind(role); known != m_qualities.constEnd())
            return *known;
        const auto all = db::qualities(m_connection, role, true);
        if (!all)
            return tl::unexpected(all.error());
        QHash<db::QualityId, QString> texts;
        for (const db::Quality &quality : *all)
            texts.insert(quality.id, quality.text);
        m_qualities.insert(role, texts);
        return texts;
    }

    db::Connection &m_connection;
    db::CandidateId m_person;
    PersonExport m_export;
    QHash<db::DocumentId, QString> m_paths;
    QHash<db::RoleId, QHash<db::QualityId, QString>> m_qualities;
};

} // namespace

Result<PersonExport> readPersonExport(db::Connection &connection, db::CandidateId person)
{
    return Collector(connection, person).collect();
}

} // namespace rolecall::app
