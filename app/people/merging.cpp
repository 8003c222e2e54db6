// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/merging.h"

#include "app/people/person_marks.h"
#include "app/shortlist/standing_updates.h"
#include "db/connection.h"
#include "db/custom_fields.h"
#include "db/merging.h"
#include "db/people.h"
#include "db/qualities.h"
#include "db/reviews.h"
#include "db/shortlist_rows.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Merging", text);
}

std::optional<QString> chosen(const std::optional<QString> &kept, const std::optional<QString> &other, bool takeOther)
{
    return takeOther || !kept ? other : kept;
}

/// The links of both, each once.
std::optional<QString> bothLinks(const std::optional<QString> &kept, const std::optional<QString> &other)
{
    static const QRegularExpression between(QStringLiteral("[\\n,]+"));
    QStringList links = kept.value_or(QString()).split(between, Qt::SkipEmptyParts) + other.value_or(QString()).split(between, Qt::SkipEmptyParts);
    links.removeDuplicates();
    return links.isEmpty() ? std::nullopt : std::optional(links.join(u'\n'));
}

class Merger
{
public:
    Merger(db::Connection &connection, const MergeChoice &choice)
        : m_connection(connection)
        , m_choice(choice)
    {}

    Outcome merge()
    {
        auto kept = db::candidate(m_connection, m_choice.kept);
        const auto other = db::candidate(m_connection, m_choice.other);
        if (!kept)
            return tl::unexpected(kept.error());
        if (!other)
            return tl::unexpected(other.error());
        const auto pairs = db::applicationsForSameRole(m_connection, m_choice.kept, m_choice.other);
        if (!pairs)
            return tl::unexpected(pairs.error());
        for (const db::ApplicationPair &pair : *pairs) {
            if (auto outcome = mergeApplications(pair); !outcome)
                return outcome;
        }
        if (auto outcome = chooseFields(); !outcome)
            return outcome;
        if (m_choice.otherName)
            kept->name = other->name;
        kept->email = chosen(kept->email, other->email, m_choice.otherEmail);
        kept->phone = chosen(kept->phone, other->phone, m_choice.otherPhone);
        kept->location = chosen(kept->location, other->location, m_choice.otherLocation);
        kept->links = bothLinks(kept->links, other->links);
        if (auto outcome = db::updateCandidate(m_connection, *kept); !outcome)
            return outcome;
        if (auto outcome = db::mergePerson(m_connection, m_choice.kept, m_choice.other); !outcome)
            return outcome;
        const auto applications = db::applicationsOf(m_connection, m_choice.kept);
        if (!applications)
            return tl::unexpected(applications.error());
        for (const db::PersonApplication &application : *applications) {
            if (auto outcome = refreshStanding(m_connection, application.id); !outcome)
                return outcome;
        }
        return {};
    }

private:
    Outcome chooseFields()
    {
        const auto values = db::fieldValues(m_connection, m_choice.other);
        if (!values)
            return tl::unexpected(values.error());
        for (const db::CustomFieldId field : m_choice.otherFields) {
            if (auto outcome = db::setFieldValue(m_connection, m_choice.kept, field, values->value(field)); !outcome)
                return outcome;
        }
        return {};
    }

    /// Two for one role: the kept one's stage and outcome stand, the other's are told in a note.
    Outcome mergeApplications(const db::ApplicationPair &pair)
    {
        const auto other = db::application(m_connection, pair.other);
        if (!other)
            return tl::unexpected(other.error());
        QStringList lines{tr("Joined from a second application for this role.")};
        const auto add = [&lines](const QString &name, const QString &value) {
            if (!value.isEmpty())
                lines << QStringLiteral("%1: %2").arg(name, value);
        };
        const auto applications = db::applicationsOf(m_connection, m_choice.other);
        if (!applications)
            return tl::unexpected(applications.error());
        for (const db::PersonApplication &one : *applications) {
            if (one.id == pair.other)
                add(tr("Stage"), one.stageName);
        }
        add(tr("Applied on"), other->appliedOn.value_or(QString()));
        add(tr("Source"), other->source);
        add(tr("Outcome"), other->outcome.value_or(QString()));
        add(tr("Reason"), other->outcomeReason.value_or(QString()));
        if (auto outcome = joinReviews(pair, other->role); !outcome)
            return outcome;
        if (auto outcome = joinAgreedLevels(pair, other->role, lines); !outcome)
            return outcome;
        const auto placements = db::handPlacements(m_connection, other->role);
        if (!placements)
            return tl::unexpected(placements.error());
        if (placements->contains(pair.kept) && placements->contains(pair.other))
            add(tr("Placed by hand"), placements->value(pair.other).reason);
        const auto noted = db::insertNote(m_connection, {{}, pair.kept, m_connection.reviewer(), lines.join(u'\n'), {}});
        if (!noted)
            return tl::unexpected(noted.error());
        return db::mergeApplication(m_connection, pair.kept, pair.other);
    }

    /// A reviewer who rated both keeps one review: the submitted one stands, else the kept one. Levels it has not are taken
    /// over; levels it has differently are kept as evidence, in the reviewer's own review, where independence holds.
    Outcome joinReviews(const db::ApplicationPair &pair, db::RoleId role)
    {
        const auto own = db::reviews(m_connection, pair.kept);
        const auto others = db::reviews(m_connection, pair.other);
        const auto qualities = db::qualities(m_connection, role, true);
        for (const Error *error : {own ? nullptr : &own.error(), others ? nullptr : &others.error(), qualities ? nullptr : &qualities.error()}) {
            if (error)
                return tl::unexpected(*error);
        }
        for (const db::Review &second : *others) {
            const auto first = std::find_if(own->cbegin(), own->cend(), [&second](const db::Review &one) { return one.reviewer == second.reviewer && one.kind == second.kind; });
            if (first == own->cend())
                continue; // it moves with the application
            const bool secondStands = second.submitted && !first->submitted;
            const db::Review &standing = secondStands ? second : *first;
            const db::Review &leaving = secondStands ? *first : second;
            if (auto outcome = keepLevels(standing, leaving); !outcome)
                return outcome;
            if (auto outcome = db::mergeReview(m_connection, standing.id, leaving.id); !outcome)
                return outcome;
        }
        return {};
    }

    Outcome keepLevels(const db::Review &standing, const db::Review &leaving)
    {
        const auto kept = db::ratings(m_connection, standing.id);
        const auto lost = db::ratings(m_connection, leaving.id);
        if (!kept)
            return tl::unexpected(kept.error());
        if (!lost)
            return tl::unexpected(lost.error());
        for (const db::Rating &rating : *lost) {
            const auto same = std::find_if(kept->cbegin(), kept->cend(), [&rating](const db::Rating &one) { return one.quality == rating.quality; });
            if (same == kept->cend() || (same->level == rating.level && same->ask == rating.ask))
                continue;
            db::Evidence evidence;
            evidence.review = standing.id;
            evidence.quality = rating.quality;
            evidence.note = rating.level ? tr("On the second application, joined since: level %1").arg(*rating.level) : tr("On the second application, joined since: to be asked at the interview");
            if (const auto added = db::insertEvidence(m_connection, evidence); !added)
                return tl::unexpected(added.error());
        }
        return {};
    }

    Outcome joinAgreedLevels(const db::ApplicationPair &pair, db::RoleId role, QStringList &lines)
    {
        const auto kept = db::agreedLevels(m_connection, pair.kept);
        const auto lost = db::agreedLevels(m_connection, pair.other);
        const auto qualities = db::qualities(m_connection, role, true);
        for (const Error *error : {kept ? nullptr : &kept.error(), lost ? nullptr : &lost.error(), qualities ? nullptr : &qualities.error()}) {
            if (error)
                return tl::unexpected(*error);
        }
        for (const db::AgreedLevel &level : *lost) {
            if (std::none_of(kept->cbegin(), kept->cend(), [&level](const db::AgreedLevel &one) { return one.quality == level.quality; }))
                continue;
            const auto quality = std::find_if(qualities->cbegin(), qualities->cend(), [&level](const db::Quality &one) { return one.id == level.quality; });
            lines << tr("Agreed level of “%1”: %2, because %3").arg(quality == qualities->cend() ? QString() : quality->text).arg(level.level).arg(level.reason);
        }
        return {};
    }

    db::Connection &m_connection;
    const MergeChoice &m_choice;
};

} // namespace

Result<MergePreview> previewMerge(db::Connection &connection, const MergeChoice &choice)
{
    const auto applications = db::applicationsOf(connection, choice.other);
    const auto pairs = db::applicationsForSameRole(connection, choice.kept, choice.other);
    if (!applications)
        return tl::unexpected(applications.error());
    if (!pairs)
        return tl::unexpected(pairs.error());
    MergePreview preview;
    for (const db::PersonApplication &one : *applications) {
        if (one.hidden)
            continue; // it moves, but for which role would tell
        const bool same = std::any_of(pairs->cbegin(), pairs->cend(), [&one](const db::ApplicationPair &pair) { return pair.other == one.id; });
        preview.sentences << (same ? tr("Both applied for %1: the stage of the entry that stays stands; documents, notes, tags and reviews are joined, and what there can be one of only is kept as a note.").arg(one.roleTitle)
                                   : tr("The application for %1 moves with all that is in it.").arg(one.roleTitle));
    }
    if (preview.sentences.isEmpty())
        preview.sentences << tr("Documents, links and fields are joined.");
    return preview;
}

Result<Done> mergePeople(db::Connection &connection, const MergeChoice &choice)
{
    if (choice.kept == choice.other || !choice.kept.isValid() || !choice.other.isValid())
        return failure(tr("Merging"), {}, tr("these are not two people"), tr("Choose two"));
    // The marks name the one who stays: History tells it, and erasure finds the one who went.
    auto done = perform(connection, {QStringLiteral("merge"), tr("Merged two entries into %1").arg(personMark(choice.kept)), {}}, Area::Applications, [&] { return Merger(connection, choice).merge(); });
    if (done)
        done->areas |= Area::Ratings | Area::Shortlist | Area::Documents | Area::Dates;
    return done;
}

} // namespace rolecall::app
