// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of SQLite's b-trees hold, read with no trust in any number found there.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <optional>

namespace rolecall::db {

class PageFile;

/// A value as it is stored.
struct StoredValue
{
    enum class Kind { Null, Integer, Real, Text, Blob };
    Kind kind = Kind::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes; ///< of a text (UTF-8) or blob
};

struct StoredRow
{
    std::optional<qint64> rowId; ///< none in a table without row numbers, and in an index
    QList<StoredValue> values;
};

struct TreePage
{
    enum class Kind { None, IndexInterior = 2, TableInterior = 5, IndexLeaf = 10, TableLeaf = 13 };
    Kind kind = Kind::None;
    QList<int> cells;       ///< offsets in the page
    quint32 rightmost = 0;  ///< of an interior page

    /// `headerOffset` is 100 on the first page. None where the page cannot be one of a b-tree.
    static TreePage read(QByteArrayView page, int headerOffset);
    bool isTree() const { return kind != Kind::None; }
    bool isLeaf() const { return kind == Kind::IndexLeaf || kind == Kind::TableLeaf; }
    bool isTable() const { return kind == Kind::TableLeaf || kind == Kind::TableInterior; }
};

/// The pages beneath an interior page, in order; those that cannot be are left out.
QList<quint32> childPages(const PageFile &file, quint32 number, const TreePage &page);
/// The pages that the rows of a page go on in.
QList<quint32> overflowPages(const PageFile &file, quint32 number, const TreePage &page);
/// The row in one cell; none where it cannot be read whole, its overflow pages included.
std::optional<StoredRow> rowInCell(const PageFile &file, quint32 number, const TreePage &page, int cell);

} // namespace rolecall::db
