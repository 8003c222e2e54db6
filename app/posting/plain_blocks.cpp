// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/plain_blocks.h"

#include "app/posting/heading_vocabulary.h"
#include "app/posting/line_builder.h"

#include <QRegularExpression>
#include <algorithm>

namespace rolecall::app {

namespace {

struct RawLine
{
    QString text; // simplified
    qsizetype indent = 0;
    SourceRange source;
};

QList<RawLine> rawLines(const QString &text, qsizetype base)
{
    QList<RawLine> lines;
    qsizetype start = 0;
    while (start <= text.size()) {
        qsizetype end = text.indexOf(u'\n', start);
        if (end < 0)
            end = text.size();
        const QStringView view = QStringView(text).mid(start, end - start);
        RawLine line;
        line.text = simplifiedText(view.toString());
        qsizetype lead = 0;
        for (; lead < view.size() && view.at(lead).isSpace(); ++lead)
            line.indent += view.at(lead) == u'\t' ? 4 : 1;
        if (base >= 0)
            line.source = {base + start + lead, std::max<qsizetype>(view.size() - lead, 0)};
        lines += line;
        start = end + 1;
    }
    // Bullets without a space behind them show by their company: "-lead walks".
    static const QRegularExpression tight(QStringLiteral(R"(^[-*]\p{L})"), QRegularExpression::UseUnicodePropertiesOption);
    QList<qsizetype> found;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (tight.match(lines.at(i).text).hasMatch())
            found += i;
    }
    for (const qsizetype at : std::as_const(found)) {
        if (found.size() > 1)
            lines[at].text.insert(1, u' ');
    }
    return lines;
}

bool isRule(const QString &text)
{
    static const QRegularExpression rule(QStringLiteral(R"(^[=\-_~*#+.]{3,}$)"));
    return rule.match(text).hasMatch();
}

bool isCapitals(const QString &text)
{
    qsizetype letters = 0;
    for (const QChar character : text) {
        if (character.isLower())
            return false;
        if (character.isLetter())
            ++letters;
    }
    return letters >= 3;
}

bool endsSentence(const QString &text)
{
    return text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u';') || text.endsWith(u',');
}

qsizetype firstWordLength(const QString &text)
{
    const qsizetype space = text.indexOf(u' ');
    return space < 0 ? text.size() : space;
}

/// Whether the lines were broken to fit a width, rather than being lines of their own.
bool isWrapped(const QList<RawLine> &lines)
{
    qsizetype width = 0;
    for (const RawLine &line : lines)
        width = std::max(width, line.text.size());
    if (lines.size() < 2 || width > 130 || width < 40)
        return false;
    int lowercase = 0;
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        const QString &next = lines.at(i + 1).text;
        if (lines.at(i).text.size() + 1 + firstWordLength(next) <= width - (lines.size() == 2 ? 0 : 6))
            return false;
        if (next.at(0).isLower())
            ++lowercase;
    }
    return (lowercase * 3 >= lines.size() - 1 && lowercase > 0) || (lines.size() >= 3 && width >= 60);
}

bool continues(const RawLine &before, const RawLine &next)
{
    return next.text.at(0).isLower() && !endsSentence(before.text) && before.text.size() >= 40;
}

class PlainReader
{
public:
    PlainReader(const QString &text, qsizetype base)
        : m_lines(rawLines(text, base))
    {
    }

    QList<Block> read()
    {
        for (m_at = 0; m_at < m_lines.size();) {
            const RawLine &line = m_lines.at(m_at);
            if (line.text.isEmpty() || isRule(line.text)) {
                endParagraph();
                ++m_at;
            } else if (readHeading(line) || readTable(line) || readList()) {
                continue;
            } else {
                m_paragraph += line;
                ++m_at;
            }
        }
        endParagraph();
        return m_blocks;
    }

private:
    bool blankAt(qsizetype index) const
    {
        return index < 0 || index >= m_lines.size() || m_lines.at(index).text.isEmpty() || isRule(m_lines.at(index).text);
    }

    bool bulletAt(qsizetype index) const
    {
        return index >= 0 && index < m_lines.size() && bulletLength(m_lines.at(index).text, true) > 0;
    }

    void addHeading(int level, const QString &text, const RawLine &line, int consumed)
    {
        endParagraph();
        m_blocks += headingBlock(level, text, line.source);
        m_at += consumed;
    }

    bool readHeading(const RawLine &line)
    {
        static const QRegularExpression decorated(QStringLiteral(R"(^(?:[=*~_\-]{2,}|#{1,6}) *([^=~_].*?) *[=*#~_\-]*$)"));
        const QString &text = line.text;
        if (text.size() <= 200 && text.endsWith(u')') && m_paragraph.isEmpty() && blankAt(m_at - 1) && !blankAt(m_at + 1) && namesByBrackets(text)) {
            addHeading(5, text, line, 1);
            return true;
        }
        if (text.size() > 100 || text.startsWith(u'|'))
            return false;
        if (const QRegularExpressionMatch match = decorated.match(text); match.hasMatch()) {
            addHeading(1, match.captured(1), line, 1);
            return true;
        }
        if (m_at + 1 < m_lines.size() && m_paragraph.isEmpty() && text.size() <= 80 && !bulletAt(m_at)) {
            const QString &next = m_lines.at(m_at + 1).text;
            if (isRule(next) && (next.startsWith(u'=') || next.startsWith(u'-') || next.startsWith(u'~')) && next.size() * 2 >= text.size()) {
                addHeading(next.startsWith(u'=') ? 2 : 3, text, line, 2);
                return true;
            }
        }
        const bool bullet = bulletLength(text, true) > 0;
        const VocabularyMatch match = classifyHeading(text);
        // "1. STAGE MANAGER" on a line of its own
        if (bullet && isNumberedTitle(m_at) && m_paragraph.isEmpty()) {
            addHeading(4, text.mid(bulletLength(text, true)), line, 1);
            return true;
        }
        if (bullet && (match.kind == SectionKind::Unknown || match.coverage < 0.6 || !blankAt(m_at - 1)))
            return false;
        if (isCapitals(text) && !bullet && (text.size() > 4 || match.kind != SectionKind::Unknown || blankAt(m_at + 1))) { // "QTS" amid lines is one of them
            addHeading(4, text, line, 1);
            return true;
        }
        const bool first = m_blocks.isEmpty() && m_paragraph.isEmpty();
        const bool alone = m_paragraph.isEmpty() && blankAt(m_at - 1);
        const qsizetype words = text.count(u' ') + 1;
        const bool subject = match.kind == SectionKind::Skills && match.coverage >= 0.5 && words <= 4 && alone;
        const bool known = subject || (match.kind != SectionKind::Unknown && match.coverage >= 0.6);
        const bool opens = text.endsWith(u':') || text.endsWith(u"...") || text.endsWith(QChar(0x2026));
        if (opens && words <= 12 && (known || (alone && words <= 5))) {
            addHeading(5, text, line, 1);
            return true;
        }
        // A subject over a tier over a list: "Experience", "Essential criteria", bullets.
        const bool stacked = known && match.coverage >= 0.99 && words <= 5 && m_paragraph.isEmpty() && !blankAt(m_at + 1) && bulletAt(m_at + 2) && !bulletAt(m_at + 1)
            && classifyHeading(m_lines.at(m_at + 1).text).coverage >= 0.8;
        if (stacked && !endsSentence(text)) {
            addHeading(5, text, line, 1);
            return true;
        }
        // "Essential criteria" right under "PERSON SPECIFICATION", or between bare lines.
        const bool tier = (match.kind == SectionKind::Necessary || match.kind == SectionKind::Useful) && match.coverage >= 0.99 && words <= 3 && !blankAt(m_at + 1) && text.at(0).isUpper();
        const bool underHeading = m_paragraph.isEmpty() && !m_blocks.isEmpty() && m_blocks.last().kind == BlockKind::Heading && !blankAt(m_at - 1);
        if (tier && !endsSentence(text) && (underHeading || (!m_paragraph.isEmpty() && m_paragraph.last().text.size() < 60))) {
            addHeading(5, text, line, 1);
            return true;
        }
        if (endsSentence(text) || text.contains(u':') || text.contains(u'@') || words > 10 || text.at(0).isLower())
            return false;
        const bool leadsList = bulletAt(m_at + 1) || (blankAt(m_at + 1) && bulletAt(m_at + 2));
        if (first || (alone && (leadsList || (blankAt(m_at + 1) && words <= 8))) || (known && (alone || leadsList))) {
            addHeading(5, text, line, 1);
            return true;
        }
        return false;
    }

    bool isNumberedTitle(qsizetype index) const
    {
        const QString &text = m_lines.at(index).text;
        return text.at(0).isDigit() && isCapitals(text) && blankAt(index - 1) && blankAt(index + 1);
    }

    /// "1. Pastoral" over "a) To monitor attendance": a subject, not an entry.
    bool isNumberedSubject(qsizetype index) const
    {
        const QString &text = m_lines.at(index).text;
        if (!text.at(0).isDigit() || text.count(u' ') > 6 || endsSentence(text) || text.endsWith(u':') || index + 1 >= m_lines.size())
            return false;
        const QString &next = m_lines.at(index + 1).text;
        return bulletLength(next, true) > 0 && !next.at(0).isDigit() && m_lines.at(index + 1).indent <= m_lines.at(index).indent + 1;
    }

    static bool namesByBrackets(const QString &text)
    {
        const VocabularyMatch match = classifyHeading(text.mid(text.lastIndexOf(u'(') + 1).chopped(1));
        return (match.kind == SectionKind::Necessary || match.kind == SectionKind::Useful) && match.coverage >= 0.7;
    }

    /// "and who might" between two runs of bullets leads the second one in.
    bool leadsNextRun(const RawLine &line) const
    {
        if (!bulletAt(m_at + 1) || line.text.count(u' ') > 7)
            return false;
        const VocabularyMatch match = classifyLeadIn(line.text);
        return match.coverage >= 0.5 && (match.kind == SectionKind::Necessary || match.kind == SectionKind::Useful || match.kind == SectionKind::Responsibilities || match.kind == SectionKind::Other);
    }

    /// Rows drawn with bars; a cell may have been broken over several lines.
    bool readTable(const RawLine &first)
    {
        if (!first.text.startsWith(u'|'))
            return false;
        endParagraph();
        Block table;
        table.kind = BlockKind::Table;
        while (m_at < m_lines.size() && m_lines.at(m_at).text.startsWith(u'|')) {
            RawLine row = m_lines.at(m_at++);
            if (row.text.count(u'|') == 2) {
                qsizetype end = m_at;
                while (end < m_lines.size() && end < m_at + 6 && !m_lines.at(end).text.startsWith(u'|') && !m_lines.at(end).text.endsWith(u'|'))
                    ++end;
                if (end > m_at && end < m_lines.size() && m_lines.at(end).text == u"|") {
                    for (; m_at <= end; ++m_at) {
                        row.text += m_lines.at(m_at).text + u' ';
                        row.source = united(row.source, m_lines.at(m_at).source);
                    }
                }
            }
            static const QRegularExpression line(QStringLiteral(R"(^[|:\- ]+$)"));
            if (line.match(row.text).hasMatch())
                continue;
            QList<Cell> cells;
            const QStringList parts = row.text.split(u'|', Qt::SkipEmptyParts);
            for (const QString &part : parts) {
                TextLine cell;
                cell.text = part.simplified();
                cell.source = row.source;
                if (!cell.text.isEmpty())
                    cells += Cell{paragraphBlock({cell})};
            }
            table.source = united(table.source, row.source);
            if (!cells.isEmpty())
                table.rows += cells;
        }
        m_blocks += table;
        return true;
    }

    bool readList()
    {
        const qsizetype bullet = bulletLength(m_lines.at(m_at).text, true);
        if (bullet == 0)
            return false;
        // A single dash or number amid prose is no list.
        endParagraph();
        Block block;
        block.kind = BlockKind::List;
        const qsizetype outer = m_lines.at(m_at).indent;
        while (m_at < m_lines.size()) {
            const RawLine &line = m_lines.at(m_at);
            if (line.text.isEmpty()) {
                if (!bulletAt(m_at + 1))
                    break;
                ++m_at;
                continue;
            }
            const qsizetype length = bulletLength(line.text, true);
            if (length > 0 && isNumberedSubject(m_at)) {
                for (const ListEntry &entry : std::as_const(block.entries))
                    block.source = united(block.source, entry.source);
                if (!block.entries.isEmpty())
                    m_blocks += block;
                addHeading(6, line.text.mid(length), line, 1);
                return true;
            }
            if (length > 0) {
                if (blankAt(m_at - 1) && (classifyHeading(line.text).coverage >= 0.8 || isNumberedTitle(m_at)))
                    break; // a numbered heading
                ListEntry entry;
                entry.text = line.text.mid(length).trimmed();
                entry.source = line.source.isKnown() ? SourceRange{line.source.start + length, std::max<qsizetype>(line.source.length - length, 0)} : line.source;
                if (line.indent >= outer + 2 && !block.entries.isEmpty())
                    block.entries.last().children += entry;
                else
                    block.entries += entry;
                ++m_at;
                continue;
            }
            if (block.entries.isEmpty())
                break;
            ListEntry &last = block.entries.last().children.isEmpty() ? block.entries.last() : block.entries.last().children.last();
            const bool hanging = line.indent > outer;
            const bool stackedNext = classifyHeading(line.text).coverage >= 0.99 && line.text.count(u' ') < 5 && m_at + 1 < m_lines.size() && classifyHeading(m_lines.at(m_at + 1).text).coverage >= 0.8;
            if (stackedNext && !hanging)
                break;
            const bool flows = line.text.at(0).isLower() || (!endsSentence(last.text) && last.text.size() >= 50 && !line.text.endsWith(u':'));
            if (!hanging && leadsNextRun(line)) {
                m_blocks += block;
                addHeading(5, line.text, line, 1);
                return true;
            }
            if (!(hanging || (flows && classifyHeading(line.text).coverage < 0.6)) || isCapitals(line.text))
                break;
            last.text += u' ' + line.text;
            last.source = united(last.source, line.source);
            ++m_at;
        }
        if (block.entries.isEmpty()) {
            m_paragraph += m_lines.at(m_at++);
            return true;
        }
        for (const ListEntry &entry : std::as_const(block.entries))
            block.source = united(block.source, entry.source);
        m_blocks += block;
        return true;
    }

    void endParagraph()
    {
        if (m_paragraph.isEmpty())
            return;
        const bool wrapped = isWrapped(m_paragraph);
        QList<TextLine> lines;
        for (qsizetype i = 0; i < m_paragraph.size(); ++i) {
            const RawLine &line = m_paragraph.at(i);
            if (i > 0 && (wrapped || continues(m_paragraph.at(i - 1), line))) {
                lines.last().text += u' ' + line.text;
                lines.last().source = united(lines.last().source, line.source);
                continue;
            }
            TextLine piece;
            piece.text = line.text;
            piece.source = line.source;
            piece.hardBreak = true;
            lines += piece;
        }
        m_paragraph.clear();
        Block block = paragraphBlock(lines);
        block.preformatted = true;
        m_blocks += block;
    }

    const QList<RawLine> m_lines;
    qsizetype m_at = 0;
    QList<RawLine> m_paragraph;
    QList<Block> m_blocks;
};

} // namespace

qsizetype bulletLength(QStringView line, bool numbersToo)
{
    static const QRegularExpression sign(QStringLiteral(
        "^(?:[\u2022\u2023\u25e6\u25aa\u25ab\u25cf\u25cb\u25a0\u25a1\u25b6\u25ba\u25b8\u25b9\u2043\u2219\u00b7\u2714\u2713\u2705\u2611\u27a4\u27a2\u27a1\u2794\u00bb\u2192\uf0b7\uf0a7\u2756\u2666\u25c6\u2b50\u2727\ufffd]\ufe0f?\\s*(?=\\S)|[-*+\u2013\u2014]\\s+(?=\\S)|o\\s+(?=[A-Z]))"));
    static const QRegularExpression number(QStringLiteral(R"(^(?:\(?\d{1,2}[.)]|\d{1,2}(?:\.\d{1,2}){1,2}\.?|\(?[a-z]\)|[a-h]\.(?=\s+\p{Lu})|\(?[ivx]{1,4}[.)])\s+(?=\S))"));
    QRegularExpressionMatch match = sign.match(line);
    if (!match.hasMatch() && numbersToo)
        match = number.match(line);
    return match.hasMatch() ? match.capturedLength() : 0;
}

QList<Block> plainBlocks(const QString &text, qsizetype base)
{
    return PlainReader(text, base).read();
}

} // namespace rolecall::app
