// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/salvage.h"

#include "db/connection.h"
#include "db/page_file.h"
#include "db/reference_repair.h"
#include "db/salvage_table.h"
#include "db/search_index.h"
#include "db/sql.h"
#include "db/transaction.h"

#include <QBitArray>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QtEndian>
#include <algorithm>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

constexpr int pagesBetweenLooks = 500;

class Salvage
{
public:
    Salvage(const PageFile &file, Connection &into, const SalvageProgress &progress)
        : m_file(file)
        , m_into(into)
        , m_progress(progress)
        , m_seen(qsizetype(file.pageCount()) + 1)
    {
        m_report.pages = file.pageCount();
    }

    Result<SalvageReport> run()
    {
        auto tables = salvageTables(m_into);
        if (!tables)
            return tl::unexpected(tables.error());
        for (SalvageTable &table : *tables)
            m_tables.push_back(std::move(table));
        findRoots();
        for (SalvageTable &table : m_tables) {
            if (table.root > 1)
                walk(table.root, &table);
            else
                m_missing = true;
            if (m_cancelled)
                return failure(tr("Recovering the workspace"), {}, tr("it was cancelled"));
        }
        markFreePages();
        if (m_missing || m_report.unreadablePages > 0)
            takeStrayPages();
        for (const SalvageTable &table : m_tables)
            m_report.tables << SalvageReport::Table{table.name, table.taken, table.refused};
        return m_report;
    }

private:
    /// From the schema, as far as it can be read; else where a workspace that was made new has them.
    void findRoots()
    {
        QHash<QString, quint32> roots;
        if (m_file.hasHeader()) {
            m_schema = true;
            walk(1, nullptr);
            m_schema = false;
            roots = m_roots;
        }
        for (SalvageTable &table : m_tables) {
            const quint32 found = roots.value(table.name);
            table.root = found > 1 && found <= m_file.pageCount() ? found : fits(table.usualRoot, table) ? table.usualRoot : 0;
        }
        // What is reached by indexes and full text is no stray page.
        for (auto it = roots.cbegin(); it != roots.cend(); ++it) {
            if (std::none_of(m_tables.begin(), m_tables.end(), [&it](const SalvageTable &table) { return table.name == it.key(); }))
                walk(it.value(), nullptr);
        }
    }

    /// Whether a tree that may begin here is one of this table.
    bool fits(quint32 root, const SalvageTable &table) const
    {
        quint32 number = root;
        for (int depth = 0; depth < 20; ++depth) {
            const TreePage page = TreePage::read(m_file.page(number), 0);
            if (!page.isTree() || page.isTable() != table.hasRowNumbers)
                return false;
            if (page.isLeaf())
                return page.cells.isEmpty() || fitting(number, page, table) * 10 >= page.cells.size() * 9;
            const QList<quint32> children = childPages(m_file, number, page);
            if (children.isEmpty())
                return false;
            number = children.first();
        }
        return false;
    }

    qsizetype fitting(quint32 number, const TreePage &page, const SalvageTable &table) const
    {
        qsizetype count = 0;
        for (const int cell : page.cells) {
            const auto row = rowInCell(m_file, number, page, cell);
            count += row && table.fits(*row) ? 1 : 0;
        }
        return count;
    }

    /// Everything beneath a page. Without a table the pages are only marked, or read as the schema.
    void walk(quint32 root, SalvageTable *table)
    {
        QList<quint32> waiting{root};
        while (!waiting.isEmpty() && !m_cancelled) {
            const quint32 number = waiting.takeLast();
            if (number >= quint32(m_seen.size()) || m_seen.testBit(number))
                continue;
            m_seen.setBit(number);
            look();
            const TreePage page = TreePage::read(m_file.page(number), number == 1 ? 100 : 0);
            if (!page.isTree() || (table && page.isTable() != table->hasRowNumbers)) {
                m_report.unreadablePages += table || m_schema ? 1 : 0;
                continue;
            }
            takeRows(number, page, table);
            if (!page.isLeaf()) {
                const QList<quint32> children = childPages(m_file, number, page);
                m_report.unreadablePages += (table || m_schema) && children.size() < page.cells.size() + 1 ? 1 : 0;
                for (auto child = children.crbegin(); child != children.crend(); ++child)
                    waiting << *child;
            }
        }
    }

    void takeRows(quint32 number, const TreePage &page, SalvageTable *table)
    {
        for (const int cell : page.cells) {
            const auto row = rowInCell(m_file, number, page, cell);
            if (!row) {
                if (table && page.kind != TreePage::Kind::TableInterior)
                    ++table->refused;
                continue;
            }
            if (m_schema)
                noteRoot(*row);
            else if (table)
                takeRow(*table, *row);
        }
        markOverflow(number, page);
    }

    void takeRow(SalvageTable &table, const StoredRow &row)
    {
        if (table.name == QLatin1String("content") && row.values.size() == 3
            && QCryptographicHash::hash(row.values.at(2).bytes, QCryptographicHash::Sha256).toHex() != row.values.at(0).bytes) {
            ++m_report.damagedDocuments;
            ++table.refused;
            return;
        }
        if (table.insert(row))
            ++table.taken;
        else
            ++table.refused;
    }

    void noteRoot(const StoredRow &row)
    {
        if (row.values.size() != 5 || row.values.at(3).kind != StoredValue::Kind::Integer)
            return;
        const qint64 root = row.values.at(3).integer;
        if (root > 1 && root <= m_file.pageCount())
            m_roots.insert(QString::fromUtf8(row.values.at(1).bytes), quint32(root));
    }

    void markOverflow(quint32 number, const TreePage &page)
    {
        for (const quint32 overflow : overflowPages(m_file, number, page)) {
            if (overflow < quint32(m_seen.size()))
                m_seen.setBit(overflow);
        }
    }

    /// What was deleted is not to come back.
    void markFreePages()
    {
        const QByteArrayView first = m_file.page(1);
        quint32 trunk = m_file.hasHeader() && first.size() >= 100 ? qFromBigEndian<quint32>(first.data() + 32) : 0;
        for (quint32 hops = 0; trunk > 1 && trunk < quint32(m_seen.size()) && hops < m_file.pageCount(); ++hops) {
            const QByteArrayView page = m_file.page(trunk);
            if (page.size() < 8)
                return;
            m_seen.setBit(trunk);
            const quint32 leaves = std::min(qFromBigEndian<quint32>(page.data() + 4), quint32(page.size() / 4 - 2));
            for (quint32 i = 0; i < leaves; ++i) {
                const quint32 leaf = qFromBigEndian<quint32>(page.data() + 8 + 4 * i);
                if (leaf < quint32(m_seen.size()))
                    m_seen.setBit(leaf);
            }
            trunk = qFromBigEndian<quint32>(page.data());
        }
    }

    /// Leaves that no tree leads to any more: each goes to the one table whose rows look so.
    void takeStrayPages()
    {
        for (quint32 number = 2; number <= m_file.pageCount() && !m_cancelled; ++number) {
            if (m_seen.testBit(number))
                continue;
            look();
            const TreePage page = TreePage::read(m_file.page(number), 0);
            if (!page.isLeaf() || page.cells.isEmpty())
                continue;
            SalvageTable *best = nullptr;
            int bestMarks = 0;
            bool isAlone = false;
            for (SalvageTable &table : m_tables) {
                if (page.isTable() != table.hasRowNumbers || !table.isRecognisable() || fitting(number, page, table) * 10 < page.cells.size() * 9)
                    continue;
                const int marks = table.marks();
                isAlone = !best || marks != bestMarks;
                if (!best || marks > bestMarks) {
                    best = &table;
                    bestMarks = marks;
                }
            }
            if (!best || !isAlone)
                continue;
            ++m_report.strayPages;
            takeRows(number, page, best);
        }
    }

    void look()
    {
        if (++m_looks % pagesBetweenLooks == 0 && m_progress && !m_progress(m_looks, m_report.pages))
            m_cancelled = true;
    }

    const PageFile &m_file;
    Connection &m_into;
    const SalvageProgress &m_progress;
    std::vector<SalvageTable> m_tables;
    QHash<QString, quint32> m_roots;
    QBitArray m_seen;
    SalvageReport m_report;
    qint64 m_looks = 0;
    bool m_schema = false;
    bool m_missing = false;
    bool m_cancelled = false;
};

/// Undo needs every row a change touched: where some are lost, the history can be read but not replayed.
Outcome closeHistory(Connection &connection)
{
    return runScript(connection, "DELETE FROM change_row; DELETE FROM change_range; DELETE FROM change_bulk_image;"
                                 "UPDATE change SET reverses = id WHERE reverses IS NULL;");
}

Outcome fill(const PageFile &file, Connection &into, const SalvageProgress &progress, SalvageReport &report)
{
    auto transaction = Transaction::begin(into);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto outcome = runScript(into, "DELETE FROM workspace_info"); !outcome)
        return outcome;
    auto read = Salvage(file, into, progress).run();
    if (!read)
        return tl::unexpected(read.error());
    report = *read;
    if (auto outcome = repairReferences(into, report); !outcome)
        return outcome;
    if (report.lostSomething()) {
        if (auto outcome = closeHistory(into); !outcome)
            return outcome;
    }
    if (auto outcome = execute(into, QStringLiteral("INSERT OR IGNORE INTO workspace_info VALUES ('uuid', ?), ('created_at', ?)"), {newUuid(), into.now()}); !outcome)
        return outcome;
    if (auto outcome = rebuildIndexes(into); !outcome)
        return outcome;
    return transaction->commit();
}

} // namespace

qint64 SalvageReport::taken(const QString &table) const
{
    for (const Table &one : tables) {
        if (one.name == table)
            return one.taken;
    }
    return 0;
}

bool SalvageReport::lostSomething() const
{
    return unreadablePages > 0 || damagedDocuments > 0 || removedRows > 0 || inventedRows > 0
           || std::any_of(tables.begin(), tables.end(), [](const Table &table) { return table.refused > 0; });
}

Result<SalvageReport> salvage(const QString &damagedPath, Connection &into, const SalvageProgress &progress)
{
    const auto file = PageFile::open(damagedPath);
    if (!file)
        return tl::unexpected(file.error());
    if (auto outcome = runScript(into, "PRAGMA foreign_keys = OFF"); !outcome)
        return tl::unexpected(outcome.error());
    SalvageReport report;
    const Outcome filled = fill(**file, into, progress, report);
    if (auto outcome = runScript(into, "PRAGMA foreign_keys = ON"); !outcome)
        return tl::unexpected(outcome.error());
    if (!filled)
        return tl::unexpected(filled.error());
    return report;
}

} // namespace rolecall::db
