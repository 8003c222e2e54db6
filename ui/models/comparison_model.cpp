// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparison_model.h"

#include "app/shortlist/rule.h"
#include "ui/delegates/level_painter.h"
#include "ui/item_roles.h"
#include "ui/models/application_list_model.h"
#include "ui/pages/lists/table_copy.h"

#include <QLocale>

#include <algorithm>

namespace rolecall::ui {

namespace {

LevelMark markOf(const app::ComparedApplicant &applicant, const db::Quality &quality, const app::ComparedCell &cell)
{
    LevelMark mark;
    mark.threshold = quality.threshold;
    if (applicant.panelHidden) { // one's own draft is all there is to see
        if (!cell.levels.isEmpty()) {
            mark.ask = cell.levels.first().ask;
            if (cell.levels.first().level)
                mark.level = *cell.levels.first().level;
        }
        return mark;
    }
    if (cell.panelLevel != db::unratedLevel)
        mark.level = double(cell.panelLevel) / db::levelUnit;
    mark.disagreement = cell.disputed;
    mark.agreed = cell.agreed.has_value();
    return mark;
}

QString reviewedText(const app::ReviewedLevel &level)
{
    const QString what = level.level ? QString::number(*level.level) : QString();
    return level.ask ? (what.isEmpty() ? QStringLiteral("?") : what + QStringLiteral(" ?")) : what.isEmpty() ? QStringLiteral("–") : what;
}

/// Who gave which level, where more than one did or the one is a draft of one's own.
QString levelsText(const app::ComparedApplicant &applicant, const app::ComparedCell &cell)
{
    QStringList parts;
    for (const app::ReviewedLevel &level : cell.levels)
        parts << QStringLiteral("%1: %2").arg(level.reviewer, reviewedText(level)).replace(u' ', QChar::Nbsp);
    const bool any = std::any_of(cell.levels.begin(), cell.levels.end(), [](const app::ReviewedLevel &level) { return level.level || level.ask; });
    if (!any)
        return {};
    if (cell.levels.size() < 2 && !applicant.panelHidden)
        return {};
    const QString text = parts.join(QStringLiteral(" · "));
    return applicant.panelHidden && !text.isEmpty() ? ComparisonModel::tr("My draft: %1").arg(text) : text;
}

QString evidenceText(const app::ComparedEvidence &evidence)
{
    if (!evidence.quoted)
        return evidence.text;
    return evidence.page ? ComparisonModel::tr("“%1” (page %2)").arg(evidence.text).arg(*evidence.page) : ComparisonModel::tr("“%1”").arg(evidence.text);
}

} // namespace

void ComparisonModel::setComparison(const app::Comparison &comparison)
{
    const auto sameQuality = [](const db::Quality &one, const db::Quality &other) { return one.id == other.id; };
    const auto samePerson = [](const app::ComparedApplicant &one, const app::ComparedApplicant &other) { return one.application == other.application; };
    const bool same = std::equal(comparison.qualities.begin(), comparison.qualities.end(), m_comparison.qualities.begin(), m_comparison.qualities.end(), sameQuality)
        && std::equal(comparison.applicants.begin(), comparison.applicants.end(), m_comparison.applicants.begin(), m_comparison.applicants.end(), samePerson);
    if (!same)
        beginResetModel();
    m_comparison = comparison;
    if (!same) {
        endResetModel();
    } else if (columnCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

db::ApplicationId ComparisonModel::applicationAt(int column) const
{
    const int place = column - FirstApplicant;
    return place >= 0 && place < m_comparison.applicants.size() ? m_comparison.applicants[place].application : db::ApplicationId();
}

const db::Quality *ComparisonModel::qualityAt(int row) const
{
    const int place = row - FirstQuality;
    return place >= 0 && place < m_comparison.qualities.size() ? &m_comparison.qualities[place] : nullptr;
}

const app::ComparedCell *ComparisonModel::cellAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() < FirstApplicant || !qualityAt(index.row()))
        return nullptr;
    return &m_comparison.applicants[index.column() - FirstApplicant].cells[index.row() - FirstQuality];
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_comparison.applicants.isEmpty() ? 0 : FirstQuality + int(m_comparison.qualities.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_comparison.applicants.isEmpty() ? 0 : FirstApplicant + int(m_comparison.applicants.size());
}

QVariant ComparisonModel::standingData(const app::ComparedApplicant &applicant, int role) const
{
    db::ApplicationRow row;
    row.panelHidden = applicant.panelHidden;
    row.standing = applicant.standing;
    switch (role) {
    case Qt::DisplayRole:
        return applicant.panelHidden ? hiddenWords() : gateWords(applicant.standing);
    case DetailRole:
        if (applicant.panelHidden || !applicant.standing.usefulScore)
            return QString();
        return tr("useful score %1").arg(QLocale().toString(app::scorePercent(*applicant.standing.usefulScore), 'f', 0));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1: %2 %3").arg(applicant.name, standingData(applicant, Qt::DisplayRole).toString(), standingData(applicant, DetailRole).toString()).trimmed();
    default:
        return ui::standingData(row, role);
    }
}

QVariant ComparisonModel::cellData(const app::ComparedApplicant &applicant, const db::Quality &quality, const app::ComparedCell &cell, int role) const
{
    const LevelMark mark = markOf(applicant, quality, cell);
    switch (role) {
    case Qt::DisplayRole:
        return levelText(mark);
    case LevelRole:
        return mark.level ? QVariant(*mark.level) : QVariant();
    case ThresholdRole:
        return mark.threshold;
    case AskRole:
        return mark.ask;
    case DisagreementRole:
        return mark.disagreement;
    case AgreedRole:
        return mark.agreed ? QVariant(cell.agreedReason) : QVariant();
    case HiddenRole:
        return applicant.panelHidden && cell.levels.isEmpty() && applicant.hiddenReviews > 0;
    case DetailRole: {
        QStringList lines;
        if (const QString levels = levelsText(applicant, cell); !levels.isEmpty())
            lines << levels;
        if (mark.agreed)
            lines << tr("Agreed: %1").arg(cell.agreedReason);
        for (const app::ComparedEvidence &evidence : cell.evidence)
            lines << evidenceText(evidence);
        return lines.join(u'\n');
    }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{QStringLiteral("%1, %2: %3").arg(applicant.name, quality.text, cellData(applicant, quality, cell, HiddenRole).toBool() ? hiddenWords() : levelDescription(mark))};
        if (const QString more = cellData(applicant, quality, cell, DetailRole).toString(); !more.isEmpty())
            parts << more;
        return parts.join(u'\n');
    }
    default:
        return {};
    }
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const db::Quality *quality = qualityAt(index.row());
    if (index.column() == QualityColumn) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return quality ? quality->text : tr("Where they stand");
        if (role == DetailRole && quality)
            return quality->tier == db::Tier::Necessary ? tr("Necessary, met from level %1").arg(quality->threshold) : tr("Useful, weight %1").arg(quality->weight);
        if (role == Qt::AccessibleTextRole)
            return quality ? QStringLiteral("%1, %2").arg(quality->text, data(index, DetailRole).toString()) : data(index, Qt::DisplayRole).toString();
        return {};
    }
    const app::ComparedApplicant &applicant = m_comparison.applicants[index.column() - FirstApplicant];
    if (role == IdRole)
        return applicant.application.number();
    return quality ? cellData(applicant, *quality, *cellAt(index), role) : standingData(applicant, role);
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) || section < 0 || section >= columnCount())
        return {};
    return section == QualityColumn ? tr("Quality") : m_comparison.applicants[section - FirstApplicant].name;
}

QString ComparisonModel::tabSeparated() const
{
    QStringList head{tr("Tier"), tr("Quality")};
    for (const app::ComparedApplicant &applicant : m_comparison.applicants)
        head << applicant.name << tr("Evidence: %1").arg(applicant.name);
    QString text = tabSeparatedLine(head);
    for (int row = 0; row < rowCount(); ++row) {
        const db::Quality *quality = qualityAt(row);
        QStringList line{quality ? (quality->tier == db::Tier::Necessary ? tr("Necessary") : tr("Useful")) : QString(), data(index(row, QualityColumn)).toString()};
        for (int column = FirstApplicant; column < columnCount(); ++column) {
            const QModelIndex at = index(row, column);
            line << (at.data(HiddenRole).toBool() ? hiddenWords() : at.data().toString()) << at.data(DetailRole).toString().replace(QChar::Nbsp, u' ');
        }
        text += tabSeparatedLine(line);
    }
    return text;
}

} // namespace rolecall::ui
