// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of a person that a workspace adds to the usual ones, and their values as texts.
// Functions that write must be called within a ChangeScope.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace rolecall::db {

class Connection;

struct CustomField
{
    CustomFieldId id;
    QString name;
    QString kind = QStringLiteral("text"); ///< text, number, date (YYYY-MM-DD), yes_no (yes, no), choice
    QStringList choices;
};

/// In their order.
Result<QList<CustomField>> customFields(Connection &connection);
/// At the end.
Result<CustomFieldId> insertCustomField(Connection &connection, const CustomField &field);
Outcome updateCustomField(Connection &connection, const CustomField &field);
/// With everybody's values of it.
Outcome deleteCustomField(Connection &connection, CustomFieldId id);
/// How many people have a value.
Result<int> valueCount(Connection &connection, CustomFieldId id);

Result<QHash<CustomFieldId, QString>> fieldValues(Connection &connection, CandidateId person);
/// An empty value takes it away.
Outcome setFieldValue(Connection &connection, CandidateId person, CustomFieldId field, const QString &value);

} // namespace rolecall::db
