// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/matrix_model.h"

#include "app/blind/veil.h"
#include "ui/delegates/level_painter.h"
#include "ui/item_roles.h"
#include "ui/models/application_list_model.h"

#include <QTimer>
#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int countMilliseconds = 250;

const db::Rating *ownOf(const db::MatrixRow &row, db::QualityId quality)
{
    const auto found = std::find_if(row.own.cbegin(), row.own.cend(), [quality](const db::Rating &rating) { return rating.quality == quality; });
    return found == row.own.cend() ? nullptr : &*found;
}

const db::AgreedLevel *agreedOf(const db::MatrixRow &row, db::QualityId quality)
{
    const auto found = std::find_if(row.agreed.cbegin(), row.agreed.cend(), [quality](const db::AgreedLevel &agreed) { return agreed.quality == quality; });
    return found == row.agreed.cend() ? nullptr : &*found;
}

bool isHidden(const db::MatrixRow &row, db::LevelsOf levels)
{
    return levels == db::LevelsOf::Panel && row.application.panelHidden;
}

LevelMark markOf(const db::MatrixRow &row, const db::Quality &quality, int place, db::LevelsOf whose)
{
    LevelMark mark;
    mark.threshold = quality.threshold;
    const db::Rating *rating = ownOf(row, quality.id);
    mark.reconfirm = rating && rating->reconfirm;
    if (whose == db::LevelsOf::Reviewer) {
        mark.ask = rating && rating->ask;
        if (rating && rating->level)
            mark.level = *rating->level;
    } else if (!row.application.panelHidden) {
        const auto &levels = row.application.standing.levels;
        if (size_t(place) < levels.size() && levels[size_t(place)] != db::unratedLevel)
            mark.level = double(levels[size_t(place)]) / db::levelUnit;
        mark.disagreement = row.disputed.contains(quality.id);
        mark.agreed = agreedOf(row, quality.id);
    }
    return mark;
}

} // namespace

MatrixModel::MatrixModel(Session &session, QObject *parent)
    : ApplicationPagesModel(session, parent)
    , m_countTimer(new QTimer(this))
{
    m_countTimer->setSingleShot(true);
    m_countTimer->setInterval(countMilliseconds);
    connect(m_countTimer, &QTimer::timeout, this, [this] {
        const quint64 counting = ++m_counting;
        ApplicationPagesModel::session().reader().ask<QList<db::QualityCount>>(
            this, [role = this->role(), qualities = m_qualities, levels = m_levels](db::Connection &connection) { return db::qualityCounts(connection, role, qualities, levels); },
            [this, counting](Result<QList<db::QualityCount>> counts) {
                if (counting != m_counting || !counts)
                    return;
                m_counts = std::move(*counts);
                Q_EMIT counted();
            });
    });
}

void MatrixModel::setLevelsOf(db::LevelsOf levels)
{
    if (levels == m_levels)
        return;
    m_levels = levels;
    m_counts.clear();
    countSoon();
    Q_EMIT levelsOfChanged();
    Q_EMIT counted();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, FirstQuality), index(rowCount() - 1, columnCount() - 1));
    if (sortedColumn() >= FirstQuality)
        refresh();
}

const db::Quality *MatrixModel::qualityAt(int column) const
{
    const int place = column - FirstQuality;
    return place >= 0 && place < m_qualities.size() ? &m_qualities[place] : nullptr;
}

QString MatrixModel::shortName(int column) const
{
    const db::Quality *quality = qualityAt(column);
    if (!quality)
        return {};
    int number = 0;
    for (int before = FirstQuality; before <= column; ++before)
        number += qualityAt(before)->tier == quality->tier;
    return quality->tier == db::Tier::Necessary ? tr("N%1").arg(number) : tr("U%1").arg(number);
}

std::optional<db::QualityCount> MatrixModel::count(int column) const
{
    const int place = column - FirstQuality;
    return place >= 0 && place < m_counts.size() ? std::optional(m_counts[place]) : std::nullopt;
}

void MatrixModel::countSoon()
{
    m_countTimer->start();
}

int MatrixModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FirstQuality + int(m_qualities.size());
}

std::optional<db::Rating> MatrixModel::ownRating(const QModelIndex &index) const
{
    const db::MatrixRow *row = rowAt(index.row());
    const db::Quality *quality = qualityAt(index.column());
    const db::Rating *rating = row && quality ? ownOf(*row, quality->id) : nullptr;
    return rating ? std::optional(*rating) : std::nullopt;
}

QVariant MatrixModel::levelData(const db::MatrixRow &row, int column, int role) const
{
    const db::Quality &quality = *qualityAt(column);
    const bool hidden = isHidden(row, m_levels);
    const LevelMark mark = markOf(row, quality, m_places.value(quality.id), m_levels);
    switch (role) {
    case LevelRole:
        return mark.level ? QVariant(*mark.level) : QVariant();
    case ThresholdRole:
        return mark.threshold;
    case AskRole:
        return mark.ask;
    case DisagreementRole:
        return mark.disagreement;
    case ReconfirmRole:
        return mark.reconfirm;
    case AgreedRole:
        return mark.agreed ? QVariant(agreedOf(row, quality.id)->reason) : QVariant();
    case HiddenRole:
        return hidden;
    case Qt::DisplayRole:
        return levelText(mark);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QString what = hidden ? tr("Rated by others; shown once your own review is submitted") : levelDescription(mark);
        if (mark.agreed)
            what += QStringLiteral(": ") + agreedOf(row, quality.id)->reason;
        return QStringLiteral("%1, %2: %3").arg(applicantName(row.application, isBlind()), quality.text, what);
    }
    default:
        return {};
    }
}

QVariant MatrixModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return applicationAt(index.row()).number();
    if (role == Qt::TextAlignmentRole)
        return index.column() >= FirstQuality ? QVariant(Qt::AlignCenter) : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role < IdRole && role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const db::MatrixRow *row = rowAt(index.row());
    if (!row)
        return role == Qt::DisplayRole && index.column() == NameColumn ? QVariant(QStringLiteral("…")) : QVariant();
    if (index.column() >= FirstQuality)
        return levelData(*row, index.column(), role);
    if (role == Qt::DisplayRole)
        return standingText(*row, index.column());
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(), standingText(*row, index.column()));
    return standingData(row->application, role);
}

QString MatrixModel::standingText(const db::MatrixRow &row, int column) const
{
    static constexpr int same[] = {ApplicationListModel::NameColumn, ApplicationListModel::GateColumn, ApplicationListModel::ScoreColumn};
    return ApplicationListModel::cellText(row.application, same[column], isBlind());
}

MatrixModel::CellWriter MatrixModel::cellWriter() const
{
    return [qualities = m_qualities, places = m_places, levels = m_levels, blind = isBlind()](const db::MatrixRow &row, int column) {
        static constexpr int same[] = {ApplicationListModel::NameColumn, ApplicationListModel::GateColumn, ApplicationListModel::ScoreColumn};
        if (column < FirstQuality)
            return ApplicationListModel::cellText(row.application, same[column], blind);
        const db::Quality &quality = qualities[column - FirstQuality];
        return levelText(markOf(row, quality, places.value(quality.id), levels));
    };
}

QVariant MatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const db::Quality *quality = qualityAt(section);
    switch (role) {
    case Qt::DisplayRole:
        switch (section) {
        case NameColumn:
            return tr("Applicant");
        case GateColumn:
            return tr("Gate");
        case ScoreColumn:
            return tr("Score");
        default:
            return quality ? quality->text : QString();
        }
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (!quality)
            return headerData(section, orientation, Qt::DisplayRole);
        return quality->tier == db::Tier::Necessary ? tr("%1, necessary: %2").arg(shortName(section), quality->text) : tr("%1, useful: %2").arg(shortName(section), quality->text);
    case Qt::InitialSortOrderRole:
        return section >= ScoreColumn ? Qt::DescendingOrder : Qt::AscendingOrder;
    default:
        return {};
    }
}

std::function<Result<ApplicationPagesModel::Keys>(db::Connection &)> MatrixModel::keyQuestion(int column, bool descending) const
{
    if (const db::Quality *quality = qualityAt(column)) {
        const db::MatrixColumn asked{quality->id, m_places.value(quality->id), m_levels};
        return [role = this->role(), filter = filter(), asked, descending](db::Connection &connection) { return db::matrixIds(connection, role, filter, asked, descending); };
    }
    auto order = db::ApplicationOrder::Rule;
    if (column == NameColumn && !isBlind())
        order = db::ApplicationOrder::Name;
    else if (column == GateColumn)
        order = db::ApplicationOrder::Gate;
    else if (column == ScoreColumn)
        order = db::ApplicationOrder::UsefulScore;
    return [role = this->role(), filter = filter(), order, descending](db::Connection &connection) { return db::applicationIds(connection, role, filter, order, descending); };
}

Result<QList<db::MatrixRow>> MatrixModel::readPage(db::Connection &connection, const Keys &keys) const
{
    auto rows = db::matrixRows(connection, keys, session().reviewer());
    if (!rows)
        return rows;
    app::Veil veil(connection, role());
    for (db::MatrixRow &row : *rows) {
        row.application.outcomeReason = veil.text(row.application.id, row.application.outcomeReason);
        for (db::AgreedLevel &agreed : row.agreed)
            agreed.reason = veil.text(row.application.id, agreed.reason);
    }
    return rows;
}

void MatrixModel::roleRead()
{
    const auto read = db::qualities(session().connection(), role());
    m_qualities = read ? *read : QList<db::Quality>();
    m_places = db::levelPlaces(m_qualities);
    m_counts.clear();
    countSoon();
}

} // namespace rolecall::ui
