// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/contacts.h"

#include <QMap>
#include <QRegularExpression>
#include <QUrl>

namespace rolecall::app {

namespace {

bool isForApplicants(const QString &address)
{
    static const QRegularExpression picture(QStringLiteral(R"(\.(?:png|jpe?g|gif|svg|webp|css|js)$)"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression machine(QStringLiteral(R"(^(?:no-?reply|do-?not-?reply|mailer-daemon|webmaster|postmaster)@)"), QRegularExpression::CaseInsensitiveOption);
    return !picture.match(address).hasMatch() && !machine.match(address).hasMatch();
}

/// Character references of the signs that hide addresses: &#64; &#x40; &commat; &#46;
QString withoutReferences(QString text)
{
    if (!text.contains(u'&'))
        return text;
    static const QRegularExpression reference(QStringLiteral("&#(x[0-9a-fA-F]{1,4}|\\d{1,5});"));
    qsizetype from = 0;
    for (int count = 0; count < 5000; ++count) {
        const QRegularExpressionMatch match = reference.match(text, from);
        if (!match.hasMatch())
            break;
        const QString digits = match.captured(1);
        const int code = digits.startsWith(u'x') ? digits.mid(1).toInt(nullptr, 16) : digits.toInt();
        from = match.capturedStart() + 1;
        if (code >= 0x21 && code < 0x7F)
            text.replace(match.capturedStart(), match.capturedLength(), QChar(code));
    }
    return text.replace(QStringLiteral("&commat;"), QStringLiteral("@")).replace(QStringLiteral("&period;"), QStringLiteral("."));
}

} // namespace

QStringList contactsIn(const QString &source)
{
    const QString text = withoutReferences(source);
    QMap<qsizetype, QString> found;
    // Possessive pieces: no run of letters is looked at twice.
    static const QRegularExpression plain(QStringLiteral(R"((?<![\w.+%-])([A-Za-z0-9_][\w.+%'-]{0,63}+)@([A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,5}[A-Za-z]{2,24})(?![\w@]))"));
    for (auto matches = plain.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        QString local = match.captured(1);
        if (local.contains(u'%'))
            local = QUrl::fromPercentEncoding(local.toUtf8());
        found.insert(match.capturedStart(), local + u'@' + match.captured(2));
    }
    static const QRegularExpression spaced(QStringLiteral(R"((?<![\w.+%-])([A-Za-z0-9_][\w.+-]{0,63}+) @ ([A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,5}[A-Za-z]{2,24})(?![\w@]))"));
    for (auto matches = spaced.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        found.insert(match.capturedStart(), match.captured(1) + u'@' + match.captured(2));
    }
    static const QRegularExpression bracketed(
        QStringLiteral(R"(\b([A-Za-z0-9][\w.+-]{0,63}+)\s{0,3}[\[({<]\s{0,3}(?:at|@|arroba|chez|chiocciola|apenstaartje)\s{0,3}[\])}>]\s{0,3}([A-Za-z0-9-]{1,63}(?:\s{0,3}(?:\.|[\[({<]\s{0,3}(?:dot|punkt|point|punto|punt|ponto|\.)\s{0,3}[\])}>]|\s(?:dot|punkt|point|punto|punt|ponto)\s)\s{0,3}[A-Za-z0-9-]{1,63}){1,5}))"),
        QRegularExpression::CaseInsensitiveOption);
    // Each language's own pair of words: "at any point in" is no address.
    static const QRegularExpression spoken(
        QStringLiteral(R"(\b([A-Za-z0-9][\w+-]{0,63}+(?:(?:\.| dot )[\w+-]{1,63}+){0,3}) (?:(?:at|AT) ([A-Za-z0-9-]{2,63}(?:\.[A-Za-z0-9-]{2,63})*(?: (?:dot|DOT|punkt) [A-Za-z0-9-]{2,63}){1,5})|(?:arroba|arobase|chiocciola|apenstaartje) ([A-Za-z0-9-]{2,63}(?: (?:punto|point|punt|ponto) [A-Za-z0-9-]{2,63}){1,5})))"));
    static const QRegularExpression dot(QStringLiteral(R"(\s*[\[({<]\s*(?:dot|punkt|point|punto|punt|ponto|\.)\s*[\])}>]\s*|\s+(?:dot|punkt|point|punto|punt|ponto)\s+|\s*\.\s*)"), QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpression *pattern : {&bracketed, &spoken}) {
        for (auto matches = pattern->globalMatch(text); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            QString local = match.captured(1);
            const QString written = match.capturedLength(2) > 0 ? match.captured(2) : match.captured(3);
            QString domain = written;
            local.replace(dot, QStringLiteral("."));
            domain.replace(dot, QStringLiteral("."));
            // "name [at] example.org. Please": the sentence's own end is no part of it.
            static const QRegularExpression shape(QStringLiteral(R"(^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[a-zA-Z]{2,24}$)"));
            if (domain.count(u'.') >= 2 && written.contains(u". "))
                domain = domain.section(u'.', 0, domain.count(u'.') - 1);
            if (shape.match(domain).hasMatch())
                found.insert(match.capturedStart(), local + u'@' + domain);
        }
    }
    QStringList contacts;
    for (const QString &address : std::as_const(found)) {
        if (isForApplicants(address) && !contacts.contains(address, Qt::CaseInsensitive))
            contacts += address;
    }
    return contacts;
}

} // namespace rolecall::app
