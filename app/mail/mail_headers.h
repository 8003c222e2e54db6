// SPDX-License-Identifier: GPL-3.0-or-later
// Header values as people wrote them: encoded words (RFC 2047), raw 8-bit text in any character set, addresses and
// dates in old and in broken syntax.
#pragma once

#include "app/mail/mail_draft.h"

namespace rolecall::app {

/// Decodes text of a header. `charsetHint`: the character set of the message's text, tried for raw 8-bit bytes.
QString decodedHeaderText(const QByteArray &rawValue, const QByteArray &charsetHint);

/// The addresses in a From or Reply-To header, groups resolved.
std::vector<MailAddress> decodedAddresses(const QByteArray &rawValue, const QByteArray &charsetHint);

struct SentAt
{
    QDateTime moment; ///< UTC
    QDate day;        ///< on the sender's own clock: it may be the one before or after
};
/// A date in the syntax of RFC 5322 or its obsolete forms (comments, blanks within the time).
std::optional<SentAt> decodedDate(const QByteArray &rawValue);

} // namespace rolecall::app
