// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/roles/posting_remarks.h"

#include "db/connection.h"

#include <QCoreApplication>
#include <QMap>
#include <QSet>

namespace rolecall::app {

namespace {

const QString dismissedKind = QStringLiteral("remark");
const QString takenUpKind = QStringLiteral("remark-back");

QString tr(const char *text)
{
    return QCoreApplication::translate("PostingRemarks", text);
}

/// The name in the log, which no translation changes.
QString logName(LintKind kind)
{
    switch (kind) {
    case LintKind::DoubleBarrelled:
        return QStringLiteral("two in one");
    case LintKind::Vague:
        return QStringLiteral("vague");
    case LintKind::Duplicate:
        return QStringLiteral("said twice");
    case LintKind::Untestable:
        return QStringLiteral("cannot be shown");
    case LintKind::Exclusionary:
        return QStringLiteral("may exclude");
    }
    return {};
}

/// What identifies a remark in the log: its kind, the words it points at, and the whole line. Another wording is
/// another remark.
QString detailOf(const LintFinding &finding, const QString &text)
{
    const QString words = text.mid(finding.start, finding.length).simplified();
    return words == text.simplified() ? QStringLiteral("%1: %2").arg(logName(finding.kind), words) : QStringLiteral("%1, “%2”: %3").arg(logName(finding.kind), words, text.simplified());
}

Result<QSet<QString>> dismissedDetails(db::Connection &connection, db::RoleId role)
{
    constexpr int most = 10'000;
    QMap<qint64, std::pair<bool, QString>> acts; // in the order in which they were done
    for (const QString &kind : {dismissedKind, takenUpKind}) {
        db::ChangeFilter filter;
        filter.role = role;
        filter.kind = kind;
        const auto changes = db::changes(connection, filter, most);
        if (!changes)
            return tl::unexpected(changes.error());
        for (const db::Change &change : *changes) {
            if (!change.undone)
                acts.insert(change.id.number(), {kind == dismissedKind, change.detail});
        }
    }
    QSet<QString> details;
    for (const auto &[dismissed, detail] : std::as_const(acts)) {
        if (dismissed)
            details.insert(detail);
        else
            details.remove(detail);
    }
    return details;
}

Result<Done> act(db::Connection &connection, const Remark &remark, const QString &kind, const QString &title)
{
    const auto quality = db::quality(connection, remark.quality);
    if (!quality)
        return tl::unexpected(quality.error());
    return perform(connection, {kind, title, detailOf(remark.finding, quality->text), quality->role}, Area::Qualities, [] { return Outcome(); });
}

} // namespace

Result<QList<Remark>> remarks(db::Connection &connection, db::RoleId role)
{
    const auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    const QList<LintFinding> findings = lint(*qualities);
    QSet<QString> dismissed;
    if (!findings.isEmpty()) {
        auto details = dismissedDetails(connection, role);
        if (!details)
            return tl::unexpected(details.error());
        dismissed = std::move(*details);
    }
    QList<Remark> list;
    for (const LintFinding &finding : findings) {
        const db::Quality &quality = qualities->at(finding.item);
        list << Remark{quality.id, finding, finding.other ? qualities->at(*finding.other).id : db::QualityId(), dismissed.contains(detailOf(finding, quality.text))};
    }
    return list;
}

Result<Done> dismissRemark(db::Connection &connection, const Remark &remark)
{
    return act(connection, remark, dismissedKind, tr("Set a remark on the wording aside"));
}

Result<Done> takeUpRemark(db::Connection &connection, const Remark &remark)
{
    return act(connection, remark, takenUpKind, tr("Took a remark on the wording up again"));
}

} // namespace rolecall::app
