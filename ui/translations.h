// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the program in the person's language. English has a file too: it gives "%n row(s)" its two forms.
#pragma once

namespace rolecall::ui {

/// Call once, when there is an application. It is read from the program itself and takes well under a millisecond.
void installTranslations();

} // namespace rolecall::ui
