// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roles/role_revising.h"

#include "app/posting/posting_reader.h"
#include "app/posting/text_similarity.h"
#include "app/roles/read_dates.h"
#include "app/roles/role_editing.h"
#include "db/connection.h"
#include "db/quality_ratings.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>
#include <algorithm>
#include <tuple>

namespace rolecall::app {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("RoleRevising", text, nullptr, count);
}

/// How well a role of the file fits: what is alike among its qualities, then its title.
std::tuple<qint64, int> fit(const QList<QualityRevision> &changes, const RoleDraft &draft, const QString &title)
{
    qint64 alike = 0;
    for (const QualityRevision &change : changes) {
        if (change.from && change.to)
            alike += similarity(stemsOf(change.from->text), stemsOf(change.to->quality.text));
    }
    return {alike, similarity(stemsOf(draft.title), stemsOf(title))};
}

bool isSame(const db::Quality &a, const db::Quality &b)
{
    return a.tier == b.tier && a.text == b.text && a.footnote == b.footnote;
}

tl::unexpected<Error> staleRevision(const QString &fileName)
{
    return failure(tr("Revising the role"), fileName, tr("its qualities have changed since the revision was looked at"), tr("Open the file again"));
}

/// Applies the accepted changes one after the other; every row of `inForce` is used once or is a split's further piece.
class Applying
{
public:
    Applying(db::Connection &connection, const Revision &revision, db::PostingId posting, QList<db::Quality> all)
        : m_connection(connection)
        , m_revision(revision)
        , m_posting(posting)
        , m_all(std::move(all))
    {}

    Outcome run()
    {
        for (const QualityRevision &change : m_revision.changes) {
            if (const Outcome outcome = apply(change); !outcome)
                return outcome;
        }
        // What the newer posting does not speak of, or what was refused, keeps its order behind the rest.
        for (const db::Quality &quality : m_all) {
            if (!quality.retiredAt && !m_used.contains(quality.id)) {
                db::Quality kept = quality;
                if (const Outcome outcome = place(kept); !outcome)
                    return outcome;
            }
        }
        return {};
    }

private:
    Outcome apply(const QualityRevision &change)
    {
        if (!change.accepted)
            return {};
        if (!change.from)
            return change.to ? bring(*change.to) : Outcome();
        const auto present = std::find_if(m_all.cbegin(), m_all.cend(), [&](const db::Quality &quality) { return quality.id == change.from->id; });
        if (present == m_all.cend() || present->retiredAt || !isSame(*present, *change.from))
            return staleRevision(m_revision.fileName);
        if (m_used.contains(present->id)) // the further pieces of a split begin unrated
            return change.kind == RevisionKind::Split && change.to ? bring(*change.to) : staleRevision(m_revision.fileName);
        m_used.insert(present->id);
        db::Quality quality = *present;
        if (!change.to) {
            quality.retiredAt = m_connection.now();
            return db::updateQuality(m_connection, quality);
        }
        // By what it says and not by its kind: a person may have corrected the text since the kind was found.
        const bool unchanged = change.kind != RevisionKind::Split && meansTheSame(*change.from, *change.to);
        // One that was added by hand and is not in the posting stays as it is.
        if (!unchanged || change.to->quality.source.isKnown())
            takeOver(quality, *change.to);
        if (const Outcome placed = place(quality); !placed)
            return placed;
        return unchanged ? Outcome() : db::markForReconfirmation(m_connection, quality.id);
    }

    /// New, or in force once before: then with the ratings it had.
    Outcome bring(const RevisedQuality &to)
    {
        const QString text = comparableText(to.quality.text);
        for (const db::Quality &old : std::as_const(m_all)) {
            if (!old.retiredAt || m_used.contains(old.id) || comparableText(old.text) != text)
                continue;
            m_used.insert(old.id);
            db::Quality quality = old;
            quality.retiredAt.reset();
            takeOver(quality, to);
            if (const Outcome placed = place(quality); !placed)
                return placed;
            return db::markForReconfirmation(m_connection, quality.id);
        }
        db::Quality quality;
        quality.role = m_revision.role;
        takeOver(quality, to);
        quality.position = nextPosition(quality.tier);
        const auto added = db::insertQuality(m_connection, quality);
        return added ? Outcome() : tl::unexpected(added.error());
    }

    void takeOver(db::Quality &quality, const RevisedQuality &to) const
    {
        quality.tier = to.tier;
        quality.text = to.quality.text;
        quality.footnote = to.quality.footnote;
        quality.posting = m_posting;
        quality.sourceStart = to.quality.source.start;
        quality.sourceLength = to.quality.source.length;
    }

    Outcome place(db::Quality &quality)
    {
        quality.position = nextPosition(quality.tier);
        return db::updateQuality(m_connection, quality);
    }

    int nextPosition(db::Tier tier) { return tier == db::Tier::Necessary ? m_necessary++ : m_useful++; }

    db::Connection &m_connection;
    const Revision &m_revision;
    db::PostingId m_posting;
    QList<db::Quality> m_all; ///< as before, with retired ones
    QSet<db::QualityId> m_used;
    int m_necessary = 0;
    int m_useful = 0;
};

Outcome store(db::Connection &connection, const Revision &revision)
{
    auto all = db::qualities(connection, revision.role, true);
    if (!all)
        return tl::unexpected(all.error());
    const auto sha256 = db::storeContent(connection, revision.bytes);
    if (!sha256)
        return tl::unexpected(sha256.error());
    db::Posting posting;
    posting.role = revision.role;
    posting.revision = revision.number;
    posting.fileName = revision.fileName;
    posting.sha256 = *sha256;
    posting.encoding = revision.encoding;
    posting.warnings = revision.warnings;
    posting.sourceStart = std::max<qsizetype>(0, revision.posting.source.start);
    posting.sourceLength = revision.posting.source.length;
    const auto postings = db::postings(connection, revision.role);
    if (!postings)
        return tl::unexpected(postings.error());
    if (!postings->isEmpty() && postings->first().revision >= revision.number)
        return staleRevision(revision.fileName);
    const auto id = db::insertPosting(connection, posting);
    if (!id)
        return tl::unexpected(id.error());
    if (const Outcome applied = Applying(connection, revision, *id, std::move(*all)).run(); !applied)
        return applied;
    if (!revision.posting.responsibilities.isEmpty()) {
        QStringList duties;
        for (const QualityDraft &duty : revision.posting.responsibilities)
            duties << duty.text;
        if (const Outcome set = db::setDuties(connection, revision.role, duties); !set)
            return set;
    }
    if (!revision.posting.contacts.isEmpty()) {
        if (const Outcome set = db::setContacts(connection, revision.role, revision.posting.contacts); !set)
            return set;
    }
    return addReadDates(connection, revision.role, revision.posting);
}

QString summaryOf(const Revision &revision)
{
    QStringList parts;
    const std::pair<RevisionKind, const char *> words[] = {{RevisionKind::Unchanged, "%n unchanged"}, {RevisionKind::Reworded, "%n reworded"}, {RevisionKind::Moved, "%n moved"},
                                                           {RevisionKind::Split, "%n from splits"},   {RevisionKind::New, "%n new"},           {RevisionKind::Retired, "%n retired"}};
    for (const auto &[kind, text] : words) {
        if (const int count = revision.count(kind); count > 0)
            parts << tr(text, count);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

int Revision::count(RevisionKind kind) const
{
    return int(std::count_if(changes.cbegin(), changes.cend(), [kind](const QualityRevision &change) { return change.accepted && change.kind == kind; }));
}

db::QualityId Revision::returning(const QualityRevision &change) const
{
    if (change.from || !change.to || !change.accepted)
        return {};
    const QString text = comparableText(change.to->quality.text);
    const auto found = std::find_if(retired.cbegin(), retired.cend(), [&text](const db::Quality &old) { return comparableText(old.text) == text; });
    return found == retired.cend() ? db::QualityId() : found->id;
}

int Revision::touched(const QualityRevision &change) const
{
    if (const db::QualityId back = returning(change); back.isValid())
        return ratings.value(back);
    const bool touches = change.accepted && change.from && change.kind != RevisionKind::Unchanged;
    if (!touches)
        return 0;
    if (change.kind == RevisionKind::Split) { // the first piece keeps them, the others begin without
        const auto first = std::find_if(changes.cbegin(), changes.cend(), [&](const QualityRevision &other) {
            return other.accepted && other.from && other.from->id == change.from->id;
        });
        if (first == changes.cend() || !first->to || first->to->tier != change.to->tier || first->to->quality.text != change.to->quality.text)
            return 0;
    }
    return ratings.value(change.from->id);
}

int Revision::toConfirm() const
{
    int sum = 0;
    for (const QualityRevision &change : changes)
        sum += change.kind == RevisionKind::Retired ? 0 : touched(change);
    return sum;
}

Result<Revision> proposeRevision(db::Connection &connection, db::RoleId role, const QByteArray &bytes, const QString &fileName)
{
    const auto facts = db::role(connection, role);
    if (!facts)
        return tl::unexpected(facts.error());
    const auto inForce = db::qualities(connection, role);
    if (!inForce)
        return tl::unexpected(inForce.error());
    const auto postings = db::postings(connection, role);
    if (!postings)
        return tl::unexpected(postings.error());
    const auto file = readPosting(bytes, fileName);
    if (!file)
        return tl::unexpected(file.error());
    if (file->roles.isEmpty())
        return failure(tr("Reading the posting"), fileName, tr("no role was found in it"), tr("Give the posting a title, or choose another file"));

    Revision revision;
    revision.role = role;
    revision.number = postings->isEmpty() ? 1 : postings->first().revision + 1;
    revision.bytes = bytes;
    revision.fileName = fileName;
    revision.encoding = file->encoding;
    std::optional<std::tuple<qint64, int>> best;
    for (const RoleDraft &draft : file->roles) {
        QList<QualityRevision> changes = compareQualities(*inForce, draft);
        const auto fits = fit(changes, draft, facts->title);
        if (best && fits <= *best)
            continue;
        best = fits;
        revision.posting = draft;
        revision.changes = std::move(changes);
    }
    revision.warnings = file->warnings + revision.posting.warnings;
    if (file->roles.size() > 1)
        revision.warnings << tr("The file holds %1 roles; “%2” fits best and is compared.").arg(file->roles.size()).arg(revision.posting.title);
    if (revision.posting.necessary.isEmpty() && revision.posting.useful.isEmpty())
        revision.warnings << tr("No quality was found in the newer posting, so all of the role's would retire.");
    auto ratings = db::ratingCounts(connection, role);
    if (!ratings)
        return tl::unexpected(ratings.error());
    revision.ratings = std::move(*ratings);
    const auto all = db::qualities(connection, role, true);
    if (!all)
        return tl::unexpected(all.error());
    std::copy_if(all->cbegin(), all->cend(), std::back_inserter(revision.retired), [](const db::Quality &quality) { return quality.retiredAt.has_value(); });
    const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    revision.samePosting = !postings->isEmpty() && postings->first().sha256 == sha256;
    return revision;
}

Result<Done> applyRevision(db::Connection &connection, const Revision &revision)
{
    const bool nothingNew = revision.samePosting && std::all_of(revision.changes.cbegin(), revision.changes.cend(), [](const QualityRevision &change) {
        return !change.accepted || change.kind == RevisionKind::Unchanged;
    });
    if (nothingNew)
        return Done{tr("This is the posting in force; nothing changed"), {}, revision.role, {}, {}};
    return perform(connection, {QStringLiteral("posting"), tr("Took revision %1 of the posting").arg(revision.number), summaryOf(revision), revision.role},
                   Area::Roles | Area::Qualities | Area::Ratings | Area::Dates, [&] { return store(connection, revision); });
}

} // namespace rolecall::app
