// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/source_map.h"

#include <algorithm>

namespace rolecall::app {

namespace {

constexpr qsizetype stationDistance = 64;

/// How many UTF-16 units begin with this byte of UTF-8.
qsizetype unitsAt(char byte)
{
    const auto code = uchar(byte);
    if ((code & 0xC0) == 0x80)
        return 0;
    return code >= 0xF0 ? 2 : 1;
}

} // namespace

SourceMap::SourceMap(const QByteArray &utf8, qsizetype base)
    : m_utf8(utf8)
    , m_base(base)
{
    m_lines += 0;
    m_stations.reserve(utf8.size() / stationDistance + 1);
    qsizetype units = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        if (i % stationDistance == 0)
            m_stations += units;
        units += unitsAt(utf8.at(i));
        if (utf8.at(i) == '\n')
            m_lines += i + 1;
    }
    m_stations += units;
}

qsizetype SourceMap::offset(qsizetype byte) const
{
    const qsizetype clamped = std::clamp<qsizetype>(byte, 0, m_utf8.size());
    if (clamped == m_utf8.size())
        return m_base + m_stations.last();
    const qsizetype station = clamped / stationDistance;
    qsizetype units = m_stations.at(station);
    for (qsizetype i = station * stationDistance; i < clamped; ++i)
        units += unitsAt(m_utf8.at(i));
    return m_base + units;
}

qsizetype SourceMap::byteOf(int line, int column) const
{
    if (line < 1 || line > m_lines.size())
        return m_utf8.size();
    return std::min(m_lines.at(line - 1) + std::max(column - 1, 0), byteAtEndOf(line));
}

qsizetype SourceMap::byteAtEndOf(int line) const
{
    if (line < 1 || line >= m_lines.size())
        return m_utf8.size();
    return m_lines.at(line) - 1;
}

SourceRange SourceMap::range(qsizetype firstByte, qsizetype endByte) const
{
    const qsizetype start = offset(firstByte);
    return {start, std::max<qsizetype>(offset(endByte) - start, 0)};
}

} // namespace rolecall::app
