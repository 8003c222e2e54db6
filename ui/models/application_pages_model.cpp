// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/application_pages_model.h"

#include "db/roles.h"

#include <QTimer>
#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int cachedRows = 2048;

struct KeyUpdate
{
    QList<db::ApplicationId> keys;
    QList<db::ApplicationId> added;   ///< in keys, not in those before; in their order in keys
    QList<db::ApplicationId> removed; ///< in those before, not in keys
};

/// Where the keys differ from those shown; in the reader's thread, as it takes a while for many.
KeyUpdate compared(const QList<db::ApplicationId> &shown, QList<db::ApplicationId> keys)
{
    KeyUpdate update{std::move(keys), {}, {}};
    if (shown.size() <= update.keys.size() && std::equal(shown.begin(), shown.end(), update.keys.begin())) {
        update.added = update.keys.mid(shown.size());
        return update;
    }
    QList<db::ApplicationId> before = shown, after = update.keys;
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    for (const db::ApplicationId id : std::as_const(update.keys)) {
        if (!std::binary_search(before.cbegin(), before.cend(), id))
            update.added << id;
    }
    for (const db::ApplicationId id : shown) {
        if (!std::binary_search(after.cbegin(), after.cend(), id))
            update.removed << id;
    }
    return update;
}

} // namespace

ApplicationPagesModel::ApplicationPagesModel(Session &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
    , m_rows(cachedRows)
{}

void ApplicationPagesModel::setRole(db::RoleId role)
{
    beginResetModel();
    m_role = role;
    m_filter = {};
    m_column = -1;
    m_descending = false;
    m_rows.clear();
    m_wanted.clear();
    m_keys.clear();
    m_error.reset();
    const auto read = db::role(m_session.connection(), role);
    m_blind = read && read->blind;
    roleRead();
    // The order of the rule is an index: its first keys cost next to nothing, however many there are.
    if (auto first = db::applicationIds(m_session.connection(), role, {}, db::ApplicationOrder::Rule, false, pageRows)) {
        if (auto rows = readPage(m_session.connection(), *first)) {
            for (db::MatrixRow &row : *rows)
                m_rows.insert(row.application.id.number(), new db::MatrixRow(std::move(row)));
        }
        m_keys = std::move(*first);
    } else {
        m_error = first.error();
    }
    endResetModel();
    if (m_keys.size() == pageRows)
        ask(false);
    else
        setLoading(false);
}

void ApplicationPagesModel::setFilter(const db::ApplicationFilter &filter)
{
    m_filter = filter;
    ask(false);
}

void ApplicationPagesModel::sort(int column, Qt::SortOrder order)
{
    const bool descending = column >= 0 && order == Qt::DescendingOrder;
    if (column == m_column && descending == m_descending)
        return;
    m_column = column;
    m_descending = descending;
    ask(true);
}

void ApplicationPagesModel::refresh()
{
    const auto read = db::role(m_session.connection(), m_role);
    const bool blind = read && read->blind;
    if (blind != m_blind) {
        m_blind = blind;
        m_rows.clear();
    }
    ask(false);
}

void ApplicationPagesModel::refreshApplication(db::ApplicationId application)
{
    const int row = rowOf(application);
    if (row < 0)
        return;
    m_rows.remove(application.number());
    if (auto read = readPage(m_session.connection(), {application}); read && !read->isEmpty())
        m_rows.insert(application.number(), new db::MatrixRow(std::move(read->first())));
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void ApplicationPagesModel::ask(bool sorted)
{
    if (!m_role.isValid())
        return;
    const quint64 question = ++m_question;
    setLoading(true);
    const Keys shown = m_keys;
    m_session.reader().ask<KeyUpdate>(
        this,
        [keys = keyQuestion(m_column, m_descending), shown](db::Connection &connection) -> Result<KeyUpdate> {
            auto answer = keys(connection);
            if (!answer)
                return tl::unexpected(answer.error());
            return compared(shown, std::move(*answer));
        },
        [this, question, sorted](Result<KeyUpdate> update) {
            if (question != m_question)
                return; // the one that was asked since is on its way
            m_error = update ? std::nullopt : std::optional(update.error());
            if (update) {
                Q_EMIT aboutToList();
                show(update->keys, update->added, update->removed);
                Q_EMIT listed(sorted);
            }
            setLoading(false);
        });
}

void ApplicationPagesModel::show(const Keys &keys, const Keys &added, const Keys &removed)
{
    // New rows come at the end, then all find their places, then those that are gone leave from the end: so each step
    // is one a view can follow with its selection.
    if (!added.isEmpty()) {
        beginInsertRows({}, int(m_keys.size()), int(m_keys.size() + added.size()) - 1);
        m_keys += added;
        endInsertRows();
    }
    const Keys wanted = removed.isEmpty() ? keys : keys + removed;
    if (wanted != m_keys) {
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList persistent = persistentIndexList();
        QHash<db::ApplicationId, int> places;
        if (!persistent.isEmpty()) {
            QHash<db::ApplicationId, int> looked;
            for (const QModelIndex &at : persistent)
                looked.insert(m_keys[at.row()], -1);
            for (qsizetype row = 0; row < wanted.size(); ++row) {
                if (const auto found = looked.find(wanted[row]); found != looked.end())
                    *found = int(row);
            }
            places = std::move(looked);
        }
        QModelIndexList moved;
        for (const QModelIndex &at : persistent)
            moved << createIndex(places.value(m_keys[at.row()]), at.column());
        m_keys = wanted;
        changePersistentIndexList(persistent, moved);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }
    if (!removed.isEmpty()) {
        beginRemoveRows({}, int(keys.size()), int(m_keys.size()) - 1);
        m_keys = keys;
        endRemoveRows();
    }
    m_rows.clear();
    m_wanted.clear();
    if (!m_keys.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_keys.size()) - 1, columnCount() - 1));
}

int ApplicationPagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_keys.size());
}

db::ApplicationId ApplicationPagesModel::applicationAt(int row) const
{
    return m_keys.value(row);
}

int ApplicationPagesModel::rowOf(db::ApplicationId application) const
{
    return int(m_keys.indexOf(application));
}

const db::MatrixRow *ApplicationPagesModel::rowAt(int row) const
{
    if (row < 0 || row >= m_keys.size())
        return nullptr;
    if (const db::MatrixRow *found = m_rows.object(m_keys[row].number()))
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

void ApplicationPagesModel::loadWanted() const
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
    auto *self = const_cast<ApplicationPagesModel *>(this);
    auto rows = readPage(m_session.connection(), missing);
    if (!rows) {
        self->m_error = rows.error();
        Q_EMIT self->loadingChanged();
        return;
    }
    for (db::MatrixRow &row : *rows)
        m_rows.insert(row.application.id.number(), new db::MatrixRow(std::move(row)));
    Q_EMIT self->dataChanged(index(first, 0), index(end - 1, columnCount() - 1));
}

Result<QList<db::MatrixRow>> ApplicationPagesModel::readRows(const QList<int> &rows)
{
    Keys keys;
    for (const int row : rows) {
        if (row >= 0 && row < m_keys.size())
            keys << m_keys[row];
    }
    return readPage(m_session.connection(), keys);
}

void ApplicationPagesModel::setLoading(bool loading)
{
    m_loading = loading;
    Q_EMIT loadingChanged();
}

} // namespace rolecall::ui
