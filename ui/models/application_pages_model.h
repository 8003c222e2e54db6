// SPDX-License-Identifier: GPL-3.0-or-later
// Applications in rows, a hundred thousand of them: all keys in one vector, rows only where somebody looks. The first
// keys are read at once, all of them in the reader's thread; rows come a page at a time between two events. A row that
// is not there yet is shown empty, so data() never waits.
#pragma once

#include "db/matrix.h"
#include "ui/session/session.h"

#include <QAbstractTableModel>
#include <QCache>

namespace rolecall::ui {

class ApplicationPagesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    ApplicationPagesModel(Session &session, QObject *parent);

    /// Shows another role from its beginning: the first rows are there when this returns.
    void setRole(db::RoleId role);
    db::RoleId role() const { return m_role; }
    /// Keeps what is shown until the answer is there.
    void setFilter(const db::ApplicationFilter &filter);
    const db::ApplicationFilter &filter() const { return m_filter; }
    void sort(int column, Qt::SortOrder order) final;
    /// Order and rows anew; selection and place are kept.
    void refresh();
    /// One row anew, where it stands: nothing moves under the hand that rates.
    void refreshApplication(db::ApplicationId application);

    int rowCount(const QModelIndex &parent = {}) const final;
    db::ApplicationId applicationAt(int row) const;
    /// -1 where it is not in the list.
    int rowOf(db::ApplicationId application) const;
    /// Null until it is read, which this asks for.
    const db::MatrixRow *rowAt(int row) const;
    /// For copying: every row asked for, read now where it is not there yet. At most as many as the cache holds.
    Result<QList<db::MatrixRow>> readRows(const QList<int> &rows);

    bool isLoading() const { return m_loading; }
    /// The last reading that failed; none after one that did not.
    const std::optional<Error> &error() const { return m_error; }
    bool isBlind() const { return m_blind; }

    static constexpr int pageRows = 64;

Q_SIGNALS:
    void loadingChanged();
    /// Rows are about to be put in another order or number; then they are. `sorted`: because somebody asked for an order.
    void aboutToList();
    void listed(bool sorted);

protected:
    using Keys = QList<db::ApplicationId>;
    /// Answers with the keys in the order the column asks for; column -1: the order of the rule.
    virtual std::function<Result<Keys>(db::Connection &)> keyQuestion(int column, bool descending) const = 0;
    virtual Result<QList<db::MatrixRow>> readPage(db::Connection &connection, const Keys &keys) const = 0;
    /// The role or its qualities were read anew; within a reset of the model.
    virtual void roleRead() {}

    Session &session() const { return m_session; }
    bool isSortDescending() const { return m_descending; }
    int sortedColumn() const { return m_column; }
    void forgetRows() { m_rows.clear(); }

private:
    void ask(bool sorted);
    void show(const Keys &keys, const Keys &added, const Keys &removed);
    void loadWanted() const;
    void setLoading(bool loading);

    Session &m_session;
    db::RoleId m_role;
    db::ApplicationFilter m_filter;
    int m_column = -1;
    bool m_descending = false;
    bool m_blind = false;
    bool m_loading = false;
    std::optional<Error> m_error;
    quint64 m_question = 0; ///< the latest; older answers are dropped
    Keys m_keys;
    mutable QCache<qint64, db::MatrixRow> m_rows;
    mutable QList<int> m_wanted; ///< pages, the latest last
};

} // namespace rolecall::ui
