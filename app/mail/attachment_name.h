// SPDX-License-Identifier: GPL-3.0-or-later
// The name of an attachment, in the four ways in which mail programs write it.
#pragma once

#include "app/mail/gmime_pointers.h"

#include <QString>
#include <optional>

namespace rolecall::app {

/// From the disposition, else from the type: RFC 2231, encoded words (not allowed there, but usual), raw 8-bit bytes in
/// any set. A path stays part of the name; see safeFileName().
std::optional<QString> attachmentName(GMimeObject *part);

} // namespace rolecall::app
