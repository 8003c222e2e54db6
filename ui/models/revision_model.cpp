// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/revision_model.h"

#include <QLocale>
#include <algorithm>

namespace rolecall::ui {

namespace {

using app::RevisionKind;

QString tierWord(db::Tier tier)
{
    return tier == db::Tier::Necessary ? RevisionModel::tr("Necessary") : RevisionModel::tr("Useful");
}

QString ratingsText(int count)
{
    return count == 1 ? RevisionModel::tr("1 rating") : RevisionModel::tr("%1 ratings").arg(QLocale().toString(count));
}

} // namespace

QString RevisionModel::kindLabel(RevisionKind kind)
{
    switch (kind) {
    case RevisionKind::Unchanged:
        return tr("Unchanged");
    case RevisionKind::Reworded:
        return tr("Reworded");
    case RevisionKind::Moved:
        return tr("Moved");
    case RevisionKind::Split:
        return tr("Split");
    case RevisionKind::New:
        return tr("New");
    case RevisionKind::Retired:
        return tr("Retired");
    }
    return {};
}

void RevisionModel::setRevision(const app::Revision &revision)
{
    beginResetModel();
    m_revision = revision;
    show();
    endResetModel();
    Q_EMIT corrected();
}

void RevisionModel::setUnchangedShown(bool shown)
{
    if (shown == m_unchangedShown)
        return;
    beginResetModel();
    m_unchangedShown = shown;
    show();
    endResetModel();
}

void RevisionModel::show()
{
    m_rows.clear();
    for (qsizetype place = 0; place < m_revision.changes.size(); ++place) {
        if (m_unchangedShown || m_revision.changes.at(place).kind != RevisionKind::Unchanged)
            m_rows << place;
    }
}

int RevisionModel::unchangedCount() const
{
    return int(std::count_if(m_revision.changes.cbegin(), m_revision.changes.cend(), [](const app::QualityRevision &change) { return change.kind == RevisionKind::Unchanged; }));
}

int RevisionModel::acceptedCount() const
{
    return int(std::count_if(m_revision.changes.cbegin(), m_revision.changes.cend(),
                             [](const app::QualityRevision &change) { return change.accepted && change.kind != RevisionKind::Unchanged; }));
}

int RevisionModel::rowOf(qsizetype place) const
{
    const qsizetype row = m_rows.indexOf(place);
    return row >= 0 ? int(row) : int(std::min<qsizetype>(place, m_rows.size() - 1));
}

void RevisionModel::setAccepted(int row, bool accepted)
{
    app::QualityRevision &change = m_revision.changes[m_rows.at(row)];
    if (change.accepted == accepted || change.kind == RevisionKind::Unchanged)
        return;
    change.accepted = accepted;
    // Whether one piece of a split is taken says what the others do with the ratings.
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT corrected();
}

QList<std::pair<qsizetype, QString>> RevisionModel::counterparts(int row) const
{
    QList<std::pair<qsizetype, QString>> list;
    if (row < 0 || row >= rowCount())
        return list;
    const RevisionKind kind = at(row).kind;
    if (kind != RevisionKind::New && kind != RevisionKind::Retired)
        return list;
    const RevisionKind wanted = kind == RevisionKind::New ? RevisionKind::Retired : RevisionKind::New;
    for (qsizetype place = 0; place < m_revision.changes.size(); ++place) {
        const app::QualityRevision &other = m_revision.changes.at(place);
        if (other.kind == wanted)
            list.append({place, other.from ? other.from->text : other.to->quality.text});
    }
    return list;
}

int RevisionModel::pairWith(int row, qsizetype counterpart)
{
    if (row < 0 || row >= rowCount())
        return -1;
    const qsizetype place = m_rows.at(row);
    const bool isNew = at(row).kind == RevisionKind::New;
    const qsizetype retired = isNew ? counterpart : place;
    qsizetype added = isNew ? place : counterpart;
    beginResetModel();
    const bool joined = app::joinRevisions(m_revision.changes, retired, added);
    show();
    endResetModel();
    if (!joined)
        return -1;
    if (retired < added)
        --added;
    Q_EMIT corrected();
    return rowOf(added);
}

int RevisionModel::part(int row)
{
    if (row < 0 || row >= rowCount())
        return -1;
    const qsizetype place = m_rows.at(row);
    beginResetModel();
    const bool parted = app::separateRevision(m_revision.changes, place);
    show();
    endResetModel();
    if (!parted)
        return -1;
    Q_EMIT corrected();
    return rowOf(place);
}

int RevisionModel::moveToTier(int row, db::Tier tier)
{
    if (row < 0 || row >= rowCount())
        return -1;
    const qsizetype place = m_rows.at(row);
    beginResetModel();
    const bool moved = app::setRevisedTier(m_revision.changes, place, tier);
    show();
    endResetModel();
    if (!moved)
        return -1;
    Q_EMIT corrected();
    return rowOf(place);
}

int RevisionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RevisionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const app::QualityRevision &change = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return change.to ? change.to->quality.text : change.from->text;
    case Qt::EditRole:
        return change.to ? QVariant(change.to->quality.text) : QVariant();
    case Qt::CheckStateRole:
        return change.kind == RevisionKind::Unchanged ? QVariant() : QVariant(change.accepted ? Qt::Checked : Qt::Unchecked);
    case KindRole:
        return int(change.kind);
    case FromTextRole:
        return change.from ? change.from->text : QString();
    case ToTextRole:
        return change.to ? change.to->quality.text : QString();
    case FromTierRole:
        return change.from ? tierWord(change.from->tier) : QString();
    case ToTierRole:
        return change.to ? tierWord(change.to->tier) : QString();
    case EffectRole:
        return effect(change);
    case DecisionRole:
        return decision(change);
    case Qt::AccessibleTextRole:
        return spoken(change);
    default:
        return {};
    }
}

bool RevisionModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (role == Qt::CheckStateRole) {
        setAccepted(index.row(), value.toInt() == Qt::Checked);
        return true;
    }
    if (role != Qt::EditRole || !app::setRevisedText(m_revision.changes, m_rows.at(index.row()), value.toString()))
        return false;
    // One that says the same as before keeps its row: it is being looked at.
    Q_EMIT dataChanged(index, index);
    Q_EMIT corrected();
    return true;
}

Qt::ItemFlags RevisionModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const app::QualityRevision &change = at(index.row());
    if (change.kind != RevisionKind::Unchanged)
        flags |= Qt::ItemIsUserCheckable;
    if (change.to)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QString RevisionModel::effect(const app::QualityRevision &change) const
{
    const int has = change.from ? m_revision.ratings.value(change.from->id) : 0;
    const int touched = m_revision.touched(change);
    if (change.kind == RevisionKind::New && touched > 0)
        return tr("Was in force before: %1 come back, to be confirmed again").arg(ratingsText(touched));
    if (change.kind == RevisionKind::New)
        return change.accepted ? tr("Begins unrated") : QString();
    if (has == 0)
        return {};
    if (!change.accepted || change.kind == RevisionKind::Unchanged)
        return has == 1 ? tr("1 rating stands") : tr("%1 stand").arg(ratingsText(has));
    if (change.kind == RevisionKind::Retired)
        return tr("%1 kept, out of force").arg(ratingsText(has));
    if (touched == 0)
        return tr("Begins unrated; another piece keeps the ratings");
    return tr("%1 kept, to be confirmed again").arg(ratingsText(touched));
}

QString RevisionModel::decision(const app::QualityRevision &change) const
{
    switch (change.kind) {
    case RevisionKind::Unchanged:
        return {};
    case RevisionKind::New:
        return change.accepted ? tr("Add it") : tr("Leave it out");
    case RevisionKind::Retired:
        return change.accepted ? tr("Retire it") : tr("Keep it in force");
    default:
        return change.accepted ? tr("Take over") : tr("Keep as it is");
    }
}

QString RevisionModel::spoken(const app::QualityRevision &change) const
{
    QStringList parts{kindLabel(change.kind)};
    if (change.from)
        parts << tr("in force, %1: %2").arg(tierWord(change.from->tier).toLower(), change.from->text);
    if (change.to && change.kind != RevisionKind::Unchanged)
        parts << tr("in the newer text, %1: %2").arg(tierWord(change.to->tier).toLower(), change.to->quality.text);
    for (const QString &more : {effect(change), decision(change)}) {
        if (!more.isEmpty())
            parts << more;
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace rolecall::ui
