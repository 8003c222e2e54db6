// SPDX-License-Identifier: GPL-3.0-or-later
// A list whose rows are known by a key: new contents are shown by moving, adding and removing, so that a selection
// stays with its row and the list does not jump, however the order changes.
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace rolecall::ui {

/// `Row` has a member `key` (qint64), different for each row.
template<class Row> class KeyedRowsModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    const Row &row(int number) const { return m_rows.at(number); }
    QModelIndex indexOfKey(qint64 key) const
    {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(), [key](const Row &row) { return row.key == key; });
        return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
    }

protected:
    void setRows(const QList<Row> &rows)
    {
        QHash<qint64, int> places;
        for (int i = 0; i < rows.size(); ++i)
            places.insert(rows.at(i).key, i);
        for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
            if (places.contains(m_rows.at(last).key))
                continue;
            int first = last;
            while (first > 0 && !places.contains(m_rows.at(first - 1).key))
                --first;
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
        reorder(places);
        for (int i = 0; i < rows.size(); ++i) {
            if (i < m_rows.size() && m_rows.at(i).key == rows.at(i).key)
                continue;
            int end = i;
            while (end < rows.size() && (i >= m_rows.size() || rows.at(end).key != m_rows.at(i).key))
                ++end;
            beginInsertRows({}, i, end - 1);
            for (int j = i; j < end; ++j)
                m_rows.insert(j, rows.at(j));
            endInsertRows();
            i = end - 1;
        }
        m_rows = rows;
        tellAll();
    }

    void tellAll()
    {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    }

private:
    void reorder(const QHash<qint64, int> &places)
    {
        const auto before = [&places](const Row &a, const Row &b) { return places.value(a.key) < places.value(b.key); };
        if (std::is_sorted(m_rows.begin(), m_rows.end(), before))
            return;
        Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
        const QModelIndexList persistent = persistentIndexList();
        std::vector<qint64> keys;
        for (const QModelIndex &index : persistent)
            keys.push_back(m_rows.at(index.row()).key);
        std::stable_sort(m_rows.begin(), m_rows.end(), before);
        QHash<qint64, int> now;
        for (int i = 0; i < m_rows.size(); ++i)
            now.insert(m_rows.at(i).key, i);
        QModelIndexList moved;
        for (const qint64 key : keys)
            moved << index(now.value(key));
        changePersistentIndexList(persistent, moved);
        Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
    }

    QList<Row> m_rows;
};

} // namespace rolecall::ui
