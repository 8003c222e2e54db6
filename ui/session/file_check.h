// SPDX-License-Identifier: GPL-3.0-or-later
// Looks through the whole file a while after it was opened: damage in the middle of a table is not seen at its ends.
#pragma once

#include "ui/session/worker.h"

#include <QStringList>

namespace rolecall::ui {

class Session;

class FileCheck : public QObject
{
    Q_OBJECT
public:
    /// Larger files are read whole, and checked, when a backup is made of them.
    static constexpr qint64 largestBytes = 64LL * 1024 * 1024;

    explicit FileCheck(const Session &session, QObject *parent = nullptr);

    /// In a moment: who opens a workspace wants to work first.
    void schedule();
    void checkNow();

Q_SIGNALS:
    void damageFound(const QStringList &findings);

private:
    QString m_path;
    Worker m_worker;
};

} // namespace rolecall::ui
