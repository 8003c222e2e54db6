// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/record_queue.h"

namespace rolecall::app {

namespace {

constexpr size_t recordsInBatch = 256;
constexpr size_t batchesAhead = 8;

} // namespace

RecordQueue::RecordQueue(ApplicantRows &rows)
    : m_rows(rows)
    , m_thread([this] { parse(); })
{}

RecordQueue::~RecordQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void RecordQueue::parse()
{
    while (true) {
        Batch batch;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopped || m_ready.size() < batchesAhead; });
            if (m_stopped)
                return;
            if (!m_spare.empty()) {
                batch = std::move(m_spare.back());
                m_spare.pop_back();
            }
        }
        batch.resize(recordsInBatch);
        size_t filled = 0;
        while (filled < batch.size() && m_rows.next(batch[filled]))
            ++filled;
        const bool ended = filled < batch.size();
        m_position = m_rows.stream().position();
        {
            const std::lock_guard lock(m_mutex);
            if (filled > 0)
                m_ready.emplace_back(std::move(batch), filled);
            m_ended = ended;
        }
        m_changed.notify_all();
        if (ended)
            return;
    }
}

bool RecordQueue::take(Batch &batch, size_t &filled)
{
    std::unique_lock lock(m_mutex);
    if (!batch.empty())
        m_spare.push_back(std::move(batch));
    batch.clear();
    m_changed.wait(lock, [this] { return !m_ready.empty() || m_ended; });
    if (m_ready.empty())
        return false;
    batch = std::move(m_ready.front().first);
    filled = m_ready.front().second;
    m_ready.erase(m_ready.begin());
    lock.unlock();
    m_changed.notify_all();
    return true;
}

} // namespace rolecall::app
