// SPDX-License-Identifier: GPL-3.0-or-later
// The open workspace as the pages see it: its connection, who is in front of it, what was just done, and long work.
#pragma once

#include "app/done.h"
#include "app/progress.h"
#include "db/reviewers.h"
#include "db/workspace.h"
#include "ui/session/worker.h"

#include <QObject>
#include <memory>

namespace rolecall::ui {

class Session : public QObject
{
    Q_OBJECT
public:
    explicit Session(std::unique_ptr<db::Workspace> workspace, QObject *parent = nullptr);
    ~Session() override;

    /// For what comes back within a few milliseconds, and for single writes. Interface thread only.
    db::Connection &connection() { return m_workspace->connection(); }
    QString path() const { return m_workspace->path(); }
    bool isReadOnly() const { return m_workspace->access() == db::Access::ReadOnly; }

    db::ReviewerId reviewer() const { return m_reviewer.id; }
    QString reviewerName() const { return m_reviewer.name; }
    void setReviewer(const db::Reviewer &reviewer);

    /// For reading what takes longer: answers come in the order of the questions.
    Worker &reader() { return m_reader; }

    /// Announces what a call into app/ did, or why it failed; returns whether it was done.
    bool apply(const Result<app::Done> &result);
    bool apply(const Outcome &outcome);
    void undo();
    void redo();

    /// Long work that writes, one at a time: import, export, undo of an import. Progress and Cancel are shown by the
    /// window; `finished` (interface thread) gets the result after apply() announced it.
    using LongWork = std::function<Result<app::Done>(db::Connection &, app::Progress &)>;
    void run(const QString &title, LongWork work, std::function<void(const Result<app::Done> &)> finished = {});
    bool isBusy() const { return m_progress != nullptr; }

    /// One act on a role that may have to rank everybody anew. Done at once where the role has few applicants; else beside
    /// the interface, after the acts asked for before it and without keeping anybody from the next one. `title` is shown where
    /// it takes noticeably long. `finished` gets the result after apply() announced it.
    void act(db::RoleId role, const QString &title, std::function<Result<app::Done>(db::Connection &)> work,
             std::function<void(const Result<app::Done> &)> finished = {});
    /// Up to this many applicants an act is done at once: it costs a few milliseconds.
    static constexpr int actedAtOnce = 500;
    void cancelWork();

Q_SIGNALS:
    /// Something is different in these areas; an invalid role or application: in any of them.
    void changed(rolecall::app::Areas areas, rolecall::db::RoleId role, rolecall::db::ApplicationId application);
    /// Empty: something was changed that needs no words; what an earlier message offers to undo is not the latest any more.
    void reported(const QString &message, bool canUndo);
    void failed(const rolecall::Error &error);
    void reviewerChanged();
    void workStarted(const QString &title, bool cancellable);
    void workProgressed(double fraction); ///< negative while the whole is not known
    void workEnded();

private:
    std::unique_ptr<db::Workspace> m_workspace;
    db::Reviewer m_reviewer;
    Worker m_reader;
    Worker m_writer;
    std::shared_ptr<app::Progress> m_progress;
    int m_acts = 0; ///< asked for and not done yet
    bool m_actShown = false;
};

} // namespace rolecall::ui

Q_DECLARE_METATYPE(rolecall::Error)
