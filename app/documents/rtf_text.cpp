// SPDX-License-Identifier: GPL-3.0-or-later
// The text of Rich Text Format 1.9.1. Debian 12 has no library that reads RTF to text, and reading the text alone is
// small: groups, a few destinations to skip, code pages, Unicode escapes.
#include "app/documents/document_parts.h"

#include "app/text/character_set.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace rolecall::app {

namespace {

struct Group
{
    bool skipped = false;
    int unicodeFallback = 1; ///< bytes to leave out after \uN
    int font = -1;
    bool inFontTable = false;
};

/// Windows code page of an RTF font character set (\fcharset); 0 where the document's own holds.
int codePageOfCharset(int charset)
{
    static const QHash<int, int> pages{{128, 932}, {129, 949}, {134, 936}, {136, 950}, {161, 1253}, {162, 1254}, {163, 1258},
                                       {177, 1255}, {178, 1256}, {186, 1257}, {204, 1251}, {222, 874}, {238, 1250}};
    return pages.value(charset, 0);
}

class RtfReader
{
public:
    RtfReader(const QByteArray &bytes, qint64 most) : m_bytes(bytes), m_most(most) {}

    QString text()
    {
        m_groups.push_back({});
        while (m_at < m_bytes.size() && m_text.size() < m_most && !m_groups.empty()) {
            const char c = m_bytes.at(m_at++);
            if (c == '{')
                openGroup();
            else if (c == '}')
                closeGroup();
            else if (c == '\\')
                readControl();
            else if (c != '\r' && c != '\n' && c != '\0')
                addByte(c);
        }
        flush();
        return m_text;
    }

private:
    Group &group() { return m_groups.back(); }

    void openGroup()
    {
        flush();
        constexpr size_t deepest = 1000;
        if (m_groups.size() >= deepest) {
            ++m_ignoredGroups;
            return;
        }
        m_groups.push_back(group());
    }
    void closeGroup()
    {
        flush();
        if (m_ignoredGroups > 0)
            --m_ignoredGroups;
        else
            m_groups.pop_back();
    }

    void readControl()
    {
        if (m_at >= m_bytes.size())
            return;
        const char c = m_bytes.at(m_at);
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            readWord();
            return;
        }
        ++m_at;
        switch (c) {
        case '\'': {
            const QByteArray digits = m_bytes.mid(m_at, 2);
            bool isHexadecimal = false;
            const int value = digits.toInt(&isHexadecimal, 16);
            if (isHexadecimal && digits.size() == 2) {
                m_at += 2;
                addByte(char(value));
            }
            break;
        }
        case '\\': case '{': case '}': addByte(c); break;
        case '~': addText(QStringLiteral(" ")); break;
        case '_': addText(QStringLiteral("-")); break;
        case '*': group().skipped = true; break;
        case '\r': case '\n': addText(QStringLiteral("\n")); break;
        default: break;
        }
    }

    void readWord()
    {
        const qsizetype begin = m_at;
        constexpr qsizetype longest = 32; // RTF 1.9.1, "Control Word"
        while (m_at < m_bytes.size() && m_at - begin < longest && ((m_bytes.at(m_at) | 0x20) >= 'a' && (m_bytes.at(m_at) | 0x20) <= 'z'))
            ++m_at;
        const QByteArray word = m_bytes.mid(begin, m_at - begin);
        const qsizetype numberBegin = m_at;
        if (m_at < m_bytes.size() && m_bytes.at(m_at) == '-')
            ++m_at;
        while (m_at < m_bytes.size() && m_at - numberBegin < 11 && m_bytes.at(m_at) >= '0' && m_bytes.at(m_at) <= '9')
            ++m_at;
        const bool hasNumber = m_at > numberBegin;
        const int number = m_bytes.mid(numberBegin, m_at - numberBegin).toInt();
        if (m_at < m_bytes.size() && m_bytes.at(m_at) == ' ')
            ++m_at;
        applyWord(word, hasNumber, number);
    }

    void applyWord(const QByteArray &word, bool hasNumber, int number)
    {
        static const QSet<QByteArray> skippedDestinations{"colortbl", "stylesheet", "info", "pict", "object", "fldinst", "themedata", "listtable",
                                                          "listoverridetable", "rsidtbl", "generator", "xmlnstbl", "datastore", "latentstyles", "filetbl", "revtbl",
                                                          "bkmkstart", "bkmkend", "annotation", "nonshppict", "pgdsctbl", "mmathPr", "listtext", "pntext"};
        static const QHash<QByteArray, QString> symbols{
            {"par", QStringLiteral("\n")}, {"line", QStringLiteral("\n")}, {"sect", QStringLiteral("\n")}, {"page", QStringLiteral("\n")}, {"row", QStringLiteral("\n")},
            {"tab", QStringLiteral("\t")}, {"cell", QStringLiteral("\t")}, {"nestcell", QStringLiteral("\t")}, {"nestrow", QStringLiteral("\n")},
            {"emdash", QStringLiteral("—")}, {"endash", QStringLiteral("–")}, {"lquote", QStringLiteral("‘")}, {"rquote", QStringLiteral("’")},
            {"ldblquote", QStringLiteral("“")}, {"rdblquote", QStringLiteral("”")}, {"bullet", QStringLiteral("•")},
            {"emspace", QStringLiteral(" ")}, {"enspace", QStringLiteral(" ")}};
        if (word == "bin") {
            m_at += qBound<qsizetype>(0, qsizetype(number), m_bytes.size() - m_at);
        } else if (word == "u" && hasNumber) {
            addUnit(char16_t(number < 0 ? number + 65536 : number));
        } else if (word == "uc") {
            group().unicodeFallback = qBound(0, number, 16);
        } else if (word == "ansicpg") {
            m_codePage = number;
        } else if (word == "mac") {
            m_codePage = 10000;
        } else if (word == "fonttbl") {
            group().inFontTable = true;
            group().skipped = true;
        } else if (word == "listtext" || word == "pntext") {
            addText(QStringLiteral("- "));
            group().skipped = true;
        } else if (skippedDestinations.contains(word)) {
            group().skipped = true;
        } else if (word == "shptxt" || word == "fldrslt") {
            group().skipped = m_groups.size() > 1 && m_groups[m_groups.size() - 2].skipped && word == "fldrslt";
        } else if (word == "f" || word == "deff") {
            flush();
            group().font = number;
        } else if (word == "fcharset" && group().inFontTable) {
            m_fontPages.insert(group().font, codePageOfCharset(number));
        } else if (const auto symbol = symbols.find(word); symbol != symbols.end()) {
            addText(*symbol);
        }
    }

    void addByte(char c)
    {
        if (m_fallbackLeft > 0)
            --m_fallbackLeft;
        else if (!group().skipped)
            m_run += c;
    }
    void addText(const QString &text)
    {
        flush();
        if (!group().skipped)
            m_text += text;
    }
    void addUnit(char16_t unit)
    {
        flush();
        if (!group().skipped)
            m_text += QChar(unit);
        m_fallbackLeft = group().unicodeFallback;
    }

    /// Bytes are decoded in runs, because a character may take several.
    void flush()
    {
        m_fallbackLeft = 0;
        if (m_run.isEmpty())
            return;
        int page = m_fontPages.value(group().font, 0);
        if (page == 0)
            page = m_codePage;
        CharacterSet set;
        set.utf8 = page == 65001;
        set.converter = page == 65001 ? QByteArray("UTF-8") : page == 10000 ? QByteArray("macintosh") : page == 936 ? QByteArray("gb18030")
            : page == 932 ? QByteArray("windows-31j") : page == 950 ? QByteArray("big5") : (page < 1000 && page != 874 && page != 949 ? "cp" : "windows-") + QByteArray::number(page);
        m_text += decodedText(m_run, set);
        m_run.clear();
    }

    const QByteArray m_bytes;
    const qint64 m_most;
    qsizetype m_at = 0;
    std::vector<Group> m_groups;
    qint64 m_ignoredGroups = 0;
    QHash<int, int> m_fontPages;
    int m_codePage = 1252;
    int m_fallbackLeft = 0;
    QByteArray m_run;
    QString m_text;
};

} // namespace

DocumentDraft readRtf(const QByteArray &bytes, const DocumentLimits &limits)
{
    DocumentDraft draft;
    draft.kind = DocumentKind::Rtf;
    draft.text = cleanText(RtfReader(bytes, limits.characters).text()).replace(QStringLiteral("\t\n"), QStringLiteral("\n")).trimmed();
    if (draft.text.isEmpty())
        draft.warnings.append(QCoreApplication::translate("rolecall::app::Documents", "The document holds no text"));
    if (!bytes.trimmed().endsWith('}') && !bytes.endsWith('\0'))
        draft.warnings.append(QCoreApplication::translate("rolecall::app::Documents", "The document breaks off"));
    return draft;
}

} // namespace rolecall::app
