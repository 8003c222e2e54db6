// SPDX-License-Identifier: GPL-3.0-or-later
// One applicant as a structured file describes them, before anything is stored.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace rolecall::app {

struct ApplicantDraft
{
    QString name;
    QStringList emails; ///< the preferred one first
    QStringList phones; ///< as written, the preferred one first
    QString location;   ///< one line: town, region, country
    QStringList links;
    QString summary;    ///< a headline and a summary, where there are any
    QStringList leftOut;  ///< translated: what the file holds and Rolecall has no place for
    QStringList warnings; ///< translated, each one sentence without a full stop
};

} // namespace rolecall::app
