// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/agenda_model.h"

#include "app/blind/identity.h"
#include "db/reviewers.h"
#include "ui/item_roles.h"

#include <QLocale>

namespace rolecall::ui {

QString alphaText(const app::Alpha &alpha)
{
    return alpha.value ? QLocale().toString(*alpha.value, 'f', 2) : QStringLiteral("–");
}

Result<AgreementSheet> AgreementSheet::read(db::Connection &connection, db::RoleId role)
{
    AgreementSheet sheet;
    auto agreement = app::agreement(connection, role);
    if (!agreement)
        return tl::unexpected(agreement.error());
    sheet.agreement = std::move(*agreement);
    auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    sheet.qualities = std::move(*qualities);
    QSet<db::ApplicationId> ids;
    for (const app::AgendaItem &item : sheet.agreement.agenda)
        ids.insert(item.application);
    auto names = app::displayNames(connection, role, QList<db::ApplicationId>(ids.cbegin(), ids.cend()));
    if (!names)
        return tl::unexpected(names.error());
    sheet.names = std::move(*names);
    const auto reviewers = db::reviewers(connection);
    if (!reviewers)
        return tl::unexpected(reviewers.error());
    for (const db::Reviewer &reviewer : *reviewers)
        sheet.reviewers.insert(reviewer.id, reviewer.name);
    return sheet;
}

void AgendaModel::setSheet(const AgreementSheet &sheet)
{
    QList<AgendaLine> lines;
    for (const app::AgendaItem &item : sheet.agreement.agenda) {
        AgendaLine line;
        // A pair of keys as one: workspaces have far fewer than a million qualities.
        line.key = item.application.number() * 1'000'000 + item.quality.number();
        line.item = item;
        line.name = sheet.names.value(item.application);
        for (const db::Quality &quality : sheet.qualities) {
            if (quality.id == item.quality)
                line.quality = quality;
        }
        for (const app::ReviewerLevel &level : item.levels)
            line.levels << QStringLiteral("%1: %2").arg(sheet.reviewers.value(level.reviewer)).arg(level.level);
        lines << line;
    }
    setRows(lines);
}

QVariant AgendaModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AgendaLine &line = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1 · %2").arg(line.name, line.quality.text);
    case DetailRole:
        return line.levels.join(QStringLiteral(" · "));
    case MarkRole:
        return int(line.item.agreed ? Mark::Good : line.item.gap() > app::agendaGap ? Mark::Bad : Mark::Attention);
    case MarkTextRole:
        return line.item.agreed ? tr("agreed: %1").arg(*line.item.agreed) : tr("%1 apart").arg(line.item.gap());
    case Qt::ToolTipRole:
        return data(index, Qt::DisplayRole);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(data(index, Qt::DisplayRole).toString(), data(index, DetailRole).toString(), data(index, MarkTextRole).toString());
    case IdRole:
        return line.key;
    default:
        return {};
    }
}

void SpreadModel::setSheet(const AgreementSheet &sheet)
{
    beginResetModel();
    m_spread = sheet.agreement.qualities;
    m_qualities = sheet.qualities;
    endResetModel();
}

int SpreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_spread.size());
}

int SpreadModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SpreadModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::QualitySpread &spread = m_spread[size_t(index.row())];
    const QLocale locale;
    if (role == Qt::TextAlignmentRole)
        return index.column() == QualityColumn ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        if (index.column() == AlphaColumn && !(spread.alpha.reason + spread.alpha.warning).isEmpty())
            return spread.alpha.value ? QStringLiteral("%1. %2").arg(alphaText(spread.alpha), spread.alpha.warning) : spread.alpha.reason;
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(), data(index).toString());
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case QualityColumn:
        return m_qualities.value(index.row()).text;
    case AlphaColumn:
        return alphaText(spread.alpha);
    case CellsColumn:
        return locale.toString(spread.cells);
    case SameColumn:
        return locale.toString(spread.same);
    case ApartColumn:
        return locale.toString(spread.apart);
    case GapColumn:
        return spread.cells > 0 ? locale.toString(spread.meanGap, 'f', 1) : QStringLiteral("–");
    case CountsColumn: {
        QStringList counts;
        for (const int count : spread.counts)
            counts << locale.toString(count);
        return counts.join(QStringLiteral("  "));
    }
    default:
        return {};
    }
}

QVariant SpreadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == QualityColumn ? QVariant(Qt::AlignLeft | Qt::AlignVCenter) : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case AlphaColumn:
            return tr("Krippendorff's alpha for ordered levels: 1 is full agreement, 0 is chance");
        case CellsColumn:
            return tr("Applicants whom two or more reviewers rated on it");
        case ApartColumn:
            return tr("Of these, two levels or more between two reviewers");
        case GapColumn:
            return tr("Levels between the highest and the lowest, on average");
        case CountsColumn:
            return tr("How often the levels 0, 1, 2 and 3 were given");
        default:
            return {};
        }
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case QualityColumn:
        return tr("Quality");
    case AlphaColumn:
        return tr("Alpha");
    case CellsColumn:
        return tr("Rated by two");
    case SameColumn:
        return tr("The same");
    case ApartColumn:
        return tr("Far apart");
    case GapColumn:
        return tr("Mean gap");
    case CountsColumn:
        return tr("0, 1, 2, 3");
    default:
        return {};
    }
}

} // namespace rolecall::ui
