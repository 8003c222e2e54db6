// SPDX-License-Identifier: GPL-3.0-or-later
// A value for each of many applications: an array over the range of their keys where they lie close together, as imports
// leave them, else a hash. Of keys outside the range nothing is kept.
#pragma once

#include "db/id.h"

#include <QHash>
#include <QList>
#include <algorithm>
#include <vector>

namespace rolecall::db {

template<class Value>
class ByApplication
{
public:
    ByApplication(const QList<ApplicationId> &ids, Value none)
        : m_none(none)
    {
        for (const ApplicationId id : ids) {
            m_first = m_first == 0 ? id.number() : std::min(m_first, id.number());
            m_last = std::max(m_last, id.number());
        }
        if (m_last - m_first < 8 * qint64(ids.size()) + 1024)
            m_array.assign(size_t(m_last - m_first + 1), none);
    }
    qint64 first() const { return m_first; }
    qint64 last() const { return m_last; }
    void set(qint64 key, Value value)
    {
        if (key < m_first || key > m_last)
            return;
        if (m_array.empty())
            m_hash.insert(key, value);
        else
            m_array[size_t(key - m_first)] = value;
    }
    Value of(qint64 key) const
    {
        if (key < m_first || key > m_last)
            return m_none;
        return m_array.empty() ? m_hash.value(key, m_none) : m_array[size_t(key - m_first)];
    }

private:
    Value m_none;
    qint64 m_first = 0;
    qint64 m_last = 0;
    std::vector<Value> m_array;
    QHash<qint64, Value> m_hash;
};

} // namespace rolecall::db
