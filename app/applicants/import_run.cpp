// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/import_run.h"

#include "app/applicants/record_queue.h"
#include "app/applicants/remembered_columns.h"
#include "db/connection.h"
#include "db/reviews.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rolecall::app {

namespace {

// Beyond this a report is no longer read row by row; the counts stay exact.
constexpr int keptReportRows = 20000;

QString tr(const char *text)
{
    return QCoreApplication::translate("ApplicantImport", text);
}

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace

ImportRun::ImportRun(db::Connection &connection, const ImportRequest &request, ImportPlan &plan, db::BulkLoad &load, RoleGuess roles, Progress *progress)
    : m_connection(connection)
    , m_request(request)
    , m_plan(plan)
    , m_load(load)
    , m_roles(std::move(roles))
    , m_progress(progress)
{}

Outcome ImportRun::run(const ImportSources &sources)
{
    if (m_progress)
        m_progress->setTotal(sources.bytes());
    m_hasTables = sources.has(SourceKind::Table);
    m_report.role = m_request.role;
    m_report.fileName = describeSources(sources);
    const auto id = db::insertImportReport(m_connection, m_report);
    if (!id)
        return tl::unexpected(id.error());
    m_report.id = *id;
    for (const RefusedSource &refused : sources.refused) {
        if (auto outcome = refuseSource(refused.shown, refused.error); !outcome)
            return outcome;
    }
    // Tables first: what stands beside them may belong to somebody in them.
    QList<ImportSource> others;
    for (const ImportSource &source : sources.sources) {
        if (source.kind != SourceKind::Table)
            others << source;
    }
    m_hasOthers = !others.isEmpty();
    const bool isAlone = sources.sources.size() == 1 && sources.refused.isEmpty();
    for (const ImportSource &source : sources.sources) {
        if (source.kind != SourceKind::Table)
            continue;
        if (auto outcome = importTable(source, isAlone); !outcome)
            return outcome;
    }
    if (auto outcome = importItems(others); !outcome)
        return outcome;
    m_report.taken = m_summary.taken;
    m_report.needsLook = m_summary.needsLook;
    m_report.refused = m_summary.refused;
    m_report.messages = m_summary.messages;
    return db::updateImportReport(m_connection, m_report);
}

Outcome ImportRun::importTable(const ImportSource &source, bool isAlone)
{
    const QString path = source.paths.first();
    m_file = source.shown;
    const bool skips = m_request.skipUnreadableTables && !isAlone;
    auto stream = TableStream::open(path);
    if (!stream)
        return skips ? refuseSource(source.shown, stream.error()) : Outcome(tl::unexpected(stream.error()));
    auto mapping = m_plan.mappingFor(m_connection, **stream, m_request.columnMap + m_request.fileColumnMaps.value(path));
    if (!mapping)
        return tl::unexpected(mapping.error());
    const ImportSummary before = m_summary;
    const ImportPlan planBefore = m_plan;
    const qint64 rowBefore = m_reportRow;
    if (skips) {
        if (auto outcome = m_load.mark(); !outcome)
            return outcome;
    }
    QStringList messages = mapping->chosen.warnings;
    if (!mapping->chosen.program.isEmpty())
        messages.prepend(tr("It is an export of %1").arg(mapping->chosen.program));
    const QStringList header = (*stream)->header();
    ApplicantRows rows(std::move(*stream), mapping->chosen);
    m_ratedQualities = &rows.ratedQualities();
    if (auto outcome = storeRows(rows); !outcome)
        return outcome;
    if (rows.stream().error()) {
        if (!skips)
            return tl::unexpected(*rows.stream().error());
        if (auto outcome = m_load.backToMark(); !outcome)
            return outcome;
        const Error error = *rows.stream().error();
        m_plan = planBefore;
        m_summary = before;
        m_reportRow = rowBefore;
        m_fileOwners.clear();
        return refuseSource(source.shown, error);
    }
    m_readAnything = true;
    messages += rows.stream().warnings();
    m_doneBytes += source.bytes;
    if (m_summary.taken + m_summary.needsLook + m_summary.refused == before.taken + before.needsLook + before.refused)
        messages << tr("there is no row of an applicant in it");
    for (const QString &message : std::as_const(messages))
        m_summary.messages << QStringLiteral("%1: %2").arg(m_file, message);
    return m_request.dryRun ? Outcome() : rememberColumns(m_connection, mapping->recognised, mapping->chosen, header);
}

QString ImportRun::sameAddress()
{
    return tr("somebody with this e-mail address is there already; both were kept");
}

QString ImportRun::sameAddressElsewhere()
{
    return tr("somebody with this e-mail address is there already, for another role; both were kept");
}

QString ImportRun::sameName()
{
    return tr("somebody with this name is there already, with another e-mail address; both were kept");
}

bool tellsOfLikeness(const QString &message)
{
    return message == ImportRun::sameAddress() || message == ImportRun::sameAddressElsewhere() || message == ImportRun::sameName();
}

QString ImportRun::lateTag()
{
    return tr("late");
}

QString ImportRun::lateMessage(const ImportPlan &plan)
{
    return tr("applied after applications closed on %1; taken, and tagged “%2”").arg(text(plan.closing()), lateTag());
}

Outcome ImportRun::cancelled() const
{
    return failure(tr("Importing applicants"), m_file, tr("it was cancelled; nothing was stored"));
}

Outcome ImportRun::storeRows(ApplicantRows &rows)
{
    RecordQueue queue(rows);
    RecordQueue::Batch batch;
    size_t filled = 0;
    while (queue.take(batch, filled)) {
        if (m_progress) {
            if (m_progress->isCancelled())
                return cancelled();
            m_progress->setDone(m_doneBytes + queue.position());
        }
        for (size_t i = 0; i < filled; ++i) {
            if (auto outcome = storeRecord(batch[i]); !outcome)
                return outcome;
        }
    }
    return {};
}

Outcome ImportRun::storeRecord(ApplicantRecord &record)
{
    const auto told = [&](RowState state) {
        ImportedRow row;
        row.file = m_file;
        row.row = record.row;
        row.state = state;
        row.name = text(record.name);
        row.email = text(record.email);
        row.messages = record.messages;
        row.role = m_request.role;
        return row;
    };
    if (record.refused) {
        ++m_summary.refused;
        return tell(told(RowState::Refused), {}, true);
    }
    const auto likeness = m_load.likeness(record.email, record.nameKey);
    if (!likeness)
        return tl::unexpected(likeness.error());
    if (likeness->sameEmail > 0) {
        const auto known = m_load.applicationOf(record.email, m_request.role);
        if (!known)
            return tl::unexpected(known.error());
        // The same table once more, or a newer one: who is in the role already is not made twice.
        if (known->id.isValid() && !known->fromThisLoad && known->nameKey == record.nameKey) {
            record.messages << tr("the same name with the same e-mail address is in this role already; nothing was changed");
            ++m_summary.refused;
            for (const std::string &name : record.documents)
                m_fileOwners.emplace(QString::fromStdString(name).toLower().toStdString(), known->id);
            return tell(told(RowState::Refused), known->id, true);
        }
        record.needsLook = true;
        record.messages << sameAddress();
    } else if (likeness->sameName > 0) {
        // A name alone is shared by many people: worth a word, and a look only where nothing else tells them apart.
        record.needsLook = record.needsLook || record.email.empty();
        record.messages << sameName();
    }
    if (m_plan.isLate(record.appliedOn)) {
        record.messages << lateMessage(m_plan);
        record.tags.push_back(lateTag().toStdString());
    }
    auto application = addRecord(record);
    if (!application)
        return tl::unexpected(application.error());
    if (m_hasOthers) {
        for (const std::string &name : record.documents)
            m_fileOwners.emplace(QString::fromStdString(name).toLower().toStdString(), *application);
    }
    ++(record.needsLook ? m_summary.needsLook : m_summary.taken);
    if (!m_request.onRow && !record.needsLook)
        return {};
    return tell(told(record.needsLook ? RowState::NeedsLook : RowState::Taken), *application, true);
}

Result<db::ApplicationId> ImportRun::addRecord(ApplicantRecord &record)
{
    const auto stage = m_plan.stageFor(m_connection, record.stage);
    if (!stage)
        return tl::unexpected(stage.error());
    if (stage->isNew)
        m_summary.messages << tr("The stage “%1” was added to the role").arg(text(record.stage));
    if (stage->isUnknown) {
        record.needsLook = true;
        record.messages << tr("the stage “%1” is not one of this role's; it was kept in the notes").arg(text(record.stage));
        record.note += (record.note.empty() ? "" : "\n") + tr("Stage: %1").arg(text(record.stage)).toStdString();
    }
    m_tags.clear();
    for (const std::string &tag : record.tags) {
        const auto key = m_plan.tagKeyFor(m_connection, tag);
        if (!key)
            return tl::unexpected(key.error());
        m_tags.push_back(*key);
    }
    m_ratings.assign(m_plan.rule().size(), db::bulkUnrated);
    std::vector<qint32> levels(m_plan.rule().size(), db::unratedLevel);
    for (size_t i = 0; i < record.ratings.size(); ++i) {
        const size_t place = m_plan.placeOf((*m_ratedQualities)[i]);
        if (record.ratings[i] == db::bulkUnrated)
            continue;
        m_ratings[place] = record.ratings[i];
        if (record.ratings[i] != db::bulkAskOnly)
            levels[place] = (record.ratings[i] & 3) * db::levelUnit;
    }
    const db::Standing standing = standingOf(m_plan.rule(), std::move(levels));
    db::BulkApplicant applicant;
    applicant.name = record.name;
    applicant.nameKey = record.nameKey;
    applicant.email = record.email;
    applicant.phone = record.phone;
    applicant.location = record.location;
    applicant.links = record.links;
    applicant.source = record.source;
    applicant.appliedOn = record.appliedOn;
    applicant.outcome = record.outcome;
    applicant.outcomeReason = record.outcomeReason;
    applicant.note = record.note;
    applicant.stage = stage->stage;
    applicant.tags = &m_tags;
    applicant.ratings = &m_ratings;
    applicant.standing = &standing;
    auto application = m_load.add(applicant);
    if (!application)
        return application;
    ++m_summary.applicants;
    if (!record.evidence.empty()) {
        if (auto outcome = addEvidence(record); !outcome)
            return tl::unexpected(outcome.error());
    }
    return application;
}

Outcome ImportRun::addEvidence(const ApplicantRecord &record)
{
    auto review = m_load.reviewOfLast();
    if (!review)
        return tl::unexpected(review.error());
    for (const auto &[quality, note] : record.evidence) {
        db::Evidence evidence;
        evidence.review = *review;
        evidence.quality = m_plan.qualityAt(quality);
        evidence.note = text(note);
        if (const auto added = db::insertEvidence(m_connection, evidence); !added)
            return tl::unexpected(added.error());
    }
    return {};
}

Outcome ImportRun::refuseSource(const QString &shown, const Error &error)
{
    if (!m_firstUnreadable)
        m_firstUnreadable = error;
    ++m_summary.refused;
    ImportedRow row;
    row.file = shown;
    row.state = RowState::Refused;
    row.messages = {error.text()};
    row.role = m_request.role;
    return tell(row, {}, false);
}

Outcome ImportRun::tell(ImportedRow row, db::ApplicationId application, bool isOfTable)
{
    if (m_request.onRow)
        m_request.onRow(row);
    // Of a table what is in order needs no line each; a message or a document does, as its file is not looked at again.
    if ((isOfTable && row.state == RowState::Taken) || ++m_storedRows > keptReportRows)
        return {};
    return db::insertImportRow(m_connection, m_report.id,
                               {++m_reportRow, rowStateName(row.state), application, row.name, row.email, row.messages, row.file, row.row});
}

} // namespace rolecall::app
