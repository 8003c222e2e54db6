// SPDX-License-Identifier: GPL-3.0-or-later
// Tables in postings: facts, person specifications (Essential | Desirable), and layout.
#include "app/posting/block_shaping.h"

#include "app/posting/heading_vocabulary.h"
#include "app/posting/text_folding.h"

#include <QSet>
#include <algorithm>

namespace rolecall::app {

namespace {

bool isTier(SectionKind kind)
{
    return kind == SectionKind::Necessary || kind == SectionKind::Useful;
}

/// The tier a cell marks its row with: "E", "Desirable", or nothing.
SectionKind markOf(const QString &text)
{
    const QString folded = foldedText(text);
    if (folded == u"e" || folded == u"essential" || folded == u"required" || folded == u"must" || folded == u"must have" || folded == u"mandatory" || folded == u"erforderlich")
        return SectionKind::Necessary;
    if (folded == u"d" || folded == u"desirable" || folded == u"preferred" || folded == u"nice to have" || folded == u"optional" || folded == u"wunschenswert")
        return SectionKind::Useful;
    return SectionKind::Unknown;
}

bool isTick(const QString &text)
{
    static const QSet<QString> ticks{QStringLiteral("x"), QStringLiteral("X"), QStringLiteral("yes"), QStringLiteral("Yes"), QStringLiteral("\u2713"), QStringLiteral("\u2714"),
                                     QStringLiteral("\u2022"), QStringLiteral("*"), QStringLiteral("\u221a"), QStringLiteral("\u2705"), QStringLiteral("\u2611")};
    return ticks.contains(text.trimmed());
}

/// The entries that a cell holds: its lists' where it has lists, else its lines, else its text.
QList<ListEntry> cellEntries(const Cell &cell)
{
    const QList<Block> shaped = shapedBlocks(cell);
    QList<ListEntry> entries;
    for (const Block &block : shaped)
        entries += block.entries;
    if (!entries.isEmpty())
        return entries;
    for (const Block &block : shaped) {
        ListEntry entry;
        bool joins = false;
        for (const TextLine &line : block.lines) {
            if (!joins || entry.text.isEmpty()) {
                if (!entry.text.isEmpty())
                    entries += entry;
                entry = ListEntry{line.text, {}, line.source};
            } else {
                entry.text += u' ' + line.text;
                entry.source = united(entry.source, line.source);
            }
            joins = !line.hardBreak;
        }
        if (!entry.text.isEmpty())
            entries += entry;
    }
    return entries;
}

void addList(QList<Block> &blocks, const QString &heading, const QList<ListEntry> &entries)
{
    if (entries.isEmpty())
        return;
    blocks += headingBlock(plainLineLevel, heading, {});
    Block list;
    list.kind = BlockKind::List;
    list.entries = entries;
    for (const ListEntry &entry : entries)
        list.source = united(list.source, entry.source);
    blocks += list;
}

const Cell &longestCell(const QList<Cell> &row)
{
    return *std::max_element(row.cbegin(), row.cend(), [](const Cell &a, const Cell &b) { return cellText(a).size() < cellText(b).size(); });
}

/// Columns headed by tiers; a cell holds the criteria themselves or a tick for the criterion in its row.
QList<Block> columnLists(const Block &table)
{
    QList<SectionKind> kinds;
    const QList<Cell> &header = table.rows.first();
    for (const Cell &cell : header) {
        const QString text = cellText(cell);
        const VocabularyMatch match = classifyHeading(text);
        kinds += text.size() <= 60 && isTier(match.kind) && !match.mixed && match.coverage >= 0.5 ? match.kind : SectionKind::Unknown;
    }
    // Beside columns that name the tiers, a column of "Criteria" says what is asked, not how much.
    if (kinds.contains(SectionKind::Useful) && kinds.count(SectionKind::Necessary) > 1) {
        for (qsizetype c = 0; c < kinds.size(); ++c) {
            if (kinds.at(c) == SectionKind::Necessary && markOf(cellText(header.at(c))) == SectionKind::Unknown && !cellText(header.at(c)).contains(u"ssential"))
                kinds[c] = SectionKind::Unknown;
        }
    }
    // One column alone called "Criteria" is the criteria of the next rule.
    if (std::none_of(kinds.cbegin(), kinds.cend(), isTier) || table.rows.size() < 2)
        return {};
    // A column of criteria beside a column of marks is the next rule's.
    const auto marked = std::count_if(table.rows.cbegin(), table.rows.cend(), [](const QList<Cell> &row) {
        return std::any_of(row.cbegin(), row.cend(), [](const Cell &cell) { return markOf(cellText(cell)) != SectionKind::Unknown; });
    });
    if (std::count_if(kinds.cbegin(), kinds.cend(), isTier) == 1 && marked * 2 >= table.rows.size())
        return {};
    QList<QList<ListEntry>> columns(kinds.size());
    bool onlyMarks = true;
    for (qsizetype r = 1; r < table.rows.size(); ++r) {
        const QList<Cell> &row = table.rows.at(r);
        // A cell that spans rows is missing from the later ones, and it stands on the left.
        const qsizetype missing = std::max<qsizetype>(kinds.size() - row.size(), 0);
        for (qsizetype c = missing; c < kinds.size(); ++c) {
            const Cell &cell = row.at(c - missing);
            const QString text = cellText(cell).trimmed();
            if (!isTier(kinds.at(c)) || text.isEmpty())
                continue;
            if (isTick(text)) {
                columns[c] += cellEntries(longestCell(row));
                onlyMarks = false;
            } else if (markOf(text) == SectionKind::Unknown) {
                columns[c] += cellEntries(cell);
                onlyMarks = false;
            }
        }
    }
    const auto tiers = std::count_if(kinds.cbegin(), kinds.cend(), isTier);
    if (onlyMarks || (tiers == 1 && kinds.size() > 1 && !isTier(kinds.last()) && markOf(cellText(table.rows.at(1).last())) != SectionKind::Unknown))
        return {};
    QList<Block> blocks;
    for (qsizetype c = 0; c < kinds.size(); ++c)
        addList(blocks, cellText(header.at(c)), columns.at(c));
    return blocks;
}

/// One criterion per row with a cell that says "E" or "Desirable".
QList<Block> markedRows(const Block &table)
{
    QList<ListEntry> necessary;
    QList<ListEntry> useful;
    for (const QList<Cell> &row : table.rows) {
        SectionKind mark = SectionKind::Unknown;
        for (const Cell &cell : row) {
            if (mark == SectionKind::Unknown)
                mark = markOf(cellText(cell));
        }
        if (row.size() < 2 || mark == SectionKind::Unknown)
            continue;
        const Cell &criterion = longestCell(row);
        if (markOf(cellText(criterion)) == SectionKind::Unknown)
            (mark == SectionKind::Useful ? useful : necessary) += cellEntries(criterion);
    }
    if (necessary.size() + useful.size() < 3 || (necessary.size() + useful.size()) * 2 < table.rows.size())
        return {};
    QList<Block> blocks;
    addList(blocks, QStringLiteral("Essential"), necessary);
    addList(blocks, QStringLiteral("Desirable"), useful);
    return blocks;
}

/// A column "Essential?" that answers yes or no for the criterion of its row.
QList<Block> answeredRows(const Block &table)
{
    static const QSet<QString> yes{QStringLiteral("yes"), QStringLiteral("y"), QStringLiteral("ja"), QStringLiteral("oui"), QStringLiteral("si"), QStringLiteral("sim"), QStringLiteral("tak")};
    static const QSet<QString> no{QStringLiteral("no"), QStringLiteral("n"), QStringLiteral("nein"), QStringLiteral("non"), QStringLiteral("nee"), QStringLiteral("nej"), QStringLiteral("nao"), QStringLiteral("nie")};
    const QList<Cell> &header = table.rows.first();
    for (qsizetype c = 0; c < header.size(); ++c) {
        const QString question = cellText(header.at(c));
        const VocabularyMatch match = classifyHeading(question);
        if (!isTier(match.kind) || match.mixed || question.size() > 40)
            continue;
        QList<ListEntry> tiers[2]; // answered yes, answered no
        bool answers = table.rows.size() > 1;
        for (qsizetype r = 1; r < table.rows.size() && answers; ++r) {
            const QList<Cell> &row = table.rows.at(r);
            const QString answer = c < row.size() ? foldedText(cellText(row.at(c))) : QString();
            answers = yes.contains(answer) || no.contains(answer);
            if (answers)
                tiers[yes.contains(answer) ? 0 : 1] += cellEntries(longestCell(row));
        }
        if (!answers || tiers[1].isEmpty())
            continue; // where all are answered yes, the column's own rule holds
        const bool asksForNeeds = match.kind == SectionKind::Necessary;
        QList<Block> blocks;
        addList(blocks, QStringLiteral("Essential"), tiers[asksForNeeds ? 0 : 1]);
        addList(blocks, QStringLiteral("Desirable"), tiers[asksForNeeds ? 1 : 0]);
        return blocks;
    }
    return {};
}

bool holdsStructure(const Cell &cell)
{
    return cell.size() > 2 || std::any_of(cell.cbegin(), cell.cend(), [](const Block &block) { return block.kind != BlockKind::Paragraph; });
}

Block factLine(const QList<Cell> &row)
{
    TextLine line;
    QStringList parts;
    for (const Cell &cell : row) {
        const QString text = cellText(cell);
        if (!text.isEmpty())
            parts += text;
        for (const Block &block : cell)
            line.source = united(line.source, block.source);
    }
    line.text = parts.join(u" | ");
    Block block = paragraphBlock(line.text.isEmpty() ? QList<TextLine>() : QList<TextLine>{line});
    block.fact = true;
    return block;
}

} // namespace

QList<Block> tableBlocks(const Block &table)
{
    if (table.rows.isEmpty())
        return {};
    if (QList<Block> answered = answeredRows(table); !answered.isEmpty())
        return answered;
    if (QList<Block> columns = columnLists(table); !columns.isEmpty())
        return columns;
    if (QList<Block> marked = markedRows(table); !marked.isEmpty())
        return marked;
    QList<Block> blocks;
    for (const QList<Cell> &row : table.rows) {
        if (row.isEmpty())
            continue;
        const QString label = cellText(row.first());
        const VocabularyMatch match = classifyHeading(label);
        const bool known = row.size() > 1 && label.size() <= 80 && match.coverage >= 0.6 && match.kind != SectionKind::Unknown && match.kind != SectionKind::Container;
        const bool structured = std::any_of(row.cbegin() + 1, row.cend(), holdsStructure);
        if (known && (match.kind != SectionKind::Other || structured)) {
            blocks += headingBlock(plainLineLevel, label, {});
            for (qsizetype c = 1; c < row.size(); ++c)
                blocks += row.at(c);
        } else if (structured || holdsStructure(row.first()) || row.size() == 1) {
            for (const Cell &cell : row)
                blocks += cell;
        } else if (Block fact = factLine(row); !fact.lines.isEmpty()) {
            blocks += fact;
        }
    }
    return blocks;
}

} // namespace rolecall::app
