// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs call stages and outcomes.
#pragma once

#include <QString>
#include <optional>

namespace rolecall::app {

/// "rejected", "declined", "abgelehnt" ... as one of hired, rejected, withdrawn; nullopt where it is no outcome.
std::optional<QString> outcomeOfWord(const QString &word);
/// What the reason of an ended application says of its outcome: "Withdrew" is withdrawn, "Hired" is hired, all else rejected.
QString outcomeOfReason(const QString &reason);
/// "active", "in process", "no": there is no outcome yet.
bool meansNoOutcome(const QString &word);
/// "yes", "true", "x", or a date: a column headed "Rejected" says so of this row.
bool meansYes(const QString &word);
/// "new", "applied", "inbox" ...: the first stage of any pipeline.
bool meansFirstStage(const QString &word);
/// The kind of stage a name suggests: test, interview, offer, hired, else review.
QString stageKindOfWord(const QString &word);

} // namespace rolecall::app
