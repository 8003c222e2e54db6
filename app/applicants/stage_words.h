// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs call stages and outcomes.
#pragma once

#include <QString>
#include <optional>

namespace rolecall::app {

/// "rejected", "declined", "abgelehnt" ... as one of hired, rejected, withdrawn; nullopt where it is no outcome.
std::optional<QString> outcomeOfWord(const QString &word);
/// "new", "applied", "inbox" ...: the first stage of any pipeline.
bool meansFirstStage(const QString &word);
/// The kind of stage a name suggests: test, interview, offer, hired, else review.
QString stageKindOfWord(const QString &word);

} // namespace rolecall::app
