// SPDX-License-Identifier: GPL-3.0-or-later
// One .rolecall file: made, opened, held by one writer at a time.
#pragma once

#include "db/connection.h"

#include <QLockFile>
#include <memory>

namespace rolecall::db {

/// Who holds a workspace for writing.
struct Holder
{
    qint64 processId = 0;
    QString hostName;
    QString program;

    /// On another computer, so that nobody here can tell whether that program still runs.
    bool isElsewhere() const;
};

class Workspace
{
public:
    /// Makes a new file, readable by its owner only. Fails where something is in the way.
    static Result<std::unique_ptr<Workspace>> create(const QString &path);
    /// Opens a file: for writing it takes the lock and brings the schema up to date, for reading it changes nothing.
    /// Where another program holds the file the Error says who; `holder()` below tells the same beforehand.
    static Result<std::unique_ptr<Workspace>> open(const QString &path, Access access);
    ~Workspace();
    Q_DISABLE_COPY_MOVE(Workspace)

    /// Who else has this file open for writing; nullopt where nobody does.
    static std::optional<Holder> holder(const QString &path);

    /// Holds the place of a workspace, whether there is a file or not, so that nobody opens it for writing meanwhile.
    static Result<std::unique_ptr<QLockFile>> lock(const QString &path);
    /// Takes the lock of another computer away, which was switched off meanwhile or is gone. A person has to know that.
    static Outcome releaseElsewhere(const QString &path);

    /// This thread's connection: the one of the thread that opened the workspace.
    Connection &connection() { return *m_connection; }
    QString path() const { return m_connection->path(); }
    Access access() const { return m_connection->access(); }
    /// Another connection to the same file, for a worker. Called in the worker's own thread.
    Result<std::unique_ptr<Connection>> connect() const;

private:
    Workspace(std::unique_ptr<QLockFile> lock, std::unique_ptr<Connection> connection);
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Connection> m_connection;
};

} // namespace rolecall::db
