// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/backup_keeper.h"

#include <QLoggingCategory>

#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int firstLookMilliseconds = 10'000; // who opens a workspace wants to work first
constexpr int laterLooksMilliseconds = 60 * 60 * 1000;
constexpr int tickMilliseconds = 200;
constexpr int mostKept = 1000;
const QString everyKey = QStringLiteral("backups/every");
const QString folderKey = QStringLiteral("backups/folder");
const QString daysKey = QStringLiteral("backups/days");
const QString weeksKey = QStringLiteral("backups/weeks");

Q_LOGGING_CATEGORY(backups, "rolecall.backups", QtFatalMsg)

int numberOf(const WindowSettings &settings, const QString &key, int usual)
{
    bool isNumber = false;
    const int number = settings.value(key).toInt(&isNumber);
    return isNumber ? std::clamp(number, 0, mostKept) : usual;
}

} // namespace

app::BackupRule rememberedBackupRule(const WindowSettings &settings)
{
    app::BackupRule rule;
    rule.every = static_cast<app::BackupRule::Every>(std::min(numberOf(settings, everyKey, int(rule.every)), int(app::BackupRule::Every::Week)));
    if (const QString folder = QString::fromUtf8(settings.value(folderKey)); !folder.isEmpty())
        rule.folder = folder;
    rule.days = numberOf(settings, daysKey, rule.days);
    rule.weeks = numberOf(settings, weeksKey, rule.weeks);
    return rule;
}

void rememberBackupRule(WindowSettings &settings, const app::BackupRule &rule)
{
    settings.setValue(everyKey, QByteArray::number(int(rule.every)));
    settings.setValue(folderKey, rule.folder == app::BackupRule::usualFolder() ? QByteArray() : rule.folder.toUtf8());
    settings.setValue(daysKey, QByteArray::number(rule.days));
    settings.setValue(weeksKey, QByteArray::number(rule.weeks));
}

BackupKeeper::BackupKeeper(Session &session, WindowSettings &settings, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_settings(settings)
    , m_rule(rememberedBackupRule(settings))
    , m_worker(session.path(), db::Access::ReadOnly)
{
    m_look.setInterval(laterLooksMilliseconds);
    connect(&m_look, &QTimer::timeout, this, &BackupKeeper::makeWhereDue);
    m_tick.setInterval(tickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &BackupKeeper::changed);
}

BackupKeeper::~BackupKeeper()
{
    cancel();
}

void BackupKeeper::schedule()
{
    if (m_session.isReadOnly())
        return;
    QTimer::singleShot(firstLookMilliseconds, this, &BackupKeeper::makeWhereDue);
    m_look.start();
}

void BackupKeeper::makeWhereDue()
{
    if (m_rule.every != app::BackupRule::Every::Never)
        make(true);
}

void BackupKeeper::makeNow()
{
    make(false);
}

void BackupKeeper::cancel()
{
    if (m_progress)
        m_progress->cancel();
}

void BackupKeeper::setRule(const app::BackupRule &rule)
{
    m_rule = rule;
    rememberBackupRule(m_settings, rule);
    readFiles();
}

void BackupKeeper::readFiles()
{
    m_worker.ask<QList<app::BackupFile>>(
        this, [rule = m_rule](db::Connection &connection) { return Result<QList<app::BackupFile>>(app::backupsOf(connection, rule)); },
        [this](const Result<QList<app::BackupFile>> &files) {
            m_files = files.value_or(QList<app::BackupFile>());
            Q_EMIT changed();
        });
}

void BackupKeeper::make(bool onlyWhereDue)
{
    if (m_progress)
        return;
    const auto progress = std::make_shared<app::Progress>();
    m_progress = progress;
    m_tick.start();
    Q_EMIT changed();
    using Made = std::optional<app::BackupFile>;
    m_worker.ask<Made>(
        this,
        [rule = m_rule, progress, onlyWhereDue](db::Connection &connection) -> Result<Made> {
            const QDateTime now = QDateTime::currentDateTimeUtc();
            if (onlyWhereDue) {
                const auto due = app::isBackupDue(connection, rule, now);
                if (!due)
                    return tl::unexpected(due.error());
                if (!*due)
                    return Made();
            }
            const auto file = app::makeBackup(connection, rule, now, progress.get());
            return file ? Result<Made>(*file) : Result<Made>(tl::unexpected(file.error()));
        },
        [this, progress](const Result<Made> &result) {
            m_progress.reset();
            m_tick.stop();
            if (!result && !progress->isCancelled()) {
                qCWarning(backups) << "A backup could not be made";
                Q_EMIT failed(result.error());
            } else if (result && *result) {
                qCInfo(backups) << "A backup was made and checked," << (*result)->bytes << "bytes";
                Q_EMIT made(**result);
            }
            readFiles();
        });
}

} // namespace rolecall::ui
