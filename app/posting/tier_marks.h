// SPDX-License-Identifier: GPL-3.0-or-later
// What a line says of its own tier: "(essential)", "[D]", "Desirable: ...", or a sentence that demands or wishes.
#pragma once

#include "app/posting/block.h"
#include "app/posting/heading_vocabulary.h"

namespace rolecall::app {

struct TierMark
{
    SectionKind kind = SectionKind::Unknown; ///< Necessary, Useful, or Unknown where the line has no mark
    bool letter = false;                     ///< only "E" or "D": counts in company alone
    QString text;                            ///< the line without its mark
};

/// Marks stand in brackets at either end, or as a word and a colon or dash before the line.
TierMark tierMark(const QString &line);

/// Paragraphs of marked lines become lists, and each marked entry knows where it belongs; an entry without a mark
/// stays with its list. Lists in which only one letter stands are left alone.
bool isMarked(const QList<ListEntry> &entries);
QList<Block> withMarkedLists(const QList<Block> &blocks);

/// The tier of a sentence of prose that demands ("You must have", "... is essential") or wishes ("... would be an
/// advantage") in plain words; Unknown for all others.
SectionKind demandOf(const QString &sentence);

} // namespace rolecall::app
