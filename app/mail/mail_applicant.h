// SPDX-License-Identifier: GPL-3.0-or-later
// Who applies with a mail? The sender, unless the mail was forwarded or sent by a machine. Where that is in doubt the
// answer is nobody and a warning says why: a person is asked, never guessed.
#pragma once

#include "app/mail/mail_draft.h"

namespace rolecall::app {

/// What the header says beside what the message keeps.
struct MailEnvelope
{
    bool severalSenders = false;
    bool automatic = false;  ///< Auto-Submitted (RFC 3834) or one of its forerunners
    bool report = false;     ///< a delivery report
    bool listHeader = false; ///< sent through a mailing list or as a newsletter (RFC 2369, RFC 2919)
};

/// Fills `applicant`, and `warnings` where there is a doubt. The enclosed messages must already be read.
void decideApplicant(MailMessage &message, const MailEnvelope &envelope);

} // namespace rolecall::app
