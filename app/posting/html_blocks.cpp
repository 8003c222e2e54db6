// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/html_blocks.h"

#include "app/posting/line_builder.h"
#include "app/posting/source_map.h"

#include <QRegularExpression>
#include <gumbo.h>

namespace rolecall::app {

namespace {

constexpr int deepestNesting = 300;

bool isSkipped(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_RP:
        return true;
    default:
        return false;
    }
}

bool isInline(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_I:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_U:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_UNKNOWN:
        return true;
    default:
        return false;
    }
}

int headingLevel(GumboTag tag)
{
    return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? int(tag) - int(GUMBO_TAG_H1) + 1 : 0;
}

class HtmlReader
{
public:
    HtmlReader(const QByteArray &utf8, qsizetype base)
        : m_utf8(utf8)
        , m_map(utf8, base < 0 ? 0 : base)
        , m_known(base >= 0)
    {
    }

    QList<Block> read()
    {
        GumboOptions options = kGumboDefaultOptions;
        options.max_errors = 0;
        GumboOutput *output = gumbo_parse_with_options(&options, m_utf8.constData(), size_t(m_utf8.size()));
        QList<Block> blocks;
        readTitle(output->root, blocks);
        readBlock(output->root, 0, blocks);
        flush(blocks);
        gumbo_destroy_output(&options, output);
        return blocks;
    }

private:
    struct Style
    {
        bool strong = false;
        bool emphasised = false;
        bool preformatted = false;
    };

    /// A page's own title, for where nothing in its body gives one.
    void readTitle(const GumboNode *root, QList<Block> &blocks)
    {
        const GumboVector &children = root->v.element.children;
        for (unsigned i = 0; i < children.length; ++i) {
            const auto *head = static_cast<const GumboNode *>(children.data[i]);
            if (head->type != GUMBO_NODE_ELEMENT || head->v.element.tag != GUMBO_TAG_HEAD)
                continue;
            for (unsigned k = 0; k < head->v.element.children.length; ++k) {
                const auto *title = static_cast<const GumboNode *>(head->v.element.children.data[k]);
                if (title->type != GUMBO_NODE_ELEMENT || title->v.element.tag != GUMBO_TAG_TITLE)
                    continue;
                Block block;
                block.kind = BlockKind::Directive;
                block.level = 1; // weaker than a role directive
                for (unsigned t = 0; t < title->v.element.children.length; ++t) {
                    const auto *text = static_cast<const GumboNode *>(title->v.element.children.data[t]);
                    if (text->type == GUMBO_NODE_TEXT)
                        block.text += QString::fromUtf8(text->v.text.text);
                }
                block.text = simplifiedText(block.text);
                if (!block.text.isEmpty())
                    blocks += block;
            }
        }
    }

    void flush(QList<Block> &blocks)
    {
        const QList<TextLine> lines = m_builder.take();
        if (!lines.isEmpty())
            blocks += paragraphBlock(lines);
    }

    void appendText(const GumboNode *node)
    {
        const QString text = QString::fromUtf8(node->v.text.text);
        SourceRange range;
        const GumboStringPiece &original = node->v.text.original_text;
        if (m_known && original.data && original.data >= m_utf8.constData() && original.data <= m_utf8.constData() + m_utf8.size()) {
            const qsizetype start = original.data - m_utf8.constData();
            range = m_map.range(start, start + qsizetype(original.length));
        }
        if (m_style.preformatted && text.contains(u'\n')) {
            const QStringList lines = text.split(u'\n');
            for (qsizetype i = 0; i < lines.size(); ++i) {
                if (i > 0)
                    m_builder.breakLine(true);
                m_builder.append(lines.at(i), m_style.strong, m_style.emphasised, range);
            }
            return;
        }
        m_builder.append(text, m_style.strong, m_style.emphasised, range);
    }

    void readChildren(const GumboNode *node, int depth, QList<Block> &blocks)
    {
        const GumboVector &children = node->v.element.children;
        for (unsigned i = 0; i < children.length; ++i)
            readBlock(static_cast<const GumboNode *>(children.data[i]), depth + 1, blocks);
    }

    void readBlock(const GumboNode *node, int depth, QList<Block> &blocks)
    {
        if (depth > deepestNesting)
            return;
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
            appendText(node);
            return;
        }
        if (node->type != GUMBO_NODE_ELEMENT)
            return;
        const GumboTag tag = node->v.element.tag;
        if (isSkipped(tag))
            return;
        if (tag == GUMBO_TAG_BR) {
            m_builder.breakLine(true);
            return;
        }
        const Style before = m_style;
        if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || hasBoldStyle(node))
            m_style.strong = true;
        if (tag == GUMBO_TAG_I || tag == GUMBO_TAG_EM)
            m_style.emphasised = true;
        if (tag == GUMBO_TAG_PRE)
            m_style.preformatted = true;
        if (isInline(tag)) {
            readChildren(node, depth, blocks);
        } else {
            flush(blocks);
            if (headingLevel(tag) > 0)
                readHeading(node, depth, blocks);
            else if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_MENU)
                readList(node, depth, blocks);
            else if (tag == GUMBO_TAG_TABLE)
                readTable(node, depth, blocks);
            else if (tag == GUMBO_TAG_DL)
                readDefinitions(node, depth, blocks);
            else
                readChildren(node, depth, blocks);
            flush(blocks);
        }
        m_style = before;
    }

    static bool hasBoldStyle(const GumboNode *node)
    {
        const GumboAttribute *style = gumbo_get_attribute(&node->v.element.attributes, "style");
        if (!style || (node->v.element.tag != GUMBO_TAG_SPAN && node->v.element.tag != GUMBO_TAG_P && node->v.element.tag != GUMBO_TAG_DIV))
            return false;
        static const QRegularExpression bold(QStringLiteral(R"(font-weight\s*:\s*(bold|[6-9]00))"));
        return QString::fromUtf8(style->value).contains(bold);
    }

    void readHeading(const GumboNode *node, int depth, QList<Block> &blocks)
    {
        QList<Block> inside;
        m_style.strong = false;
        readChildren(node, depth, inside);
        flush(inside);
        Cell cell = inside;
        const QString text = cellText(cell);
        SourceRange range;
        for (const Block &block : std::as_const(inside))
            range = united(range, block.source);
        if (!text.isEmpty())
            blocks += headingBlock(headingLevel(node->v.element.tag), text, range);
    }

    void readList(const GumboNode *node, int depth, QList<Block> &blocks)
    {
        Block block;
        block.kind = BlockKind::List;
        block.entries = entriesOf(node, depth);
        for (const ListEntry &entry : std::as_const(block.entries))
            block.source = united(block.source, entry.source);
        if (!block.entries.isEmpty())
            blocks += block;
    }

    QList<ListEntry> entriesOf(const GumboNode *list, int depth)
    {
        QList<ListEntry> entries;
        const GumboVector &children = list->v.element.children;
        for (unsigned i = 0; i < children.length && depth < deepestNesting; ++i) {
            const auto *child = static_cast<const GumboNode *>(children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT)
                continue;
            const GumboTag tag = child->v.element.tag;
            if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) { // a list put beside its entry instead of into it
                QList<ListEntry> nested = entriesOf(child, depth + 1);
                if (entries.isEmpty())
                    entries = nested;
                else
                    entries.last().children += nested;
                continue;
            }
            const LineBuilder outer = std::exchange(m_builder, LineBuilder());
            QList<Block> inside;
            readChildren(child, depth + 1, inside);
            flush(inside);
            m_builder = outer;
            ListEntry entry;
            for (const Block &block : std::as_const(inside)) {
                if (block.kind == BlockKind::List) {
                    entry.children += block.entries;
                    continue;
                }
                if (entry.text.isEmpty() && !block.lines.isEmpty())
                    entry.strongPrefix = block.lines.first().strong ? block.lines.first().text.size() : block.lines.first().strongPrefix;
                const QString text = cellText({block});
                entry.text += (entry.text.isEmpty() || text.isEmpty() ? QString() : QStringLiteral(" ")) + text;
                entry.source = united(entry.source, block.source);
            }
            if (!entry.text.isEmpty() || !entry.children.isEmpty())
                entries += entry;
        }
        return entries;
    }

    void readTable(const GumboNode *node, int depth, QList<Block> &blocks)
    {
        Block block;
        block.kind = BlockKind::Table;
        collectRows(node, depth, block.rows);
        for (const QList<Cell> &row : std::as_const(block.rows)) {
            for (const Cell &cell : row) {
                for (const Block &inside : cell)
                    block.source = united(block.source, inside.source);
            }
        }
        blocks += block;
    }

    void collectRows(const GumboNode *node, int depth, QList<QList<Cell>> &rows)
    {
        const GumboVector &children = node->v.element.children;
        for (unsigned i = 0; i < children.length && depth < deepestNesting; ++i) {
            const auto *child = static_cast<const GumboNode *>(children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT)
                continue;
            const GumboTag tag = child->v.element.tag;
            if (tag == GUMBO_TAG_TR) {
                rows += QList<Cell>();
                collectRows(child, depth + 1, rows);
            } else if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
                QList<Block> inside;
                const Style before = m_style;
                if (tag == GUMBO_TAG_TH)
                    m_style.strong = true;
                readChildren(child, depth + 1, inside);
                flush(inside);
                m_style = before;
                if (rows.isEmpty())
                    rows += QList<Cell>();
                rows.last() += inside;
            } else {
                collectRows(child, depth + 1, rows);
            }
        }
    }

    /// A definition list is a table of facts; sites that group its pairs in <div> are common.
    void readDefinitions(const GumboNode *node, int depth, QList<Block> &blocks)
    {
        Block block;
        block.kind = BlockKind::Table;
        collectDefinitions(node, depth, block.rows);
        if (!block.rows.isEmpty())
            blocks += block;
    }

    void collectDefinitions(const GumboNode *node, int depth, QList<QList<Cell>> &rows)
    {
        const GumboVector &children = node->v.element.children;
        for (unsigned i = 0; i < children.length && depth < deepestNesting; ++i) {
            const auto *child = static_cast<const GumboNode *>(children.data[i]);
            if (child->type != GUMBO_NODE_ELEMENT)
                continue;
            const GumboTag tag = child->v.element.tag;
            if (tag == GUMBO_TAG_DT || tag == GUMBO_TAG_DD) {
                QList<Block> inside;
                readChildren(child, depth + 1, inside);
                flush(inside);
                if (tag == GUMBO_TAG_DT || rows.isEmpty())
                    rows += QList<Cell>();
                rows.last() += inside;
            } else {
                collectDefinitions(child, depth + 1, rows);
            }
        }
    }

    const QByteArray m_utf8;
    const SourceMap m_map;
    const bool m_known;
    LineBuilder m_builder;
    Style m_style;
};

} // namespace

bool nestsTooDeep(const QString &html)
{
    static const QStringList unclosed{QStringLiteral("p"),  QStringLiteral("li"), QStringLiteral("br"), QStringLiteral("img"), QStringLiteral("hr"),
                                      QStringLiteral("td"), QStringLiteral("tr"), QStringLiteral("th"), QStringLiteral("dt"),  QStringLiteral("dd"),
                                      QStringLiteral("meta"), QStringLiteral("link"), QStringLiteral("input"), QStringLiteral("option"), QStringLiteral("col")};
    static const QRegularExpression tag(QStringLiteral("<(/?)([A-Za-z][A-Za-z0-9]{0,15})"));
    int depth = 0;
    for (auto matches = tag.globalMatch(html); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        if (unclosed.contains(match.captured(2).toLower()))
            continue;
        depth = match.capturedLength(1) > 0 ? std::max(depth - 1, 0) : depth + 1;
        if (depth > deepestNesting)
            return true;
    }
    return false;
}

QList<Block> htmlBlocks(const QString &text, qsizetype base)
{
    if (nestsTooDeep(text)) {
        static const QRegularExpression tag(QStringLiteral("<[^<>]{0,2000}>"));
        QString bare = text;
        bare.replace(tag, QStringLiteral(" "));
        QList<TextLine> lines;
        for (const QString &line : bare.split(u'\n')) {
            TextLine piece;
            piece.text = simplifiedText(line);
            piece.hardBreak = true;
            if (!piece.text.isEmpty())
                lines += piece;
        }
        return lines.isEmpty() ? QList<Block>() : QList<Block>{paragraphBlock(lines)};
    }
    return HtmlReader(text.toUtf8(), base).read();
}

} // namespace rolecall::app
