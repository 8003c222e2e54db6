// SPDX-License-Identifier: GPL-3.0-or-later
// The change log, newest first, read page by page as it is scrolled.
#pragma once

#include "app/history/history.h"
#include "ui/models/keyed_rows_model.h"

namespace rolecall::ui {

class Session;

/// "Rating", "Qualities": the kinds of changes in words; a kind that is not known stays as it is.
QString changeKindText(const QString &kind);

struct HistoryRow
{
    qint64 key = 0; ///< the change's
    app::HistoryEntry entry;
};

class HistoryModel : public KeyedRowsModel<HistoryRow>
{
    Q_OBJECT
public:
    enum Role { DayRole = Qt::UserRole + 100, UndoneRole, TimeRole, PersonRole };

    explicit HistoryModel(Session &session, QObject *parent = nullptr);

    /// Begins anew.
    void setFilter(const db::ChangeFilter &filter);
    const db::ChangeFilter &filter() const { return m_filter; }
    /// Reads what is shown once more, and what is newer.
    void reload();
    std::optional<app::HistoryEntry> entryAt(const QModelIndex &index) const;
    bool isReading() const { return m_reading; }

    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// After each reading, whether it brought something or not.
    void wasRead();
    void failed(const rolecall::Error &error);

private:
    void read(int limit, db::ChangeId before);

    Session &m_session;
    db::ChangeFilter m_filter;
    bool m_reading = false;
    bool m_complete = false;
    quint64 m_question = 0;
};

} // namespace rolecall::ui
