// SPDX-License-Identifier: GPL-3.0-or-later
// Words that roles are called by, and words that duties and qualities begin with.
#pragma once

#include <QStringList>

namespace rolecall::app {

/// Whether folded words end in what a job is called: "engineer", "manager", "Entwickler".
bool endsWithJobWord(const QStringList &foldedWords);
bool holdsJobWord(const QString &text);
/// Whether a line names an employer: a university, a ministry, a company.
bool namesOrganisation(const QString &text);

enum class EntryNature { Neither, Duty, Quality };

/// What an entry is by its wording alone, for lists that nothing else says anything about.
EntryNature natureOf(const QString &entry);

/// Whether an entry is something the employer gives: leave, a pension, a bicycle.
bool namesBenefit(const QString &entry);

} // namespace rolecall::app
