// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/vcard.h"

#include "app/text/declared_text.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::app::Applicants", text);
}

struct Line
{
    QByteArray name;       ///< upper case, without its group
    QByteArray parameters; ///< upper case
    QByteArray charset;
    QByteArray value;
};

bool isQuotedPrintable(const QByteArray &line)
{
    return line.left(line.indexOf(':')).toUpper().contains("QUOTED-PRINTABLE");
}

/// Folded lines joined: by a leading blank, or by "=" at the end of quoted-printable (vCard 2.1).
QList<QByteArray> unfolded(const QByteArray &bytes)
{
    QByteArray text = bytes;
    text.replace("\r\n", "\n").replace('\r', '\n');
    QList<QByteArray> lines;
    bool continues = false;
    for (const QByteArray &line : text.split('\n')) {
        if (continues && !lines.isEmpty()) {
            lines.last().chop(1);
            lines.last() += line;
        } else if (!lines.isEmpty() && (line.startsWith(' ') || line.startsWith('\t'))) {
            lines.last() += line.mid(1);
        } else {
            lines.append(line);
        }
        continues = lines.last().endsWith('=') && isQuotedPrintable(lines.last());
    }
    return lines;
}

QByteArray fromQuotedPrintable(const QByteArray &value)
{
    QByteArray percent = value;
    return QByteArray::fromPercentEncoding(percent, '=');
}

Line parsed(const QByteArray &line)
{
    bool quoted = false;
    qsizetype colon = 0;
    while (colon < line.size() && (quoted || line.at(colon) != ':'))
        quoted = quoted != (line.at(colon++) == '"');
    Line parts;
    const QByteArray head = line.left(colon);
    parts.value = line.mid(colon + 1);
    const qsizetype semicolon = head.indexOf(';');
    QByteArray name = semicolon < 0 ? head : head.left(semicolon);
    parts.name = name.mid(name.lastIndexOf('.') + 1).trimmed().toUpper();
    parts.parameters = semicolon < 0 ? QByteArray() : head.mid(semicolon).toUpper() + ';';
    if (const qsizetype at = parts.parameters.indexOf("CHARSET="); at >= 0)
        parts.charset = parts.parameters.mid(at + 8, parts.parameters.indexOf(';', at) - at - 8);
    if (parts.parameters.contains("QUOTED-PRINTABLE"))
        parts.value = fromQuotedPrintable(parts.value);
    return parts;
}

/// The components of a value, parted by unescaped semicolons, unescaped and on one line.
QStringList components(const Line &line)
{
    QStringList parts{QString()};
    const QString value = decodedDeclaredText(line.value, line.charset).text;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QChar c = value.at(i);
        if (c == u'\\' && i + 1 < value.size()) {
            const QChar next = value.at(++i);
            parts.last() += next == u'n' || next == u'N' ? QChar(u' ') : next;
        } else if (c == u';') {
            parts.append(QString());
        } else {
            parts.last() += c;
        }
    }
    for (QString &part : parts)
        part = part.simplified();
    return parts;
}

QString wholeValue(const Line &line)
{
    return components(line).join(u';');
}

void addPreferred(QStringList &list, const QString &text, bool preferred)
{
    if (text.isEmpty() || list.contains(text))
        return;
    if (preferred)
        list.prepend(text);
    else
        list.append(text);
}

void applyLine(const Line &line, ApplicantDraft &draft, QString &structuredName)
{
    const bool preferred = line.parameters.contains("PREF");
    if (line.name == "FN") {
        if (draft.name.isEmpty())
            draft.name = wholeValue(line);
    } else if (line.name == "N") {
        const QStringList parts = components(line); // family; given; additional; prefixes; suffixes
        structuredName = (parts.value(1) + u' ' + parts.value(2) + u' ' + parts.value(0)).simplified();
    } else if (line.name == "EMAIL") {
        QString email = wholeValue(line);
        if (email.startsWith(u"mailto:", Qt::CaseInsensitive))
            email.remove(0, 7);
        addPreferred(draft.emails, email, preferred);
    } else if (line.name == "TEL") {
        QString phone = wholeValue(line);
        if (phone.startsWith(u"tel:", Qt::CaseInsensitive))
            phone.remove(0, 4);
        addPreferred(draft.phones, phone, preferred);
    } else if (line.name == "ADR") {
        QStringList place = components(line).mid(3); // town; region; postal code; country
        if (place.size() > 2)
            place.removeAt(2);
        place.removeAll(QString());
        if (draft.location.isEmpty() || preferred)
            draft.location = place.join(QStringLiteral(", "));
    } else if (line.name == "URL" || line.name == "X-SOCIALPROFILE") {
        addPreferred(draft.links, wholeValue(line), false);
    } else if (line.name == "TITLE" || line.name == "NOTE" || line.name == "ORG" || line.name == "ROLE") {
        const QString words = line.name == "ORG" ? components(line).join(QStringLiteral(", ")) : wholeValue(line);
        if (!words.isEmpty() && !draft.summary.split(u'\n').contains(words))
            draft.summary += (draft.summary.isEmpty() ? QString() : QStringLiteral("\n")) + words;
    } else if (line.name == "BDAY") {
        draft.leftOut << translated("the birthday was left out");
    } else if (line.name == "PHOTO" || line.name == "LOGO") {
        draft.leftOut << translated("the picture was left out");
    }
}

} // namespace

Result<std::vector<ApplicantDraft>> readVCards(const QByteArray &bytes, const QString &fileName)
{
    std::vector<ApplicantDraft> drafts;
    QString structuredName;
    bool inCard = false;
    const auto finish = [&] {
        ApplicantDraft &draft = drafts.back();
        if (draft.name.isEmpty())
            draft.name = structuredName;
        if (draft.name.isEmpty() && draft.emails.isEmpty())
            draft.warnings.append(translated("The card names nobody"));
        structuredName.clear();
        inCard = false;
    };
    for (const QByteArray &text : unfolded(bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes)) {
        const Line line = parsed(text);
        if (line.name == "BEGIN" && line.value.trimmed().toUpper() == "VCARD") {
            if (inCard)
                finish();
            drafts.emplace_back();
            inCard = true;
        } else if (line.name == "END" && inCard && line.value.trimmed().toUpper() == "VCARD") {
            finish();
        } else if (inCard) {
            applyLine(line, drafts.back(), structuredName);
        }
    }
    if (drafts.empty())
        return failure(translated("Reading the address card"), fileName, translated("there is no vCard in it"));
    if (inCard) {
        finish();
        drafts.back().warnings.append(translated("The card breaks off"));
    }
    return drafts;
}

} // namespace rolecall::app
