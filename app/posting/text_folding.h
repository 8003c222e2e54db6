// SPDX-License-Identifier: GPL-3.0-or-later
// Text made comparable: what differs only in case, accents, quotes or contractions is the same heading.
#pragma once

#include <QString>
#include <QStringList>

namespace rolecall::app {

/// Lower case, accents removed, English contractions spelt out ("you'll" as "you will"), everything but letters and
/// digits a single space.
QString foldedText(const QString &text);

/// The sentences of a text, trimmed; abbreviations and ordinals do not end one.
QStringList sentencesOf(const QString &text);

} // namespace rolecall::app
