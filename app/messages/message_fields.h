// SPDX-License-Identifier: GPL-3.0-or-later
// The {fields} of a message: which there are, which a text uses that there are not, and filling them in.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace rolecall::app {

struct MessageField
{
    QString name;    ///< as it stands between the braces
    QString meaning; ///< in words
};
QList<MessageField> messageFields();

/// Fields in the text that there are not, once each, in their order. "{{" and "}}" are braces, not fields.
QStringList unknownFields(const QString &text);
/// The known fields a text uses, once each, in their order.
QStringList usedFields(const QString &text);
/// Puts the values in. A field without one is shown in brackets, so that it is seen before the message is sent.
QString filledIn(const QString &text, const QHash<QString, QString> &values);

} // namespace rolecall::app
