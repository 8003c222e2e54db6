// SPDX-License-Identifier: GPL-3.0-or-later
// Reads messages and documents on as many threads as there are cores and hands them over in their order, never many
// ahead: reading is what an import of mail waits for, and it must not wait for the database.
#pragma once

#include "app/intake/intake_readers.h"
#include "app/mail/mail_reader.h"

#include <QFile>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace rolecall::app {

class IntakeQueue
{
public:
    using Items = std::vector<IntakeItem>;

    /// Starts reading at once; `sources` without tables.
    IntakeQueue(QList<ImportSource> sources, IntakeOptions options, int threads = int(std::thread::hardware_concurrency()));
    ~IntakeQueue(); ///< stops, after what each thread is reading just then
    Q_DISABLE_COPY_MOVE(IntakeQueue)

    /// The items of the next message or file; false at the end.
    bool take(Items &items);

private:
    struct OpenMail
    {
        QFile file;
        MailFile mail;
        ImportSource source;
    };
    struct Unit
    {
        size_t number = 0;
        ImportSource source;
        std::shared_ptr<OpenMail> mail; ///< of a message
        size_t message = 0;
        Items done; ///< already known, because the file cannot be opened
    };

    std::optional<Unit> nextUnit(); ///< with the lock held
    std::shared_ptr<OpenMail> openMail(const ImportSource &source, QString &problem) const;
    Items read(const Unit &unit) const;
    void work();

    QList<ImportSource> m_sources;
    IntakeOptions m_options;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    qsizetype m_nextSource = 0;
    std::shared_ptr<OpenMail> m_mail; ///< whose messages are being given out
    size_t m_nextMessage = 0;
    size_t m_nextUnit = 0;
    size_t m_taken = 0;
    qint64 m_readyBytes = 0;
    int m_working = 0;
    bool m_ended = false;
    bool m_stopped = false;
    std::map<size_t, Items> m_ready;
    std::vector<std::thread> m_threads;
};

} // namespace rolecall::app
