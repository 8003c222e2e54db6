// SPDX-License-Identifier: GPL-3.0-or-later
// How far a long work has come, and whether it should stop: written by one thread, read by another.
#pragma once

#include <QtGlobal>
#include <atomic>

namespace rolecall::app {

class Progress
{
public:
    void setTotal(qint64 total) { m_total = total; }
    void setDone(qint64 done) { m_done = done; }
    /// 0 to 1; negative while the whole is not known.
    double fraction() const
    {
        const qint64 total = m_total;
        return total > 0 ? double(m_done) / double(total) : -1.0;
    }
    void cancel() { m_cancelled = true; }
    bool isCancelled() const { return m_cancelled; }

private:
    std::atomic<qint64> m_done = 0;
    std::atomic<qint64> m_total = 0;
    std::atomic<bool> m_cancelled = false;
};

} // namespace rolecall::app
