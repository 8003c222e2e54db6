// SPDX-License-Identifier: GPL-3.0-or-later
// A role's applications in order: first the keys alone, then the rows that are looked at.
#pragma once

#include "db/id.h"
#include "db/new_qualities.h"
#include "db/result.h"
#include "db/standings.h"

#include <QList>
#include <QStringList>

namespace rolecall::db {

class Connection;

/// An application as a list shows it.
struct ApplicationRow
{
    ApplicationId id;
    QString uuid;
    CandidateId candidate;
    QString code;
    QString name;
    QString email;
    QString phone;
    QString location;
    QString source;
    QString appliedOn;
    StageId stage;
    QString stageName;
    QString stageSince;
    QString outcome;
    QString outcomeReason;
    QStringList tags;
    Standing standing;        ///< nothing in it but the application where `panelHidden`
    bool panelHidden = false; ///< others have rated, the reviewer has yet to submit (db/independence.h)
    bool reviewSubmitted = false; ///< the reviewer's own
    bool reviewDraft = false;
};

enum class ApplicationOrder { Rule, Name, AppliedOn, Stage, Source, Email, Location, Gate, UsefulScore, Tags, OwnReview };

struct ApplicationFilter
{
    QList<StageId> stages;
    QStringList tags;
    QList<Gate> gates;
    QStringList sources;
    bool withoutOutcome = false;
    bool notSubmittedByMe = false;
    bool toConfirmByMe = false; ///< with a level of the connection's reviewer on an earlier wording of a quality in force
    QList<NewQuality> lackingByMe; ///< undecided, with a submitted review of the connection's reviewer that lacks one of these
    bool panelResult = false; ///< for exports and scripts: as the panel has it, nothing is hidden from the connection's reviewer
    QString words; ///< full text over people and notes, as typed: each word a prefix

    friend bool operator==(const ApplicationFilter &, const ApplicationFilter &) = default;
};

/// The applications of a role in order, as keys alone: quick for 100,000, and what a model pages through. Where an order
/// or a filter goes by the standings, those hidden from the connection's reviewer match no gate, and stand after the
/// others in the order of their keys, whichever way round.
Result<QList<ApplicationId>> applicationIds(Connection &connection, RoleId role, const ApplicationFilter &filter, ApplicationOrder order,
                                            bool descending = false, int limit = -1);
/// The rows of these applications, in this order; `reviewer` is whose own review is told, and from
/// whom standings are hidden; not valid: from nobody.
Result<QList<ApplicationRow>> applicationRows(Connection &connection, const QList<ApplicationId> &ids, ReviewerId reviewer);
Result<int> applicationCount(Connection &connection, RoleId role);
/// A quick look, however many there are.
Result<bool> hasMoreApplications(Connection &connection, RoleId role, int than);
/// The different sources and tags of a role's applications, most frequent first, for filters.
Result<QStringList> applicationSources(Connection &connection, RoleId role);
Result<QStringList> applicationTags(Connection &connection, RoleId role);

} // namespace rolecall::db
