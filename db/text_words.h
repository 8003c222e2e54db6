// SPDX-License-Identifier: GPL-3.0-or-later
// What a word is, for everything that searches: the full-text indexes, what is typed, and the places that are shown.
// A run of letters, digits and marks is a word; case, accents and compatibility forms are folded away (é is e, ß is ss,
// ø is o, й is и, ﬁ is fi). Scripts that write no spaces between words (Chinese, Japanese, Korean, Thai and others)
// give one word per character: such text is found by the characters that stand next to each other, two or twenty.
#pragma once

#include <cstddef>
#include <string_view>

namespace rolecall::db {

/// `folded` is valid during the call; begin and end are byte offsets in the text. False: no more words are wanted.
using WordSink = bool (*)(void *context, std::string_view folded, std::size_t begin, std::size_t end);

/// Tells the sink each word of a UTF-8 text, in order; bytes that are no UTF-8 part words. A word longer than 120 bytes is told by its beginning. Returns false where the sink did.
bool eachWord(std::string_view utf8, WordSink sink, void *context);

} // namespace rolecall::db
