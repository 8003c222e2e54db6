// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/applicant_import.h"

#include "app/applicants/import_plan.h"
#include "app/applicants/record_queue.h"
#include "app/shortlist/rule.h"
#include "db/bulk_load.h"
#include "db/connection.h"
#include "db/import_reports.h"
#include "db/reviews.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rolecall::app {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("ApplicantImport", text, nullptr, n);
}

// Beyond this a report is no longer read row by row; the counts stay exact.
constexpr int keptReportRows = 20000;

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

/// One import run: everything it needs, from the open change to the counts.
class Run
{
public:
    Run(db::Connection &connection, const ImportRequest &request, ImportPlan &plan, db::BulkLoad &load, Progress *progress)
        : m_connection(connection)
        , m_request(request)
        , m_plan(plan)
        , m_load(load)
        , m_progress(progress)
    {}

    Outcome importFile(const QString &path)
    {
        auto stream = TableStream::open(path);
        if (!stream)
            return tl::unexpected(stream.error());
        auto mapping = m_plan.mappingFor(**stream, m_request.columnMap + m_request.fileColumnMaps.value(path));
        if (!mapping)
            return tl::unexpected(mapping.error());
        m_file = QFileInfo(path).fileName();
        m_storedRows = 0;
        const ImportSummary before = m_summary;
        db::ImportReport report;
        report.role = m_request.role;
        report.fileName = m_file;
        report.messages = mapping->warnings;
        const auto id = db::insertImportReport(m_connection, report);
        if (!id)
            return tl::unexpected(id.error());
        report.id = m_report = *id;

        ApplicantRows rows(std::move(*stream), *mapping);
        m_ratedQualities = &rows.ratedQualities();
        if (m_progress)
            m_progress->setTotal(m_totalBytes);
        if (auto outcome = store(rows); !outcome)
            return outcome;
        if (rows.stream().error())
            return tl::unexpected(*rows.stream().error());
        report.messages += rows.stream().warnings();
        m_doneBytes += rows.stream().size();

        report.taken = m_summary.taken - before.taken;
        report.needsLook = m_summary.needsLook - before.needsLook;
        report.refused = m_summary.refused - before.refused;
        if (report.taken + report.needsLook + report.refused == 0)
            report.messages << tr("there is no row of an applicant in it");
        for (const QString &message : std::as_const(report.messages))
            m_summary.messages << QStringLiteral("%1: %2").arg(m_file, message);
        return db::updateImportReport(m_connection, report);
    }

    void setTotalBytes(qint64 bytes) { m_totalBytes = bytes; }
    const ImportSummary &summary() const { return m_summary; }

private:
    Outcome store(ApplicantRows &rows)
    {
        RecordQueue queue(rows);
        RecordQueue::Batch batch;
        size_t filled = 0;
        while (queue.take(batch, filled)) {
            if (m_progress) {
                if (m_progress->isCancelled())
                    return failure(tr("Importing applicants"), m_file, tr("it was cancelled; nothing was stored"));
                m_progress->setDone(m_doneBytes + queue.position());
            }
            for (size_t i = 0; i < filled; ++i) {
                if (auto outcome = storeRecord(batch[i]); !outcome)
                    return outcome;
            }
        }
        return {};
    }

    Outcome storeRecord(ApplicantRecord &record)
    {
        if (record.refused) {
            ++m_summary.refused;
            return tell(record, RowState::Refused, {});
        }
        const auto likeness = m_load.likeness(record.email, record.nameKey);
        if (!likeness)
            return tl::unexpected(likeness.error());
        if (likeness->sameEmail > 0) {
            record.needsLook = true;
            record.messages << tr("somebody with this e-mail address is there already; both were kept");
        } else if (likeness->sameName > 0) {
            // A name alone is shared by many people: worth a word, and a look only where nothing else tells them apart.
            record.needsLook = record.needsLook || record.email.empty();
            record.messages << tr("somebody with this name is there already, with another e-mail address; both were kept");
        }
        auto application = add(record);
        if (!application)
            return tl::unexpected(application.error());
        ++(record.needsLook ? m_summary.needsLook : m_summary.taken);
        return tell(record, record.needsLook ? RowState::NeedsLook : RowState::Taken, *application);
    }

    Result<db::ApplicationId> add(ApplicantRecord &record)
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
        if (!record.evidence.empty()) {
            if (auto outcome = addEvidence(record); !outcome)
                return tl::unexpected(outcome.error());
        }
        return application;
    }

    Outcome addEvidence(const ApplicantRecord &record)
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

    Outcome tell(const ApplicantRecord &record, RowState state, db::ApplicationId application)
    {
        if (m_request.onRow)
            m_request.onRow({m_file, record.row, state, text(record.name), text(record.email), record.messages});
        if (state == RowState::Taken || ++m_storedRows > keptReportRows)
            return {};
        return db::insertImportRow(m_connection, m_report, {record.row, rowStateName(state), application, text(record.name), text(record.email), record.messages});
    }

    db::Connection &m_connection;
    const ImportRequest &m_request;
    ImportPlan &m_plan;
    db::BulkLoad &m_load;
    Progress *m_progress;
    ImportSummary m_summary;
    QString m_file;
    db::ImportReportId m_report;
    int m_storedRows = 0;
    qint64 m_totalBytes = 0;
    qint64 m_doneBytes = 0;
    const std::vector<int> *m_ratedQualities = nullptr;
    std::vector<qint64> m_tags;
    std::vector<qint8> m_ratings;
};

QString title(const ImportSummary &summary)
{
    const qint64 stored = summary.taken + summary.needsLook;
    QString words = tr("Imported %n applicant(s)", int(stored));
    if (summary.needsLook > 0)
        words += tr(", %1 need a look").arg(summary.needsLook);
    if (summary.refused > 0)
        words += tr(", %1 refused").arg(summary.refused);
    return words;
}

} // namespace

QString rowStateName(RowState state)
{
    switch (state) {
    case RowState::Taken:
        return QStringLiteral("taken");
    case RowState::NeedsLook:
        return QStringLiteral("needs_look");
    case RowState::Refused:
        break;
    }
    return QStringLiteral("refused");
}

Result<ImportSummary> importApplicants(db::Connection &connection, const ImportRequest &request, Progress *progress)
{
    const db::BulkSettings settings(connection);
    auto scope = db::ChangeScope::begin(connection, {QStringLiteral("import"), tr("Imported applicants"), {}, request.role});
    if (!scope)
        return tl::unexpected(scope.error());
    auto plan = ImportPlan::make(connection, request.role, request.reviewerName);
    if (!plan)
        return tl::unexpected(plan.error());
    auto load = db::BulkLoad::begin(connection, *scope, request.role, plan->reviewer(), plan->qualityIds());
    if (!load)
        return tl::unexpected(load.error());
    Run run(connection, request, *plan, **load, progress);
    qint64 bytes = 0;
    for (const QString &file : request.files)
        bytes += QFileInfo(file).size();
    run.setTotalBytes(bytes);
    QStringList names;
    for (const QString &file : request.files) {
        if (auto outcome = run.importFile(file); !outcome)
            return tl::unexpected(outcome.error());
        names << QFileInfo(file).fileName();
    }
    ImportSummary summary = run.summary();
    if (request.dryRun)
        return summary; // everything was tried for real, and is rolled back
    if (auto outcome = (*load)->finish(); !outcome)
        return tl::unexpected(outcome.error());
    const db::NewChange change{QStringLiteral("import"), title(summary), names.join(QStringLiteral(", ")), request.role};
    if (auto outcome = scope->describe(change); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = scope->commit(); !outcome)
        return tl::unexpected(outcome.error());
    summary.done = Done{change.title, Area::Applications | Area::Ratings | Area::Reviewers, request.role, {}, scope->id()};
    return summary;
}

} // namespace rolecall::app
