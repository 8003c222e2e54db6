// SPDX-License-Identifier: GPL-3.0-or-later
// The forms in which a person's name and place turn up in a text: for masking.cpp alone.
#pragma once

#include <QList>
#include <QString>

namespace rolecall::app {

struct TextStretch
{
    qsizetype start = 0;
    qsizetype length = 0;
};

/// A text without case, accents and invisible characters, each unit with the place it came from.
struct FoldedText
{
    QString text;
    QList<qsizetype> places; ///< one more than the text is long: the last is the original's length
    QList<bool> lower;       ///< whether the original letter was a small one
    TextStretch original(qsizetype start, qsizetype length) const;
};
FoldedText foldForNames(const QString &text);

/// A folded word that names nobody by itself: "van", "dr".
bool isNameParticle(const QString &word);
/// A folded word that is a name and an ordinary word as well: "will", "mark".
bool isOrdinaryWord(const QString &word);
/// Of a writing system that sets names without blanks around them.
bool isUnspacedScript(QChar c);

/// Where the person is named. An ordinary word that is also a name ("Will", "Mark") counts where it has a capital.
QList<TextStretch> findNames(const FoldedText &text, const QString &name, const QString &email, const QString &links);
/// Where the person's place is named, by any part of it that commas part.
QList<TextStretch> findPlaces(const FoldedText &text, const QString &location);

} // namespace rolecall::app
