// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/line_builder.h"

#include <QRegularExpression>

namespace rolecall::app {

namespace {

bool isInvisible(QChar character)
{
    const char16_t code = character.unicode();
    return code == 0x200B || code == 0x200C || code == 0x200D || code == 0xFEFF || code == 0x00AD || code == 0x2060;
}

} // namespace

QString simplifiedText(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar character : text) {
        if (isInvisible(character))
            continue;
        if (character.isSpace()) {
            if (!result.isEmpty() && !result.endsWith(u' '))
                result += u' ';
        } else {
            result += character;
        }
    }
    if (result.endsWith(u' '))
        result.chop(1);
    return result;
}

void LineBuilder::append(const QString &text, bool strong, bool emphasised, SourceRange source)
{
    const char style = char((strong ? 1 : 0) | (emphasised ? 2 : 0));
    m_text += text;
    m_styles += QByteArray(text.size(), style);
    m_source = united(m_source, source);
}

void LineBuilder::breakLine(bool hard)
{
    finishLine(hard);
}

bool LineBuilder::isEmpty() const
{
    return m_lines.isEmpty() && m_text.trimmed().isEmpty();
}

QList<TextLine> LineBuilder::take()
{
    finishLine(false);
    QList<TextLine> lines;
    lines.swap(m_lines);
    return lines;
}

void LineBuilder::finishLine(bool hard)
{
    // Attribute lists and template tags that a site's generator would have taken out: {: .lead}, {#id}, {% include x %}.
    static const QRegularExpression tags(QStringLiteral(R"(\{(?:[:#.][^{}\n]{0,200}|%[^{}\n]{0,300}%)\})"));
    if (m_text.contains(u'{')) {
        for (QRegularExpressionMatch match = tags.match(m_text); match.hasMatch(); match = tags.match(m_text)) {
            m_text.remove(match.capturedStart(), match.capturedLength());
            m_styles.remove(match.capturedStart(), match.capturedLength());
        }
    }
    TextLine line;
    line.source = m_source;
    line.hardBreak = hard;
    line.strong = true;
    line.emphasised = true;
    bool prefix = true;
    line.text.reserve(m_text.size());
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        const QChar character = m_text.at(i);
        if (isInvisible(character))
            continue;
        if (character.isSpace()) {
            if (!line.text.isEmpty() && !line.text.endsWith(u' '))
                line.text += u' ';
            continue;
        }
        line.text += character;
        const char style = m_styles.at(i);
        // A colon after the bold words belongs to them, wherever the mark ends.
        const bool counts = character.isLetterOrNumber();
        if (counts && !(style & 1))
            line.strong = prefix = false;
        if (counts && !(style & 2))
            line.emphasised = false;
        if (prefix && (style & 1))
            line.strongPrefix = line.text.size();
    }
    if (line.text.endsWith(u' '))
        line.text.chop(1);
    m_text.clear();
    m_styles.clear();
    m_source = {};
    if (!line.text.isEmpty()) {
        if (line.strongPrefix == 0)
            line.strong = false;
        m_lines += line;
    } else if (hard && !m_lines.isEmpty()) {
        m_lines.last().hardBreak = true;
    }
}

} // namespace rolecall::app
