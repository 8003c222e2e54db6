// SPDX-License-Identifier: GPL-3.0-or-later
// PDFs are read and drawn once in a process of their own before the window shows them: a file that makes a PDF library
// crash, loop or swallow memory takes that process with it, and nothing else.
#pragma once

#include "app/documents/apart.h"

namespace rolecall::ui {

/// Reads with `program`, which is Rolecall; blocks for at most half a minute, so it is for a reading thread.
app::ApartReader documentProcess(const QString &program);
/// The same with the program that runs; nothing where that is not Rolecall itself, but a test of its libraries.
app::ApartReader ownDocumentProcess();

/// What that process does: reads the bytes of a document from standard input, and writes its text and then, where the
/// first pages could be drawn, a line that says so. Bounds its own processor time and memory first.
Outcome lookAtDocument(const QString &fileName);

/// The same for many documents one after the other, of which only the text is wanted: each as two sizes (of its name and
/// of its bytes, 64 bits each), the name, the bytes; the answers as above, each with servedLine behind it.
Outcome serveDocuments();
inline constexpr char servedLine[] = "served";
inline constexpr quint64 longestFileName = 4096;

/// What such a process said of a document.
app::ReadApart readingFrom(const QByteArray &output, const QString &fileName);

} // namespace rolecall::ui
