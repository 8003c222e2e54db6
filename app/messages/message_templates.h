// SPDX-License-Identifier: GPL-3.0-or-later
// The texts messages are drafted from. Rolecall comes with a few; they are stored with the first change to any of them.
#pragma once

#include "app/done.h"
#include "db/message_templates.h"

namespace rolecall::app {

/// Those of the workspace, by name; the built-in ones while none are stored.
Result<QList<db::MessageTemplate>> messageTemplates(db::Connection &connection);
/// Adds it, or replaces the one with its UUID. Refused without name, subject or text, where a field is not known, and where
/// another one has the name.
Result<Done> saveMessageTemplate(db::Connection &connection, const db::MessageTemplate &changed);
/// One has to stay.
Result<Done> removeMessageTemplate(db::Connection &connection, const db::MessageTemplate &gone);

/// What keeps a template from being used, in words; empty: nothing.
QString templateProblem(const db::MessageTemplate &made);

} // namespace rolecall::app
