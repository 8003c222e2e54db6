// SPDX-License-Identifier: GPL-3.0-or-later
// Full text over people, notes, evidence, documents and roles: which rows, in which order. What of them may be shown
// is app/search's to decide.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QList>
#include <QStringList>
#include <functional>

namespace rolecall::db {

class Connection;

/// SQL that is true where a role is blind and its application not revealed to the reader. The arguments are SQL
/// expressions for role.blind and the application's key.
QString maskedCondition(const QString &blind, const QString &application, ReviewerId reader);

/// What a search is kept to; empty and not valid: to nothing.
struct SearchFilter
{
    RoleId role;
    QString stage;  ///< by its name, which roles share
    QString tag;
    QString source;
    QStringList kinds; ///< candidate, note, evidence, document, role
    bool isEmpty() const { return !role.isValid() && stage.isEmpty() && tag.isEmpty() && source.isEmpty() && kinds.isEmpty(); }
    friend bool operator==(const SearchFilter &, const SearchFilter &) = default;
};

struct SearchHit
{
    QString kind; ///< candidate, note, evidence, document, role
    qint64 id = 0;
    CandidateId candidate;     ///< whom it is about; not valid for a role
    ApplicationId application; ///< not valid for a role and for a candidate without one
    RoleId role;
    QString title;     ///< the person's or role's name, or the document's
    QString person;    ///< the person's name; empty for a role
    QString roleTitle;
    QString code;        ///< the application's
    bool masked = false; ///< blind and not revealed: neither title nor person nor the text may be shown as they are
    double rank = 0;     ///< less is better
};

/// Asked of hits in order; false: it does not count.
using AcceptHit = std::function<Result<bool>(const SearchHit &)>;

struct SearchResult
{
    QList<SearchHit> hits; ///< best first
    bool complete = true;  ///< false: of some kind more rows fit than were ranked, and the newest of them were
};

/// What a person types: every word a beginning, "quoted words" together. Independence is kept: others' evidence and
/// notes are found only where the reader may see them, nobody's drafts are.
/// `ranked` bounds how many rows of a kind are ranked, the newest; not positive: all. Ranking a thousand takes a millisecond or two.
Result<SearchResult> search(Connection &connection, const QString &typed, const SearchFilter &filter, int limit, int ranked, const AcceptHit &accept);

/// The words in which a hit was found; for a candidate how they can be reached. A hit that is gone has none.
Result<QString> searchedText(Connection &connection, const SearchHit &hit);

} // namespace rolecall::db
