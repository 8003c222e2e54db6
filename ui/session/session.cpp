// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/session.h"

#include "app/history/history.h"
#include "db/application_lists.h"

#include <QTimer>

namespace rolecall::ui {

namespace {

constexpr int progressMilliseconds = 100;
constexpr int noticeableMilliseconds = 200;

} // namespace

Session::Session(std::unique_ptr<db::Workspace> workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_reader(m_workspace->path(), db::Access::ReadOnly)
    , m_writer(m_workspace->path(), m_workspace->access())
{
    if (const auto own = db::ownReviewer(connection()); own && *own)
        setReviewer(**own);
}

Session::~Session() = default;

void Session::setReviewer(const db::Reviewer &reviewer)
{
    m_reviewer = reviewer;
    connection().setReviewer(reviewer.id);
    m_reader.setReviewer(reviewer.id);
    m_writer.setReviewer(reviewer.id);
    Q_EMIT reviewerChanged();
}

bool Session::apply(const Result<app::Done> &result)
{
    if (!result) {
        Q_EMIT failed(result.error());
        return false;
    }
    Q_EMIT changed(result->areas, result->role, result->application);
    if (!result->message.isEmpty() || result->change.isValid())
        Q_EMIT reported(result->message, result->change.isValid());
    return true;
}

bool Session::apply(const Outcome &outcome)
{
    if (!outcome)
        Q_EMIT failed(outcome.error());
    return outcome.has_value();
}

void Session::undo()
{
    run(tr("Undo"), [](db::Connection &connection, app::Progress &) { return app::undo(connection); });
}

void Session::redo()
{
    run(tr("Redo"), [](db::Connection &connection, app::Progress &) { return app::redo(connection); });
}

void Session::run(const QString &title, LongWork work, std::function<void(const Result<app::Done> &)> finished)
{
    if (m_progress) {
        Q_EMIT failed({title, {}, tr("another work is under way"), tr("Wait for it, or cancel it")});
        return;
    }
    auto progress = std::make_shared<app::Progress>();
    m_progress = progress;
    Q_EMIT workStarted(title, true);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, progress] { Q_EMIT workProgressed(progress->fraction()); });
    timer->start(progressMilliseconds);
    m_writer.ask<app::Done>(
        this, [work = std::move(work), progress](db::Connection &connection) { return work(connection, *progress); },
        [this, timer, finished = std::move(finished)](Result<app::Done> result) {
            timer->deleteLater();
            m_progress.reset();
            Q_EMIT workEnded();
            apply(result);
            if (finished)
                finished(result);
        });
}

void Session::act(db::RoleId role, const QString &title, std::function<Result<app::Done>(db::Connection &)> work, std::function<void(const Result<app::Done> &)> finished)
{
    const auto more = db::hasMoreApplications(connection(), role, actedAtOnce);
    if (m_acts == 0 && !isBusy() && more && !*more) {
        const Result<app::Done> result = work(connection());
        apply(result);
        if (finished)
            finished(result);
        return;
    }
    ++m_acts;
    QTimer::singleShot(noticeableMilliseconds, this, [this, title] {
        if (m_acts == 0 || m_actShown || m_progress)
            return;
        m_actShown = true;
        Q_EMIT workStarted(title, false);
    });
    m_writer.ask<app::Done>(this, std::move(work), [this, finished = std::move(finished)](Result<app::Done> result) {
        if (--m_acts == 0 && std::exchange(m_actShown, false))
            Q_EMIT workEnded();
        apply(result);
        if (finished)
            finished(result);
    });
}

void Session::cancelWork()
{
    if (m_progress)
        m_progress->cancel();
}

} // namespace rolecall::ui
