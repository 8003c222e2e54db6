// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/page_file.h"

#include "db/page_cells.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QtEndian>
#include <algorithm>

namespace rolecall::db {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Database", text);
}

constexpr int logHeaderBytes = 32;
constexpr int frameHeaderBytes = 24;
constexpr quint32 pagesToGuessBy = 2000;

quint32 number(QByteArrayView bytes, qint64 offset)
{
    return qFromBigEndian<quint32>(bytes.data() + offset);
}

bool isPageSize(qint64 size)
{
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

/// How many pages of the file, read in this size, are pages of a b-tree.
quint32 treePages(QByteArrayView bytes, int pageSize)
{
    quint32 found = 0;
    const qint64 pages = std::min<qint64>(bytes.size() / pageSize, pagesToGuessBy);
    for (qint64 i = 1; i < pages; ++i)
        found += TreePage::read(bytes.sliced(i * pageSize, pageSize), 0).isTree() ? 1U : 0U;
    return found;
}

/// The size in which most bytes make sense.
int guessedPageSize(QByteArrayView bytes)
{
    int best = 8192; // what Rolecall makes
    quint64 most = 0;
    for (int size = 65536; size >= 512; size /= 2) {
        const quint64 bytesThatFit = quint64(treePages(bytes, size)) * quint64(size);
        if (bytesThatFit > most) {
            most = bytesThatFit;
            best = size;
        }
    }
    return best;
}

/// The log's checksum (1.3.3 of the format), which goes on from the values before.
void addToSum(QByteArrayView bytes, bool bigEndian, quint32 &first, quint32 &second)
{
    for (qint64 i = 0; i + 8 <= bytes.size(); i += 8) {
        const auto word = [&](qint64 at) { return bigEndian ? qFromBigEndian<quint32>(bytes.data() + at) : qFromLittleEndian<quint32>(bytes.data() + at); };
        first += word(i) + second;
        second += word(i + 4) + first;
    }
}

QByteArrayView mapped(QFile &file)
{
    const qint64 size = file.size();
    const uchar *bytes = size > 0 ? file.map(0, size) : nullptr;
    return bytes ? QByteArrayView(bytes, size) : QByteArrayView();
}

} // namespace

Result<std::unique_ptr<PageFile>> PageFile::open(const QString &path)
{
    std::unique_ptr<PageFile> pages(new PageFile);
    pages->m_file.setFileName(path);
    if (!pages->m_file.open(QIODevice::ReadOnly))
        return failure(tr("Reading the damaged file"), QDir::toNativeSeparators(path), pages->m_file.errorString(), tr("Check the permissions of the file"));
    pages->m_bytes = mapped(pages->m_file);
    pages->m_log.setFileName(path + QStringLiteral("-wal"));
    if (pages->m_log.open(QIODevice::ReadOnly))
        pages->m_logBytes = mapped(pages->m_log);
    pages->readHeader();
    pages->readLog();
    return pages;
}

void PageFile::readHeader()
{
    if (m_bytes.size() >= 100 && m_bytes.startsWith(QByteArrayView("SQLite format 3\0", 16))) {
        const quint32 stored = qFromBigEndian<quint16>(m_bytes.data() + 16);
        const int size = stored == 1 ? 65536 : int(stored);
        if (isPageSize(size)) {
            m_pageSize = size;
            m_reserved = std::min<int>(uchar(m_bytes[20]), size - 480); // less is not allowed
            m_hasHeader = true;
        }
    }
    if (m_pageSize == 0)
        m_pageSize = m_logBytes.size() >= logHeaderBytes && isPageSize(number(m_logBytes, 8)) ? int(number(m_logBytes, 8)) : guessedPageSize(m_bytes);
    m_pageCount = quint32(m_bytes.size() / m_pageSize);
}

void PageFile::readLog()
{
    if (m_logBytes.size() < logHeaderBytes || (number(m_logBytes, 0) | 1U) != 0x377f0683 || number(m_logBytes, 8) != quint32(m_pageSize))
        return;
    const bool bigEndian = (number(m_logBytes, 0) & 1U) != 0;
    quint32 first = 0;
    quint32 second = 0;
    addToSum(m_logBytes.first(24), bigEndian, first, second);
    if (first != number(m_logBytes, 24) || second != number(m_logBytes, 28))
        return;
    QHash<quint32, qint64> open; // not committed yet
    const qint64 frameBytes = frameHeaderBytes + m_pageSize;
    for (qint64 at = logHeaderBytes; at + frameBytes <= m_logBytes.size(); at += frameBytes) {
        const QByteArrayView frame = m_logBytes.sliced(at, frameBytes);
        addToSum(frame.first(8), bigEndian, first, second);
        addToSum(frame.sliced(frameHeaderBytes), bigEndian, first, second);
        const bool isOfThisLog = frame.sliced(8, 8) == m_logBytes.sliced(16, 8);
        if (!isOfThisLog || first != number(frame, 16) || second != number(frame, 20))
            return;
        open.insert(number(frame, 0), at + frameHeaderBytes);
        if (const quint32 pagesAfter = number(frame, 4); pagesAfter > 0) {
            m_inLog.insert(open);
            open.clear();
            m_pageCount = std::max(m_pageCount, pagesAfter);
            m_hasHeader = m_hasHeader || m_inLog.contains(1);
        }
    }
}

QByteArrayView PageFile::page(quint32 number) const
{
    if (number == 0)
        return {};
    if (const auto place = m_inLog.constFind(number); place != m_inLog.constEnd())
        return m_logBytes.sliced(*place, m_pageSize);
    const qint64 offset = qint64(number - 1) * m_pageSize;
    return offset + m_pageSize <= m_bytes.size() ? m_bytes.sliced(offset, m_pageSize) : QByteArrayView();
}

bool looksLikeDamagedWorkspace(const QString &path)
{
    if (QFileInfo(path).suffix().compare(QLatin1String("rolecall"), Qt::CaseInsensitive) != 0)
        return false;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArrayView bytes = mapped(file);
    constexpr quint32 enough = 10;
    return treePages(bytes, guessedPageSize(bytes)) >= enough;
}

} // namespace rolecall::db
