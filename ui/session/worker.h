// SPDX-License-Identifier: GPL-3.0-or-later
// One thread with a connection of its own, for everything that takes longer than a few milliseconds.
#pragma once

#include "app/progress.h"
#include "db/connection.h"

#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>

class QThread;

namespace rolecall::ui {

class Worker : public QObject
{
    Q_OBJECT
public:
    using Job = std::function<void(Result<db::Connection *>)>;

    /// The thread and its connection are made with the first job.
    Worker(QString path, db::Access access, QObject *parent = nullptr);
    ~Worker() override; ///< interrupts what runs and waits for it

    void setReviewer(db::ReviewerId reviewer) { m_reviewer = reviewer; }
    /// Runs `job` in the thread, after those before it.
    void enqueue(Job job);

    /// Makes the job that runs fail as soon as SQLite notices; those that wait are left alone.
    void interrupt();

    /// Computes in the thread and answers in the caller's, unless `context` is gone by then.
    template<class T>
    void ask(QObject *context, std::function<Result<T>(db::Connection &)> question, std::function<void(Result<T>)> answer)
    {
        QPointer<QObject> guard(context);
        enqueue([guard, question = std::move(question), answer = std::move(answer)](Result<db::Connection *> connection) {
            auto result = std::make_shared<Result<T>>(connection ? question(**connection) : Result<T>(tl::unexpected(connection.error())));
            if (QObject *receiver = guard.data())
                QMetaObject::invokeMethod(receiver, [answer, result] { answer(std::move(*result)); }, Qt::QueuedConnection);
        });
    }

private:
    void start();

    QString m_path;
    db::Access m_access;
    std::atomic<db::ReviewerId> m_reviewer;
    QThread *m_thread = nullptr;
    QObject *m_inThread = nullptr;
    std::unique_ptr<db::Connection> m_connection; ///< opened, used and closed in the thread
    std::atomic<db::Connection *> m_running = nullptr;
};

} // namespace rolecall::ui
