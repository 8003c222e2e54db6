// SPDX-License-Identifier: GPL-3.0-or-later
// Hands records from the thread that parses to the one that stores, a batch at a time, never many ahead.
#pragma once

#include "app/applicants/applicant_rows.h"

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace rolecall::app {

class RecordQueue
{
public:
    using Batch = std::vector<ApplicantRecord>;

    /// Starts parsing at once. `rows` is used by the parsing thread alone until the queue is gone or take() returned false.
    explicit RecordQueue(ApplicantRows &rows);
    ~RecordQueue(); ///< stops the parsing thread
    Q_DISABLE_COPY_MOVE(RecordQueue)

    /// The next batch and how many of its records are filled; false at the end. `batch` is given back for reuse.
    bool take(Batch &batch, size_t &filled);
    /// Bytes of the file that were parsed.
    qint64 position() const { return m_position; }

private:
    void parse();

    ApplicantRows &m_rows;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::pair<Batch, size_t>> m_ready;
    std::vector<Batch> m_spare;
    std::atomic<qint64> m_position = 0;
    bool m_ended = false;
    bool m_stopped = false;
    std::thread m_thread;
};

} // namespace rolecall::app
