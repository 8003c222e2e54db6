// SPDX-License-Identifier: GPL-3.0-or-later
// The text of DOCX (ECMA-376, WordprocessingML) and ODT (OpenDocument 1.3). A document type declaration has no place in
// either and is refused, so no entity, inner or outer, is ever expanded.
#include "app/documents/document_parts.h"

#include "app/zip_archive.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QSet>
#include <QXmlStreamReader>
#include <memory>

namespace rolecall::app {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::app::Documents", text);
}

tl::unexpected<DocumentFault> damaged()
{
    return tl::unexpected(DocumentFault{translated("it is damaged: its text cannot be read"), translated("Ask for the file again")});
}

/// Text that grows line by line: cells are parted by tabs, rows and paragraphs by line ends.
class LinedText
{
public:
    explicit LinedText(qint64 most) : m_most(most) {}
    void add(QStringView text)
    {
        if (full())
            return;
        if (m_pendingItem) {
            m_text += QStringLiteral("- ");
            m_pendingItem = false;
        }
        m_text += text;
    }
    /// White space runs are one blank, and none at the beginning of a line (OpenDocument 1.3, 6.1.2).
    void addCollapsed(QStringView text)
    {
        for (const QChar c : text) {
            const bool blank = c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
            if (!blank)
                add(QStringView(&c, 1));
            else if (!m_text.isEmpty() && !m_text.back().isSpace())
                m_text += u' ';
        }
    }
    void endLine()
    {
        m_pendingItem = false;
        if (!m_text.isEmpty() && !m_text.endsWith(QStringLiteral("\n\n")) && !full())
            m_text += u'\n';
    }
    void beginItem() { m_pendingItem = true; }
    /// A paragraph that ends within a cell ends no line: the row does.
    void endCell()
    {
        while (m_text.endsWith(u'\n') || m_text.endsWith(u' '))
            m_text.chop(1);
        m_text += u'\t';
    }
    void endRow()
    {
        while (m_text.endsWith(u'\t') || m_text.endsWith(u' ') || m_text.endsWith(u'\n'))
            m_text.chop(1);
        endLine();
    }
    bool full() const { return m_text.size() >= m_most; }
    QString text() const { return m_text; }

private:
    QString m_text;
    qint64 m_most;
    bool m_pendingItem = false;
};

using Skip = bool (*)(QStringView name);

/// Runs through one XML part. False where it is not well-formed or carries a document type declaration.
template<class Start, class End, class Characters>
bool walkXml(QIODevice &xml, const LinedText &out, Skip skips, Start start, End end, Characters characters)
{
    QXmlStreamReader reader(&xml);
    constexpr qint64 deepest = 2000; // a table in a table in a text box is at forty or so
    qint64 depth = 0;
    qint64 skippedDepth = 0;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return false;
        case QXmlStreamReader::StartElement:
            if (++depth > deepest)
                return false;
            if (skippedDepth > 0 || skips(reader.name()))
                ++skippedDepth;
            else
                start(reader);
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            if (skippedDepth > 0)
                --skippedDepth;
            else
                end(reader.name());
            break;
        case QXmlStreamReader::Characters:
            if (skippedDepth == 0)
                characters(reader.text());
            break;
        default:
            break;
        }
        if (out.full())
            return true;
    }
    return !reader.hasError();
}

bool isSkippedInWord(QStringView name)
{
    // Fallback repeats for old programs what the choice beside it says.
    return name == u"Fallback" || name == u"instrText" || name == u"delText" || name == u"del" || name == u"moveFrom" || name == u"rPrChange" || name == u"pPrChange";
}

bool readWordPart(QIODevice &xml, LinedText &out)
{
    bool inText = false;
    qint64 cells = 0;
    const auto start = [&](QXmlStreamReader &reader) {
        const QStringView name = reader.name();
        if (name == u"t")
            inText = true;
        else if (name == u"tab" || name == u"ptab")
            out.add(u"\t");
        else if (name == u"br" || name == u"cr")
            out.add(u"\n");
        else if (name == u"noBreakHyphen")
            out.add(u"-");
        else if (name == u"tc")
            ++cells;
        else if (name == u"numId" && reader.attributes().value(QStringLiteral("http://schemas.openxmlformats.org/wordprocessingml/2006/main"), QStringLiteral("val")) != u"0")
            out.beginItem();
    };
    const auto end = [&](QStringView name) {
        if (name == u"t") {
            inText = false;
        } else if (name == u"p") {
            out.endLine();
        } else if (name == u"tc") {
            --cells;
            out.endCell();
        } else if (name == u"tr") {
            out.endRow();
        }
    };
    return walkXml(xml, out, isSkippedInWord, start, end, [&](QStringView text) {
        if (inText)
            out.add(text);
    });
}

bool isSkippedInOpenDocument(QStringView name)
{
    return name == u"annotation" || name == u"tracked-changes" || name == u"script" || name == u"forms" || name == u"font-face-decls"
        || name == u"automatic-styles" || name == u"sequence-decls" || name == u"object" || name == u"binary-data" || name == u"title" || name == u"desc" || name == u"page-number" || name == u"page-count";
}

bool readOpenDocumentPart(QIODevice &xml, LinedText &out, bool headersOnly)
{
    qint64 paragraphs = 0;
    qint64 headers = 0;
    const auto start = [&](QXmlStreamReader &reader) {
        const QStringView name = reader.name();
        if (name == u"header" || name == u"footer" || name == u"header-first" || name == u"footer-first")
            ++headers;
        if (headersOnly && headers == 0)
            return;
        if (name == u"p" || name == u"h") {
            ++paragraphs;
        } else if (name == u"s") {
            constexpr int mostBlanks = 200;
            const int count = reader.attributes().value(QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:text:1.0"), QStringLiteral("c")).toInt();
            out.add(QString(qBound(1, count, mostBlanks), u' '));
        } else if (name == u"tab") {
            out.add(u"\t");
        } else if (name == u"line-break") {
            out.add(u"\n");
        } else if (name == u"list-item") {
            out.beginItem();
        }
    };
    const auto end = [&](QStringView name) {
        const bool counts = !headersOnly || headers > 0;
        if (name == u"header" || name == u"footer" || name == u"header-first" || name == u"footer-first")
            --headers;
        if (!counts)
            return;
        if (name == u"p" || name == u"h") {
            --paragraphs;
            out.endLine();
        } else if (name == u"table-cell") {
            out.endCell();
        } else if (name == u"table-row") {
            out.endRow();
        }
    };
    return walkXml(xml, out, isSkippedInOpenDocument, start, end, [&](QStringView text) {
        if (paragraphs > 0)
            out.addCollapsed(text);
    });
}

DocumentDraft finished(DocumentKind kind, const LinedText &text)
{
    DocumentDraft draft;
    draft.kind = kind;
    draft.text = cleanText(text.text()).trimmed();
    if (text.full())
        draft.warnings.append(translated("The document is very long; only the beginning of its text was read"));
    if (draft.text.isEmpty())
        draft.warnings.append(translated("The document holds no text"));
    return draft;
}

/// Opens the parts of a document to be read while they are unpacked, and sees to it that all of them together stay
/// within bounds: sixty parts of the largest size each are no document.
class PartsBudget
{
public:
    PartsBudget(const ZipArchive &archive, qint64 bytes)
        : m_archive(archive)
        , m_left(bytes)
    {}

    /// A part beside the main one may have a quarter of what is left, so that the text itself never goes short.
    bool isTooLargeBeside(const QByteArray &name) const { return m_archive.declaredSize(name) > m_left / 4; }

    DocumentPart<std::unique_ptr<QIODevice>> open(const QByteArray &name)
    {
        const qint64 size = m_archive.declaredSize(name);
        // Missing, encrypted or over the bound: entry() tells which.
        std::unique_ptr<QIODevice> part = size <= m_left ? m_archive.member(name, m_left) : nullptr;
        if (!part) {
            const auto fault = zipEntry(m_archive, name, std::min<qint64>(m_left, 0));
            return tl::unexpected(fault ? DocumentFault{} : fault.error());
        }
        m_left -= size;
        return part;
    }

private:
    const ZipArchive &m_archive;
    qint64 m_left;
};

} // namespace

DocumentPart<QByteArray> zipEntry(const ZipArchive &archive, const QByteArray &name, qint64 mostBytes)
{
    auto content = archive.entry(name, mostBytes);
    if (content)
        return std::move(*content);
    switch (content.error()) {
    case ZipArchive::Fault::Protected:
        return tl::unexpected(DocumentFault{translated("it is protected by a password"), translated("Ask for it without the password")});
    case ZipArchive::Fault::TooLarge:
        return tl::unexpected(DocumentFault{translated("it is too large once unpacked, as a harmful file would be"), {}});
    case ZipArchive::Fault::Damaged:
        break;
    }
    return tl::unexpected(DocumentFault{translated("it is damaged or breaks off"), translated("Ask for the file again")});
}

DocumentPart<DocumentDraft> readDocx(const ZipArchive &archive, const DocumentLimits &limits)
{
    LinedText text(limits.characters);
    // Contact details often stand in the header; notes and footers come after the text.
    QList<QByteArray> names;
    for (const char *part : {"word/header", "word/document", "word/footnotes.", "word/endnotes.", "word/footer"}) {
        constexpr qsizetype mostParts = 30;
        for (const QByteArray &name : archive.namesBeginning(part).mid(0, mostParts)) {
            if (name.endsWith(".xml"))
                names.append(name);
        }
    }
    QSet<QString> seen;
    bool leftOut = false;
    PartsBudget budget(archive, limits.unpackedBytes);
    for (const QByteArray &name : names) {
        const bool isMain = name.startsWith("word/document");
        if (!isMain && budget.isTooLargeBeside(name)) {
            leftOut = true;
            continue;
        }
        const DocumentPart<std::unique_ptr<QIODevice>> xml = budget.open(name);
        if (!xml && isMain)
            return tl::unexpected(xml.error());
        if (!xml)
            continue;
        LinedText part(limits.characters);
        if (!readWordPart(**xml, part) && isMain)
            return damaged();
        if (!isMain && seen.contains(part.text())) // headers are stored once for each section
            continue;
        seen.insert(isMain ? QString() : part.text());
        text.add(part.text());
        text.endLine();
    }
    DocumentDraft draft = finished(DocumentKind::Docx, text);
    if (leftOut)
        draft.warnings.append(translated("Headers, footers or notes of it are too large, as in a harmful file, and were left out"));
    return draft;
}

DocumentPart<DocumentDraft> readOdt(const ZipArchive &archive, const DocumentLimits &limits)
{
    constexpr qint64 mostManifest = 4 * 1024 * 1024;
    if (const DocumentPart<QByteArray> manifest = zipEntry(archive, "META-INF/manifest.xml", mostManifest); manifest && manifest->contains("encryption-data"))
        return tl::unexpected(DocumentFault{translated("it is protected by a password"), translated("Ask for it without the password")});
    PartsBudget budget(archive, limits.unpackedBytes);
    const DocumentPart<std::unique_ptr<QIODevice>> content = budget.open("content.xml");
    if (!content)
        return tl::unexpected(content.error());
    LinedText text(limits.characters);
    if (archive.has("styles.xml")) {
        LinedText headers(limits.characters);
        const DocumentPart<std::unique_ptr<QIODevice>> styles = budget.open("styles.xml");
        if (styles && readOpenDocumentPart(**styles, headers, true) && !headers.text().isEmpty()) {
            text.add(headers.text());
            text.endLine();
        }
    }
    if (!readOpenDocumentPart(**content, text, false))
        return damaged();
    return finished(DocumentKind::Odt, text);
}

} // namespace rolecall::app
