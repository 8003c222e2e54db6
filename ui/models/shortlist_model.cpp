// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shortlist_model.h"

#include "app/shortlist/rule.h"
#include "ui/item_roles.h"

#include <QLocale>

namespace rolecall::ui {

namespace {

ShortlistRow heading(ShortlistSection section, const QString &text)
{
    ShortlistRow row;
    row.key = -1 - qint64(section);
    row.section = section;
    row.heading = text;
    return row;
}

/// The one necessary quality below its threshold.
QString missedQuality(const QList<db::Quality> &qualities, const app::Rule &rule, const db::Standing &standing)
{
    for (size_t i = 0; i < rule.size() && i < standing.levels.size(); ++i) {
        const qint32 level = standing.levels[i];
        if (rule[i].tier != db::Tier::Necessary || level == db::unratedLevel || level >= rule[i].threshold * db::levelUnit)
            continue;
        for (const db::Quality &quality : qualities) {
            if (quality.id == rule[i].quality)
                return quality.text;
        }
    }
    return {};
}

} // namespace

void ShortlistModel::setView(const app::ShortlistView &view, int total)
{
    const QLocale locale;
    const app::Rule rule = app::ruleOf(view.qualities);
    QList<ShortlistRow> rows;
    m_shown = int(view.entries.size());
    m_total = std::max(total, m_shown);
    const auto add = [&](const QList<app::ShortlistEntry> &entries, ShortlistSection section) {
        for (const app::ShortlistEntry &entry : entries)
            rows << ShortlistRow{entry.application.number(), section, entry, {}, section == ShortlistSection::NearMiss ? missedQuality(view.qualities, rule, entry.standing) : QString()};
    };
    rows << heading(ShortlistSection::On, m_total > 0 ? tr("On the list: %1").arg(locale.toString(m_total)) : tr("Nobody is on the list yet"));
    add(view.entries, ShortlistSection::On);
    if (!view.nearMisses.isEmpty()) {
        rows << heading(ShortlistSection::NearMiss, tr("Near misses, below on one quality: %1").arg(locale.toString(view.nearMissCount)));
        add(view.nearMisses, ShortlistSection::NearMiss);
    }
    if (!view.takenOff.isEmpty()) {
        rows << heading(ShortlistSection::TakenOff, tr("Taken off by hand: %1").arg(locale.toString(view.takenOff.size())));
        add(view.takenOff, ShortlistSection::TakenOff);
    }
    if (view.afterReview > 0)
        rows << heading(ShortlistSection::AfterReview, view.afterReview == 1 ? tr("After your review: 1 applicant whom others have rated") : tr("After your review: %1 applicants whom others have rated").arg(locale.toString(view.afterReview)));
    setRows(rows);
}

void ShortlistModel::clear()
{
    m_shown = m_total = 0;
    setRows({});
}

void ShortlistModel::addLabels(const QHash<db::ApplicationId, Label> &labels)
{
    m_labels.insert(labels);
    tellAll();
}

void ShortlistModel::setShares(const QHash<db::ApplicationId, double> &shares)
{
    if (shares.isEmpty() && m_shares.isEmpty())
        return;
    const bool room = shares.isEmpty() != m_shares.isEmpty();
    if (room)
        Q_EMIT layoutAboutToBeChanged(); // rows may change their height
    m_shares = shares;
    if (room)
        Q_EMIT layoutChanged();
    tellAll();
}

QList<db::ApplicationId> ShortlistModel::unlabelled() const
{
    QList<db::ApplicationId> ids;
    for (int i = 0; i < rowCount(); ++i) {
        if (row(i).key > 0 && !m_labels.contains(row(i).entry.application))
            ids << row(i).entry.application;
    }
    return ids;
}

std::optional<ShortlistRow> ShortlistModel::personAt(const QModelIndex &index) const
{
    return index.isValid() && index.row() < rowCount() && row(index.row()).key > 0 ? std::optional(row(index.row())) : std::nullopt;
}

QString ShortlistModel::detailOf(const ShortlistRow &row) const
{
    if (row.section == ShortlistSection::NearMiss)
        return tr("misses: %1").arg(row.misses);
    if (row.section == ShortlistSection::TakenOff)
        return tr("taken off by hand: %1").arg(row.entry.byHandReason);
    if (row.entry.placement == app::Placement::On)
        return tr("put on by hand: %1").arg(row.entry.byHandReason);
    return m_labels.value(row.entry.application).stage;
}

QVariant ShortlistModel::headingData(const ShortlistRow &row, int role) const
{
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return row.heading;
    return role == HeadingRole ? QVariant(true) : role == SectionRole ? QVariant(int(row.section)) : QVariant();
}

QVariant ShortlistModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ShortlistRow &line = row(index.row());
    if (role == HasSharesRole)
        return !m_shares.isEmpty();
    if (line.key < 0)
        return headingData(line, role);
    const db::Standing &standing = line.entry.standing;
    switch (role) {
    case Qt::DisplayRole:
        return m_labels.value(line.entry.application).name;
    case DetailRole:
        return detailOf(line);
    case Qt::ToolTipRole:
        return line.entry.placement != app::Placement::ByRule || line.section != ShortlistSection::On ? QVariant(detailOf(line)) : QVariant();
    case RankRole:
        return line.section == ShortlistSection::On ? (line.entry.rank ? QVariant(*line.entry.rank) : QVariant(QStringLiteral("+"))) : QVariant(QString());
    case GateRole:
        return int(standing.gate);
    case GateCountRole:
        return standing.gate == db::Gate::Open ? standing.necessaryUnrated : standing.necessaryBelow;
    case ScoreRole:
        return standing.usefulScore ? QVariant(app::scorePercent(*standing.usefulScore)) : QVariant();
    case CoverageRole:
        return app::coverageShare(standing.coverage);
    case IdRole:
        return line.key;
    case SectionRole:
        return int(line.section);
    case ShareRole: {
        const auto share = m_shares.constFind(line.entry.application);
        return share == m_shares.constEnd() ? QVariant() : QVariant(*share);
    }
    case ByHandRole:
        return line.entry.placement != app::Placement::ByRule;
    case Qt::AccessibleTextRole: {
        QStringList parts;
        if (line.entry.rank)
            parts << tr("Rank %1").arg(*line.entry.rank);
        parts << m_labels.value(line.entry.application).name;
        if (standing.usefulScore)
            parts << tr("score %1").arg(qRound(app::scorePercent(*standing.usefulScore)));
        parts << tr("%1 % of the useful qualities rated").arg(qRound(100 * app::coverageShare(standing.coverage))) << detailOf(line);
        if (const auto share = m_shares.constFind(line.entry.application); share != m_shares.constEnd())
            parts << tr("stays in with %1 % of the weightings").arg(qRound(100 * *share));
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

Qt::ItemFlags ShortlistModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    return row(index.row()).key < 0 ? Qt::ItemIsEnabled | Qt::ItemNeverHasChildren : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace rolecall::ui
