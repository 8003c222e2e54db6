// SPDX-License-Identifier: GPL-3.0-or-later
// What Ctrl+K finds in a workspace: its roles and their pages at once; people and the text of documents as they are found.
#pragma once

#include "ui/session/search_feed.h"
#include "ui/shell/command_palette.h"

namespace rolecall::ui {

class MainWindow;
class Navigation;

QList<PaletteEntry> roleEntries(MainWindow &window, const Navigation &navigation);

/// Searches the workspace for what is typed.
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
    PaletteEntry entryOf(const app::Finding &finding) const;

    Session &m_session;
    MainWindow &m_window;
    SearchFeed m_feed;
    QString m_answered;
    app::Findings m_findings;
};

} // namespace rolecall::ui
