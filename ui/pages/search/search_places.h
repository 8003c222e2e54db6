// SPDX-License-Identifier: GPL-3.0-or-later
// Where a finding is gone to, from the Search page and from the palette alike.
#pragma once

#include "app/search/searching.h"
#include "ui/shell/page_id.h"
#include "ui/theme/icons.h"

namespace rolecall::ui {

/// The best first: a document at the place where the words are, a person among the applicants, a role at its posting.
QList<Place> placesOf(const app::Finding &finding, const QString &typed);

Icon iconOf(const app::Finding &finding);
/// "Document", "Note": translated.
QString kindText(const QString &kind);

} // namespace rolecall::ui
