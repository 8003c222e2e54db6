// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/text_units.h"

#include "app/posting/text_folding.h"

#include <algorithm>

namespace rolecall::app {

namespace {

/// Sentences of longer texts are not looked at; no date or place stands there.
constexpr qsizetype longestText = 20000;

class Collector
{
public:
    QList<TextUnit> collect(const QList<Block> &blocks)
    {
        for (const Block &block : blocks) {
            if (block.kind == BlockKind::Reset) {
                m_context.clear();
            } else if (block.kind == BlockKind::Heading) {
                m_runIn = block.level == runInLevel ? block.text : QString();
                m_context = block.text;
                if (block.level != runInLevel)
                    addText(block.text, block.source, false, false);
            } else if (block.kind == BlockKind::List) {
                for (const ListEntry &entry : block.entries)
                    addEntry(entry, 0);
            } else {
                addParagraph(block);
            }
        }
        return m_units;
    }

private:
    void addEntry(const ListEntry &entry, int depth)
    {
        addText(entry.text, entry.source, true, false);
        for (const ListEntry &child : entry.children) {
            if (depth < 20)
                addEntry(child, depth + 1);
        }
    }

    void addParagraph(const Block &block)
    {
        QString text;
        SourceRange source;
        for (qsizetype i = 0; i < block.lines.size(); ++i) {
            const TextLine &line = block.lines.at(i);
            if (text.isEmpty() && !m_runIn.isEmpty())
                text = m_runIn + u':'; // a run-in heading is part of its sentence
            m_runIn.clear();
            text += (text.isEmpty() ? QString() : QStringLiteral(" ")) + line.text;
            source = united(source, line.source);
            if (!line.hardBreak && i + 1 < block.lines.size())
                continue;
            addText(text, source, false, block.fact);
            text.clear();
            source = {};
        }
    }

    void addText(const QString &text, SourceRange source, bool inList, bool fact)
    {
        for (const QString &sentence : sentencesOf(text.left(longestText)))
            m_units += TextUnit{sentence, m_context, source, inList, fact};
    }

    QList<TextUnit> m_units;
    QString m_context;
    QString m_runIn;
};

} // namespace

QList<TextUnit> textUnits(const QList<Block> &blocks)
{
    return Collector().collect(blocks);
}

} // namespace rolecall::app
