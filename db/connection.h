// SPDX-License-Identifier: GPL-3.0-or-later
// One thread's connection to a workspace file. Opened, used and closed in one thread; set up in one place.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QSqlDatabase>
#include <functional>
#include <memory>
#include <optional>

struct sqlite3;

namespace rolecall::db {

enum class Access { ReadWrite, ReadOnly };

class Connection
{
public:
    /// Opens an existing file and sets the connection up: foreign keys, WAL, busy timeout, full synchronisation,
    /// no trust in the schema, no triggers or views from the file, bounded values.
    static Result<std::unique_ptr<Connection>> open(const QString &path, Access access);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    QSqlDatabase database() const { return m_database; }
    sqlite3 *handle() const { return m_handle; }
    QString path() const { return m_path; }
    Access access() const { return m_access; }

    /// Stops whatever this connection is running, from any thread.
    void interrupt();

    /// Who acts, and when: written into each change.
    void setReviewer(ReviewerId reviewer) { m_reviewer = reviewer; }
    ReviewerId reviewer() const { return m_reviewer; }
    void setClock(std::function<QDateTime()> clock) { m_clock = std::move(clock); }
    /// The present moment as it is stored: UTC, ISO 8601 with milliseconds.
    QString now() const;

    /// For tests: asked before every statement; an Error makes it fail.
    void setFailureInjection(std::function<std::optional<Error>()> inject) { m_inject = std::move(inject); }
    std::optional<Error> injectedFailure() const { return m_inject ? m_inject() : std::nullopt; }

    /// Whether the change log's capture is set up on this connection (see change_capture.h).
    bool isCapturing() const { return m_capturing; }
    void setCapturing(bool capturing) { m_capturing = capturing; }

private:
    Connection(QString path, Access access);
    Outcome setUp();

    QString m_path;
    QString m_name;
    Access m_access;
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
    ReviewerId m_reviewer;
    std::function<QDateTime()> m_clock;
    std::function<std::optional<Error>()> m_inject;
    bool m_capturing = false;
};

} // namespace rolecall::db
