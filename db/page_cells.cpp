// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/page_cells.h"

#include "db/page_file.h"

#include <QtEndian>
#include <bit>

namespace rolecall::db {

namespace {

constexpr quint64 largestPayload = 256ULL * 1024 * 1024; // as connection.cpp allows
constexpr int mostColumns = 200;

/// Reads forward within bounds; after a step outside nothing is read any more.
class Cursor
{
public:
    explicit Cursor(QByteArrayView bytes, qint64 at = 0)
        : m_bytes(bytes)
        , m_at(at)
        , m_good(at >= 0 && at <= bytes.size())
    {}

    bool isGood() const { return m_good; }
    qint64 position() const { return m_at; }

    quint64 varint()
    {
        quint64 value = 0;
        for (int i = 0; i < 9; ++i) {
            const QByteArrayView next = take(1);
            if (!m_good)
                return 0;
            const auto byte = quint64(uchar(next[0]));
            if (i == 8)
                return (value << 8) | byte;
            value = (value << 7) | (byte & 0x7f);
            if ((byte & 0x80) == 0)
                return value;
        }
        return value;
    }

    quint32 word()
    {
        const QByteArrayView next = take(4);
        return m_good ? qFromBigEndian<quint32>(next.data()) : 0;
    }

    QByteArrayView take(qint64 size)
    {
        if (!m_good || size < 0 || size > m_bytes.size() - m_at) {
            m_good = false;
            return {};
        }
        m_at += size;
        return m_bytes.sliced(m_at - size, size);
    }

private:
    QByteArrayView m_bytes;
    qint64 m_at;
    bool m_good;
};

/// A big-endian number in two's complement.
qint64 signedNumber(QByteArrayView bytes)
{
    quint64 value = !bytes.isEmpty() && (uchar(bytes[0]) & 0x80) != 0 ? ~quint64(0) : 0;
    for (const char byte : bytes)
        value = (value << 8) | uchar(byte);
    return qint64(value);
}

std::optional<StoredValue> valueOf(quint64 type, Cursor &body)
{
    constexpr qint64 integerBytes[] = {0, 1, 2, 3, 4, 6, 8};
    using Kind = StoredValue::Kind;
    StoredValue value;
    if (type == 0)
        return value;
    if (type <= 6) {
        value.kind = Kind::Integer;
        value.integer = signedNumber(body.take(integerBytes[type]));
    } else if (type == 7) {
        value.kind = Kind::Real;
        value.real = std::bit_cast<double>(quint64(signedNumber(body.take(8))));
    } else if (type == 8 || type == 9) {
        value.kind = Kind::Integer;
        value.integer = qint64(type) - 8;
    } else if (type >= 12) {
        value.kind = type % 2 == 0 ? Kind::Blob : Kind::Text;
        value.bytes = body.take(qint64((type - 12) / 2)).toByteArray();
    } else {
        return std::nullopt;
    }
    return body.isGood() ? std::optional(value) : std::nullopt;
}

std::optional<QList<StoredValue>> record(QByteArrayView payload)
{
    Cursor header(payload);
    const quint64 headerSize = header.varint();
    if (!header.isGood() || headerSize > quint64(payload.size()) || headerSize < 1)
        return std::nullopt;
    Cursor body(payload, qint64(headerSize));
    QList<StoredValue> values;
    while (header.position() < qint64(headerSize)) {
        const quint64 type = header.varint();
        if (!header.isGood() || header.position() > qint64(headerSize) || values.size() >= mostColumns)
            return std::nullopt;
        const auto value = valueOf(type, body);
        if (!value)
            return std::nullopt;
        values << *value;
    }
    if (body.position() != payload.size())
        return std::nullopt; // a sound record ends where its payload does
    return values;
}

/// The whole payload of a cell, overflow pages included (1.6 of the format).
std::optional<QByteArray> payloadOf(const PageFile &file, Cursor &cursor, quint64 size, bool isTable, QList<quint32> *pages = nullptr)
{
    const auto usable = quint64(file.usableSize());
    const quint64 most = isTable ? usable - 35 : (usable - 12) * 64 / 255 - 23;
    const quint64 least = (usable - 12) * 32 / 255 - 23;
    quint64 local = size;
    if (size > most) {
        local = least + (size - least) % (usable - 4);
        local = local <= most ? local : least;
    }
    QByteArray payload = cursor.take(qint64(local)).toByteArray();
    if (!cursor.isGood())
        return std::nullopt;
    if (local == size)
        return payload;
    payload.reserve(qint64(std::min<quint64>(size, quint64(file.pageCount()) * usable)));
    quint32 next = cursor.word();
    for (quint32 hops = 0; quint64(payload.size()) < size; ++hops) {
        const QByteArrayView page = file.page(next);
        if (page.isEmpty() || hops > file.pageCount())
            return std::nullopt;
        if (pages)
            pages->append(next);
        Cursor overflow(page);
        next = overflow.word();
        payload += overflow.take(qint64(std::min<quint64>(usable - 4, size - quint64(payload.size()))));
    }
    return payload;
}

} // namespace

TreePage TreePage::read(QByteArrayView page, int headerOffset)
{
    TreePage tree;
    if (page.size() < headerOffset + 12)
        return tree;
    const int type = uchar(page[headerOffset]);
    if (type != 2 && type != 5 && type != 10 && type != 13)
        return tree;
    const bool isInterior = type == 2 || type == 5;
    const int count = qFromBigEndian<quint16>(page.data() + headerOffset + 3);
    const int pointers = headerOffset + (isInterior ? 12 : 8);
    const int storedContent = qFromBigEndian<quint16>(page.data() + headerOffset + 5);
    const int content = storedContent == 0 ? 65536 : storedContent;
    if (pointers + 2 * count > page.size() || content > page.size() || pointers + 2 * count > content || uchar(page[headerOffset + 7]) > 60)
        return tree;
    for (int i = 0; i < count; ++i) {
        const int cell = qFromBigEndian<quint16>(page.data() + pointers + 2 * i);
        if (cell >= content && cell < page.size())
            tree.cells << cell;
    }
    if (tree.cells.size() < count / 2)
        return TreePage();
    tree.kind = static_cast<Kind>(type);
    if (isInterior)
        tree.rightmost = qFromBigEndian<quint32>(page.data() + headerOffset + 8);
    return tree;
}

QList<quint32> childPages(const PageFile &file, quint32 number, const TreePage &page)
{
    QList<quint32> children;
    const QByteArrayView bytes = file.page(number);
    for (const int cell : page.cells)
        children << Cursor(bytes, cell).word();
    children << page.rightmost;
    children.removeIf([&file](quint32 child) { return child < 2 || child > file.pageCount(); });
    return children;
}

QList<quint32> overflowPages(const PageFile &file, quint32 number, const TreePage &page)
{
    QList<quint32> pages;
    for (const int cell : page.cells) {
        if (page.kind == TreePage::Kind::TableInterior)
            break;
        Cursor cursor(file.page(number), cell);
        if (page.kind == TreePage::Kind::IndexInterior)
            cursor.word();
        const quint64 size = cursor.varint();
        if (page.kind == TreePage::Kind::TableLeaf)
            cursor.varint();
        if (cursor.isGood() && size > quint64(file.usableSize()) / 8 && size <= largestPayload)
            payloadOf(file, cursor, size, page.isTable(), &pages);
    }
    return pages;
}

std::optional<StoredRow> rowInCell(const PageFile &file, quint32 number, const TreePage &page, int cell)
{
    Cursor cursor(file.page(number), cell);
    if (page.kind == TreePage::Kind::TableInterior)
        return std::nullopt;
    if (page.kind == TreePage::Kind::IndexInterior)
        cursor.word();
    const quint64 size = cursor.varint();
    StoredRow row;
    if (page.kind == TreePage::Kind::TableLeaf)
        row.rowId = qint64(cursor.varint());
    if (!cursor.isGood() || size > largestPayload || size == 0)
        return std::nullopt;
    const auto payload = payloadOf(file, cursor, size, page.isTable());
    if (!payload)
        return std::nullopt;
    const auto values = record(*payload);
    if (!values)
        return std::nullopt;
    row.values = *values;
    return row;
}

} // namespace rolecall::db
