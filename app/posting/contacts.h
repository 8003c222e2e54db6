// SPDX-License-Identifier: GPL-3.0-or-later
// The e-mail addresses an applicant may write to, also those spelt out to hide them from machines.
#pragma once

#include <QString>
#include <QStringList>

namespace rolecall::app {

/// Addresses in the order of the text, each once, as written. Understands "jobs at example dot org", "jobs [at] example.org",
/// mailto: links and character references.
QStringList contactsIn(const QString &text);

} // namespace rolecall::app
