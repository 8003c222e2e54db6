// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/json_resume.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rolecall::app {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::app::Applicants", text);
}

/// A text, or a number where people write one ("phone": 4930123), or several texts (a name in parts).
QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'f', 0);
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &part : value.toArray()) {
            if (part.isString())
                parts << part.toString();
        }
        return parts.join(u' ').simplified();
    }
    return value.toString().simplified();
}

QString textOf(const QJsonObject &object, const char *key)
{
    return textOf(object.value(QLatin1String(key)));
}

void addIfAny(QStringList &list, const QString &text)
{
    if (!text.isEmpty() && !list.contains(text))
        list.append(text);
}

} // namespace

Result<ApplicantDraft> readJsonResume(const QByteArray &bytes, const QString &fileName)
{
    const QString tried = translated("Reading the CV");
    constexpr qsizetype largest = 16 * 1024 * 1024;
    if (bytes.isEmpty())
        return failure(tried, fileName, translated("the file is empty"));
    if (bytes.size() > largest)
        return failure(tried, fileName, translated("it is larger than a CV can be"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = bytes.left(error.offset);
        const qsizetype line = before.count('\n') + 1;
        const qsizetype column = before.size() - before.lastIndexOf('\n');
        return failure(tried, fileName, translated("the JSON is broken at line %1, column %2").arg(line).arg(column), translated("Ask for the file again"));
    }
    const QJsonArray several = document.array();
    if (several.size() > 1)
        return failure(tried, fileName, translated("it holds %1 CVs in one file").arg(several.size()), translated("Ask for one file for each applicant"));
    const QJsonObject whole = several.isEmpty() ? document.object() : several.first().toObject();
    const QJsonObject basics = whole.value(u"basics").toObject();
    ApplicantDraft draft;
    draft.name = textOf(basics, "name");
    addIfAny(draft.emails, textOf(basics, "email"));
    if (draft.name.isEmpty() && draft.emails.isEmpty())
        return failure(tried, fileName, translated("it is no JSON Resume: it names nobody"), translated("Choose a file with a \"basics\" section"));
    addIfAny(draft.phones, textOf(basics, "phone"));
    const QJsonObject location = basics.value(u"location").toObject();
    QStringList place;
    addIfAny(place, textOf(basics.value(u"location")));
    for (const char *key : {"city", "region", "countryCode"})
        addIfAny(place, textOf(location, key));
    draft.location = place.join(QStringLiteral(", "));
    addIfAny(draft.links, textOf(basics, "url"));
    addIfAny(draft.links, textOf(basics, "website")); // its name before 1.0.0
    for (const QJsonValue &profile : basics.value(u"profiles").toArray())
        addIfAny(draft.links, textOf(profile.toObject(), "url"));
    QStringList summary;
    addIfAny(summary, textOf(basics, "label"));
    addIfAny(summary, textOf(basics, "summary"));
    draft.summary = summary.join(u'\n');
    if (draft.emails.isEmpty())
        draft.warnings.append(translated("The CV has no mail address"));
    return draft;
}

} // namespace rolecall::app
