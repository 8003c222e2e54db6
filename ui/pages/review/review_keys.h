// SPDX-License-Identifier: GPL-3.0-or-later
// What each key means on the Review page, apart from the page so that it can be read and tested as a table.
#pragma once

#include <optional>

class QKeyEvent;
class QWidget;

namespace rolecall::ui {

enum class ReviewCommand {
    NextApplicant, PreviousApplicant, NextQuality, PreviousQuality, Rate0, Rate1, Rate2, Rate3, Ask, Clear, Confirm, Quote, Note,
    OneQuality, Submit, Search, ScrollDown, ScrollUp, NextDocument, PreviousDocument,
};

/// nullopt where the key is none of the page's, or belongs to `focus`: what is being written, a list's own arrows.
std::optional<ReviewCommand> reviewCommand(const QKeyEvent &event, const QWidget *focus);

} // namespace rolecall::ui
