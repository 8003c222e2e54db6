// SPDX-License-Identifier: GPL-3.0-or-later
// Who may be in the workspace twice: pairs with a score and the reasons for it. Nothing is joined without a person's yes.
#pragma once

#include "app/done.h"
#include "app/progress.h"

#include <QFlags>
#include <QList>
#include <QStringList>

namespace rolecall::app {

enum class Likeness {
    SameEmail = 0x01,
    SamePhone = 0x02,
    SameName = 0x04,     ///< without case and accents
    SameWords = 0x08,    ///< the same names in another order
    Initials = 0x10,     ///< the same last name, one first name the other's initial
    SimilarName = 0x20,  ///< a letter or two apart
    SameDocument = 0x40, ///< the same file, byte by byte
    SameLocation = 0x80,
    OtherEmail = 0x100,  ///< both have one, and they differ: speaks against it
};
Q_DECLARE_FLAGS(Likenesses, Likeness)
Q_DECLARE_OPERATORS_FOR_FLAGS(Likenesses)

struct DuplicatePair
{
    db::CandidateId first; ///< the older entry
    db::CandidateId second;
    int score = 0; ///< 0 to 100
    Likenesses reasons;
};

/// Each reason in words.
QStringList reasonsInWords(Likenesses reasons);

/// The likelier first. People are only held against those they share an address, a number, a file or a name with, and a
/// name that more than twenty share says nothing by itself: the time grows with the people, not with their pairs.
Result<QList<DuplicatePair>> findDuplicates(db::Connection &connection, Progress *progress = nullptr, int limit = 1000);

/// What speaks for it and against it; no pair where nothing does.
struct ComparedPerson
{
    QString nameKey, email, phone, location;
};
Likenesses likenessOf(const ComparedPerson &one, const ComparedPerson &other, bool sameDocument);
int scoreOf(Likenesses reasons);

/// Two people who are alike: the pair is not proposed again.
Result<Done> keepApart(db::Connection &connection, db::CandidateId one, db::CandidateId other);

} // namespace rolecall::app
