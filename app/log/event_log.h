// SPDX-License-Identifier: GPL-3.0-or-later
// A small file that says what the program did and what went wrong, for a person to read and to attach to a report. Only
// sentences that the program's own code makes of itself go in: no name, address, title or path of anybody's.
#pragma once

#include <QMutex>
#include <QString>

namespace rolecall::app {

class EventLog
{
public:
    enum class Kind { Note, Problem };

    /// `bytes` is when the file becomes the older one beside it and a new one begins: at most twice that is kept.
    explicit EventLog(QString path, qint64 bytes = 256 * 1024);

    static QString usualPath();

    /// One line with the moment in UTC. From any thread. Where it cannot be written nobody's work is stopped by that.
    void write(Kind kind, const QString &event);
    /// Both files, oldest first.
    QString text() const;
    QString path() const { return m_path; }

private:
    QString olderPath() const;

    QString m_path;
    qint64 m_bytes;
    mutable QMutex m_mutex;
};

/// Sends what is logged in the categories "rolecall.*" to the log, until it is taken away again with a null pointer. What Qt and
/// other libraries say goes where it went before: their words may hold a file's name.
void logTo(EventLog *log);

} // namespace rolecall::app
