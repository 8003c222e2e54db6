// SPDX-License-Identifier: GPL-3.0-or-later
// Whose CV is this? Its first lines, its addresses and its file's name are held against each other: where two agree it
// is certain, one alone is a guess that is said to be one.
#pragma once

#include "app/intake/intake_item.h"

namespace rolecall::app {

struct PersonGuess
{
    IntakePerson person;
    Certainty certainty = Certainty::Unknown;
    QList<IntakePerson> choices;
    QStringList emails; ///< all of the text, in their order
    QString phone;      ///< where the text says that it is one
    QString links;
};

/// `fileNames` without folders; `folder` is the name of the folder that holds nothing but this person's files, or empty.
PersonGuess guessPerson(const QString &text, const QStringList &fileNames, const QString &folder = {});

/// The name that a file's name holds beside words such as "CV" and "letter": "CV_Ada-Example_2026.pdf" gives "Ada
/// Example". Empty where it holds none.
QString nameInFileName(const QString &fileName);

/// Folded words of a file's name that are neither numbers nor say what it is: "ada" of "ada CV 2.pdf".
QStringList tellingWordsOf(const QString &fileName);
/// Whether a file's name says that it is a CV.
bool isCvName(const QString &fileName);

/// Addresses in a text, each once, in their order; at most fifty.
QStringList emailsIn(const QString &text);

} // namespace rolecall::app
