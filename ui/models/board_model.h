// SPDX-License-Identifier: GPL-3.0-or-later
// A role's applications as cards in columns: one for each stage, then those that are closed. All keys are known, cards are
// read where somebody looks, a page at a time between two events; data() never waits.
#pragma once

#include "db/board.h"
#include "db/stages.h"
#include "ui/delegates/gate_painter.h"
#include "ui/session/session.h"

#include <QAbstractListModel>
#include <QCache>
#include <QSet>
#include <memory>
#include <vector>

namespace rolecall::ui {

class BoardModel;

/// What a card shows, in words and marks that are made once.
struct BoardCard
{
    QString name;     ///< or the code
    QString detail;   ///< tags; of somebody who is closed: stage and reason
    QString days;     ///< "12 days"; empty where that says nothing
    bool late = false;
    bool gateHidden = false;
    GateMark gate;
    ScoreMark score;
    QString spoken;   ///< everything, in one sentence
};

struct BoardHead
{
    db::StageId stage; ///< not valid: a column of outcomes alone
    QString outcome;   ///< whose applications stand here too, or alone
    QString name;
    QString detail;    ///< "interview · through the gate · 21 days"
};

class BoardColumnModel : public QAbstractListModel
{
    Q_OBJECT
public:
    BoardColumnModel(BoardModel &board, BoardHead head);

    const BoardHead &head() const { return m_head; }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_keys.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    db::ApplicationId applicationAt(int row) const { return m_keys.value(row); }
    int rowOf(db::ApplicationId application) const { return int(m_keys.indexOf(application)); }
    /// Null until it is read, which this asks for.
    const BoardCard *cardAt(int row) const;
    int lateCount() const { return int(m_late.size()); }

private:
    friend class BoardModel;
    BoardModel &m_board;
    BoardHead m_head;
    QList<db::ApplicationId> m_keys;
    QSet<db::ApplicationId> m_late;
};

class BoardModel : public QObject
{
    Q_OBJECT
public:
    explicit BoardModel(Session &session, QObject *parent = nullptr);
    ~BoardModel() override;

    void setRole(db::RoleId role);
    void setFilter(const db::ApplicationFilter &filter);
    /// Columns, order and cards anew, of this role and with this filter.
    void refresh(db::RoleId role, const db::ApplicationFilter &filter);
    /// One card anew, at once in the column where it belongs.
    void refreshApplication(db::ApplicationId application);
    /// What is shown is about something else from now on.
    void forgetCards() { m_cards.clear(); }

    const std::vector<std::unique_ptr<BoardColumnModel>> &columns() const { return m_columns; }
    /// -1 where it is on no column.
    int columnOf(db::ApplicationId application) const;
    bool isLoading() const { return m_loading; }

    static constexpr int pageRows = 48;

Q_SIGNALS:
    /// Other columns than before: everything that looks at one is gone with it.
    void columnsChanged();
    void aboutToList();
    void listed();

private:
    friend class BoardColumnModel;
    struct Listing;
    QList<BoardHead> heads() const;
    int columnFor(db::StageId stage, const QString &outcome) const;
    void makeColumns();
    void ask();
    void show(const Listing &listing);
    const BoardCard *card(const BoardColumnModel &column, int row);
    void loadWanted();
    void read(const QList<db::ApplicationId> &keys);
    BoardCard cardOf(const db::ApplicationRow &row) const;

    Session &m_session;
    db::RoleId m_role;
    bool m_blind = false;
    bool m_loading = false;
    db::ApplicationFilter m_filter;
    quint64 m_question = 0; ///< the latest; older answers are dropped
    QList<db::Stage> m_stages;
    std::vector<std::unique_ptr<BoardColumnModel>> m_columns;
    QHash<db::ApplicationId, int> m_ranks; ///< places in the order of the rule
    QCache<qint64, BoardCard> m_cards;
    QList<std::pair<const BoardColumnModel *, int>> m_wanted; ///< pages, the latest last
    QDateTime m_now;
};

} // namespace rolecall::ui
