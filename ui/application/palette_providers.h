// SPDX-License-Identifier: GPL-3.0-or-later
// What Ctrl+K finds in a workspace: its roles and their pages at once; people and the text of documents as they are found.
#pragma once

#include "db/search.h"
#include "ui/session/session.h"
#include "ui/shell/command_palette.h"

namespace rolecall::ui {

class MainWindow;
class Navigation;

QList<PaletteEntry> roleEntries(MainWindow &window, const Navigation &navigation);

/// Asks the workspace's reader, one question at a time: what was typed meanwhile is asked next, all between is left out.
class PaletteSearch : public QObject
{
    Q_OBJECT
public:
    PaletteSearch(Session &session, MainWindow &window, QObject *parent);

    /// What is known for this query by now; more is announced by found().
    QList<PaletteEntry> entries(const QString &query);

Q_SIGNALS:
    void found();

private:
    void ask(const QString &query);
    PaletteEntry entryOf(const db::SearchHit &hit) const;

    Session &m_session;
    MainWindow &m_window;
    QString m_asked, m_answered, m_next;
    bool m_asking = false;
    QList<db::SearchHit> m_hits;
};

} // namespace rolecall::ui
