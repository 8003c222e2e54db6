// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packets/evidence_return.h"

#include "app/blind/veil.h"
#include "app/documents/text_preparation.h"
#include "app/reviews/evidence_place.h"
#include "db/applications.h"

#include <QCoreApplication>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Packets", text);
}

/// Beyond this a hostile quote would cost more than it could be worth; it is kept as a note.
constexpr qsizetype longestSearched = 4000;

void keepAsNote(db::Evidence &evidence)
{
    evidence.note = withQuote(evidence.note, evidence.quote);
    evidence.quote.clear();
    evidence.sha256.clear();
    evidence.document = {};
    evidence.page.reset();
    evidence.start = evidence.length = 0;
}

std::optional<int> pageAt(const db::DocumentText &text, qsizetype offset)
{
    if (!text.pages)
        return std::nullopt;
    const auto after = std::upper_bound(text.pageStarts.cbegin(), text.pageStarts.cend(), offset);
    return std::max(1, int(after - text.pageStarts.cbegin()));
}

} // namespace

QString withQuote(const QString &note, const QString &quote)
{
    const QString quoted = tr("“%1”").arg(quote);
    return note.isEmpty() ? quoted : note + u'\n' + quoted;
}

EvidenceReturn::EvidenceReturn(db::Connection &ours, bool blind)
    : m_ours(ours)
    , m_blind(blind)
{}

Outcome EvidenceReturn::turnTo(db::ApplicationId id)
{
    if (id == m_application)
        return {};
    const auto application = db::application(m_ours, id);
    if (!application)
        return tl::unexpected(application.error());
    const auto candidate = db::candidate(m_ours, application->candidate);
    if (!candidate)
        return tl::unexpected(candidate.error());
    auto documents = db::documents(m_ours, id);
    if (!documents)
        return tl::unexpected(documents.error());
    m_own.clear();
    const auto reviews = db::reviews(m_ours, id);
    if (!reviews)
        return tl::unexpected(reviews.error());
    for (const db::Review &review : *reviews) {
        const auto evidence = db::evidence(m_ours, review.id);
        if (!evidence)
            return tl::unexpected(evidence.error());
        m_own << *evidence;
    }
    m_facts = factsOf(*candidate);
    if (m_blind && !m_others)
        m_others = otherNames(m_ours, application->role);
    m_facts.others = m_others;
    m_code = application->code;
    m_documents = std::move(*documents);
    m_texts.clear();
    m_application = id;
    return {};
}

Result<const EvidenceReturn::Text *> EvidenceReturn::text(const db::Document &document)
{
    if (const auto known = m_texts.constFind(document.id); known != m_texts.constEnd())
        return &*known;
    auto prepared = prepareText(m_ours, document);
    if (!prepared)
        return tl::unexpected(prepared.error());
    MaskedText masked = m_blind ? mask(prepared->text.text, m_facts, m_code) : MaskedText();
    return &*m_texts.insert(document.id, Text{document, std::move(prepared->text), std::move(masked)});
}

/// The item as it was before it went out, where the reviewer has not touched it: so masking, or leaving the documents
/// out, takes nothing from what was here.
Result<std::optional<db::Evidence>> EvidenceReturn::own(const db::PacketEvidence &theirs)
{
    const auto safe = [this](const QString &words) { return m_blind ? mask(words, m_facts, m_code).text : words; };
    for (const db::Evidence &item : std::as_const(m_own)) {
        if (item.uuid != theirs.uuid)
            continue;
        const QString note = safe(item.note);
        // More may be masked today than when the packet was made: others have applied since.
        const auto same = [&](const QString &ours) { return theirs.note == ours || safe(theirs.note) == ours; };
        if (theirs.quote.isEmpty() && same(item.quote.isEmpty() ? note : withQuote(note, safe(item.quote))))
            return std::optional(item);
        if (item.quote.isEmpty() || !same(note))
            continue;
        if (!m_blind && item.quote == theirs.quote)
            return std::optional(item);
        for (const db::Document &document : std::as_const(m_documents)) {
            if (!m_blind || document.id != item.document)
                continue;
            const auto known = text(document);
            if (!known)
                return tl::unexpected(known.error());
            const auto range = (*known)->masked.toMasked({item.start, item.length});
            if (const QString words = (*known)->masked.text.mid(range.start, range.length); words == theirs.quote || words == safe(theirs.quote))
                return std::optional(item);
        }
    }
    return std::optional<db::Evidence>();
}

Result<db::Evidence> EvidenceReturn::returned(db::ApplicationId application, const db::PacketEvidence &theirs)
{
    if (auto outcome = turnTo(application); !outcome)
        return tl::unexpected(outcome.error());
    auto before = own(theirs);
    if (!before)
        return tl::unexpected(before.error());
    if (*before)
        return **before;
    db::Evidence evidence;
    evidence.uuid = theirs.uuid;
    evidence.note = theirs.note;
    evidence.quote = theirs.quote;
    evidence.createdAt = theirs.createdAt;
    if (evidence.quote.isEmpty())
        return evidence;
    // By the content; blind, the content is another one, and the document's own UUID says which it was made from.
    const auto document = std::find_if(m_documents.cbegin(), m_documents.cend(), [&](const db::Document &one) { return m_blind ? one.uuid == theirs.documentUuid : one.sha256 == theirs.sha256; });
    if (document == m_documents.cend() || evidence.quote.size() > longestSearched) {
        keepAsNote(evidence);
        return evidence;
    }
    const auto known = text(*document);
    if (!known)
        return tl::unexpected(known.error());
    const QString &original = (*known)->text.text;
    std::optional<MaskedText::Range> range;
    if (m_blind) {
        const auto place = findQuote((*known)->masked.text, evidence.quote, theirs.start, theirs.length);
        if (place)
            range = (*known)->masked.toOriginal({place->start, place->length});
    } else if (const auto place = findQuote(original, evidence.quote, theirs.start, theirs.length)) {
        range = MaskedText::Range{place->start, place->length};
    }
    if (!range || original.mid(range->start, range->length).trimmed().isEmpty()) {
        keepAsNote(evidence);
        return evidence;
    }
    if (m_blind)
        evidence.quote = original.mid(range->start, range->length);
    evidence.document = document->id;
    evidence.sha256 = document->sha256;
    evidence.start = range->start;
    evidence.length = range->length;
    evidence.page = pageAt((*known)->text, range->start);
    return evidence;
}

} // namespace rolecall::app
