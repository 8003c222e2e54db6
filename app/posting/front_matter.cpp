// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/front_matter.h"

#include "app/posting/heading_vocabulary.h"
#include "app/posting/line_builder.h"
#include "app/posting/markdown_blocks.h"

#include <QRegularExpression>
#include <yaml-cpp/yaml.h>

namespace rolecall::app {

namespace {

/// Front matter of postings has some dozens of values; aliases could make it millions.
constexpr int mostValues = 400;
constexpr qsizetype longestFrontMatter = 256 * 1024;

QString headingOf(const QString &key)
{
    QString text = key;
    text.replace(u'_', u' ').replace(u'-', u' ');
    return text.left(1).toUpper() + text.mid(1);
}

class Reader
{
public:
    Reader(const QString &source, qsizetype base, FrontMatter &result)
        : m_source(source)
        , m_base(base)
        , m_result(result)
    {
    }

    void read(const YAML::Node &node, const QString &key, int depth)
    {
        if (depth > 6 || ++m_values > mostValues)
            return;
        if (node.IsScalar()) {
            readText(key, QString::fromStdString(node.Scalar()));
        } else if (node.IsMap()) {
            for (const auto &pair : node) {
                if (pair.first.IsScalar())
                    read(pair.second, QString::fromStdString(pair.first.Scalar()), depth + 1);
            }
        } else if (node.IsSequence()) {
            readSequence(node, key, depth);
        }
    }

private:
    void readSequence(const YAML::Node &node, const QString &key, int depth)
    {
        const SectionKind kind = classifyHeading(headingOf(key)).kind;
        const bool isList = kind == SectionKind::Necessary || kind == SectionKind::Useful || kind == SectionKind::Responsibilities;
        Block list;
        list.kind = BlockKind::List;
        for (const YAML::Node &item : node) {
            if (!item.IsScalar() || !isList) {
                read(item, key, depth + 1);
                continue;
            }
            if (++m_values > mostValues)
                return;
            const QString text = simplifiedText(QString::fromStdString(item.Scalar()));
            if (!text.isEmpty())
                list.entries += ListEntry{text, {}, placeOf(text)};
        }
        if (list.entries.isEmpty())
            return;
        m_result.blocks += headingBlock(1, headingOf(key), {});
        m_result.blocks += list;
        m_result.blocks.last().source = list.entries.first().source;
    }

    void readText(const QString &key, const QString &value)
    {
        m_result.fields += FrontMatterField{key, simplifiedText(value), placeOf(simplifiedText(value))};
        const SectionKind kind = classifyHeading(headingOf(key)).kind;
        const bool prose = value.contains(u'\n') || value.contains(u'\r') || kind == SectionKind::Necessary || kind == SectionKind::Useful || kind == SectionKind::Responsibilities;
        if (!prose || value.trimmed().isEmpty())
            return;
        QString text = value;
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
        QList<Block> blocks = markdownBlocks(text, -1);
        for (Block &block : blocks)
            settle(block);
        m_result.blocks += headingBlock(1, headingOf(key), {});
        m_result.blocks += blocks;
    }

    void settle(Block &block)
    {
        if (block.kind == BlockKind::Heading) {
            block.level = std::min(block.level + 1, 6);
            block.source = placeOf(block.text);
        }
        for (TextLine &line : block.lines) {
            line.source = placeOf(line.text);
            block.source = united(block.source, line.source);
        }
        settle(block.entries, block);
    }

    void settle(QList<ListEntry> &entries, Block &block)
    {
        for (ListEntry &entry : entries) {
            entry.source = placeOf(entry.text);
            block.source = united(block.source, entry.source);
            settle(entry.children, block);
        }
    }

    /// Escapes and folded lines move the text about; its first words are looked for instead of counted to.
    SourceRange placeOf(const QString &text) const
    {
        if (text.isEmpty())
            return {};
        qsizetype at = m_source.indexOf(text);
        if (at >= 0)
            return {m_base + at, text.size()};
        const QString start = text.left(24).section(u'*', 0, 0);
        at = start.size() < 8 ? -1 : m_source.indexOf(start);
        return at < 0 ? SourceRange{} : SourceRange{m_base + at, std::min<qsizetype>(text.size(), m_source.size() - at)};
    }

    const QString m_source;
    const qsizetype m_base;
    FrontMatter &m_result;
    int m_values = 0;
};

} // namespace

FrontMatter readFrontMatter(const QString &text)
{
    FrontMatter result;
    static const QRegularExpression opening(QStringLiteral(R"(\A\s{0,20}---[ \t]*\n)"));
    static const QRegularExpression closing(QStringLiteral(R"(^(?:---|\.\.\.)[ \t]*(?:\n|\z))"), QRegularExpression::MultilineOption);
    const QRegularExpressionMatch open = opening.match(text);
    if (!open.hasMatch())
        return result;
    const QRegularExpressionMatch close = closing.match(text, open.capturedEnd());
    if (!close.hasMatch() || close.capturedStart() - open.capturedEnd() > longestFrontMatter)
        return result;
    const QString yaml = text.mid(open.capturedEnd(), close.capturedStart() - open.capturedEnd());
    static const QRegularExpression key(QStringLiteral(R"(^[A-Za-z_][\w .-]*:)"), QRegularExpression::MultilineOption);
    if (!key.match(yaml).hasMatch())
        return result; // two rules with text between them
    result.bodyStart = close.capturedEnd();
    try {
        Reader(yaml, open.capturedEnd(), result).read(YAML::Load(yaml.toStdString()), QString(), 0);
    } catch (const YAML::Exception &) {
        result.damaged = true;
        // What can be read line by line still says the title and the dates.
        static const QRegularExpression line(QStringLiteral(R"(^([A-Za-z_][\w-]*):[ \t]*["']?(.+?)["']?[ \t]*$)"), QRegularExpression::MultilineOption);
        for (auto matches = line.globalMatch(yaml); matches.hasNext() && result.fields.size() < mostValues;) {
            const QRegularExpressionMatch match = matches.next();
            result.fields += FrontMatterField{match.captured(1), simplifiedText(match.captured(2)), {open.capturedEnd() + match.capturedStart(2), match.capturedLength(2)}};
        }
    }
    return result;
}

} // namespace rolecall::app
