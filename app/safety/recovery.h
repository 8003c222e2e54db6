// SPDX-License-Identifier: GPL-3.0-or-later
// A damaged workspace's readable rest as a new, whole workspace beside it.
#pragma once

#include "app/progress.h"
#include "db/salvage.h"

#include <QStringList>

namespace rolecall::app {

struct Recovered
{
    db::SalvageReport report;
    qint64 roles = 0;
    qint64 applicants = 0;
    qint64 reviews = 0;
    qint64 documents = 0;
    /// What is there, and what is lost: a sentence each.
    QStringList sentences() const;
};

/// Writes `target`, which must not be there yet; the damaged file and its log are only read.
Result<Recovered> recoverWorkspace(const QString &damagedPath, const QString &target, Progress *progress = nullptr);

/// Beside the damaged file, a name that no file has: "Hiring recovered.rolecall".
QString recoveredName(const QString &damagedPath);

} // namespace rolecall::app
