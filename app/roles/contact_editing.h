// SPDX-License-Identifier: GPL-3.0-or-later
// Whom an applicant may write to, as a person changes it.
#pragma once

#include "app/done.h"

namespace rolecall::app {

/// E-mail addresses as a person types them in one line: parted by commas, semicolons or spaces.
QStringList contactsFrom(const QString &line);
/// Replaces the role's contacts, as one change. Fails on what cannot be an address (RFC 5321: local part, @, domain).
Result<Done> changeContacts(db::Connection &connection, db::RoleId role, const QStringList &emails);

} // namespace rolecall::app
