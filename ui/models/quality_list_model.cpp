// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/quality_list_model.h"

#include "app/roles/role_editing.h"
#include "ui/item_roles.h"
#include "ui/session/session.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

#include <algorithm>

namespace rolecall::ui {

namespace {

const QString qualityMime = QStringLiteral("application/x-rolecall-qualities");

QList<db::QualityId> idsIn(const QMimeData *data)
{
    QList<db::QualityId> ids;
    QByteArray bytes = data->data(qualityMime);
    QDataStream stream(&bytes, QIODevice::ReadOnly);
    while (!stream.atEnd()) {
        qint64 number = 0;
        stream >> number;
        ids << db::QualityId(number);
    }
    return ids;
}

} // namespace

QualityListModel::QualityListModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{}

void QualityListModel::setRole(db::RoleId role)
{
    if (role == m_role)
        return;
    beginResetModel();
    m_role = role;
    m_qualities.clear();
    m_rows.clear();
    endResetModel();
}

Outcome QualityListModel::reload()
{
    const auto all = db::qualities(m_session.connection(), m_role, true);
    if (!all)
        return tl::unexpected(all.error());
    m_qualities.clear();
    std::copy_if(all->begin(), all->end(), std::back_inserter(m_qualities), [](const db::Quality &quality) { return !quality.retiredAt; });
    show(rowsOf(*all));
    return {};
}

QList<QualityListModel::Row> QualityListModel::rowsOf(const QList<db::Quality> &all) const
{
    QList<Row> rows;
    for (const db::Tier tier : {db::Tier::Necessary, db::Tier::Useful}) {
        rows << Row{RowKind::Heading, tier, {}, 0};
        int place = 0;
        for (const db::Quality &quality : m_qualities) {
            if (quality.tier == tier)
                rows << Row{RowKind::Quality, tier, quality, place++};
        }
        rows << Row{RowKind::Add, tier, {}, place};
    }
    if (m_qualities.size() < all.size()) {
        rows << Row{RowKind::RetiredHeading, db::Tier::Useful, {}, 0};
        for (const db::Quality &quality : all) {
            if (quality.retiredAt)
                rows << Row{RowKind::Retired, quality.tier, quality, 0};
        }
    }
    return rows;
}

void QualityListModel::show(const QList<Row> &rows)
{
    const auto find = [](const QList<Row> &list, const Row &row, qsizetype from = 0) {
        const auto found = std::find_if(list.begin() + from, list.end(), [&row](const Row &other) { return other.isSameLine(row); });
        return found == list.end() ? -1 : int(found - list.begin());
    };
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (find(rows, m_rows.at(i)) >= 0)
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < rows.size(); ++i) {
        if (i < m_rows.size() && m_rows.at(i).isSameLine(rows.at(i)))
            continue;
        if (const int from = find(m_rows, rows.at(i), i); from >= 0) {
            beginMoveRows({}, from, from, {}, i);
            m_rows.move(from, i);
            endMoveRows();
        } else {
            beginInsertRows({}, i, i);
            m_rows.insert(i, rows.at(i));
            endInsertRows();
        }
    }
    m_rows = rows;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void QualityListModel::setRemarks(const QList<app::Remark> &remarks)
{
    QHash<db::QualityId, QStringList> kinds;
    for (const app::Remark &remark : remarks) {
        const QString label = app::lintKindLabel(remark.finding.kind);
        if (!remark.dismissed && !kinds[remark.quality].contains(label))
            kinds[remark.quality] << label;
    }
    QHash<db::QualityId, QString> words;
    for (auto quality = kinds.cbegin(); quality != kinds.cend(); ++quality) {
        if (!quality->isEmpty())
            words.insert(quality.key(), quality->join(QStringLiteral(", ")));
    }
    if (words == m_remarks)
        return;
    m_remarks = words;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, TextColumn), index(int(m_rows.size()) - 1, TextColumn));
}

int QualityListModel::count(db::Tier tier) const
{
    return int(std::count_if(m_qualities.begin(), m_qualities.end(), [tier](const db::Quality &quality) { return quality.tier == tier; }));
}

int QualityListModel::retiredCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.kind == RowKind::Retired; }));
}

std::optional<db::Quality> QualityListModel::qualityAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return std::nullopt;
    const Row &row = m_rows.at(index.row());
    return row.kind == RowKind::Quality || row.kind == RowKind::Retired ? std::optional(row.quality) : std::nullopt;
}

QModelIndex QualityListModel::indexOf(db::QualityId quality) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).quality.id == quality && quality.isValid())
            return index(row, TextColumn);
    }
    return {};
}

int QualityListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QualityListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant QualityListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case RowKindRole:
        return int(row.kind);
    case TierRole:
        return int(row.tier);
    case PlaceRole:
        return row.place;
    case RemarksRole:
        return row.kind == RowKind::Quality && index.column() == TextColumn ? QVariant(m_remarks.value(row.quality.id)) : QVariant();
    case IdRole:
        return row.quality.id.number();
    default:
        return index.column() == ValueColumn ? valueData(row, role) : textData(row, role);
    }
}

QVariant QualityListModel::textData(const Row &row, int role) const
{
    const bool necessary = row.tier == db::Tier::Necessary;
    if (row.kind == RowKind::Quality || row.kind == RowKind::Retired) {
        if (role == Qt::DisplayRole || role == Qt::EditRole)
            return row.quality.text;
        if (role == Qt::ToolTipRole && !row.quality.footnote.isEmpty())
            return row.quality.footnote;
        if (role == DetailRole)
            return row.quality.footnote;
        if (role == Qt::AccessibleTextRole) {
            if (row.kind == RowKind::Retired)
                return tr("Retired: %1").arg(row.quality.text);
            const QString line = (necessary ? tr("Necessary %1: %2") : tr("Useful %1: %2")).arg(row.place + 1).arg(row.quality.text);
            const QString remarks = m_remarks.value(row.quality.id);
            return remarks.isEmpty() ? line : tr("%1. Remarks: %2").arg(line, remarks);
        }
        return {};
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (row.kind) {
    case RowKind::Heading:
        return necessary ? tr("Necessary") : tr("Useful");
    case RowKind::Add:
        return necessary ? tr("Add a necessary quality") : tr("Add a useful quality");
    default:
        return tr("Retired");
    }
}

QVariant QualityListModel::valueData(const Row &row, int role) const
{
    const bool necessary = row.tier == db::Tier::Necessary;
    switch (row.kind) {
    case RowKind::Heading:
        if (role == Qt::DisplayRole)
            return necessary ? tr("met from") : tr("weight");
        return {};
    case RowKind::Quality:
        if (role == Qt::DisplayRole || role == Qt::EditRole)
            return necessary ? row.quality.threshold : row.quality.weight;
        if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
            return necessary ? tr("Met from level %1").arg(row.quality.threshold) : tr("Weight %1").arg(row.quality.weight);
        return {};
    case RowKind::Retired:
        return role == Qt::DisplayRole || role == Qt::AccessibleTextRole ? QVariant(tr("Bring back")) : QVariant();
    default:
        return {};
    }
}

bool QualityListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const Row row = m_rows.at(index.row());
    if (index.column() == ValueColumn) {
        const bool necessary = row.tier == db::Tier::Necessary;
        const int number = value.toInt();
        if (row.kind != RowKind::Quality || number == (necessary ? row.quality.threshold : row.quality.weight))
            return false;
        // On screen at once; where it takes longer to store, it is read again afterwards either way.
        (necessary ? m_rows[index.row()].quality.threshold : m_rows[index.row()].quality.weight) = number;
        Q_EMIT dataChanged(index, index);
        act([id = row.quality.id, necessary, number](db::Connection &connection) {
            return necessary ? app::setQualityThreshold(connection, id, number) : app::weighQuality(connection, id, number);
        });
        return true;
    }
    const QString text = value.toString().simplified();
    if (text.isEmpty() || text == row.quality.text)
        return false;
    if (row.kind == RowKind::Add) {
        act([role = m_role, tier = row.tier, text](db::Connection &connection) { return app::addQuality(connection, role, tier, text); });
        return true;
    }
    if (row.kind != RowKind::Quality)
        return false;
    m_rows[index.row()].quality.text = text;
    Q_EMIT dataChanged(index, index);
    act([id = row.quality.id, text](db::Connection &connection) { return app::rewordQuality(connection, id, text); });
    return true;
}

void QualityListModel::act(std::function<Result<app::Done>(db::Connection &)> work)
{
    m_session.act(m_role, tr("Ranking anew"), std::move(work), [this](const Result<app::Done> &done) {
        if (!done) // what was shown beforehand is not so
            m_session.apply(reload());
    });
}

Qt::ItemFlags QualityListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return m_session.isReadOnly() ? Qt::NoItemFlags : Qt::ItemIsDropEnabled;
    const RowKind kind = m_rows.at(index.row()).kind;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    if (kind == RowKind::Heading || kind == RowKind::RetiredHeading)
        return flags;
    flags |= Qt::ItemIsSelectable;
    if (m_session.isReadOnly())
        return flags;
    if (kind == RowKind::Quality)
        flags |= Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    else if (kind == RowKind::Add && index.column() == TextColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QStringList QualityListModel::mimeTypes() const
{
    return {qualityMime};
}

QMimeData *QualityListModel::mimeData(const QModelIndexList &indexes) const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    QStringList texts;
    QList<int> rows;
    for (const QModelIndex &index : indexes) {
        if (!rows.contains(index.row()) && m_rows.at(index.row()).kind == RowKind::Quality)
            rows << index.row();
    }
    std::sort(rows.begin(), rows.end());
    for (const int row : rows) {
        stream << m_rows.at(row).quality.id.number();
        texts << m_rows.at(row).quality.text;
    }
    auto *data = new QMimeData;
    data->setData(qualityMime, bytes);
    data->setText(texts.join(u'\n'));
    return data;
}

bool QualityListModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int, const QModelIndex &) const
{
    return action == Qt::MoveAction && data->hasFormat(qualityMime) && row != 0 && !m_session.isReadOnly();
}

std::pair<db::Tier, int> QualityListModel::placeBefore(int row) const
{
    int heading = 0;
    for (int i = 0; i < m_rows.size() && i < row; ++i) {
        if (m_rows.at(i).kind == RowKind::Heading)
            heading = i;
    }
    const db::Tier tier = m_rows.isEmpty() ? db::Tier::Necessary : m_rows.at(heading).tier;
    return {tier, std::clamp(row - heading - 1, 0, count(tier))};
}

bool QualityListModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column, const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    if (row < 0)
        row = parent.isValid() ? parent.row() : rowCount();
    const auto [tier, place] = placeBefore(row);
    const QList<db::QualityId> ids = idsIn(data);
    if (ids.isEmpty())
        return false;
    // Dropped where they stand already: nothing is done.
    const QModelIndex first = indexOf(ids.first());
    if (!first.isValid())
        return false;
    const Row &moved = m_rows.at(first.row());
    if (ids.size() == 1 && moved.tier == tier && (moved.place == place || moved.place + 1 == place))
        return false;
    act([ids, tier = tier, place = place](db::Connection &connection) { return app::moveQualities(connection, ids, tier, place); });
    return true;
}

} // namespace rolecall::ui
