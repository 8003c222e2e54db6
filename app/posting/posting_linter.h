// SPDX-License-Identifier: GPL-3.0-or-later
// Qualities that are hard to rate fairly, pointed out before anyone is rated. A finding is a question to the author with
// its reason and its source, never a verdict: what the law says depends on the job and the place.
#pragma once

#include "db/qualities.h"

#include <QStringList>

namespace rolecall::app {

enum class LintKind {
    DoubleBarrelled, ///< asks for two things, of which a person may have one
    Vague,           ///< two reviewers will read it differently
    Duplicate,       ///< another quality says nearly the same and counts again
    Untestable,      ///< nothing in an application could show it
    Exclusionary     ///< may keep people away, or may not be asked for
};

struct LintFinding
{
    qsizetype item = 0; ///< its place in the list
    LintKind kind = LintKind::Vague;
    qsizetype start = 0; ///< what it is about, in UTF-16 code units of the item's text
    qsizetype length = 0;
    QString reason; ///< translated, one sentence
    QString source; ///< law, guide or paper, as it is cited
    std::optional<qsizetype> other; ///< of a duplicate: the earlier item
};

/// English, German and French; texts in other languages are looked at for duplicates only. In the order of the items, of
/// one item in the order of the text. Only the beginning of a very long text is read.
QList<LintFinding> lint(const QStringList &texts);
QList<LintFinding> lint(const QList<db::Quality> &qualities);

/// "two in one", "vague" ... for people; translated.
QString lintKindLabel(LintKind kind);

} // namespace rolecall::app
