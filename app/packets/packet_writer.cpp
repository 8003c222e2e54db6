// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packets/packet_writer.h"

#include "app/blind/veil.h"
#include "app/documents/text_preparation.h"
#include "app/packets/evidence_return.h"
#include "app/packets/review_content.h"
#include "app/shortlist/standing_updates.h"
#include "db/application_lists.h"
#include "db/applications.h"
#include "db/change_capture.h"
#include "db/connection.h"
#include "db/deadlines.h"
#include "db/qualities.h"
#include "db/roles.h"
#include "db/search_index.h"
#include "db/sql.h"
#include "db/stages.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Packets", text);
}

Outcome asOutcome(const auto &result)
{
    return result ? Outcome() : Outcome(tl::unexpected(result.error()));
}

} // namespace

PacketWriter::PacketWriter(db::Connection &from, db::Connection &to, const PacketOptions &options, Progress *progress)
    : m_from(from)
    , m_to(to)
    , m_options(options)
    , m_progress(progress)
{}

Result<PacketWritten> PacketWriter::write(db::RoleId role)
{
    m_fromRole = role;
    // The triggers note what the full-text indexes need; no change is open, so the packet begins without a history.
    if (auto outcome = db::startCapture(m_to); !outcome)
        return tl::unexpected(outcome.error());
    auto transaction = db::Transaction::begin(m_to);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto outcome = copyAll(role); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = db::applyIndexQueue(m_to); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = transaction->commit(); !outcome)
        return tl::unexpected(outcome.error());
    for (const db::DocumentText &text : std::as_const(m_texts)) {
        if (auto outcome = db::storeDocumentText(m_to, text); !outcome)
            return tl::unexpected(outcome.error());
    }
    m_written.uuid = m_info.uuid;
    m_written.blind = m_info.blind;
    m_written.done.role = m_fromRole;
    return m_written;
}

Outcome PacketWriter::copyAll(db::RoleId role)
{
    if (auto outcome = copyRole(role); !outcome)
        return outcome;
    if (auto outcome = makeReviewer(); !outcome)
        return outcome;
    if (m_options.applications.isEmpty()) {
        const auto all = db::applicationIds(m_from, role, {}, db::ApplicationOrder::AppliedOn);
        if (!all)
            return tl::unexpected(all.error());
        m_options.applications = *all;
    }
    if (m_progress)
        m_progress->setTotal(m_options.applications.size());
    for (const db::ApplicationId id : std::as_const(m_options.applications)) {
        if (m_progress && m_progress->isCancelled())
            return failure(tr("Writing the packet"), {}, tr("it was cancelled; nothing was written"));
        if (auto outcome = copyApplication(id); !outcome)
            return outcome;
        ++m_written.applications;
        if (m_progress)
            m_progress->setDone(m_written.applications);
    }
    if (auto outcome = refreshStandings(m_to, m_toRole); !outcome)
        return outcome;
    return db::markAsPacket(m_to, m_info);
}

Outcome PacketWriter::copyRole(db::RoleId id)
{
    auto role = db::role(m_from, id);
    if (!role)
        return tl::unexpected(role.error());
    const auto workspace = db::workspaceInfo(m_from, QStringLiteral("uuid"));
    if (!workspace)
        return tl::unexpected(workspace.error());
    m_info.uuid = db::newUuid();
    m_info.workspaceUuid = workspace->value_or(QString());
    m_info.roleUuid = role->uuid;
    m_info.madeAt = m_to.now();
    m_info.blind = m_options.blind || role->blind;
    role->blind = m_info.blind;
    role->closedAt.reset();
    const auto made = db::insertRole(m_to, *role);
    if (!made)
        return tl::unexpected(made.error());
    m_toRole = *made;
    if (auto outcome = copyPosting(); !outcome)
        return outcome;
    if (auto outcome = copyQualities(); !outcome)
        return outcome;
    const auto duties = db::duties(m_from, id);
    if (!duties)
        return tl::unexpected(duties.error());
    QStringList texts;
    for (const db::Duty &duty : *duties)
        texts << duty.text;
    if (auto outcome = db::setDuties(m_to, m_toRole, texts); !outcome)
        return outcome;
    const auto stages = db::stages(m_from, id);
    if (!stages)
        return tl::unexpected(stages.error());
    for (const db::Stage &stage : *stages) {
        const auto copy = db::insertStage(m_to, m_toRole, stage);
        if (!copy)
            return tl::unexpected(copy.error());
        m_stages.insert(stage.id, *copy);
    }
    const auto deadlines = db::deadlines(m_from, id);
    if (!deadlines)
        return tl::unexpected(deadlines.error());
    for (db::Deadline deadline : *deadlines) {
        if (deadline.application.isValid())
            continue; // one applicant's date is nothing a reviewer rates by
        deadline.role = m_toRole;
        deadline.owner = {};
        deadline.anchor.reset(); // its day came along
        if (auto outcome = asOutcome(db::insertDeadline(m_to, deadline)); !outcome)
            return outcome;
    }
    return {};
}

Outcome PacketWriter::copyPosting()
{
    const auto postings = db::postings(m_from, m_fromRole);
    if (!postings)
        return tl::unexpected(postings.error());
    if (postings->isEmpty())
        return {};
    db::Posting posting = postings->first();
    const auto bytes = db::content(m_from, posting.sha256);
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (auto outcome = asOutcome(db::storeContent(m_to, *bytes)); !outcome)
        return outcome;
    posting.role = m_toRole;
    const auto copy = db::insertPosting(m_to, posting);
    if (!copy)
        return tl::unexpected(copy.error());
    m_posting = {posting.id, *copy};
    return {};
}

Outcome PacketWriter::copyQualities()
{
    const auto qualities = db::qualities(m_from, m_fromRole, true);
    if (!qualities)
        return tl::unexpected(qualities.error());
    for (db::Quality quality : *qualities) {
        m_qualityUuids.insert(quality.id, quality.uuid);
        if (quality.retiredAt)
            continue;
        quality.role = m_toRole;
        if (quality.posting.isValid() && quality.posting == m_posting.first) {
            quality.posting = m_posting.second;
        } else {
            quality.posting = {};
            quality.sourceStart = -1;
            quality.sourceLength = 0;
        }
        const auto copy = db::insertQuality(m_to, quality);
        if (!copy)
            return tl::unexpected(copy.error());
        m_qualities.insert(quality.id, *copy);
    }
    return {};
}

Outcome PacketWriter::makeReviewer()
{
    const QString name = m_options.reviewerName.simplified();
    const auto known = db::reviewerByName(m_from, name);
    if (!known)
        return tl::unexpected(known.error());
    db::Reviewer reviewer;
    reviewer.uuid = *known ? (*known)->uuid : db::newUuid();
    reviewer.name = *known ? (*known)->name : name;
    if (*known)
        m_fromReviewer = (*known)->id;
    const auto made = db::insertReviewer(m_to, reviewer);
    if (!made)
        return tl::unexpected(made.error());
    m_toReviewer = *made;
    m_info.reviewerUuid = reviewer.uuid;
    m_info.reviewerName = reviewer.name;
    if (auto outcome = db::addToPanel(m_to, m_toRole, m_toReviewer); !outcome)
        return outcome;
    return db::setOwnReviewer(m_to, m_toReviewer);
}

QString PacketWriter::safe(const QString &text) const
{
    return m_info.blind ? mask(text, m_facts, m_code).text : text;
}

Outcome PacketWriter::copyApplication(db::ApplicationId id)
{
    auto application = db::application(m_from, id);
    if (!application)
        return tl::unexpected(application.error());
    if (application->role != m_fromRole)
        return failure(tr("Writing the packet"), application->code, tr("the applicant is not one of this role's"));
    auto candidate = db::candidate(m_from, application->candidate);
    if (!candidate)
        return tl::unexpected(candidate.error());
    m_facts = factsOf(*candidate);
    if (m_info.blind && !m_others)
        m_others = otherNames(m_from, m_fromRole);
    m_facts.others = m_others;
    m_code = application->code;
    if (m_info.blind) {
        *candidate = {};
        candidate->name = m_code;
        application->source.clear();
        if (application->outcomeReason)
            application->outcomeReason = safe(*application->outcomeReason);
    }
    const auto person = db::insertCandidate(m_to, *candidate);
    if (!person)
        return tl::unexpected(person.error());
    application->role = m_toRole;
    application->candidate = *person;
    application->stage = m_stages.value(application->stage);
    const auto copy = db::insertApplication(m_to, *application);
    if (!copy)
        return tl::unexpected(copy.error());
    m_application = *copy;
    const auto notes = db::notes(m_from, id);
    if (!notes)
        return tl::unexpected(notes.error());
    for (const db::Note &note : *notes) {
        // A reviewer's note may say what they think of the applicant: it stays here.
        if (note.reviewer.isValid())
            continue;
        if (auto outcome = asOutcome(db::insertNote(m_to, {{}, m_application, {}, safe(note.text), note.createdAt})); !outcome)
            return outcome;
    }
    m_documents.clear();
    if (m_options.documents) {
        const auto documents = db::documents(m_from, id);
        if (!documents)
            return tl::unexpected(documents.error());
        for (int i = 0; i < documents->size(); ++i) {
            if (auto outcome = copyDocument(documents->at(i), i + 1); !outcome)
                return outcome;
        }
    }
    return copyReview(id);
}

Outcome PacketWriter::copyDocument(const db::Document &document, int number)
{
    db::Document copy = document;
    copy.application = m_application;
    copy.candidate = {};
    Copied copied;
    if (m_info.blind) {
        const auto prepared = prepareText(m_from, document);
        if (!prepared)
            return tl::unexpected(prepared.error());
        copied.masked = mask(prepared->text.text, m_facts, m_code);
        const QString shown = copied.masked.text.trimmed().isEmpty() ? tr("[This document has no text that could be read, so it is not part of a blind packet.]") : copied.masked.text;
        const auto sha256 = db::storeContent(m_to, shown.toUtf8());
        if (!sha256)
            return tl::unexpected(sha256.error());
        copy.sha256 = *sha256;
        copy.fileName = tr("Document %1").arg(number) + QStringLiteral(".txt");
    } else {
        const auto bytes = db::content(m_from, document.sha256);
        if (!bytes)
            return tl::unexpected(bytes.error());
        if (auto outcome = asOutcome(db::storeContent(m_to, *bytes)); !outcome)
            return outcome;
        const auto text = db::documentText(m_from, document.sha256);
        if (!text)
            return tl::unexpected(text.error());
        if (*text)
            m_texts << **text;
    }
    const auto id = db::insertDocument(m_to, copy);
    if (!id)
        return tl::unexpected(id.error());
    copied.id = *id;
    copied.sha256 = copy.sha256;
    m_documents.insert(document.id, copied);
    ++m_written.documents;
    return {};
}

/// The words and the place of a quote as the packet's own documents have them; a note where they have not.
db::Evidence PacketWriter::carried(db::Evidence evidence) const
{
    evidence.note = safe(evidence.note);
    if (evidence.quote.isEmpty())
        return evidence;
    const auto document = m_documents.constFind(evidence.document);
    if (document != m_documents.constEnd()) {
        evidence.document = document->id;
        if (!m_info.blind)
            return evidence;
        const auto range = document->masked.toMasked({evidence.start, evidence.length});
        if (const QString words = document->masked.text.mid(range.start, range.length); !words.trimmed().isEmpty()) {
            evidence.quote = words;
            evidence.sha256 = document->sha256;
            evidence.start = range.start;
            evidence.length = range.length;
            evidence.page.reset();
            return evidence;
        }
    }
    evidence.note = withQuote(evidence.note, safe(evidence.quote));
    evidence.quote.clear();
    evidence.document = {};
    return evidence;
}

Outcome PacketWriter::copyReview(db::ApplicationId id)
{
    if (!m_fromReviewer.isValid())
        return {};
    const auto found = db::findReview(m_from, id, m_fromReviewer);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return {};
    db::Review review = **found;
    const auto content = readReviewContent(m_from, review.id);
    if (!content)
        return tl::unexpected(content.error());
    if (auto outcome = db::rememberReview(m_to, review.uuid, fingerprint(review, *content, m_qualityUuids)); !outcome)
        return outcome;
    review.application = m_application;
    review.reviewer = m_toReviewer;
    const auto copy = db::insertReview(m_to, review);
    if (!copy)
        return tl::unexpected(copy.error());
    for (db::Rating rating : content->ratings) {
        rating.quality = m_qualities.value(rating.quality);
        if (!rating.quality.isValid())
            continue;
        if (auto outcome = db::setRating(m_to, *copy, rating); !outcome)
            return outcome;
    }
    for (const db::Evidence &item : content->evidence) {
        db::Evidence evidence = carried(item);
        evidence.review = *copy;
        evidence.quality = m_qualities.value(item.quality);
        if (!evidence.quality.isValid())
            continue;
        if (auto outcome = asOutcome(db::insertEvidence(m_to, evidence)); !outcome)
            return outcome;
    }
    return {};
}

} // namespace rolecall::app
