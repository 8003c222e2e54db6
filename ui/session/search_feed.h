// SPDX-License-Identifier: GPL-3.0-or-later
// Searching as somebody types: each question supersedes the one before, which is interrupted. It has a reading thread of
// its own, so that an answer never waits for the text of a long document.
#pragma once

#include "app/search/searching.h"
#include "ui/session/session.h"

#include <atomic>

namespace rolecall::ui {

class SearchFeed : public QObject
{
    Q_OBJECT
public:
    /// The session outlives it.
    explicit SearchFeed(Session &session, QObject *parent = nullptr);

    /// Answers twice where more was found than can be ranked at once: soon with the newest, then with the best of all.
    void ask(const app::SearchRequest &request);
    /// The same again, because something is different.
    void askAgain();
    /// Nothing is wanted any more.
    void forget();
    /// The last one asked, as it was asked.
    const app::SearchRequest &request() const { return m_request; }

Q_SIGNALS:
    /// To the last question asked. `last`: no better answer follows.
    void answered(const rolecall::app::Findings &findings, bool last);
    void failed(const rolecall::Error &error);

private:
    void enqueue(app::SearchRequest request, int number);

    Session &m_session;
    Worker m_worker;
    app::SearchRequest m_request;
    std::shared_ptr<std::atomic<int>> m_newest = std::make_shared<std::atomic<int>>(0);
};

} // namespace rolecall::ui
