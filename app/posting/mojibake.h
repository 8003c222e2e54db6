// SPDX-License-Identifier: GPL-3.0-or-later
// Text that was UTF-8, was read as windows-1252 and stored that way: "donâ€™t" becomes "don’t" again.
#pragma once

#include <QString>

namespace rolecall::app {

/// Repairs the text in place and returns how many characters were mended.
int repairMojibake(QString &text);

} // namespace rolecall::app
