// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/erasure.h"

#include "app/blind/identity.h"
#include "app/people/person_traces.h"
#include "app/people/workspace_copies.h"
#include "db/change_capture.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/transaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace rolecall::app {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Erasure", text, nullptr, count);
}

Outcome cancelled()
{
    return failure(tr("Erasing"), {}, tr("it was cancelled; nothing was changed"));
}

Result<QList<db::Candidate>> readPeople(db::Connection &connection, const QList<db::CandidateId> &ids)
{
    QList<db::Candidate> people;
    for (const db::CandidateId id : ids) {
        auto person = db::candidate(connection, id);
        if (!person)
            return tl::unexpected(person.error());
        people << std::move(*person);
    }
    return people;
}

QString placeOf(const db::StoredText &stored)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("note"), tr("A note")},
        {QStringLiteral("evidence"), tr("Evidence for a rating")},
        {QStringLiteral("agreed_level"), tr("The reason for an agreed level")},
        {QStringLiteral("hand_placement"), tr("The reason for a place by hand")},
        {QStringLiteral("application"), tr("An application")},
        {QStringLiteral("deadline"), tr("A date")},
        {QStringLiteral("document"), tr("The name of a file")},
        {QStringLiteral("import_report"), tr("The report of an import")},
        {QStringLiteral("import_row"), tr("A row in the report of an import")},
        {QStringLiteral("interview"), tr("An interview")},
        {QStringLiteral("shortlist"), tr("The name of a frozen shortlist")},
        {QStringLiteral("shortlist_entry"), tr("A reason in a frozen shortlist")},
        {QStringLiteral("candidate_field"), tr("A field of another person")},
        {QStringLiteral("tag"), tr("A tag")},
        {QStringLiteral("change"), tr("History")},
    };
    return words.value(stored.table, stored.table);
}

QString keyOf(const QString &table, const QString &key)
{
    return table + u' ' + key;
}

/// An image with the traces replaced in each of its texts; unchanged where there is none. Texts inside JSON are reached
/// as texts, so the image stays JSON whatever is in them.
QJsonValue scrubbed(const QJsonValue &value, const TraceFinder &finder, bool alsoDoubtful)
{
    if (value.isString()) {
        const QString text = value.toString();
        QList<Trace> traces = finder.find(text);
        if (!alsoDoubtful)
            traces.removeIf([](const Trace &trace) { return !trace.certain; });
        return traces.isEmpty() ? value : QJsonValue(withoutTraces(text, traces));
    }
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &one : value.toArray())
            array << scrubbed(one, finder, alsoDoubtful);
        return array;
    }
    if (value.isObject()) {
        QJsonObject object = value.toObject();
        for (auto one = object.begin(); one != object.end(); ++one)
            *one = scrubbed(*one, finder, alsoDoubtful);
        return object;
    }
    return value;
}

Outcome scrubImages(db::Connection &connection, const TraceFinder &finder, const QSet<QString> &decided, Progress *progress)
{
    QList<std::pair<db::LoggedImage, QString>> changes;
    bool stopped = false;
    const Outcome read = db::forEachRemainingImage(connection, [&](const db::LoggedImage &image) {
        stopped = progress && progress->isCancelled();
        if (stopped)
            return false;
        if (!finder.mayBeIn(image.json))
            return true;
        const QJsonDocument document = QJsonDocument::fromJson(image.json.toUtf8());
        const QJsonValue before = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        const QJsonValue after = scrubbed(before, finder, decided.contains(keyOf(image.table, image.key)));
        if (after != before)
            changes << std::pair(image, QString::fromUtf8((after.isArray() ? QJsonDocument(after.toArray()) : QJsonDocument(after.toObject())).toJson(QJsonDocument::Compact)));
        return true;
    });
    if (stopped)
        return cancelled();
    if (!read)
        return read;
    for (const auto &[image, json] : std::as_const(changes)) {
        if (auto outcome = db::replaceImage(connection, image, json); !outcome)
            return outcome;
    }
    return {};
}

/// A colleague's word that is not to be seen yet, or a word on somebody behind a code, is told of and not shown.
Outcome hideExcerpts(db::Connection &connection, QList<Mention> &mentions)
{
    for (Mention &mention : mentions) {
        const auto owner = db::ownerOf(connection, mention.stored);
        if (!owner)
            return tl::unexpected(owner.error());
        const bool own = owner->reviewer.isValid() && owner->reviewer == connection.reviewer();
        if (!owner->application.isValid() || (own && mention.stored.table != u"change"))
            continue;
        const auto hidden = db::hiddenAmong(connection, {owner->application}, connection.reviewer());
        const auto who = identity(connection, owner->application);
        if (!hidden)
            return tl::unexpected(hidden.error());
        // An application that an undo took away has nobody behind it.
        if (owner->draft || hidden->contains(owner->application) || (who && who->hidden))
            mention.excerpt = tr("(not to be seen by you yet)");
    }
    return {};
}

} // namespace

QString erasureReasonName(ErasureReason reason)
{
    return reason == ErasureReason::Asked ? QStringLiteral("asked") : reason == ErasureReason::Retention ? QStringLiteral("retention") : QStringLiteral("mistake");
}

QString erasedKind(const QString &table)
{
    static const QHash<QString, QString> words{
        {QStringLiteral("candidate"), tr("People with their contact data")},
        {QStringLiteral("application"), tr("Applications")},
        {QStringLiteral("stage_visit"), tr("Moves between stages")},
        {QStringLiteral("deadline"), tr("Dates")},
        {QStringLiteral("application_tag"), tr("Tags")},
        {QStringLiteral("note"), tr("Notes")},
        {QStringLiteral("document"), tr("Documents")},
        {QStringLiteral("review"), tr("Reviews")},
        {QStringLiteral("rating"), tr("Ratings")},
        {QStringLiteral("evidence"), tr("Pieces of evidence")},
        {QStringLiteral("agreed_level"), tr("Agreed levels")},
        {QStringLiteral("hand_placement"), tr("Places on a shortlist by hand")},
        {QStringLiteral("import_row"), tr("Rows in reports of imports")},
        {QStringLiteral("interview"), tr("Interviews")},
        {QStringLiteral("interview_member"), tr("Panel members of interviews")},
        {QStringLiteral("interview_assessment"), tr("Assessments of interviews")},
        {QStringLiteral("candidate_field"), tr("Fields of the workspace's own")},
        {QStringLiteral("candidate_apart"), tr("Decisions that two are not one")},
    };
    return words.value(table, table);
}

Result<ErasurePlan> planErasure(db::Connection &connection, const QList<db::CandidateId> &ids, const QString &backupFolder, Progress *progress)
{
    if (ids.isEmpty())
        return failure(tr("Erasing"), {}, tr("nobody is chosen"), tr("Choose people first"));
    const auto people = readPeople(connection, ids);
    if (!people)
        return tl::unexpected(people.error());
    ErasurePlan plan;
    plan.people = ids;
    for (const db::Candidate &person : *people)
        plan.names << person.name;
    if (auto outcome = db::noteErasure(connection, ids); !outcome)
        return tl::unexpected(outcome.error());
    auto rows = db::erasedRows(connection);
    auto documents = db::erasedContents(connection);
    auto log = db::erasedLog(connection);
    for (const Error *error : {rows ? nullptr : &rows.error(), documents ? nullptr : &documents.error(), log ? nullptr : &log.error()}) {
        if (error)
            return tl::unexpected(*error);
    }
    plan.rows = std::move(*rows);
    plan.documents = std::move(*documents);
    plan.log = *log;

    const TraceFinder finder(*people);
    bool stopped = false;
    const Outcome read = db::forEachRemainingText(connection, [&](const db::StoredText &stored) {
        stopped = progress && progress->isCancelled();
        if (stopped)
            return false;
        const QList<Trace> traces = finder.find(stored.text);
        if (traces.isEmpty())
            return true;
        Mention mention{stored, placeOf(stored), {}, std::any_of(traces.cbegin(), traces.cend(), [](const Trace &trace) { return trace.certain; }), false};
        const auto shown = std::find_if(traces.cbegin(), traces.cend(), [&mention](const Trace &trace) { return trace.certain == mention.certain; });
        mention.excerpt = excerptOf(stored.text, *shown);
        mention.replace = mention.certain;
        plan.mentions << mention;
        return true;
    });
    if (stopped)
        return tl::unexpected(cancelled().error());
    if (!read)
        return tl::unexpected(read.error());
    if (auto outcome = hideExcerpts(connection, plan.mentions); !outcome)
        return tl::unexpected(outcome.error());
    for (const db::Candidate &person : *people) {
        if (person.name.simplified().contains(u' ')) {
            const auto files = db::documentsNaming(connection, person.name);
            if (!files)
                return tl::unexpected(files.error());
            plan.documentsNaming += *files;
        }
    }
    plan.documentsNaming.removeDuplicates();
    const CopiesFound copies = copiesHolding(connection.path(), *people, backupFolder);
    plan.backups = copies.holding;
    plan.unread = copies.unread;
    return plan;
}

Result<Done> erase(db::Connection &connection, const ErasurePlan &plan, ErasureReason reason, Progress *progress)
{
    const auto people = readPeople(connection, plan.people);
    if (!people)
        return tl::unexpected(people.error());
    const TraceFinder finder(*people);
    const int count = int(plan.people.size());
    const QString title = count == 1 ? tr("Erased an applicant") : tr("Erased %n applicants", count);
    // Before the transaction: what it makes would go with it where that is rolled back.
    if (auto outcome = db::startCapture(connection); !outcome)
        return tl::unexpected(outcome.error());
    {
        auto transaction = db::Transaction::begin(connection);
        if (!transaction)
            return tl::unexpected(transaction.error());
        if (auto outcome = db::noteErasure(connection, plan.people); !outcome)
            return tl::unexpected(outcome.error());
        QSet<QString> decided;
        for (const Mention &mention : plan.mentions) {
            if (!mention.replace)
                continue;
            QList<Trace> traces = finder.find(mention.stored.text);
            const auto replaced = db::replaceText(connection, mention.stored, withoutTraces(mention.stored.text, traces));
            if (!replaced)
                return tl::unexpected(replaced.error());
            if (!*replaced)
                return failure(tr("Erasing"), mention.place, tr("it was changed since it was shown; nothing was erased"), tr("Look at the list again"));
            decided << keyOf(mention.stored.table, mention.stored.key);
        }
        if (auto outcome = scrubImages(connection, finder, decided, progress); !outcome)
            return tl::unexpected(outcome.error());
        if (progress && progress->isCancelled())
            return tl::unexpected(cancelled().error());
        if (auto outcome = db::removeErased(connection, erasureReasonName(reason), {title, tr("Something done with an applicant who was erased since")}); !outcome)
            return tl::unexpected(outcome.error());
        if (auto outcome = transaction->commit(); !outcome)
            return tl::unexpected(outcome.error());
    }
    if (auto outcome = db::cleanse(connection); !outcome)
        return tl::unexpected(outcome.error());
    return Done{title, Area::Applications | Area::Ratings | Area::Shortlist | Area::Dates | Area::Documents, {}, {}, {}};
}

} // namespace rolecall::app
