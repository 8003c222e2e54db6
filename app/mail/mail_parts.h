// SPDX-License-Identifier: GPL-3.0-or-later
// From a parsed MIME message to what a person would see in it: text, attachments, enclosed messages.
#pragma once

#include "app/mail/gmime_pointers.h"
#include "app/mail/mail_draft.h"

namespace rolecall::app {

/// One message out of its bytes, applicant included; `nesting` counts the messages it is enclosed in.
/// Nothing where the bytes have no header that a mail would have.
std::optional<MailMessage> readOneMessage(const QByteArray &bytes, int nesting);

/// How deep messages within messages, and parts within parts, are followed.
constexpr int deepestNesting = 16;
constexpr int deepestPart = 60;
/// More parts than this in one message are left out, with a warning.
constexpr int mostParts = 5000;

} // namespace rolecall::app
