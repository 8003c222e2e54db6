// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/log/event_log.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QStandardPaths>
#include <atomic>
#include <cstdio>

namespace rolecall::app {

namespace {

constexpr int longestLine = 500;

std::atomic<EventLog *> receiver = nullptr;
std::atomic<QtMessageHandler> before = nullptr;

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const bool isOurs = context.category && qstrncmp(context.category, "rolecall.", 9) == 0;
    EventLog *log = receiver;
    if (isOurs && log) {
        log->write(type == QtInfoMsg || type == QtDebugMsg ? EventLog::Kind::Note : EventLog::Kind::Problem, message);
        return;
    }
    if (const QtMessageHandler usual = before)
        usual(type, context, message);
}

} // namespace

EventLog::EventLog(QString path, qint64 bytes)
    : m_path(std::move(path))
    , m_bytes(bytes)
{}

QString EventLog::usualPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/rolecall/rolecall.log");
}

QString EventLog::olderPath() const
{
    return m_path + QStringLiteral(".old");
}

void EventLog::write(Kind kind, const QString &event)
{
    const QMutexLocker locker(&m_mutex);
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    if (QFileInfo(m_path).size() > m_bytes) {
        QFile::remove(olderPath());
        QFile::rename(m_path, olderPath());
    }
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append, QFile::ReadOwner | QFile::WriteOwner))
        return;
    const QString line = QStringLiteral("%1  %2  %3\n").arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate), kind == Kind::Problem ? QStringLiteral("problem") : QStringLiteral("note   "),
                                                            event.simplified().left(longestLine));
    file.write(line.toUtf8());
}

QString EventLog::text() const
{
    const QMutexLocker locker(&m_mutex);
    QString whole;
    for (const QString &path : {olderPath(), m_path}) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            whole += QString::fromUtf8(file.read(2 * m_bytes));
    }
    return whole;
}

void logTo(EventLog *log)
{
    receiver = log;
    QLoggingCategory::setFilterRules(log ? QStringLiteral("rolecall.*=true") : QString()); // silent by themselves
    if (log && !before)
        before = qInstallMessageHandler(handle);
}

} // namespace rolecall::app
