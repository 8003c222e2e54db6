// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the text of documents that have none yet, or one that an older reader made, while nothing else is going on: so
// that search finds what nobody has opened. In a thread of its own, with a connection of its own.
#pragma once

#include "app/documents/apart.h"
#include "ui/session/session.h"

#include <QSet>
#include <QTimer>

namespace rolecall::ui {

class TextKeeper : public QObject
{
    Q_OBJECT
public:
    /// Begins by itself after a while, and again when documents came. The session outlives it.
    TextKeeper(Session &session, app::ApartReader apart, QObject *parent = nullptr);

    /// Documents that are still to be read; 0 also where nobody has looked yet.
    int left() const { return int(m_left.size()); }

Q_SIGNALS:
    void leftChanged(int left);

private:
    void look();
    void next();

    Session &m_session;
    app::ApartReader m_apart;
    Worker m_worker;
    QTimer m_pause;
    QList<db::DocumentId> m_left;
    QSet<db::DocumentId> m_failed; ///< not tried again before the workspace is opened anew
    bool m_working = false;
};

} // namespace rolecall::ui
