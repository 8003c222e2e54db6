// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Resume set for reading: whatever sections the schema knows, in its order, and any other the file brings.
#include "app/applicants/json_resume.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace rolecall::app {

namespace {

constexpr qsizetype mostCharacters = 1'000'000;

/// A file's words shall not turn into headings or links of their own.
QString plain(const QString &text)
{
    QString clean;
    for (const QChar c : text.simplified()) {
        if (QStringView(u"\\`*_[]<>#|").contains(c))
            clean += u'\\';
        clean += c;
    }
    return clean;
}

QString valueText(const QJsonValue &value)
{
    if (value.isString())
        return plain(value.toString());
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    QStringList parts;
    if (value.isArray()) {
        for (const QJsonValue &part : value.toArray())
            parts << valueText(part);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            parts << valueText(it.value());
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString heading(QString key)
{
    key[0] = key.front().toUpper();
    return plain(key);
}

/// "**Harbour Analytics**, Analyst, 2019-03 - 2022-01", then the rest as lines and lists.
void addEntry(QString &text, const QJsonObject &entry)
{
    static const QStringList heads{QStringLiteral("name"), QStringLiteral("organization"), QStringLiteral("institution"), QStringLiteral("title"), QStringLiteral("language"), QStringLiteral("network")};
    static const QStringList asides{QStringLiteral("position"), QStringLiteral("studyType"), QStringLiteral("area"), QStringLiteral("level"), QStringLiteral("fluency"), QStringLiteral("awarder"), QStringLiteral("issuer"),
                                    QStringLiteral("publisher"), QStringLiteral("username"), QStringLiteral("location"), QStringLiteral("score")};
    QStringList first;
    for (const QString &key : heads) {
        if (const QString value = valueText(entry.value(key)); !value.isEmpty())
            first << (first.isEmpty() ? QStringLiteral("**%1**").arg(value) : value);
    }
    for (const QString &key : asides) {
        if (const QString value = valueText(entry.value(key)); !value.isEmpty())
            first << value;
    }
    const QString start = valueText(entry.value(u"startDate"));
    const QString end = valueText(entry.value(u"endDate"));
    for (const char *key : {"date", "releaseDate"}) {
        if (const QString value = valueText(entry.value(QLatin1String(key))); !value.isEmpty())
            first << value;
    }
    if (!start.isEmpty() || !end.isEmpty())
        first << QStringLiteral("%1 – %2").arg(start, end);
    text += first.join(QStringLiteral(", ")) + QStringLiteral("\n\n");
    for (auto it = entry.begin(); it != entry.end(); ++it) {
        if (heads.contains(it.key()) || asides.contains(it.key()) || it.key().endsWith(u"Date") || it.key() == u"date")
            continue;
        if (it.value().isArray()) {
            for (const QJsonValue &part : it.value().toArray()) {
                if (const QString value = valueText(part); !value.isEmpty())
                    text += QStringLiteral("- ") + value + u'\n';
            }
            text += u'\n';
        } else if (const QString value = valueText(it.value()); !value.isEmpty()) {
            text += value + QStringLiteral("\n\n");
        }
    }
}

void addSection(QString &text, const QString &key, const QJsonValue &section)
{
    const QJsonArray entries = section.isArray() ? section.toArray() : QJsonArray{section};
    if (entries.isEmpty() || valueText(section).isEmpty() || text.size() > mostCharacters)
        return;
    text += QStringLiteral("## ") + heading(key) + QStringLiteral("\n\n");
    for (const QJsonValue &entry : entries) {
        if (entry.isObject())
            addEntry(text, entry.toObject());
        else if (const QString value = valueText(entry); !value.isEmpty())
            text += QStringLiteral("- ") + value + u'\n';
    }
    text += u'\n';
}

} // namespace

QString jsonResumeText(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject resume = document.isArray() ? document.array().at(0).toObject() : document.object();
    const QJsonObject basics = resume.value(u"basics").toObject();
    QString text;
    if (const QString name = valueText(basics.value(u"name")); !name.isEmpty())
        text += QStringLiteral("# ") + name + QStringLiteral("\n\n");
    for (const char *key : {"label", "email", "phone", "url", "website", "location", "profiles", "summary"}) {
        if (const QString value = valueText(basics.value(QLatin1String(key))); !value.isEmpty())
            text += value + QStringLiteral("\n\n");
    }
    static const QStringList known{QStringLiteral("work"), QStringLiteral("volunteer"), QStringLiteral("education"), QStringLiteral("awards"), QStringLiteral("certificates"), QStringLiteral("publications"),
                                   QStringLiteral("skills"), QStringLiteral("languages"), QStringLiteral("interests"), QStringLiteral("references"), QStringLiteral("projects")};
    for (const QString &key : known)
        addSection(text, key, resume.value(key));
    for (auto it = resume.begin(); it != resume.end(); ++it) {
        if (!known.contains(it.key()) && it.key() != u"basics" && it.key() != u"meta" && !it.key().startsWith(u'$') && !it.key().isEmpty())
            addSection(text, it.key(), it.value());
    }
    return text.trimmed() + u'\n';
}

} // namespace rolecall::app
