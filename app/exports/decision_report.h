// SPDX-License-Identifier: GPL-3.0-or-later
// What a decision record says, as data: read once, then written as HTML or drawn as PDF.
#pragma once

#include "app/exports/export_reader.h"

namespace rolecall::app {

struct DecisionRecordOptions
{
    std::optional<int> top; ///< none: everybody through the gate
    bool blind = false;     ///< a role that is reviewed blind is exported blind anyway
    bool evidence = true;
    int nearMissLimit = -1; ///< all
    int steps = 1; ///< of progress for each person: reading is one, laying out and painting others
};

struct DecisionQuality
{
    QString shortName; ///< N1, U2
    db::Quality quality;
};

/// One quality of one applicant: the level and what it rests on.
struct DecisionReason
{
    qint32 level = db::unratedLevel; ///< in db::levelUnit
    int ratings = 0;                 ///< submitted ones with a level
    int interviewRatings = 0;        ///< of these, from interviews
    std::optional<QString> agreed;   ///< why the panel settled on it
    QStringList evidence;
};

struct DecisionPerson
{
    std::optional<int> rank;
    Placement placement = Placement::ByRule;
    QString label;
    QString stage;
    QString byHand;  ///< the reason
    QString byWhom;  ///< who placed them by hand, and when
    db::Standing standing;
    QList<DecisionReason> reasons; ///< one per quality
};

struct DecisionGate
{
    QString label;
    QString gate;
    std::optional<qint64> score;
};

struct DecisionReport
{
    db::Role role;
    QList<db::Posting> postings; ///< newest first
    QList<DecisionQuality> qualities;
    QString rule;
    QString exportedAt;
    QString exportedBy;
    bool blind = false;
    std::optional<int> top;
    int applications = 0;
    db::GateCounts gates;
    QList<DecisionPerson> listed;
    QList<DecisionPerson> takenOff;
    QList<DecisionPerson> nearMisses;
    int nearMissCount = 0;
    QList<DecisionGate> gateResults; ///< of all who applied, in the rule's order
    QStringList levelLabels; ///< four
    QString earlierWording; ///< that submitted levels rest on an earlier wording; empty where none does
};

/// What is said where somebody stops it.
tl::unexpected<Error> cancelledRecord();

Result<DecisionReport> decisionReport(db::Connection &connection, db::RoleId role, const DecisionRecordOptions &options, Progress *progress = nullptr);

/// A complete HTML document without scripts, links or anything loaded from elsewhere.
QString decisionHtml(const DecisionReport &report);
/// A piece of the record for paper: a document of its own, without what only a browser understands, for QTextDocument.
struct DecisionPiece
{
    QString html;
    bool whole = false; ///< goes on where the piece before ended and is not parted where a page has room for it; else it begins a page
};
/// One piece for each person's reasons, and the rest in pieces of some twenty pages at the most.
QList<DecisionPiece> decisionPaper(const DecisionReport &report);

} // namespace rolecall::app
