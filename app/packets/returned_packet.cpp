// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packets/returned_packet.h"

#include "app/packets/evidence_return.h"
#include "db/backup.h"
#include "db/connection.h"
#include "db/workspace.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Packets", text);
}

// More than any panel makes; a file with more of something was not made by reviewing.
constexpr qint64 largestFile = 8LL * 1024 * 1024 * 1024;
constexpr qint64 mostReviewers = 100;
constexpr qint64 mostQualities = 1000;
constexpr qint64 mostReviews = 200'000;
constexpr qint64 mostRatings = 4'000'000;
constexpr qint64 mostEvidence = 400'000;
constexpr int longestText = 20'000;
constexpr int longestName = 200;
constexpr qint64 highestRevision = 1'000'000;
constexpr std::chrono::minutes longestWork{2};

bool isUuid(const QString &text)
{
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-'); });
}

bool isName(const QString &text)
{
    return !text.trimmed().isEmpty() && text.size() <= longestName && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isPrint() || c.isSurrogate(); });
}

/// The time as it is stored, or now where it is none.
QString checkedTime(const QString &text, const db::Connection &connection)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : connection.now();
}

tl::unexpected<Error> refused(const QString &path, const QString &problem, const QString &remedy)
{
    return failure(tr("Reading the packet"), QFileInfo(path).fileName(), problem, remedy);
}

class Reader
{
public:
    Reader(db::Connection &ours, db::Connection &theirs, const QString &path)
        : m_ours(ours)
        , m_theirs(theirs)
        , m_path(path)
    {}

    Result<ReturnedPacket> read()
    {
        for (const auto step : {&Reader::checkFile, &Reader::identify, &Reader::checkCounts, &Reader::compareQualities, &Reader::readReviews}) {
            if (auto outcome = (this->*step)(); !outcome)
                return refused(m_path, outcome.error().problem, outcome.error().remedy);
        }
        return std::move(m_packet);
    }

private:
    Outcome checkFile()
    {
        const auto alike = db::hasSameLayout(m_ours, m_theirs);
        if (!alike)
            return tl::unexpected(alike.error());
        if (!*alike)
            return failure({}, {}, tr("its tables are not as Rolecall lays them out: the file was changed by another program"), tr("Ask for it again"));
        const auto damage = db::damage(m_theirs);
        if (!damage)
            return tl::unexpected(damage.error());
        for (const QString &line : *damage) {
            // A value beyond its bounds is looked at where it is read; everything else means that the file cannot be relied on.
            if (!line.startsWith(QLatin1String("CHECK constraint failed")))
                return failure({}, {}, tr("the file is damaged (%1)").arg(line.left(120)), tr("Ask for it again"));
        }
        return {};
    }

    Outcome identify()
    {
        const auto info = db::packetInfo(m_theirs);
        if (!info)
            return tl::unexpected(info.error());
        if (!*info)
            return failure({}, {}, tr("it is a workspace, not a packet"), tr("Open it instead, or choose the packet that came back"));
        const auto workspace = db::workspaceInfo(m_ours, QStringLiteral("uuid"));
        if (!workspace)
            return tl::unexpected(workspace.error());
        if ((*info)->workspaceUuid != workspace->value_or(QString()))
            return failure({}, {}, tr("it was made from another workspace"), tr("Open the workspace that it was made from"));
        const auto role = db::roleByUuid(m_ours, (*info)->roleUuid);
        if (!role)
            return tl::unexpected(role.error());
        if (!*role)
            return failure({}, {}, tr("its role is not in this workspace any more"), tr("Undo the removal of the role first"));
        m_packet.info = **info;
        m_packet.role = **role;
        return {};
    }

    Outcome checkCounts()
    {
        const auto counts = db::packetCounts(m_theirs);
        if (!counts)
            return tl::unexpected(counts.error());
        if (counts->reviewers > mostReviewers || counts->qualities > mostQualities || counts->reviews > mostReviews || counts->ratings > mostRatings || counts->evidence > mostEvidence)
            return failure({}, {}, tr("it holds more than a panel could have written (%1 reviews, %2 ratings by %3 reviewers)").arg(counts->reviews).arg(counts->ratings).arg(counts->reviewers),
                           tr("Ask for it again"));
        return {};
    }

    Outcome compareQualities()
    {
        const auto ours = db::qualities(m_ours, m_packet.role, true);
        if (!ours)
            return tl::unexpected(ours.error());
        QHash<QString, db::Quality> byUuid;
        for (const db::Quality &quality : *ours)
            byUuid.insert(quality.uuid, quality);
        const auto theirs = db::packetQualities(m_theirs);
        if (!theirs)
            return tl::unexpected(theirs.error());
        for (const db::PacketQuality &quality : *theirs) {
            const auto known = byUuid.constFind(quality.uuid);
            if (known == byUuid.constEnd())
                continue;
            m_qualities.insert(quality.uuid, known->id);
            if (known->retiredAt || known->text != quality.text || db::tierName(known->tier) != quality.tier)
                m_packet.differences << QualityDifference{*known, quality};
            else
                m_packet.alike.insert(known->id);
        }
        return {};
    }

    Outcome readReviews()
    {
        const auto applications = db::applicationsByUuid(m_ours, m_packet.role);
        if (!applications)
            return tl::unexpected(applications.error());
        const auto rows = db::packetReviews(m_theirs);
        if (!rows)
            return tl::unexpected(rows.error());
        EvidenceReturn evidence(m_ours, m_packet.info.blind);
        QSet<QString> seen;
        for (const db::PacketReview &row : *rows) {
            if (!row.submitted) {
                ++m_packet.drafts;
                continue;
            }
            if (const QString problem = problemOf(row); !problem.isEmpty()) {
                m_packet.leftOut.add(problem);
                continue;
            }
            const QString place = row.applicationUuid + u' ' + row.reviewerUuid + u' ' + row.kind;
            if (seen.contains(place)) {
                m_packet.leftOut.add(tr("a second review of one applicant by one reviewer"));
                continue;
            }
            seen.insert(place);
            ReturnedReview returned;
            returned.reviewerUuid = row.reviewerUuid;
            returned.reviewerName = row.reviewerName.simplified();
            returned.code = row.code;
            returned.application = applications->value(row.applicationUuid);
            returned.review.uuid = row.uuid;
            returned.review.kind = row.kind;
            returned.review.submitted = true;
            returned.review.revision = int(row.revision);
            returned.review.startedAt = checkedTime(row.startedAt, m_ours);
            returned.review.submittedAt = checkedTime(row.submittedAt, m_ours);
            if (returned.application.isValid()) {
                if (auto outcome = readContent(row, returned, evidence); !outcome)
                    return outcome;
            }
            m_packet.reviews << std::move(returned);
        }
        return {};
    }

    static QString problemOf(const db::PacketReview &row)
    {
        if (row.applicationUuid.isEmpty())
            return tr("a review of nobody");
        if (!isUuid(row.reviewerUuid) || !isName(row.reviewerName))
            return tr("a review by nobody");
        if (!isUuid(row.uuid) || !isUuid(row.applicationUuid) || row.revision < 1 || row.revision > highestRevision)
            return tr("a review whose marks Rolecall did not write");
        if (row.kind != QLatin1String("written") && row.kind != QLatin1String("interview"))
            return tr("a review of an unknown kind");
        return {};
    }

    Outcome readContent(const db::PacketReview &row, ReturnedReview &returned, EvidenceReturn &putBack)
    {
        const auto ratings = db::packetRatings(m_theirs, row.id);
        if (!ratings)
            return tl::unexpected(ratings.error());
        for (const db::PacketRating &rating : *ratings) {
            const db::QualityId quality = m_qualities.value(rating.qualityUuid);
            if (!quality.isValid())
                m_packet.leftOut.add(tr("a rating of a quality that the role does not have"));
            else if ((rating.level && (*rating.level < 0 || *rating.level > 3)) || (!rating.level && !rating.ask))
                m_packet.leftOut.add(tr("a level that is not on the scale"));
            else
                returned.content.ratings << db::Rating{quality, rating.level ? std::optional(int(*rating.level)) : std::nullopt, rating.ask, false};
        }
        const auto evidence = db::packetEvidence(m_theirs, row.id, longestText);
        if (!evidence)
            return tl::unexpected(evidence.error());
        for (const db::PacketEvidence &item : *evidence) {
            const db::QualityId quality = m_qualities.value(item.qualityUuid);
            if (!quality.isValid())
                m_packet.leftOut.add(tr("evidence for a quality that the role does not have"));
            else if (item.tooLong)
                m_packet.leftOut.add(tr("a note or quote of more than %1 characters").arg(longestText));
            else if (!isUuid(item.uuid) || (item.note.isEmpty() && item.quote.isEmpty()))
                m_packet.leftOut.add(tr("evidence that Rolecall did not write"));
            else if (auto back = putBack.returned(returned.application, item); !back)
                return tl::unexpected(back.error());
            else {
                back->quality = quality;
                back->createdAt = checkedTime(back->createdAt, m_ours);
                returned.content.evidence << *back;
            }
        }
        const auto asSent = db::rememberedReview(m_theirs, row.uuid);
        if (!asSent)
            return tl::unexpected(asSent.error());
        returned.asSent = *asSent;
        return {};
    }

    db::Connection &m_ours;
    db::Connection &m_theirs;
    QString m_path;
    ReturnedPacket m_packet;
    QHash<QString, db::QualityId> m_qualities; ///< ours by UUID, those that the packet has too
};

} // namespace

void LeftOut::add(const QString &reason, qint64 times)
{
    count += times;
    if (!reasons.contains(reason))
        reasons << reason;
}

Result<ReturnedPacket> readReturnedPacket(db::Connection &ours, const QString &path)
{
    if (QFileInfo(path).size() > largestFile)
        return refused(path, tr("it is too large for a packet"), tr("Ask for it again"));
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(ours.path()).canonicalFilePath() && QFileInfo::exists(path))
        return refused(path, tr("it is this workspace itself"), tr("Choose the packet that came back"));
    const auto packet = db::Workspace::open(path, db::Access::ReadOnly);
    if (!packet)
        return refused(path, packet.error().problem, packet.error().remedy);
    const db::TimeBound bound((*packet)->connection(), longestWork);
    return Reader(ours, (*packet)->connection(), path).read();
}

} // namespace rolecall::app
