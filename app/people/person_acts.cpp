// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/person_acts.h"

#include "app/people/person_marks.h"
#include "app/shortlist/standing_updates.h"
#include "db/connection.h"
#include "db/people.h"
#include "db/stages.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PersonActs", text);
}

const QString kind = QStringLiteral("person");

std::optional<QString> cleaned(const std::optional<QString> &text)
{
    const QString clean = text.value_or(QString()).trimmed();
    return clean.isEmpty() ? std::nullopt : std::optional(clean);
}

Result<db::Candidate> checked(const db::Candidate &person, const QString &tried)
{
    db::Candidate clean = person;
    clean.name = person.name.simplified();
    clean.email = cleaned(person.email);
    clean.phone = cleaned(person.phone);
    clean.location = cleaned(person.location);
    clean.links = cleaned(person.links);
    if (clean.name.isEmpty() && !clean.email)
        return failure(tried, {}, tr("there is neither a name nor an e-mail address"), tr("Give one of them"));
    if (clean.email) {
        const qsizetype at = clean.email->lastIndexOf(u'@');
        if (at <= 0 || at == clean.email->size() - 1 || clean.email->contains(u' '))
            return failure(tried, *clean.email, tr("this is not an e-mail address"), tr("Write it as name@example.org"));
    }
    return clean;
}

Outcome checkField(db::Connection &connection, const db::CustomField &field, const QString &tried)
{
    if (field.name.simplified().isEmpty())
        return failure(tried, {}, tr("it has no name"), tr("Name it"));
    if (field.kind == u"choice" && field.choices.size() < 2)
        return failure(tried, field.name, tr("there is nothing to choose between"), tr("Give two choices or more, parted by commas"));
    const auto all = db::customFields(connection);
    if (!all)
        return tl::unexpected(all.error());
    for (const db::CustomField &one : *all) {
        if (one.id != field.id && one.name.compare(field.name.simplified(), Qt::CaseInsensitive) == 0)
            return failure(tried, field.name, tr("another field has this name"), tr("Choose another name"));
    }
    return {};
}

Outcome keptOf(const Result<db::NoteId> &result)
{
    return result ? Outcome() : Outcome(tl::unexpected(result.error()));
}

} // namespace

Result<Done> addPerson(db::Connection &connection, const db::Candidate &person, db::CandidateId *added)
{
    const auto clean = checked(person, tr("Adding a person"));
    if (!clean)
        return tl::unexpected(clean.error());
    auto scope = db::ChangeScope::begin(connection, {kind, tr("Added a person"), {}});
    if (!scope)
        return tl::unexpected(scope.error());
    const auto id = db::insertCandidate(connection, *clean);
    if (!id)
        return tl::unexpected(id.error());
    // Only now is there somebody whom the words can be about.
    if (auto outcome = scope->describe({kind, tr("Added %1").arg(personMark(*id)), {}}); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = scope->commit(); !outcome)
        return tl::unexpected(outcome.error());
    if (added)
        *added = *id;
    return Done{tr("Added %1").arg(clean->name.isEmpty() ? *clean->email : clean->name), Area::Applications, {}, {}, scope->id()};
}

Result<Done> changePerson(db::Connection &connection, const db::Candidate &person)
{
    const auto clean = checked(person, tr("Changing contact data"));
    if (!clean)
        return tl::unexpected(clean.error());
    return perform(connection, {kind, tr("Changed the contact data of %1").arg(personMark(person.id)), {}}, Area::Applications, [&] { return db::updateCandidate(connection, *clean); });
}

Result<Done> addApplication(db::Connection &connection, db::CandidateId person, db::RoleId role)
{
    const auto stages = db::stages(connection, role);
    if (!stages)
        return tl::unexpected(stages.error());
    if (stages->isEmpty())
        return failure(tr("Adding an application"), {}, tr("the role has no stage to enter"), tr("Add a stage to the role"));
    const auto present = db::applicationsOf(connection, person);
    if (!present)
        return tl::unexpected(present.error());
    if (std::any_of(present->cbegin(), present->cend(), [role](const db::PersonApplication &one) { return one.role == role && !one.hidden; }))
        return failure(tr("Adding an application"), {}, tr("the person has applied for this role already"));
    auto scope = db::ChangeScope::begin(connection, {QStringLiteral("applicant"), tr("Added {applicant}"), {}, role});
    if (!scope)
        return tl::unexpected(scope.error());
    db::Application application;
    application.role = role;
    application.candidate = person;
    application.stage = stages->first().id;
    application.appliedOn = connection.now().left(10);
    const auto id = db::insertApplication(connection, application);
    if (!id)
        return tl::unexpected(id.error());
    if (auto outcome = refreshStanding(connection, *id); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = scope->describe({QStringLiteral("applicant"), tr("Added {applicant}"), {}, role, *id}); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = scope->commit(); !outcome)
        return tl::unexpected(outcome.error());
    return Done{tr("Added an application"), Area::Applications | Area::Ratings, role, {}, scope->id()};
}

Result<Done> changeTags(db::Connection &connection, db::ApplicationId application, const QString &tags)
{
    const auto found = db::application(connection, application);
    if (!found)
        return tl::unexpected(found.error());
    return perform(connection, {QStringLiteral("tag"), tr("Changed the tags of {applicant}"), tags, found->role, application}, Area::Applications,
                   [&] { return db::setTags(connection, application, tags.split(u',', Qt::SkipEmptyParts)); });
}

Result<Done> addNote(db::Connection &connection, db::ApplicationId application, const QString &text)
{
    const QString clean = text.trimmed();
    if (clean.isEmpty())
        return failure(tr("Adding a note"), {}, tr("nothing was written"), tr("Write the note first"));
    const auto found = db::application(connection, application);
    if (!found)
        return tl::unexpected(found.error());
    return perform(connection, {QStringLiteral("note"), tr("Added a note on {applicant}"), {}, found->role, application}, Area::Applications,
                   [&] { return keptOf(db::insertNote(connection, {{}, application, connection.reviewer(), clean, {}})); });
}

Result<Done> changeNote(db::Connection &connection, db::NoteId note, db::ApplicationId application, const QString &text)
{
    const auto found = db::application(connection, application);
    const auto notes = db::notes(connection, application);
    if (!found)
        return tl::unexpected(found.error());
    if (!notes)
        return tl::unexpected(notes.error());
    const auto own = std::find_if(notes->cbegin(), notes->cend(), [note](const db::Note &one) { return one.id == note; });
    if (own == notes->cend() || own->reviewer != connection.reviewer())
        return failure(tr("Changing a note"), {}, tr("it is somebody else's, or no longer there"), tr("Write a note of your own"));
    const QString clean = text.trimmed();
    const QString title = clean.isEmpty() ? tr("Took a note on {applicant} away") : tr("Changed a note on {applicant}");
    return perform(connection, {QStringLiteral("note"), title, {}, found->role, application}, Area::Applications, [&] { return clean.isEmpty() ? db::deleteNote(connection, note) : db::updateNote(connection, note, clean); });
}

Result<Done> addCustomField(db::Connection &connection, const db::CustomField &field)
{
    if (auto outcome = checkField(connection, field, tr("Adding a field")); !outcome)
        return tl::unexpected(outcome.error());
    db::CustomField clean = field;
    clean.name = field.name.simplified();
    return perform(connection, {QStringLiteral("field"), tr("Added the field “%1”").arg(clean.name), {}}, Area::Applications, [&]() -> Outcome {
        const auto id = db::insertCustomField(connection, clean);
        return id ? Outcome() : Outcome(tl::unexpected(id.error()));
    });
}

Result<Done> changeCustomField(db::Connection &connection, const db::CustomField &field)
{
    if (auto outcome = checkField(connection, field, tr("Changing a field")); !outcome)
        return tl::unexpected(outcome.error());
    db::CustomField clean = field;
    clean.name = field.name.simplified();
    return perform(connection, {QStringLiteral("field"), tr("Changed the field “%1”").arg(clean.name), {}}, Area::Applications, [&] { return db::updateCustomField(connection, clean); });
}

Result<Done> removeCustomField(db::Connection &connection, const db::CustomField &field)
{
    return perform(connection, {QStringLiteral("field"), tr("Removed the field “%1”").arg(field.name), {}}, Area::Applications, [&] { return db::deleteCustomField(connection, field.id); });
}

Result<QString> fieldValue(const db::CustomField &field, const QString &typed)
{
    const QString clean = typed.trimmed();
    const auto wrong = [&](const QString &problem, const QString &remedy) { return failure(tr("Setting %1").arg(field.name), clean, problem, remedy); };
    if (clean.isEmpty() || field.kind == u"text")
        return clean;
    if (field.kind == u"number") {
        bool isNumber = false;
        double number = QLocale().toDouble(clean, &isNumber);
        if (!isNumber)
            number = QLocale::c().toDouble(clean, &isNumber);
        if (!isNumber)
            return wrong(tr("this is not a number"), tr("Write digits"));
        return QString::number(number, 'g', 15);
    }
    if (field.kind == u"date") {
        QDate date = QDate::fromString(clean, Qt::ISODate);
        if (!date.isValid())
            date = QLocale().toDate(clean, QLocale::ShortFormat);
        if (!date.isValid())
            return wrong(tr("this is not a date"), tr("Write it as 2031-03-14"));
        return date.toString(Qt::ISODate);
    }
    const QStringList choices = field.kind == u"yes_no" ? QStringList{QStringLiteral("yes"), QStringLiteral("no")} : field.choices;
    for (const QString &choice : choices) {
        if (choice.compare(clean, Qt::CaseInsensitive) == 0)
            return choice;
    }
    return wrong(tr("this is none of its choices"), tr("Choose one of: %1").arg(choices.join(QStringLiteral(", "))));
}

Result<Done> setField(db::Connection &connection, db::CandidateId person, const db::CustomField &field, const QString &typed)
{
    const auto value = fieldValue(field, typed);
    if (!value)
        return tl::unexpected(value.error());
    return perform(connection, {kind, tr("Changed “%1” of %2").arg(field.name, personMark(person)), {}}, Area::Applications, [&] { return db::setFieldValue(connection, person, field.id, *value); });
}

} // namespace rolecall::app
