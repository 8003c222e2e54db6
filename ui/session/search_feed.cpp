// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/search_feed.h"

namespace rolecall::ui {

SearchFeed::SearchFeed(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_worker(session.path(), db::Access::ReadOnly)
{}

void SearchFeed::ask(const app::SearchRequest &request)
{
    m_request = request;
    askAgain();
}

void SearchFeed::askAgain()
{
    const int number = ++*m_newest;
    m_worker.interrupt();
    m_worker.setReviewer(m_session.reviewer());
    app::SearchRequest quick = m_request;
    quick.ranked = app::rankedAtFirst;
    enqueue(quick, number);
}

void SearchFeed::forget()
{
    ++*m_newest;
    m_worker.interrupt();
    m_request = {};
}

void SearchFeed::enqueue(app::SearchRequest request, int number)
{
    m_worker.ask<app::Findings>(
        this,
        [newest = m_newest, request, number](db::Connection &connection) -> Result<app::Findings> {
            // Superseded before its turn came.
            if (*newest != number)
                return app::Findings();
            return app::search(connection, request);
        },
        [this, request, number](const Result<app::Findings> &findings) {
            if (*m_newest != number)
                return;
            if (!findings) {
                Q_EMIT failed(findings.error());
                return;
            }
            const bool last = findings->complete || request.ranked == 0;
            Q_EMIT answered(*findings, last);
            if (last || *m_newest != number)
                return;
            app::SearchRequest thorough = request;
            thorough.ranked = 0;
            enqueue(thorough, number);
        });
}

} // namespace rolecall::ui
