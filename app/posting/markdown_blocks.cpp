// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/markdown_blocks.h"

#include "app/posting/html_blocks.h"
#include "app/posting/line_builder.h"
#include "app/posting/plain_blocks.h"
#include "app/posting/source_map.h"

#include <QRegularExpression>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <memory>
#include <mutex>

namespace rolecall::app {

namespace {

/// No posting nests deeper; what lies below is left out rather than followed.
constexpr int deepestNesting = 60;

QString literal(cmark_node *node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

class MarkdownReader
{
public:
    MarkdownReader(const QString &text, qsizetype base, int depth)
        : m_utf8(text.toUtf8())
        , m_map(m_utf8, base < 0 ? 0 : base)
        , m_known(base >= 0)
        , m_depth(depth)
    {
    }

    QList<Block> read()
    {
        static std::once_flag registered;
        std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
        const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8),
                                                                                &cmark_parser_free);
        if (cmark_syntax_extension *tables = cmark_find_syntax_extension("table"))
            cmark_parser_attach_syntax_extension(parser.get(), tables);
        if (cmark_syntax_extension *strike = cmark_find_syntax_extension("strikethrough"))
            cmark_parser_attach_syntax_extension(parser.get(), strike);
        cmark_parser_feed(parser.get(), m_utf8.constData(), size_t(m_utf8.size()));
        const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(cmark_parser_finish(parser.get()), &cmark_node_free);
        for (cmark_node *node = cmark_node_first_child(document.get()); node; node = cmark_node_next(node)) {
            if (cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION)
                m_footnotes += textBelow(node, 0);
        }
        readChildren(document.get(), 0, m_blocks);
        return m_blocks;
    }

private:
    SourceRange rangeOf(cmark_node *node) const
    {
        if (!m_known)
            return {};
        const int line = cmark_node_get_start_line(node);
        const int endLine = cmark_node_get_end_line(node);
        const qsizetype end = cmark_node_get_end_column(node) > 0 ? m_map.byteOf(endLine, cmark_node_get_end_column(node) + 1) : m_map.byteAtEndOf(endLine);
        return m_map.range(m_map.byteOf(line, cmark_node_get_start_column(node)), end);
    }

    void readChildren(cmark_node *parent, int depth, QList<Block> &blocks)
    {
        if (depth > deepestNesting)
            return;
        for (cmark_node *node = cmark_node_first_child(parent); node; node = cmark_node_next(node)) {
            const cmark_node_type type = cmark_node_get_type(node);
            if (type == CMARK_NODE_HEADING) {
                const QList<TextLine> lines = inlineLines(node);
                const QString text = joinedText(paragraphBlock(lines));
                if (!text.isEmpty())
                    blocks += headingBlock(cmark_node_get_heading_level(node), text, rangeOf(node));
            } else if (type == CMARK_NODE_PARAGRAPH) {
                const QList<TextLine> lines = inlineLines(node);
                if (!lines.isEmpty())
                    blocks += paragraphBlock(lines);
            } else if (type == CMARK_NODE_LIST) {
                Block block;
                block.kind = BlockKind::List;
                block.source = rangeOf(node);
                block.entries = entriesOf(node, depth);
                blocks += block;
            } else if (type == CMARK_NODE_BLOCK_QUOTE) {
                readChildren(node, depth + 1, blocks);
            } else if (type == CMARK_NODE_CODE_BLOCK) {
                readCode(node, blocks);
            } else if (type == CMARK_NODE_HTML_BLOCK) {
                node = readHtml(node, blocks);
            } else if (qstrcmp(cmark_node_get_type_string(node), "table") == 0) {
                readTable(node, blocks);
            }
        }
    }

    /// Neighbouring pieces are one: a blank line ends an HTML block for CommonMark, not for its author.
    cmark_node *readHtml(cmark_node *node, QList<Block> &blocks)
    {
        QString html = literal(node);
        const SourceRange first = rangeOf(node);
        cmark_node *last = node;
        for (cmark_node *next = cmark_node_next(node); next && cmark_node_get_type(next) == CMARK_NODE_HTML_BLOCK; next = cmark_node_next(next)) {
            html += literal(next);
            last = next;
        }
        // Where blank lines or indentation were between the pieces, places inside would drift.
        blocks += htmlBlocks(html, last == node && first.isKnown() ? first.start : -1);
        return last;
    }

    void readCode(cmark_node *node, QList<Block> &blocks)
    {
        static const QRegularExpression directive(QStringLiteral(R"(^\{([A-Za-z][\w:-]*)\}\s*(.*)$)"));
        const QString info = QString::fromUtf8(cmark_node_get_fence_info(node)).trimmed();
        const QRegularExpressionMatch match = directive.match(info);
        if (match.hasMatch() && match.captured(1) == u"role") {
            Block block;
            block.kind = BlockKind::Directive;
            block.text = simplifiedText(match.captured(2));
            block.source = rangeOf(node);
            blocks += block;
        }
        static const QStringList unread{QStringLiteral("code"), QStringLiteral("code-block"), QStringLiteral("toctree"), QStringLiteral("image"),
                                        QStringLiteral("figure"), QStringLiteral("raw"), QStringLiteral("math"), QStringLiteral("mermaid")};
        if (match.hasMatch() && !unread.contains(match.captured(1)) && m_depth < 4)
            blocks += MarkdownReader(literal(node), -1, m_depth + 1).read();
        int fenceLength = 0;
        int fenceOffset = 0;
        char fence = 0;
        if (!cmark_node_get_fenced(node, &fenceLength, &fenceOffset, &fence)) // only indented: more likely layout than code
            blocks += plainBlocks(literal(node), -1);
    }

    void readTable(cmark_node *table, QList<Block> &blocks)
    {
        Block block;
        block.kind = BlockKind::Table;
        block.source = rangeOf(table);
        for (cmark_node *row = cmark_node_first_child(table); row; row = cmark_node_next(row)) {
            QList<Cell> cells;
            for (cmark_node *cell = cmark_node_first_child(row); cell; cell = cmark_node_next(cell)) {
                const QList<TextLine> lines = inlineLines(cell);
                cells += lines.isEmpty() ? Cell() : Cell{paragraphBlock(lines)};
            }
            block.rows += cells;
        }
        blocks += block;
    }

    QList<ListEntry> entriesOf(cmark_node *list, int depth)
    {
        QList<ListEntry> entries;
        if (depth > deepestNesting)
            return entries;
        for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
            ListEntry entry;
            for (cmark_node *child = cmark_node_first_child(item); child; child = cmark_node_next(child)) {
                if (cmark_node_get_type(child) == CMARK_NODE_LIST) {
                    entry.children += entriesOf(child, depth + 1);
                    continue;
                }
                const Block part = paragraphBlock(partLines(child));
                if (part.lines.isEmpty())
                    continue;
                if (entry.text.isEmpty())
                    entry.strongPrefix = part.lines.first().strong ? part.lines.first().text.size() : part.lines.first().strongPrefix;
                entry.text += (entry.text.isEmpty() ? QString() : QStringLiteral(" ")) + joinedText(part);
                entry.source = united(entry.source, rangeOf(child));
                entry.footnote = QStringList{entry.footnote, footnotesBelow(child)}.join(u' ').trimmed();
            }
            static const QRegularExpression box(QStringLiteral(R"(^\[[ xX]\] )"));
            entry.text.remove(box);
            if (!entry.text.isEmpty() || !entry.children.isEmpty())
                entries += entry;
        }
        return entries;
    }

    QList<TextLine> partLines(cmark_node *node)
    {
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
            return inlineLines(node);
        QList<Block> blocks;
        if (type == CMARK_NODE_HTML_BLOCK)
            blocks = htmlBlocks(literal(node), -1);
        else if (type == CMARK_NODE_BLOCK_QUOTE)
            readChildren(node, deepestNesting, blocks);
        QList<TextLine> lines;
        for (const Block &block : std::as_const(blocks))
            lines += block.lines;
        return lines;
    }

    QString footnotesBelow(cmark_node *node) const
    {
        QStringList notes;
        const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(node), &cmark_iter_free);
        while (cmark_iter_next(walk.get()) != CMARK_EVENT_DONE) {
            cmark_node *at = cmark_iter_get_node(walk.get());
            if (cmark_node_get_type(at) != CMARK_NODE_FOOTNOTE_REFERENCE)
                continue;
            const int number = literal(at).toInt();
            if (number >= 1 && number <= m_footnotes.size() && !notes.contains(m_footnotes.at(number - 1)))
                notes += m_footnotes.at(number - 1);
        }
        return notes.join(u' ');
    }

    QString textBelow(cmark_node *node, int depth)
    {
        QStringList parts;
        for (cmark_node *child = cmark_node_first_child(node); child && depth < 4; child = cmark_node_next(child)) {
            const cmark_node_type type = cmark_node_get_type(child);
            parts += type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM ? textBelow(child, depth + 1) : joinedText(paragraphBlock(inlineLines(child)));
        }
        parts.removeAll(QString());
        return parts.join(u' ');
    }

    QList<TextLine> inlineLines(cmark_node *node)
    {
        LineBuilder builder;
        int line = cmark_node_get_start_line(node);
        const int lastLine = std::max(line, cmark_node_get_end_line(node));
        const auto here = [&] {
            if (!m_known)
                return SourceRange{};
            const qsizetype start = line == cmark_node_get_start_line(node) ? m_map.byteOf(line, cmark_node_get_start_column(node)) : m_map.byteOf(line, 1);
            return m_map.range(start, m_map.byteAtEndOf(line));
        };
        int strong = 0;
        int emphasised = 0;
        const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(node), &cmark_iter_free);
        SourceRange range = here();
        for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk.get())) {
            cmark_node *at = cmark_iter_get_node(walk.get());
            const cmark_node_type type = cmark_node_get_type(at);
            const int step = event == CMARK_EVENT_ENTER ? 1 : -1;
            if (type == CMARK_NODE_STRONG) {
                strong += step;
            } else if (type == CMARK_NODE_EMPH) {
                emphasised += step;
            } else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
                builder.append(literal(at), strong > 0, emphasised > 0, range);
            } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
                builder.breakLine(type == CMARK_NODE_LINEBREAK);
                line = std::min(line + 1, lastLine);
                range = here();
            } else if (type == CMARK_NODE_HTML_INLINE) {
                const QString tag = literal(at).toLower();
                if (tag.startsWith(u"<br"))
                    builder.breakLine(true);
                else if (tag == u"<b>" || tag == u"<strong>")
                    ++strong;
                else if ((tag == u"</b>" || tag == u"</strong>") && strong > 0)
                    --strong;
            } else if (type == CMARK_NODE_IMAGE && event == CMARK_EVENT_ENTER) {
                cmark_iter_reset(walk.get(), at, CMARK_EVENT_EXIT); // a picture's description is not the posting's text
            }
        }
        return builder.take();
    }

    const QByteArray m_utf8;
    const SourceMap m_map;
    const bool m_known;
    const int m_depth;
    QStringList m_footnotes;
    QList<Block> m_blocks;
};

} // namespace

QList<Block> markdownBlocks(const QString &text, qsizetype base)
{
    return MarkdownReader(text, base, 0).read();
}

} // namespace rolecall::app
