// SPDX-License-Identifier: GPL-3.0-or-later
// Every text that a role was published with: number, file, the day it was taken in and its SHA-256. The chosen one is
// to be read beside the list.
#pragma once

#include "db/roles.h"

#include <QListWidget>

namespace rolecall::ui {

class RevisionList : public QListWidget
{
    Q_OBJECT
public:
    explicit RevisionList(QWidget *parent = nullptr);

    /// Newest first. The chosen one stays chosen while there is no newer one than before.
    void setRevisions(const QList<db::Posting> &revisions);
    int revisionCount() const { return int(m_revisions.size()); }
    /// The revision that is to be read; 0: there is none.
    int chosen() const;
    int newest() const { return m_revisions.isEmpty() ? 0 : m_revisions.first().revision; }

Q_SIGNALS:
    void revisionChosen(int revision);

private:
    QList<db::Posting> m_revisions;
};

} // namespace rolecall::ui
