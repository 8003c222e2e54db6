// SPDX-License-Identifier: GPL-3.0-or-later
// What the linter looks for: one rule per reason, with the wording that gives it away and where the reason comes from.
#pragma once

#include "app/posting/posting_linter.h"

#include <QRegularExpression>

namespace rolecall::app {

struct LintRule
{
    LintKind kind;
    QRegularExpression pattern; ///< case does not matter; what it captures first, else all of it, is pointed at
    const char *reason;         ///< to be translated in the context "PostingLinter"
    const char *source;
};

/// Compiled once.
const QList<LintRule> &lintRules();

} // namespace rolecall::app
