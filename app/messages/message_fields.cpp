// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messages/message_fields.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("MessageFields", text);
}

/// Calls back for each stretch of plain text and each field, in order.
template<class Text, class Field> void scan(const QString &source, Text text, Field field)
{
    static const QRegularExpression pattern(QStringLiteral("\\{\\{|\\}\\}|\\{([^{}\\n]*)\\}"));
    qsizetype at = 0;
    for (auto matches = pattern.globalMatch(source); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        text(source.mid(at, match.capturedStart() - at));
        if (match.capturedLength(1) > 0 || match.captured() == QLatin1String("{}"))
            field(match.captured(1).trimmed());
        else
            text(match.captured().left(1));
        at = match.capturedEnd();
    }
    text(source.mid(at));
}

bool isKnown(const QString &name)
{
    const QList<MessageField> fields = messageFields();
    return std::any_of(fields.cbegin(), fields.cend(), [&name](const MessageField &field) { return field.name == name; });
}

QStringList fieldsIn(const QString &source, bool known)
{
    QStringList found;
    scan(source, [](const QString &) {}, [&](const QString &name) {
        if (isKnown(name) == known && !found.contains(name))
            found << name;
    });
    return found;
}

} // namespace

QList<MessageField> messageFields()
{
    return {
        {QStringLiteral("name"), tr("the applicant's name")},
        {QStringLiteral("role"), tr("the role's title")},
        {QStringLiteral("organisation"), tr("who the role is with")},
        {QStringLiteral("location"), tr("where the work is")},
        {QStringLiteral("stage"), tr("where the application stands")},
        {QStringLiteral("applied_on"), tr("the day of the application")},
        {QStringLiteral("deadline"), tr("the next date of the applicant or the role")},
        {QStringLiteral("interview_date"), tr("the day of the next interview")},
        {QStringLiteral("interview_time"), tr("its time, with the zone")},
        {QStringLiteral("interview_length"), tr("how long it takes")},
        {QStringLiteral("interview_place"), tr("where it is")},
        {QStringLiteral("interview_link"), tr("its link")},
        {QStringLiteral("feedback"), tr("the panel's levels in words, quality by quality")},
        {QStringLiteral("sender"), tr("your name")},
    };
}

QStringList unknownFields(const QString &text)
{
    return fieldsIn(text, false);
}

QStringList usedFields(const QString &text)
{
    return fieldsIn(text, true);
}

QString filledIn(const QString &source, const QHash<QString, QString> &values)
{
    QString filled;
    scan(source, [&filled](const QString &text) { filled += text; },
         [&](const QString &name) {
             const QString value = values.value(name);
             filled += value.isEmpty() ? QStringLiteral("[%1]").arg(QString(name).replace(u'_', u' ')) : value;
         });
    return filled;
}

} // namespace rolecall::app
