// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the character sets of before Unicode apart by how their text reads.
#pragma once

#include "app/text/character_set.h"

namespace rolecall::app {

/// For bytes that are no valid UTF-8. Statistics (uchardet) have a say, but columns of names are too short for
/// statistics alone, so every likely set is tried and its words are looked at.
CharacterSet detectLegacyEncoding(QByteArrayView sample);

} // namespace rolecall::app
