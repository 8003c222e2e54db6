// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/people_model.h"

#include "ui/item_roles.h"

#include <QHash>
#include <QLocale>
#include <QTimer>
#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int pageRows = 64;
constexpr int cachedRows = 2048;

db::PersonOrder orderOf(int column)
{
    switch (column) {
    case PeopleModel::RolesColumn:
        return db::PersonOrder::Applications;
    case PeopleModel::EmailColumn:
        return db::PersonOrder::Email;
    case PeopleModel::PhoneColumn:
        return db::PersonOrder::Phone;
    case PeopleModel::LocationColumn:
        return db::PersonOrder::Location;
    case PeopleModel::ActivityColumn:
        return db::PersonOrder::LastActivity;
    default:
        return db::PersonOrder::Name;
    }
}

} // namespace

PeopleModel::Update PeopleModel::updateOf(const Keys &shown, Keys keys)
{
    Update update{std::move(keys), {}, {}};
    const QSet<db::CandidateId> before(shown.begin(), shown.end());
    for (const db::CandidateId id : std::as_const(update.keys)) {
        if (!before.contains(id))
            update.added << id;
    }
    if (before.size() + update.added.size() > update.keys.size()) {
        const QSet<db::CandidateId> after(update.keys.begin(), update.keys.end());
        for (const db::CandidateId id : shown) {
            if (!after.contains(id))
                update.removed << id;
        }
    }
    return update;
}

PeopleModel::PeopleModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_rows(cachedRows)
{}

void PeopleModel::setFilter(const db::PersonFilter &filter)
{
    m_filter = filter;
    ask(false);
}

void PeopleModel::sort(int column, Qt::SortOrder order)
{
    // Tags are many to a person: there is no order by them.
    const int wanted = column < 0 || column == TagsColumn ? int(NameColumn) : column;
    const bool descending = column >= 0 && column != TagsColumn && order == Qt::DescendingOrder;
    if (wanted == m_column && descending == m_descending)
        return;
    m_column = wanted;
    m_descending = descending;
    ask(true);
}

void PeopleModel::refresh()
{
    ask(false);
}

void PeopleModel::ask(bool sorted)
{
    const quint64 question = ++m_question;
    m_loading = true;
    Q_EMIT loadingChanged();
    m_session.reader().ask<Update>(
        this,
        [filter = m_filter, order = orderOf(m_column), descending = m_descending, shown = m_keys](db::Connection &connection) -> Result<Update> {
            auto keys = db::personIds(connection, filter, order, descending);
            if (!keys)
                return tl::unexpected(keys.error());
            return updateOf(shown, std::move(*keys));
        },
        [this, question, sorted](Result<Update> update) {
            if (question != m_question)
                return; // the one that was asked since is on its way
            m_error = update ? std::nullopt : std::optional(update.error());
            m_loading = false;
            if (update) {
                Q_EMIT aboutToList();
                show(*update);
                Q_EMIT listed(sorted);
            }
            Q_EMIT loadingChanged();
        });
}

void PeopleModel::show(const Update &update)
{
    // Who is new comes at the end, then all find their places, then those that are gone leave from the end: so each step
    // is one a view can follow with its selection.
    if (!update.added.isEmpty()) {
        beginInsertRows({}, int(m_keys.size()), int(m_keys.size() + update.added.size()) - 1);
        m_keys += update.added;
        endInsertRows();
    }
    const Keys wanted = update.keys + update.removed;
    if (wanted != m_keys) {
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList persistent = persistentIndexList();
        QHash<db::CandidateId, int> places;
        for (const QModelIndex &at : persistent)
            places.insert(m_keys[at.row()], -1);
        if (!places.isEmpty()) {
            for (qsizetype row = 0; row < wanted.size(); ++row) {
                if (const auto found = places.find(wanted[row]); found != places.end())
                    *found = int(row);
            }
        }
        QModelIndexList moved;
        for (const QModelIndex &at : persistent)
            moved << createIndex(places.value(m_keys[at.row()]), at.column());
        m_keys = wanted;
        changePersistentIndexList(persistent, moved);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }
    if (!update.removed.isEmpty()) {
        beginRemoveRows({}, int(update.keys.size()), int(m_keys.size()) - 1);
        m_keys = update.keys;
        endRemoveRows();
    }
    m_rows.clear();
    m_wanted.clear();
    if (!m_keys.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_keys.size()) - 1, ColumnCount - 1));
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

int PeopleModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString PeopleModel::columnName(int column)
{
    switch (column) {
    case NameColumn:
        return tr("Name");
    case RolesColumn:
        return tr("Applied for");
    case EmailColumn:
        return tr("E-mail");
    case PhoneColumn:
        return tr("Phone");
    case LocationColumn:
        return tr("Location");
    case TagsColumn:
        return tr("Tags");
    case ActivityColumn:
        return tr("Last change");
    default:
        return {};
    }
}

QString PeopleModel::cellText(const db::PersonRow &row, int column)
{
    switch (column) {
    case NameColumn:
        return row.name.isEmpty() ? row.email : row.name;
    case RolesColumn: {
        const int more = row.applications - int(row.roles.size());
        const QString roles = row.roles.join(QStringLiteral(", "));
        return row.roles.isEmpty() ? tr("nothing") : more > 0 ? tr("%1 and %2 more").arg(roles).arg(more) : roles;
    }
    case EmailColumn:
        return row.email;
    case PhoneColumn:
        return row.phone;
    case LocationColumn:
        return row.location;
    case TagsColumn:
        return row.tags.join(QStringLiteral(", "));
    case ActivityColumn: {
        const QDate day = QDate::fromString(row.lastActivity, Qt::ISODate);
        return day.isValid() ? QLocale().toString(day, QLocale::ShortFormat) : QString();
    }
    default:
        return {};
    }
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == IdRole)
        return personAt(index.row()).number();
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const db::PersonRow *row = rowAt(index.row());
    if (!row)
        return role == Qt::DisplayRole && index.column() == NameColumn ? QVariant(QStringLiteral("…")) : QVariant();
    const QString text = cellText(*row, index.column());
    return role == Qt::AccessibleTextRole ? QStringLiteral("%1: %2").arg(columnName(index.column()), text) : text;
}

QVariant PeopleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return columnName(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::InitialSortOrderRole)
        return section == ActivityColumn || section == RolesColumn ? Qt::DescendingOrder : Qt::AscendingOrder;
    return {};
}

const db::PersonRow *PeopleModel::rowAt(int row) const
{
    if (row < 0 || row >= m_keys.size())
        return nullptr;
    if (const db::PersonRow *found = m_rows.object(m_keys[row].number()))
        return found;
    const int page = row / pageRows;
    if (m_wanted.isEmpty())
        QTimer::singleShot(0, this, [this] { loadWanted(); });
    if (m_wanted.isEmpty() || m_wanted.last() != page) {
        m_wanted.removeOne(page);
        m_wanted.append(page);
    }
    return nullptr;
}

void PeopleModel::loadWanted() const
{
    if (m_wanted.isEmpty())
        return;
    // One page between two events, the latest first: what was only scrolled past is not read.
    const int page = m_wanted.takeLast();
    while (m_wanted.size() > 3)
        m_wanted.removeFirst();
    if (!m_wanted.isEmpty())
        QTimer::singleShot(0, this, [this] { loadWanted(); });
    Keys missing;
    const int first = page * pageRows;
    const int end = std::min(first + pageRows, int(m_keys.size()));
    for (int row = first; row < end; ++row) {
        if (!m_rows.contains(m_keys[row].number()))
            missing << m_keys[row];
    }
    if (missing.isEmpty())
        return;
    auto *self = const_cast<PeopleModel *>(this);
    auto rows = db::personRows(m_session.connection(), missing);
    if (!rows) {
        self->m_error = rows.error();
        Q_EMIT self->loadingChanged();
        return;
    }
    for (db::PersonRow &row : *rows)
        m_rows.insert(row.id.number(), new db::PersonRow(std::move(row)));
    Q_EMIT self->dataChanged(index(first, 0), index(end - 1, ColumnCount - 1));
}

} // namespace rolecall::ui
