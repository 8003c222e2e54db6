// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/readable_text.h"

#include <QHash>

#include <algorithm>

namespace rolecall::app {

namespace {

/// Longest stretch that is looked at for the end of a mark: keeps the reading linear.
constexpr qsizetype lookAhead = 2000;

QString characterOf(QStringView entity)
{
    static const QHash<QString, QString> named{
        {QStringLiteral("amp"), QStringLiteral("&")}, {QStringLiteral("lt"), QStringLiteral("<")}, {QStringLiteral("gt"), QStringLiteral(">")},
        {QStringLiteral("quot"), QStringLiteral("\"")}, {QStringLiteral("apos"), QStringLiteral("'")}, {QStringLiteral("nbsp"), QStringLiteral(" ")},
        {QStringLiteral("ndash"), QStringLiteral("–")}, {QStringLiteral("mdash"), QStringLiteral("—")}, {QStringLiteral("hellip"), QStringLiteral("…")},
        {QStringLiteral("rsquo"), QStringLiteral("’")}, {QStringLiteral("lsquo"), QStringLiteral("‘")}, {QStringLiteral("rdquo"), QStringLiteral("”")},
        {QStringLiteral("ldquo"), QStringLiteral("“")}, {QStringLiteral("bull"), QStringLiteral("•")}, {QStringLiteral("middot"), QStringLiteral("·")},
        {QStringLiteral("euro"), QStringLiteral("€")}, {QStringLiteral("pound"), QStringLiteral("£")}, {QStringLiteral("eacute"), QStringLiteral("é")},
        {QStringLiteral("auml"), QStringLiteral("ä")}, {QStringLiteral("ouml"), QStringLiteral("ö")}, {QStringLiteral("uuml"), QStringLiteral("ü")},
        {QStringLiteral("szlig"), QStringLiteral("ß")}};
    if (!entity.startsWith(u'#'))
        return named.value(entity.toString());
    const bool hexadecimal = entity.size() > 1 && (entity.at(1) == u'x' || entity.at(1) == u'X');
    bool ok = false;
    const uint code = entity.mid(hexadecimal ? 2 : 1).toUInt(&ok, hexadecimal ? 16 : 10);
    if (!ok || code < 0x20 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        return {};
    const char32_t character = code;
    return QString::fromUcs4(&character, 1);
}

class Writer
{
public:
    explicit Writer(const QString &source)
        : m_source(source)
    {}

    ReadableText run()
    {
        qsizetype at = 0;
        const bool frontMatter = m_source.startsWith(QLatin1String("---\n"));
        while (at < m_source.size()) {
            qsizetype end = m_source.indexOf(u'\n', at);
            if (end < 0)
                end = m_source.size();
            line(at, end, frontMatter);
            at = end + 1;
        }
        closeBlock();
        m_out.sourceOf << m_source.size();
        return std::move(m_out);
    }

private:
    using Kind = ReadableBlock::Kind;

    QStringView view(qsizetype from, qsizetype to) const { return QStringView(m_source).mid(from, to - from); }

    void line(qsizetype from, qsizetype to, bool frontMatter)
    {
        const bool first = m_lines++ == 0;
        const QStringView whole = view(from, to);
        const QStringView trimmed = whole.trimmed();
        if (frontMatter && (first || m_inFrontMatter)) {
            m_inFrontMatter = first || trimmed != u"---";
            if (!first && m_inFrontMatter && !trimmed.isEmpty()) {
                openBlock(Kind::Aside, 0);
                copy(from, to);
            }
            closeBlock();
            return;
        }
        if (trimmed.startsWith(u"```") || trimmed.startsWith(u":::")) {
            closeBlock();
            qsizetype text = from + whole.indexOf(trimmed.first(1));
            while (text < to && QStringView(u"`:").contains(m_source.at(text)))
                ++text;
            if (!view(text, to).trimmed().isEmpty()) {
                openBlock(Kind::Aside, 0);
                copy(text, to);
                closeBlock();
            }
            return;
        }
        if (trimmed.isEmpty()) {
            if (!m_inTag)
                closeBlock();
            return;
        }
        if (underline(trimmed))
            return;
        startOfLine(from, to, whole, trimmed);
    }

    /// A line of = or - under a paragraph makes it a heading; alone it is a rule between parts.
    bool underline(QStringView trimmed)
    {
        const QChar mark = trimmed.first();
        if ((mark != u'=' && mark != u'-' && mark != u'*' && mark != u'_') || std::any_of(trimmed.begin(), trimmed.end(), [mark](QChar c) { return c != mark && c != u' '; }))
            return false;
        if (m_open && m_block.kind == Kind::Paragraph && (mark == u'=' || mark == u'-')) {
            m_block.kind = Kind::Heading;
            m_block.level = mark == u'=' ? 1 : 2;
            closeBlock();
            return true;
        }
        if (trimmed.size() < 3)
            return false;
        closeBlock();
        return true;
    }

    void startOfLine(qsizetype from, qsizetype to, QStringView whole, QStringView trimmed)
    {
        qsizetype at = from;
        int indent = 0;
        while (at < to && m_source.at(at).isSpace()) {
            indent += m_source.at(at) == u'\t' ? 4 : 1;
            ++at;
        }
        Q_UNUSED(whole)
        if (trimmed.startsWith(u'#')) {
            int level = 0;
            while (at < to && m_source.at(at) == u'#') {
                ++at;
                ++level;
            }
            if (level <= 6 && (at == to || m_source.at(at).isSpace())) {
                closeBlock();
                openBlock(Kind::Heading, level);
                while (to > at && (m_source.at(to - 1) == u'#' || m_source.at(to - 1).isSpace()))
                    --to;
                copy(at, to);
                closeBlock();
                return;
            }
            at -= level;
        }
        if (const qsizetype mark = itemMark(at, to)) {
            closeBlock();
            openBlock(Kind::Item, std::min(indent / 2, 4));
            copy(at + mark, to);
            return;
        }
        if (trimmed.startsWith(u"[^") && trimmed.contains(u"]:")) {
            closeBlock();
            openBlock(Kind::Aside, 0);
        } else if (trimmed.startsWith(u'|')) {
            if (std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) { return QStringView(u"|-: ").contains(c); }))
                return;
            closeBlock();
        }
        while (at < to && m_source.at(at) == u'>' && !m_inTag) {
            ++at;
            while (at < to && m_source.at(at) == u' ')
                ++at;
        }
        if (!m_inTag)
            space(at);
        copy(at, to);
    }

    /// The length of "- ", "* ", "+ ", "• ", "1. " or "2) " with the spaces that follow; 0 where there is none.
    qsizetype itemMark(qsizetype at, qsizetype to) const
    {
        qsizetype end = at;
        if (QStringView(u"-*+•‣▪·–").contains(m_source.at(end))) {
            ++end;
        } else {
            while (end < to && end - at < 4 && m_source.at(end).isDigit())
                ++end;
            if (end == at || end == to || (m_source.at(end) != u'.' && m_source.at(end) != u')'))
                return 0;
            ++end;
        }
        if (end >= to || !m_source.at(end).isSpace())
            return 0;
        while (end < to && m_source.at(end).isSpace())
            ++end;
        return end - at;
    }

    /// Copies running text, taking marks of emphasis, links, tags and entities for what they mean.
    void copy(qsizetype at, qsizetype to)
    {
        while (at < to) {
            const QChar c = m_source.at(at);
            if (m_inTag || c == u'<') {
                if (const qsizetype next = tag(at, to); next > at) {
                    at = next;
                    continue;
                }
            }
            if (c == u'&') {
                const qsizetype end = m_source.indexOf(u';', at);
                if (end > at + 1 && end < std::min(to, at + 12)) {
                    if (const QString meant = characterOf(view(at + 1, end)); !meant.isEmpty()) {
                        for (const QChar part : meant)
                            put(part, at);
                        at = end + 1;
                        continue;
                    }
                }
            }
            if (c == u'\\' && at + 1 < to && m_source.at(at + 1).isPunct()) {
                put(m_source.at(at + 1), at + 1);
                at += 2;
                continue;
            }
            if (c == u'*' || c == u'_') {
                if (const qsizetype next = emphasis(at, to); next > at) {
                    at = next;
                    continue;
                }
            }
            if (c == u'[' || c == u'!') {
                if (const qsizetype next = link(at, to); next > at) {
                    at = next;
                    continue;
                }
            }
            if (c == u']' && m_links > 0) {
                at = endOfLink(at, to);
                continue;
            }
            if (c == u'`') {
                ++at;
                continue;
            }
            if (c.isSpace() || (c == u'|' && m_open && m_block.kind == Kind::Paragraph && view(0, to).mid(at).startsWith(u"| ")))
                space(at);
            else
                put(c, at);
            ++at;
        }
        m_links = 0;
        if (!m_inTag && m_open && m_block.kind == Kind::Heading)
            closeBlock();
    }

    qsizetype emphasis(qsizetype at, qsizetype to)
    {
        const QChar c = m_source.at(at);
        qsizetype end = at;
        while (end < to && end - at < 3 && m_source.at(end) == c)
            ++end;
        const bool spaceBefore = at == 0 || m_source.at(at - 1).isSpace();
        const bool spaceAfter = end == to || m_source.at(end).isSpace();
        const bool wordBefore = at > 0 && m_source.at(at - 1).isLetterOrNumber();
        const bool wordAfter = end < to && m_source.at(end).isLetterOrNumber();
        if ((spaceBefore && spaceAfter) || (c == u'_' && wordBefore && wordAfter))
            return at;
        const qsizetype length = end - at;
        bool &state = length == 1 ? m_emphasised : m_strong;
        // A mark is taken away where it opens and is closed on the same line, or closes.
        if (!state && (spaceAfter || view(end, std::min(to, end + lookAhead)).indexOf(view(at, end)) < 0))
            return at;
        state = !state;
        if (length == 3)
            m_emphasised = state;
        return end;
    }

    qsizetype link(qsizetype at, qsizetype to)
    {
        const qsizetype open = m_source.at(at) == u'!' ? at + 1 : at;
        if (open >= to || m_source.at(open) != u'[')
            return at;
        const qsizetype close = view(open, std::min(to, open + lookAhead)).indexOf(u']');
        if (close < 0)
            return at;
        if (open + 1 < to && m_source.at(open + 1) == u'^') {
            m_raised = true;
            for (qsizetype i = open + 2; i < open + close; ++i)
                put(m_source.at(i), i);
            m_raised = false;
            space(open + close);
            return open + close + 1;
        }
        ++m_links;
        return open + 1;
    }

    /// Behind the ] of a link: its address is not shown.
    qsizetype endOfLink(qsizetype at, qsizetype to)
    {
        --m_links;
        const qsizetype next = at + 1;
        if (next < to && (m_source.at(next) == u'(' || m_source.at(next) == u'[')) {
            const QChar close = m_source.at(next) == u'(' ? u')' : u']';
            const qsizetype end = view(next, std::min(to, next + lookAhead)).indexOf(close);
            if (end >= 0)
                return next + end + 1;
        }
        return next;
    }

    /// Takes a tag away; those that begin a block begin one. A tag may run over several lines.
    qsizetype tag(qsizetype at, qsizetype to)
    {
        if (!m_inTag) {
            if (at + 1 >= to || !(m_source.at(at + 1).isLetter() || m_source.at(at + 1) == u'/' || m_source.at(at + 1) == u'!'))
                return at;
            const qsizetype close = view(at, std::min(m_source.size(), at + lookAhead)).indexOf(u'>');
            if (close < 0)
                return at;
            const QStringView inside = view(at + 1, at + close);
            if (inside.contains(u'@') || inside.startsWith(u"http")) { // an address in angle brackets
                for (qsizetype i = at + 1; i < at + close; ++i)
                    put(m_source.at(i), i);
                return std::min(at + close + 1, to);
            }
            element(inside);
            m_tagEnd = at + close + 1;
        }
        m_inTag = m_tagEnd > to;
        return std::min(m_tagEnd, to);
    }

    void element(QStringView inside)
    {
        const bool closing = inside.startsWith(u'/');
        qsizetype end = closing ? 1 : 0;
        while (end < inside.size() && inside.at(end).isLetterOrNumber())
            ++end;
        const QString name = inside.mid(closing ? 1 : 0, end - (closing ? 1 : 0)).toString().toLower();
        if (name == u"script" || name == u"style" || name == u"head") {
            m_hidden = !closing;
            return;
        }
        if (name == u"b" || name == u"strong")
            m_strong = !closing;
        else if (name == u"i" || name == u"em")
            m_emphasised = !closing;
        else if (name == u"br" || name == u"p" || name == u"div" || name == u"ul" || name == u"ol" || name == u"tr" || name == u"table" || name == u"section")
            closeBlock();
        else if (name == u"td" || name == u"th")
            space(-1);
        else if (name == u"li" || (name.size() == 2 && name.startsWith(u'h') && name.at(1) >= u'1' && name.at(1) <= u'6')) {
            closeBlock();
            if (!closing)
                openBlock(name == u"li" ? Kind::Item : Kind::Heading, name == u"li" ? 0 : name.at(1).digitValue());
        }
    }

    void openBlock(ReadableBlock::Kind kind, int level)
    {
        m_block = {kind, level, 0, 0};
        m_open = true;
        m_begun = false;
    }

    void closeBlock()
    {
        if (m_open && m_begun) {
            m_block.length = m_out.text.size() - m_block.start;
            m_out.blocks << m_block;
        }
        m_open = m_begun = m_space = m_strong = m_emphasised = false;
    }

    void space(qsizetype) { m_space = m_begun; }

    void put(QChar character, qsizetype source)
    {
        if (m_hidden)
            return;
        if (!m_open)
            openBlock(Kind::Paragraph, 0);
        if (!m_begun) {
            if (!m_out.blocks.isEmpty()) {
                m_out.text += u'\n';
                m_out.sourceOf << source;
            }
            m_block.start = m_out.text.size();
            m_begun = true;
            m_space = false;
        }
        if (m_space) {
            m_out.text += u' ';
            m_out.sourceOf << source;
            m_space = false;
        }
        if (m_strong || m_emphasised || m_raised) {
            if (!m_out.spans.isEmpty()) {
                ReadableSpan &last = m_out.spans.last();
                if (last.start + last.length >= m_out.text.size() - 1 && last.strong == m_strong && last.emphasised == m_emphasised && last.raised == m_raised) {
                    last.length = m_out.text.size() + 1 - last.start;
                    m_out.text += character;
                    m_out.sourceOf << source;
                    return;
                }
            }
            m_out.spans << ReadableSpan{m_out.text.size(), 1, m_strong, m_emphasised, m_raised};
        }
        m_out.text += character;
        m_out.sourceOf << source;
    }

    const QString &m_source;
    ReadableText m_out;
    ReadableBlock m_block;
    bool m_open = false;  ///< a block was asked for
    bool m_begun = false; ///< and has a character
    bool m_space = false;
    bool m_strong = false;
    bool m_emphasised = false;
    bool m_raised = false;
    bool m_hidden = false;
    bool m_inTag = false;
    bool m_inFrontMatter = false;
    qsizetype m_tagEnd = 0;
    qint64 m_lines = 0;
    int m_links = 0;
};

} // namespace

std::pair<qsizetype, qsizetype> ReadableText::shown(qsizetype sourceStart, qsizetype sourceLength) const
{
    if (sourceStart < 0 || sourceLength <= 0)
        return {0, 0};
    const auto last = sourceOf.begin() + text.size();
    const auto first = std::lower_bound(sourceOf.begin(), last, sourceStart);
    const auto end = std::lower_bound(first, last, sourceStart + sourceLength);
    qsizetype from = first - sourceOf.begin();
    qsizetype to = end - sourceOf.begin();
    while (from < to && text.at(from).isSpace())
        ++from;
    while (to > from && text.at(to - 1).isSpace())
        --to;
    return {from, to - from};
}

ReadableText readableText(const QString &source)
{
    return Writer(source).run();
}

} // namespace rolecall::app
