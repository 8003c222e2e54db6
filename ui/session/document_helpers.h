// SPDX-License-Identifier: GPL-3.0-or-later
// Many PDFs read apart, as an import does: a few processes, each of which reads one document after the other. One that a
// document brings down takes only that document with it.
#pragma once

#include "app/documents/apart.h"

namespace rolecall::ui {

/// Reads with `program`, which is Rolecall, from any thread; each thread that asks at the same time has a process of its
/// own, begun when it is first needed and ended with the last copy of the reader. Blocks for half a minute at most.
app::ApartReader documentHelpers(const QString &program);
/// The same with the program that runs; nothing where that is not Rolecall itself, but a test of its libraries.
app::ApartReader ownDocumentHelpers();

} // namespace rolecall::ui
