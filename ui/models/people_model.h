// SPDX-License-Identifier: GPL-3.0-or-later
// People across roles in rows, a hundred thousand of them: all keys in one vector, rows only where somebody looks. Keys are
// read in the reader's thread, rows a page at a time between two events; a row that is not there yet is shown empty.
#pragma once

#include "db/people.h"
#include "ui/session/session.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QDate>

namespace rolecall::ui {

class PeopleModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, RolesColumn, EmailColumn, PhoneColumn, LocationColumn, TagsColumn, ActivityColumn, ColumnCount };

    PeopleModel(Session &session, QObject *parent);

    /// Both keep what is shown until the answer is there.
    void setFilter(const db::PersonFilter &filter);
    const db::PersonFilter &filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order) override;
    /// Order and rows anew; selection and place are kept.
    void refresh();

    db::CandidateId personAt(int row) const { return m_keys.value(row); }
    int rowOf(db::CandidateId person) const { return int(m_keys.indexOf(person)); }
    bool isLoading() const { return m_loading; }
    const std::optional<Error> &error() const { return m_error; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    static QString columnName(int column);
    static QString cellText(const db::PersonRow &row, int column);

Q_SIGNALS:
    void loadingChanged();
    void aboutToList();
    /// Rows were put in another order or number. `sorted`: because somebody asked for an order.
    void listed(bool sorted);

private:
    using Keys = QList<db::CandidateId>;
    struct Update
    {
        Keys keys;
        Keys added;   ///< in keys, not in those before
        Keys removed; ///< the other way round
    };
    /// In the reader's thread, as it takes a while for many.
    static Update updateOf(const Keys &shown, Keys keys);
    void ask(bool sorted);
    void show(const Update &update);
    const db::PersonRow *rowAt(int row) const;
    void loadWanted() const;

    Session &m_session;
    db::PersonFilter m_filter;
    int m_column = NameColumn;
    bool m_descending = false;
    bool m_loading = false;
    std::optional<Error> m_error;
    quint64 m_question = 0; ///< the latest; older answers are dropped
    Keys m_keys;
    mutable QCache<qint64, db::PersonRow> m_rows;
    mutable QList<int> m_wanted; ///< pages, the latest last
};

} // namespace rolecall::ui
