// SPDX-License-Identifier: GPL-3.0-or-later
// winmail.dat (TNEF, MS-OXTNEF): the wrapping in which some mail servers hide attachments. A small reader with every
// length checked; the one library Debian has for it wants to own files and has a history of overruns.
#pragma once

#include "app/mail/mail_draft.h"

namespace rolecall::app {

struct TnefContent
{
    std::vector<MailAttachment> attachments;
    QString text;           ///< the plain text body, where there is one
    bool understood = false; ///< false: the bytes are no TNEF
    bool complete = false;  ///< false: the bytes end early or a length does not fit
};

TnefContent readTnef(const QByteArray &bytes);

} // namespace rolecall::app
