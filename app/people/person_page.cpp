// SPDX-License-Identifier: GPL-3.0-or-later
// The export of one person as a page that opens in any browser, without a script and without anything from elsewhere.
#include "app/people/person_export.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrl>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PersonExport", text);
}

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
}

QString words(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &one : value.toArray())
            parts << words(one);
        return parts.join(QStringLiteral(", "));
    }
    return value.toString();
}

class PersonPage
{
public:
    explicit PersonPage(const PersonExport &contents)
        : m_contents(contents)
    {}

    QByteArray write()
    {
        const QJsonObject &data = m_contents.data;
        const QJsonObject person = data.value(QStringLiteral("person")).toObject();
        const QString name = person.value(QStringLiteral("name")).toString();
        m_html = QStringLiteral("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%1</title><style>"
                                "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1d1f22;background:#fff}"
                                "h1{font-size:1.65em}h2{font-size:1.25em;margin-top:2em;border-bottom:1px solid #deded9}h3{margin:1.5em 0 .3em}"
                                "table{border-collapse:collapse;width:100%}th{text-align:left;font-weight:normal;color:#565b62;width:12rem;vertical-align:top}"
                                "td,th{padding:.2em .6em .2em 0;border-bottom:1px solid #eee}.quiet{color:#565b62}</style></head><body>\n")
                     .arg(escaped(tr("Data kept of %1").arg(name)));
        heading(1, tr("Data kept of %1").arg(name));
        m_html += QStringLiteral("<p class=\"quiet\">%1</p>\n").arg(escaped(tr("Made by Rolecall on %1 (UTC). The same is in data.json, for programs.").arg(data.value(QStringLiteral("made_at")).toString())));
        heading(2, tr("Contact data"));
        table(person, {{"name", tr("Name")}, {"email", tr("E-mail")}, {"phone", tr("Phone")}, {"location", tr("Location")}, {"links", tr("Links")}});
        const QJsonObject fields = person.value(QStringLiteral("fields")).toObject();
        if (!fields.isEmpty()) {
            m_html += QStringLiteral("<table>");
            for (auto field = fields.begin(); field != fields.end(); ++field)
                row(field.key(), words(*field));
            m_html += QStringLiteral("</table>\n");
        }
        heading(2, tr("Documents"));
        list(data.value(QStringLiteral("documents")), [](const QJsonObject &document) {
            const QString file = document.value(QStringLiteral("file")).toString();
            return QStringLiteral("<a href=\"%1\">%2</a> <span class=\"quiet\">%3</span>")
                .arg(QString::fromLatin1(QUrl::toPercentEncoding(file, "/")), escaped(document.value(QStringLiteral("name")).toString()),
                     escaped(tr("%1 bytes, since %2").arg(words(document.value(QStringLiteral("size"))), document.value(QStringLiteral("added_at")).toString())));
        });
        for (const QJsonValue &one : data.value(QStringLiteral("applications")).toArray())
            application(one.toObject());
        heading(2, tr("What was done"));
        list(data.value(QStringLiteral("history")), [](const QJsonObject &act) {
            return QStringLiteral("<span class=\"quiet\">%1</span> %2%3").arg(escaped(act.value(QStringLiteral("at")).toString()), escaped(act.value(QStringLiteral("what")).toString()),
                                                                             act.value(QStringLiteral("taken_back")).toBool() ? escaped(tr(" (taken back)")) : QString());
        });
        list(data.value(QStringLiteral("imports")), [](const QJsonObject &report) {
            return escaped(tr("Imported from %1 on %2. %3").arg(report.value(QStringLiteral("file")).toString(), report.value(QStringLiteral("imported_at")).toString(), words(report.value(QStringLiteral("messages")))));
        });
        heading(2, tr("What is not in here"));
        m_html += QStringLiteral("<ul>");
        for (const QString &sentence : m_contents.leftOut)
            m_html += QStringLiteral("<li>%1</li>").arg(escaped(sentence));
        m_html += QStringLiteral("</ul>\n</body></html>\n");
        return m_html.toUtf8();
    }

private:
    void heading(int level, const QString &text) { m_html += QStringLiteral("<h%1>%2</h%1>\n").arg(level).arg(escaped(text)); }

    void row(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            m_html += QStringLiteral("<tr><th scope=\"row\">%1</th><td>%2</td></tr>").arg(escaped(name), escaped(value));
    }

    void table(const QJsonObject &object, const QList<std::pair<const char *, QString>> &rows)
    {
        m_html += QStringLiteral("<table>");
        for (const auto &[key, name] : rows)
            row(name, words(object.value(QLatin1String(key))));
        m_html += QStringLiteral("</table>\n");
    }

    template<class Item> void list(const QJsonValue &values, Item item)
    {
        const QJsonArray array = values.toArray();
        if (array.isEmpty())
            return;
        m_html += QStringLiteral("<ul>");
        for (const QJsonValue &value : array)
            m_html += QStringLiteral("<li>%1</li>").arg(item(value.toObject()));
        m_html += QStringLiteral("</ul>\n");
    }

    void application(const QJsonObject &one)
    {
        const QJsonObject role = one.value(QStringLiteral("role")).toObject();
        heading(2, tr("Application for %1").arg(role.value(QStringLiteral("title")).toString()));
        table(role, {{"organisation", tr("Organisation")}});
        table(one, {{"applied_on", tr("Applied on")}, {"source", tr("Source")}, {"stored_at", tr("Stored on")}, {"code", tr("Code in blind review")}, {"stage", tr("Stage")}, {"stage_since", tr("In it since")},
                    {"outcome", tr("Outcome")}, {"outcome_reason", tr("Its reason")}, {"outcome_at", tr("Decided on")}, {"tags", tr("Tags")}});
        section(one, "notes", tr("Notes"), [](const QJsonObject &note) {
            return QStringLiteral("%1 <span class=\"quiet\">%2</span>").arg(escaped(note.value(QStringLiteral("text")).toString()), escaped(note.value(QStringLiteral("created_at")).toString()));
        });
        for (const QJsonValue &value : one.value(QStringLiteral("reviews")).toArray())
            review(value.toObject());
        section(one, "agreed_levels", tr("What the panel agreed on"), [](const QJsonObject &level) {
            return escaped(tr("%1: level %2, because %3").arg(level.value(QStringLiteral("quality")).toString(), words(level.value(QStringLiteral("level"))), level.value(QStringLiteral("reason")).toString()));
        });
        section(one, "shortlists", tr("Shortlists"), [](const QJsonObject &place) {
            return escaped(tr("%1, %2: rank %3. %4").arg(place.value(QStringLiteral("shortlist")).toString(), place.value(QStringLiteral("frozen_at")).toString(), words(place.value(QStringLiteral("rank"))),
                                                         place.value(QStringLiteral("reason")).toString()));
        });
        for (const auto &[key, title] : {std::pair("interviews", tr("Interviews")), std::pair("deadlines", tr("Dates")), std::pair("hand_placements", tr("Placed by hand"))}) {
            section(one, key, title, [](const QJsonObject &record) {
                QStringList parts;
                for (auto field = record.begin(); field != record.end(); ++field) {
                    if (const QString value = words(*field); !value.isEmpty() && field.key() != u"uuid")
                        parts << QStringLiteral("%1: %2").arg(field.key(), value);
                }
                return escaped(parts.join(QStringLiteral("; ")));
            });
        }
    }

    void review(const QJsonObject &one)
    {
        heading(3, tr("A review, submitted %1").arg(one.value(QStringLiteral("submitted_at")).toString()));
        list(one.value(QStringLiteral("ratings")), [](const QJsonObject &rating) {
            const QString level = rating.value(QStringLiteral("level")).isNull() ? tr("no level") : tr("level %1 of 3").arg(rating.value(QStringLiteral("level")).toInt());
            const QString ask = rating.value(QStringLiteral("ask_at_interview")).toBool() ? tr(", to be asked at the interview") : QString();
            return escaped(QStringLiteral("%1: %2%3").arg(rating.value(QStringLiteral("quality")).toString(), level, ask));
        });
        list(one.value(QStringLiteral("evidence")), [](const QJsonObject &piece) {
            const QString quote = piece.value(QStringLiteral("quote")).toString();
            return QStringLiteral("%1 %2 <span class=\"quiet\">%3</span>").arg(quote.isEmpty() ? QString() : QStringLiteral("<q>%1</q>").arg(escaped(quote)), escaped(piece.value(QStringLiteral("note")).toString()),
                                                                              escaped(piece.value(QStringLiteral("quality")).toString()));
        });
    }

    template<class Item> void section(const QJsonObject &one, const char *key, const QString &title, Item item)
    {
        if (one.value(QLatin1String(key)).toArray().isEmpty())
            return;
        heading(3, title);
        list(one.value(QLatin1String(key)), item);
    }

    const PersonExport &m_contents;
    QString m_html;
};

} // namespace

QByteArray personPage(const PersonExport &contents)
{
    return PersonPage(contents).write();
}

} // namespace rolecall::app
