// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/block_shaping.h"

#include "app/posting/heading_vocabulary.h"
#include "app/posting/line_builder.h"
#include "app/posting/plain_blocks.h"

#include <QRegularExpression>
#include <algorithm>

namespace rolecall::app {

namespace {

constexpr qsizetype longestStrongHeading = 160;
constexpr qsizetype longestPlainHeading = 100;

qsizetype wordCount(const QString &text)
{
    return text.count(u' ') + 1;
}

bool isListKind(SectionKind kind)
{
    return kind == SectionKind::Necessary || kind == SectionKind::Useful || kind == SectionKind::Responsibilities;
}

bool endsSentence(const QString &text)
{
    return text.endsWith(u'.') || text.endsWith(u'!') || text.endsWith(u';') || text.endsWith(u',');
}

QString withoutColon(QString text)
{
    text = text.trimmed();
    while (text.endsWith(u':'))
        text.chop(1);
    return text.trimmed();
}

class Shaper
{
public:
    QList<Block> shape(const QList<Block> &blocks, int depth)
    {
        for (qsizetype i = 0; i < blocks.size(); ++i) {
            const Block &block = blocks.at(i);
            const bool listNext = i + 1 < blocks.size() && blocks.at(i + 1).kind == BlockKind::List;
            if (block.kind == BlockKind::Paragraph && !block.fact)
                shapeParagraph(block, listNext);
            else if (block.kind == BlockKind::List)
                shapeList(block);
            else if (block.kind == BlockKind::Table && depth < 8)
                m_result += Shaper().shape(tableBlocks(block), depth + 1);
            else if (block.kind != BlockKind::Table)
                m_result += block;
        }
        return m_result;
    }

private:
    void add(QList<TextLine> &lines, bool preformatted)
    {
        if (lines.isEmpty())
            return;
        Block block = paragraphBlock(lines);
        block.preformatted = preformatted;
        m_result += block;
        lines.clear();
    }

    void addEntry(const TextLine &line, qsizetype bullet)
    {
        if (m_result.isEmpty() || m_result.last().kind != BlockKind::List) {
            Block list;
            list.kind = BlockKind::List;
            m_result += list;
        }
        ListEntry entry;
        entry.text = line.text.mid(bullet).trimmed();
        entry.source = line.source;
        m_result.last().source = united(m_result.last().source, line.source);
        if (!entry.text.isEmpty())
            m_result.last().entries += entry;
    }

    /// How many characters of the line are a run-in heading, with its colon; 0 where it has none.
    static qsizetype runInLength(const TextLine &line, bool firstLine)
    {
        if (line.strongPrefix > 0 && !line.strong && line.strongPrefix <= longestPlainHeading) {
            const QString prefix = line.text.left(line.strongPrefix);
            const QStringView rest = QStringView(line.text).mid(line.strongPrefix).trimmed();
            if (prefix.trimmed().endsWith(u':'))
                return line.strongPrefix;
            if (rest.startsWith(u':'))
                return line.text.indexOf(u':', line.strongPrefix) + 1;
            const VocabularyMatch match = classifyHeading(prefix);
            if (isListKind(match.kind) && match.coverage >= 0.6 && (rest.startsWith(u'-') || rest.startsWith(QChar(0x2013)) || rest.startsWith(QChar(0x2014)) || prefix.endsWith(u'.')))
                return line.strongPrefix;
            return 0;
        }
        static const QRegularExpression label(QStringLiteral(R"(^([^:.,;]{3,60}):\s+\S)"));
        const QRegularExpressionMatch match = firstLine ? label.match(line.text) : QRegularExpressionMatch();
        if (!match.hasMatch() || wordCount(match.captured(1)) > 4 || match.captured(1).contains(u"nclude"))
            return 0;
        const VocabularyMatch known = classifyHeading(match.captured(1));
        return isListKind(known.kind) && known.coverage >= 0.8 ? match.capturedLength(1) + 1 : 0;
    }

    /// "Closing date: 3 May" on a line of its own.
    static bool isFact(const TextLine &line)
    {
        static const QRegularExpression label(QStringLiteral(R"(^([^:.,;|]{2,40}):\s+(\S.{0,120})$)"));
        const QRegularExpressionMatch match = label.match(line.text);
        return match.hasMatch() && wordCount(match.captured(1)) <= 4 && classifyHeading(match.captured(1)).kind == SectionKind::Other;
    }

    /// "Hours: 40" under "Job title: Porter": lines that each name one thing stand for themselves.
    static QList<TextLine> withFactsApart(QList<TextLine> lines)
    {
        static const QRegularExpression label(QStringLiteral(R"(^[^:.,;|]{2,40}:\s+\S.{0,120}$)"));
        for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
            if (label.match(lines.at(i).text).hasMatch() && label.match(lines.at(i + 1).text).hasMatch())
                lines[i].hardBreak = true;
        }
        return lines;
    }

    void shapeParagraph(const Block &paragraph, bool listNext)
    {
        static const QRegularExpression unspaced(QStringLiteral(R"(^(#{1,6})\s*([^#\s].*?)\s*#*$)"));
        const QList<TextLine> lines = withFactsApart(paragraph.lines);
        QList<TextLine> pending;
        static const QRegularExpression number(QStringLiteral(R"(^\(?\d{1,2}[.)]\s)"));
        const auto numbered = std::count_if(lines.cbegin(), lines.cend(), [](const TextLine &line) { return number.match(line.text).hasMatch(); });
        static const QRegularExpression tightDash(QStringLiteral(R"(^[-*]\p{L})"), QRegularExpression::UseUnicodePropertiesOption);
        const bool tight = std::count_if(lines.cbegin(), lines.cend(), [](const TextLine &line) { return tightDash.match(line.text).hasMatch(); }) > 1;
        bool inBullets = false;
        bool afterHeading = false;
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const TextLine &line = lines.at(i);
            const bool starts = i == 0 || lines.at(i - 1).hardBreak || inBullets || afterHeading;
            afterHeading = false;
            const bool last = i + 1 == lines.size();
            const bool ends = last || line.hardBreak;
            const bool bulletNext = last ? listNext : bulletLength(lines.at(i + 1).text, numbered > 1) > 0 || (tight && tightDash.match(lines.at(i + 1).text).hasMatch());
            if (const QRegularExpressionMatch match = unspaced.match(line.text); match.hasMatch() && (match.capturedLength(1) > 1 || wordCount(line.text) > 1)) {
                add(pending, paragraph.preformatted);
                m_result += headingBlock(int(match.capturedLength(1)), match.captured(2), line.source);
                inBullets = false;
                afterHeading = true;
                continue;
            }
            const bool dashed = tight && tightDash.match(line.text).hasMatch();
            const qsizetype bullet = dashed ? 1 : (starts ? bulletLength(line.text, numbered > 1) : 0);
            if (bullet > 0) {
                add(pending, paragraph.preformatted);
                addEntry(line, bullet);
                inBullets = true;
                continue;
            }
            if (inBullets && !lines.at(i - 1).hardBreak && !m_result.isEmpty() && !m_result.last().entries.isEmpty()) {
                ListEntry &entry = m_result.last().entries.last();
                entry.text += u' ' + line.text;
                entry.source = united(entry.source, line.source);
                continue;
            }
            inBullets = false;
            if (const int level = headingLevel(line, starts, ends, bulletNext, lines.size() == 1, paragraph.preformatted); level > 0) {
                add(pending, paragraph.preformatted);
                m_result += headingBlock(level, line.text, line.source);
                afterHeading = true;
                continue;
            }
            const bool labelled = line.strongPrefix > 0 && !line.strong && QStringView(line.text).left(line.strongPrefix + 2).contains(u':');
            const qsizetype runIn = starts || labelled ? runInLength(line, i == 0) : 0;
            if (runIn > 0) {
                add(pending, paragraph.preformatted);
                m_result += headingBlock(runInLevel, withoutColon(line.text.left(runIn)), line.source);
                TextLine rest = line;
                rest.text = line.text.mid(runIn).trimmed();
                static const QRegularExpression joint(QStringLiteral("^[:\u2013\u2014-]\\s*"));
                rest.text.remove(joint);
                rest.strongPrefix = 0;
                if (!rest.text.isEmpty())
                    pending += rest;
                const bool labelNext = !last && lines.at(i + 1).strongPrefix > 0;
                if (ends || labelNext)
                    add(pending, paragraph.preformatted);
                continue;
            }
            if (starts && ends && isFact(line)) {
                add(pending, paragraph.preformatted);
                pending += line;
                add(pending, paragraph.preformatted);
                m_result.last().fact = true;
                continue;
            }
            pending += line;
        }
        add(pending, paragraph.preformatted);
    }

    static int headingLevel(const TextLine &line, bool starts, bool ends, bool bulletNext, bool alone, bool preformatted)
    {
        const QString &text = line.text;
        if (!starts || text.size() > longestStrongHeading)
            return 0;
        const VocabularyMatch match = classifyHeading(text);
        const bool known = match.kind != SectionKind::Unknown && match.coverage >= 0.6;
        if (line.strong && (ends || text.endsWith(u':') || known))
            return strongLineLevel;
        if (text.size() > longestPlainHeading)
            return 0;
        if (line.emphasised && (text.endsWith(u':') || known || (alone && bulletNext)))
            return emphasisedLineLevel;
        if (!known || endsSentence(text) || wordCount(text) > 12 || preformatted)
            return 0;
        const bool clear = match.coverage >= 0.9 && wordCount(text) <= 5 && alone;
        if ((text.endsWith(u':') && ends) || (bulletNext && (match.coverage >= 0.75 || wordCount(text) <= 5)) || clear)
            return plainLineLevel;
        return 0;
    }

    /// An outline whose entries are the headings and whose nested lists are the lists.
    void shapeList(const Block &list)
    {
        const bool outline = std::any_of(list.entries.cbegin(), list.entries.cend(), [](const ListEntry &entry) {
            const VocabularyMatch match = classifyHeading(entry.text);
            return !entry.children.isEmpty() && wordCount(entry.text) <= 8 && isListKind(match.kind) && match.coverage >= 0.75;
        });
        if (!outline) {
            m_result += list;
            return;
        }
        for (const ListEntry &entry : list.entries) {
            Block part;
            part.kind = BlockKind::List;
            if (entry.children.isEmpty()) {
                part.entries += entry;
            } else {
                m_result += headingBlock(plainLineLevel, entry.text, entry.source);
                part.entries = entry.children;
            }
            for (const ListEntry &child : std::as_const(part.entries))
                part.source = united(part.source, child.source);
            m_result += part;
        }
    }

    QList<Block> m_result;
};

} // namespace

QList<Block> shapedBlocks(const QList<Block> &blocks)
{
    return Shaper().shape(blocks, 0);
}

} // namespace rolecall::app
