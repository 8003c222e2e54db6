// SPDX-License-Identifier: GPL-3.0-or-later
// A text with the identity taken out of it, and the way back to the places of the original, so that evidence quoted
// from a masked text still points into the document. Where it is in doubt it hides: a masked word can be revealed, a
// read one cannot be forgotten.
#pragma once

#include "db/applications.h"

#include <QList>
#include <QString>
#include <memory>

namespace rolecall::app {

class OtherNames;

/// What is known of the person, as it is stored; empty where it is not known.
struct CandidateFacts
{
    QString name;
    QString email;
    QString phone;
    QString location;
    QString links;
    std::shared_ptr<const OtherNames> others{}; ///< of the same role's applicants; null: not looked for
};
CandidateFacts factsOf(const db::Candidate &candidate);

struct MaskedText
{
    /// One replaced stretch; offsets and lengths in UTF-16 units.
    struct Piece
    {
        qsizetype originalStart = 0;
        qsizetype originalLength = 0;
        qsizetype maskedStart = 0;
        qsizetype maskedLength = 0;
    };
    QString text;
    QList<Piece> pieces; ///< in order, not overlapping

    struct Range
    {
        qsizetype start = 0;
        qsizetype length = 0;
    };
    /// The range of the original that a range of the masked text stands for; a piece that is touched counts whole.
    Range toOriginal(Range masked) const;
    Range toMasked(Range original) const;
};

/// Replaces the person's names (whole, single, in initials, spaced out, glued into user names; without regard to case
/// and accents) by `code`, and every e-mail address, telephone number, link, user name and postal address, whoever's
/// it is, by a word in brackets; the names of others, where `facts` has them, as well. Time grows with the text's length.
MaskedText mask(const QString &text, const CandidateFacts &facts, const QString &code);

/// Names and e-mail addresses alone: for texts of the panel's own, whose rooms and links it needs.
MaskedText maskNames(const QString &text, const CandidateFacts &facts, const QString &code);
/// Whether a link bears a name of theirs, however it is written.
bool linkNamesSomebody(const QString &link, const CandidateFacts &facts);

} // namespace rolecall::app
