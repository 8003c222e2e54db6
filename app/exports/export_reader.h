// SPDX-License-Identifier: GPL-3.0-or-later
// What every export of a shortlist reads, in one place, so that blind means blind in each of them.
#pragma once

#include "app/blind/veil.h"
#include "app/shortlist/shortlist.h"
#include "db/quality_ratings.h"
#include "db/roles.h"
#include "db/shortlist_rows.h"
#include "db/submitted_ratings.h"

namespace rolecall::app {

/// One applicant as an export may show them.
struct ExportedPerson
{
    db::ApplicationId application;
    QString label; ///< the name; blind, the code
    QString email; ///< empty, blind
    QString stage; ///< with the outcome in brackets
    db::Standing standing;
    QList<db::SubmittedEvidence> evidence; ///< masked, blind, and then without the documents' names
};

/// "“Quote” (CV.pdf, page 2) note", in one line.
QString evidenceText(const db::SubmittedEvidence &evidence);
/// "2", "1.67"; empty where it is unrated.
QString levelText(qint32 level);
/// "through", "open (2 to rate)", "below (1)"; translated.
QString gateText(const db::Standing &standing);

/// What the four levels are called in the role.
QStringList levelLabels(const db::Role &role);

class ExportReader
{
public:
    /// A role that is reviewed blind is exported blind, whatever was asked for.
    static Result<ExportReader> open(db::Connection &connection, db::RoleId role, bool blindWanted);

    const db::Role &role() const { return m_role; }
    const QList<db::Posting> &postings() const { return m_postings; } ///< newest first
    const QList<db::Quality> &qualities() const { return m_qualities; } ///< in force, necessary first
    bool isBlind() const { return m_blind; }
    QString ruleSentence() const;
    const db::ReconfirmCounts &toConfirm() const { return m_toConfirm; }
    /// How many submitted levels were given on an earlier wording and not confirmed since; empty where there are none.
    QString earlierWordingNote() const;
    QString exportedAt() const; ///< UTC, ISO 8601
    QString exportedBy() const { return m_reviewer; } ///< may be empty

    /// The level of the quality at a place of qualities(); unratedLevel where there is none.
    qint32 level(const db::Standing &standing, qsizetype place) const;
    Result<ExportedPerson> person(db::ApplicationId application, bool withEvidence) const;
    /// The text with this person's identity taken out of it, where the export is blind.
    QString masked(db::ApplicationId application, const QString &text) const;

private:
    explicit ExportReader(db::Connection &connection)
        : m_connection(&connection)
    {}
    db::Connection *m_connection;
    db::Role m_role;
    QList<db::Posting> m_postings;
    QList<db::Quality> m_qualities;
    std::vector<size_t> m_places; ///< of each quality in a standing's levels
    QString m_reviewer;
    db::ReconfirmCounts m_toConfirm;
    bool m_blind = false;
    std::shared_ptr<Veil> m_veil; ///< where it is blind
};

} // namespace rolecall::app
