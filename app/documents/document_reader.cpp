// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/document_reader.h"

#include "app/documents/document_kind.h"
#include "app/documents/document_parts.h"
#include "app/documents/html_text.h"
#include "app/documents/markdown_text.h"
#include "app/zip_archive.h"
#include "app/mail/mail_reader.h"
#include "app/text/character_set.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QLocale>

namespace rolecall::app {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::app::Documents", text);
}

DocumentPart<DocumentDraft> readZipped(const QByteArray &bytes, const DocumentLimits &limits)
{
    const ZipArchive archive(bytes);
    if (!archive.isOpen())
        return tl::unexpected(DocumentFault{translated("it is damaged or breaks off"), translated("Ask for the file again")});
    if (archive.has("word/document.xml") || !archive.namesBeginning("word/document").isEmpty())
        return readDocx(archive, limits);
    if (archive.has("content.xml")) {
        constexpr qint64 longestType = 200;
        const DocumentPart<QByteArray> type = zipEntry(archive, "mimetype", longestType);
        if (!type || type->startsWith("application/vnd.oasis.opendocument.text"))
            return readOdt(archive, limits);
    }
    if (archive.has("xl/workbook.xml") || archive.has("content.xml"))
        return tl::unexpected(DocumentFault{translated("it is a spreadsheet or a presentation, not a letter or a CV"), translated("Save it as PDF and choose that")});
    return tl::unexpected(DocumentFault{translated("it is an archive, not a document"), translated("Unpack it and choose the documents in it")});
}

void noteCharacterSet(const CharacterSet &set, DocumentDraft &draft)
{
    if (set.damaged)
        draft.warnings.append(translated("Some characters are damaged"));
    else if (set.guessed)
        draft.warnings.append(translated("The file does not say in which character set it is written; %1 was the likeliest").arg(set.label));
}

QString plainText(const QByteArray &bytes, DocumentDraft &draft)
{
    constexpr qsizetype sample = 256 * 1024;
    const CharacterSet set = detectCharacterSet(QByteArrayView(bytes).first(qMin(bytes.size(), sample)), bytes.size() > sample);
    noteCharacterSet(set, draft);
    return decodedText(bytes, set);
}

/// As much of a text as could become the characters that are wanted, whatever its encoding; ends with a whole line.
QByteArray beginningOf(const QByteArray &bytes, const DocumentLimits &limits)
{
    constexpr qint64 mostBytesOfCharacter = 4;
    if (bytes.size() <= limits.characters * mostBytesOfCharacter)
        return bytes;
    const qsizetype most = limits.characters * mostBytesOfCharacter;
    const qsizetype line = bytes.lastIndexOf('\n', most - 1);
    return bytes.left(line > most / 2 ? line + 1 : most);
}

DocumentDraft readText(DocumentKind kind, const QByteArray &whole, const DocumentLimits &limits)
{
    DocumentDraft draft;
    draft.kind = kind;
    const QByteArray bytes = beginningOf(whole, limits);
    if (bytes.size() < whole.size())
        draft.warnings.append(translated("The document is very long; only the beginning of its text was read"));
    if (kind == DocumentKind::Html) {
        const QByteArray declared = htmlDeclaredCharset(bytes);
        CharacterSet set;
        set.converter = declared;
        set.utf8 = false;
        const bool usesDeclared = !declared.isEmpty() && !declared.toLower().startsWith("utf") && !bytes.startsWith("\xef\xbb\xbf")
            && validUtf8Prefix(bytes.constData(), bytes.size()) != bytes.size();
        draft.text = htmlToText((usesDeclared ? decodedText(bytes, set) : plainText(bytes, draft)).toUtf8());
    } else {
        draft.text = plainText(bytes, draft);
        if (kind == DocumentKind::Markdown)
            draft.text = markdownToText(draft.text.toUtf8());
    }
    return draft;
}

DocumentPart<DocumentDraft> readPicture(const QByteArray &bytes)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer); // looks at the header only
    const bool isCommon = bytes.startsWith("\x89PNG") || bytes.startsWith("\xff\xd8\xff") || bytes.startsWith("GIF8");
    if (isCommon && !reader.size().isValid())
        return tl::unexpected(DocumentFault{translated("the picture is damaged"), translated("Ask for the file again")});
    DocumentDraft draft;
    draft.kind = DocumentKind::Image;
    draft.pages = 1;
    draft.warnings.append(translated("A picture has no text layer: it can be looked at, not searched"));
    return draft;
}

void shorten(DocumentDraft &draft, const DocumentLimits &limits)
{
    if (draft.text.size() <= limits.characters)
        return;
    draft.text.truncate(limits.characters);
    if (draft.text.back().isHighSurrogate())
        draft.text.chop(1);
    const QString said = translated("The document is very long; only the beginning of its text was read");
    if (!draft.warnings.contains(said))
        draft.warnings.append(said);
}

/// A message as it is read on paper: its head lines, what is attached, the text.
void addMessage(const MailMessage &message, QString &text)
{
    const auto line = [&text](const QString &name, const QString &value) {
        if (!value.trimmed().isEmpty())
            text += QStringLiteral("%1: %2\n").arg(name, value.simplified());
    };
    const auto address = [](const std::optional<MailAddress> &one) {
        return !one ? QString() : one->name.isEmpty() || one->name == one->address ? one->address : QStringLiteral("%1 <%2>").arg(one->name, one->address);
    };
    if (!text.isEmpty())
        text += QStringLiteral("\n\n");
    line(translated("From"), address(message.from));
    if (message.replyTo && (!message.from || message.replyTo->address != message.from->address))
        line(translated("Reply to"), address(message.replyTo));
    line(translated("Date"), message.date ? message.date->toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'")) : QString());
    line(translated("Subject"), message.subject.value_or(QString()));
    QStringList attached;
    constexpr size_t mostNames = 100;
    for (size_t i = 0; i < message.attachments.size() && i < mostNames; ++i) {
        const MailAttachment &attachment = message.attachments[i];
        attached << QStringLiteral("%1 (%2, %3)").arg(safeFileName(attachment.fileName, translated("unnamed")), attachment.type, QLocale::c().formattedDataSize(attachment.content.size(), 0, QLocale::DataSizeSIFormat));
    }
    line(translated("Attached"), attached.join(QStringLiteral(", ")));
    text += u'\n' + message.text.trimmed();
}

Result<DocumentDraft> readMailDocument(const QByteArray &bytes, const QString &fileName, const DocumentLimits &limits)
{
    DocumentDraft draft;
    draft.kind = DocumentKind::Mail;
    const Outcome outcome = readMailMessages(bytes, fileName, [&draft, &limits](MailMessage &&message) {
        addMessage(message, draft.text);
        for (const QString &warning : message.warnings) {
            if (!draft.warnings.contains(warning))
                draft.warnings.append(warning);
        }
        return draft.text.size() < limits.characters;
    });
    if (!outcome)
        return tl::unexpected(outcome.error());
    draft.text = cleanText(draft.text).trimmed();
    shorten(draft, limits);
    return draft;
}

DocumentPart<DocumentDraft> readKind(const DetectedKind &detected, const QByteArray &bytes, const DocumentLimits &limits)
{
    if (detected.zip)
        return readZipped(bytes, limits);
    if (!detected.kind)
        return tl::unexpected(DocumentFault{detected.refusal, detected.remedy});
    switch (*detected.kind) {
    case DocumentKind::Pdf:
        return readPdf(bytes, limits);
    case DocumentKind::Rtf:
        return readRtf(bytes, limits);
    case DocumentKind::Image:
        return readPicture(bytes);
    default:
        break;
    }
    DocumentDraft draft = readText(*detected.kind, bytes, limits);
    draft.text = cleanText(draft.text);
    if (draft.text.trimmed().isEmpty())
        draft.warnings.append(translated("The document holds no text"));
    return draft;
}

} // namespace

QString documentKindName(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::Pdf: return QStringLiteral("pdf");
    case DocumentKind::Docx: return QStringLiteral("docx");
    case DocumentKind::Odt: return QStringLiteral("odt");
    case DocumentKind::Rtf: return QStringLiteral("rtf");
    case DocumentKind::PlainText: return QStringLiteral("text");
    case DocumentKind::Markdown: return QStringLiteral("markdown");
    case DocumentKind::Html: return QStringLiteral("html");
    case DocumentKind::Image: return QStringLiteral("image");
    case DocumentKind::Mail: return QStringLiteral("mail");
    }
    return {};
}

QString cleanText(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\r') {
            if (i + 1 >= text.size() || text.at(i + 1) != u'\n')
                clean += u'\n';
        } else if (c == u'\f' || c == u'\v' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator) {
            clean += u'\n';
        } else if (c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            clean += c;
            clean += text.at(++i);
        } else if (c.isSurrogate()) {
            clean += QChar::ReplacementCharacter;
        } else if (c == u'\n' || c == u'\t' || (c.unicode() >= 0x20 && !(c.unicode() >= 0x7f && c.unicode() < 0xa0) && c != QChar(0xfeff))) {
            clean += c;
        }
    }
    // Letters and their accents in one, as people type them (PDF files part them).
    return clean.normalized(QString::NormalizationForm_C);
}

Result<DocumentDraft> readDocument(const QByteArray &bytes, const QString &fileName, const DocumentLimits &limits)
{
    const QString tried = translated("Reading the document");
    if (bytes.isEmpty())
        return failure(tried, fileName, translated("the file is empty"), translated("Ask for the file again"));
    if (bytes.size() > limits.bytes)
        return failure(tried, fileName, translated("it is larger than %1 MB").arg(limits.bytes / (1024 * 1024)));
    const DetectedKind detected = detectKind(bytes, fileName);
    if (detected.kind == DocumentKind::Mail)
        return readMailDocument(bytes, fileName, limits);
    DocumentPart<DocumentDraft> draft = readKind(detected, bytes, limits);
    if (!draft)
        return failure(tried, fileName, draft.error().problem, draft.error().remedy);
    shorten(*draft, limits);
    return std::move(*draft);
}

} // namespace rolecall::app
