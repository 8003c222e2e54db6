// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/document_kind.h"

#include "app/mail/mail_reader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace rolecall::app {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::app::Documents", text);
}

bool isPicture(const QByteArray &bytes)
{
    return bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.startsWith("\xff\xd8\xff") || bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a")
        || bytes.startsWith(QByteArray("II*\0", 4)) || bytes.startsWith(QByteArray("MM\0*", 4))
        || (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP") || (bytes.startsWith("BM") && bytes.size() > 26 && bytes.mid(6, 4) == QByteArray(4, '\0'))
        || (bytes.mid(4, 4) == "ftyp" && (bytes.mid(8, 4) == "heic" || bytes.mid(8, 4) == "mif1" || bytes.mid(8, 4) == "avif"));
}

bool looksLikeHtml(const QByteArray &bytes)
{
    constexpr qsizetype examined = 2048;
    static const QRegularExpression html(QStringLiteral("^(?:\\x{feff}|ï»¿)?\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body)\\b"),
                                         QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    return html.match(QString::fromLatin1(bytes.left(examined))).hasMatch();
}

/// UTF-16 has zeros in it; other text has none, and few control characters.
bool looksLikeText(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return true;
    constexpr qsizetype examined = 8192;
    const qsizetype size = qMin(bytes.size(), examined);
    qsizetype controls = 0;
    qsizetype zeros = 0;
    for (qsizetype i = 0; i < size; ++i) {
        const uchar c = uchar(bytes.at(i));
        zeros += c == 0;
        controls += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b;
    }
    const bool wide = zeros > 0 && qAbs(zeros * 2 - size) < size / 5 && controls - zeros < size / 50 + 1;
    return wide || controls * 100 <= size;
}

DetectedKind refused(const char *refusal, const char *remedy = nullptr)
{
    return {std::nullopt, false, translated(refusal), remedy ? translated(remedy) : QString()};
}

} // namespace

DetectedKind detectKind(const QByteArray &bytes, const QString &fileName)
{
    const QString ending = QFileInfo(fileName).suffix().toLower();
    constexpr qsizetype pdfSearched = 1024; // ISO 32000 wants the mark first; readers look this far
    if (bytes.left(pdfSearched).contains("%PDF-"))
        return {DocumentKind::Pdf};
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("PK\x05\x06"))
        return {std::nullopt, true};
    if (bytes.startsWith("{\\rtf"))
        return {DocumentKind::Rtf};
    if (bytes.startsWith("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
        const bool encrypted = bytes.contains(QByteArray("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32));
        return encrypted ? refused("it is protected by a password", "Ask for it without the password")
                         : refused("it is in the old binary format of Word 97 to 2003", "Save it as DOCX or PDF and choose that");
    }
    if (isPicture(bytes))
        return {DocumentKind::Image};
    if (ending == u"pdf")
        return refused("it is named PDF and is none, or it is damaged", "Ask for the file again");
    if (ending == u"docx" || ending == u"odt")
        return refused("it is damaged or is not what its name says", "Ask for the file again");
    if (looksLikeMail(bytes) && ending != u"txt" && ending != u"md")
        return {DocumentKind::Mail};
    if (!looksLikeText(bytes))
        return refused("it is of a kind that cannot be read here", "Save it as PDF and choose that");
    if (ending == u"eml" || ending == u"mbox")
        return {DocumentKind::Mail};
    if (looksLikeHtml(bytes) || ending == u"html" || ending == u"htm" || ending == u"xhtml")
        return {DocumentKind::Html};
    return {ending == u"md" || ending == u"markdown" || ending == u"mkd" ? DocumentKind::Markdown : DocumentKind::PlainText};
}

} // namespace rolecall::app
