// SPDX-License-Identifier: GPL-3.0-or-later
// Forwarding as mail programs do it within the text: a mark, a few header lines in the forwarder's language, then the
// original. Used to find the original sender, and to notice where that cannot be done.
#pragma once

#include "app/mail/mail_draft.h"

namespace rolecall::app {

enum class SubjectKind { Plain, Reply, Forward };

/// By the first prefix: "Fwd: Re: Application" is a forward.
SubjectKind subjectKind(const QString &subject);
/// Characters of the first reply or forward prefix with its colon and blanks; 0 without one.
qsizetype subjectPrefixLength(const QString &subject);

/// Whether the text has a line that mail programs write above a forwarded message (and not above a reply).
bool hasForwardMark(const QString &text);

struct QuotedForward
{
    enum class Certainty { Clear, NoAddress, Unclear };
    Certainty certainty = Certainty::Unclear;
    MailAddress sender;                 ///< of the innermost message that was forwarded
    std::optional<MailAddress> replyTo; ///< where the quoted header has one
};

/// Follows forwards of forwards inwards. Unclear where no header can be read or where a forward leads nowhere.
QuotedForward findQuotedForward(const QString &text);

} // namespace rolecall::app
