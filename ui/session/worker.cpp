// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/worker.h"

#include <QThread>

namespace rolecall::ui {

Worker::Worker(QString path, db::Access access, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_access(access)
{}

Worker::~Worker()
{
    if (!m_thread)
        return;
    interrupt();
    // The connection belongs to the thread, so it is closed there, as the last thing the thread does.
    QMetaObject::invokeMethod(m_inThread, [this] {
        m_running = nullptr;
        m_connection.reset();
    }, Qt::BlockingQueuedConnection);
    m_thread->quit();
    m_thread->wait();
    delete m_inThread;
}

void Worker::interrupt()
{
    if (db::Connection *connection = m_running)
        connection->interrupt();
}

void Worker::start()
{
    m_thread = new QThread(this);
    m_inThread = new QObject;
    m_inThread->moveToThread(m_thread);
    m_thread->start();
}

void Worker::enqueue(Job job)
{
    if (!m_thread)
        start();
    QMetaObject::invokeMethod(m_inThread, [this, job = std::move(job)] {
        if (!m_connection) {
            auto opened = db::Connection::open(m_path, m_access);
            if (!opened) {
                job(tl::unexpected(opened.error()));
                return;
            }
            m_connection = std::move(*opened);
        }
        m_connection->setReviewer(m_reviewer);
        m_running = m_connection.get();
        job(m_connection.get());
        m_running = nullptr;
    });
}

} // namespace rolecall::ui
