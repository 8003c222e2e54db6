// SPDX-License-Identifier: GPL-3.0-or-later
// What can still be read in a damaged workspace goes into a new one, row by row. The damaged file is only read.
#pragma once

#include "db/result.h"

#include <QList>
#include <functional>

namespace rolecall::db {

class Connection;

struct SalvageReport
{
    struct Table
    {
        QString name;
        qint64 taken = 0;
        qint64 refused = 0; ///< read, but nothing that the table can hold
    };
    QList<Table> tables;
    qint64 pages = 0;
    qint64 unreadablePages = 0; ///< of a table, where its rows should be
    qint64 strayPages = 0;      ///< found without the way to them, and given to the table they fit
    qint64 damagedDocuments = 0; ///< files whose content is not what it was
    qint64 removedRows = 0;     ///< that referred to what is lost
    qint64 inventedRows = 0;    ///< nameless stand-ins for people, roles and qualities that others refer to

    qint64 taken(const QString &table) const;
    bool lostSomething() const;
};

/// Heard now and then with pages read and pages in all; false ends the work.
using SalvageProgress = std::function<bool(qint64 done, qint64 total)>;

/// `into` is a new workspace. On return its rows hold together and its full-text indexes are made; standings are not.
/// Where something was lost, the history is kept to be read, but nothing in it can be undone.
Result<SalvageReport> salvage(const QString &damagedPath, Connection &into, const SalvageProgress &progress = {});

} // namespace rolecall::db
