// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/html_text.h"

#include "app/documents/html_tree.h"

#include <QRegularExpression>
#include <vector>

namespace rolecall::app {

namespace {

bool isDropped(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_HEAD: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT: case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_SVG:
        return true;
    default:
        return false;
    }
}

bool isBlock(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_P: case GUMBO_TAG_DIV: case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4:
    case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_LI: case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_PRE: case GUMBO_TAG_SECTION: case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_HEADER: case GUMBO_TAG_FOOTER: case GUMBO_TAG_ASIDE: case GUMBO_TAG_NAV: case GUMBO_TAG_MAIN:
    case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_DD: case GUMBO_TAG_HR: case GUMBO_TAG_FORM: case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_ADDRESS: case GUMBO_TAG_CENTER: case GUMBO_TAG_CAPTION:
        return true;
    default:
        return false;
    }
}

bool endsParagraph(GumboTag tag)
{
    return tag == GUMBO_TAG_P || tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_PRE
        || tag == GUMBO_TAG_BLOCKQUOTE || (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6);
}

/// Puts runs of text together the way a browser lays them out: white space collapses, blocks stand on lines of their own.
class TextFlow
{
public:
    void addText(const QString &text, bool preformatted)
    {
        for (const QChar c : text) {
            if (preformatted) {
                writePending();
                m_text += c == u'\r' ? QChar(u'\n') : c;
            } else if (c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c == u'\f') {
                m_blank = true;
            } else {
                writePending();
                m_text += c;
            }
        }
    }
    void breakLines(int count)
    {
        m_breaks = qMax(m_breaks, count);
        m_blank = false;
    }
    void breakHere() { m_blank = false; m_breaks = qMin(m_breaks + 1, 2); }
    void addMark(const QString &mark)
    {
        writePending();
        m_text += mark;
        m_markWritten = true;
    }
    void addTab()
    {
        m_blank = false;
        m_tab = m_breaks == 0;
    }
    QString text() const { return m_text; }

private:
    void writePending()
    {
        if (m_breaks > 0 && !m_text.isEmpty())
            m_text += QString(m_breaks, u'\n');
        else if (m_tab && !m_text.isEmpty() && !m_text.endsWith(u'\n'))
            m_text += u'\t';
        else if (m_blank && !m_text.isEmpty() && !m_markWritten && !m_text.endsWith(u'\n'))
            m_text += u' ';
        m_breaks = 0;
        m_blank = m_tab = m_markWritten = false;
    }
    QString m_text;
    int m_breaks = 0;
    bool m_blank = false;
    bool m_tab = false;
    bool m_markWritten = false;
};

struct Step
{
    const GumboNode *node;
    bool leaving;
    bool preformatted;
};

void enterElement(GumboTag tag, TextFlow &flow)
{
    if (tag == GUMBO_TAG_BR)
        flow.breakHere();
    else if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)
        flow.addTab();
    else if (isBlock(tag))
        flow.breakLines(endsParagraph(tag) ? 2 : 1);
    if (tag == GUMBO_TAG_LI)
        flow.addMark(QStringLiteral("- "));
}

/// With a stack of its own: the depth of hostile HTML is the attacker's choice.
QString textOf(const GumboNode *root)
{
    TextFlow flow;
    std::vector<Step> steps{{root, false, false}};
    while (!steps.empty()) {
        const Step step = steps.back();
        steps.pop_back();
        const GumboNode *node = step.node;
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA || node->type == GUMBO_NODE_WHITESPACE) {
            flow.addText(QString::fromUtf8(node->v.text.text), step.preformatted);
            continue;
        }
        if (node->type != GUMBO_NODE_ELEMENT)
            continue;
        const GumboTag tag = node->v.element.tag;
        if (step.leaving) {
            if (isBlock(tag))
                flow.breakLines(endsParagraph(tag) ? 2 : 1);
            continue;
        }
        if (isDropped(tag))
            continue;
        enterElement(tag, flow);
        const bool preformatted = step.preformatted || tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_TEXTAREA;
        steps.push_back({node, true, preformatted});
        const GumboVector &children = node->v.element.children;
        for (unsigned i = children.length; i > 0; --i)
            steps.push_back({static_cast<const GumboNode *>(children.data[i - 1]), false, preformatted});
    }
    return flow.text();
}

/// For HTML that asks the parser for too much: less faithful, but in one pass.
QString withTagsStripped(const QByteArray &html)
{
    QByteArray text;
    qsizetype at = 0;
    while (at < html.size()) {
        const qsizetype tag = html.indexOf('<', at);
        if (tag < 0)
            break;
        text += html.mid(at, tag - at) + ' ';
        const QByteArray name = html.mid(tag + 1, 6).toLower();
        const char *end = name == "script" ? "</script" : name.startsWith("style") ? "</style" : ">";
        const qsizetype ends = html.indexOf(end, tag);
        if (ends < 0)
            return QString::fromUtf8(text).simplified();
        at = ends + (*end == '>' ? 1 : 0);
    }
    return QString::fromUtf8(text + html.mid(at)).simplified();
}

} // namespace

QString htmlToText(const QByteArray &utf8)
{
    constexpr qsizetype largest = 16 * 1024 * 1024;
    const QByteArray html = utf8.left(largest);
    const HtmlTree tree(html);
    QString text = tree.root() ? textOf(tree.root()) : withTagsStripped(html);
    text.replace(QChar::Nbsp, u' ');
    static const QRegularExpression trailing(QStringLiteral("[ \\t]+(?=\\n|$)"));
    text.remove(trailing);
    static const QRegularExpression emptyLines(QStringLiteral("\\n{3,}"));
    text.replace(emptyLines, QStringLiteral("\n\n"));
    return text.trimmed();
}

QByteArray htmlDeclaredCharset(const QByteArray &bytes)
{
    static const QRegularExpression meta(QStringLiteral("<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]{2,40})"),
                                         QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype searched = 4096; // the HTML Standard looks at the first 1024 bytes; writers are less careful
    return meta.match(QString::fromLatin1(bytes.left(searched))).captured(1).toLatin1();
}

} // namespace rolecall::app
