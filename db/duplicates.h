// SPDX-License-Identifier: GPL-3.0-or-later
// What people are held against each other by, and who was found to be two.
// setApart must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QString>
#include <functional>

namespace rolecall::db {

class Connection;

/// The parts of a person by which two entries may be one. Only what may be shown to the connection's reviewer.
struct PersonFeatures
{
    CandidateId id;
    QString nameKey;
    QString email;
    QString phone;
    QString location;
};
/// In the order of the names. Return false to stop.
Outcome forEachPersonFeature(Connection &connection, const std::function<bool(const PersonFeatures &)> &visit);
/// Contents that more than one person has: each with one of them at a time, ordered by content. Return false to stop.
Outcome forEachSharedContent(Connection &connection, const std::function<bool(const QString &sha256, CandidateId person)> &visit);
Outcome forEachPairApart(Connection &connection, const std::function<void(CandidateId first, CandidateId second)> &visit);

/// They are two people: not proposed again.
Outcome setApart(Connection &connection, CandidateId one, CandidateId other);

} // namespace rolecall::db
