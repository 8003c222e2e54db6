// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/delimited_reader.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

constexpr std::size_t firstCapacity = 1024 * 1024;
/// How far a stray quotation mark is followed before it is taken as it stands.
constexpr std::size_t lookAheadLimit = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("Table", text);
}

} // namespace

DelimitedReader::DelimitedReader(std::unique_ptr<TextInput> input, const TableDialect &dialect, const QString &fileName)
    : m_input(std::move(input))
    , m_fileName(fileName)
    , m_capacity(firstCapacity)
{
    m_dialect = dialect;
    m_bytes = {dialect.delimiter, dialect.quote ? dialect.quote : dialect.delimiter, dialect.backslashEscapes ? '\\' : dialect.delimiter};
    m_buffer = std::make_unique_for_overwrite<char[]>(m_capacity + scanPadding);
}

DelimitedReader::DelimitedReader(QByteArrayView text, bool whole, const TableDialect &dialect)
    : m_capacity(std::size_t(text.size()))
    , m_end(std::size_t(text.size()))
    , m_atEnd(true)
    , m_cutAtEnd(!whole)
{
    m_dialect = dialect;
    m_bytes = {dialect.delimiter, dialect.quote ? dialect.quote : dialect.delimiter, dialect.backslashEscapes ? '\\' : dialect.delimiter};
    m_buffer = std::make_unique_for_overwrite<char[]>(m_capacity + scanPadding);
    if (!text.isEmpty())
        std::memcpy(m_buffer.get(), text.data(), m_end);
}

QStringList DelimitedReader::warnings() const
{
    return m_input ? m_input->warnings() : QStringList();
}

qint64 DelimitedReader::position() const
{
    return m_input ? m_input->position() : qint64(m_begin);
}

bool DelimitedReader::nextRecord(TableRow &row)
{
    while (!m_error) {
        // Blank lines are passed over here, before anything is parsed.
        while (m_begin < m_end && (m_buffer[m_begin] == '\n' || m_buffer[m_begin] == '\r')) {
            if (m_buffer[m_begin] == '\r' && m_begin + 1 == m_end && !m_atEnd)
                break;
            const bool pair = m_buffer[m_begin] == '\r' && m_begin + 1 < m_end && m_buffer[m_begin + 1] == '\n';
            m_begin += pair ? 2 : 1;
            ++m_line;
        }
        if (m_begin == m_end && m_atEnd)
            return false;
        const Step step = m_begin == m_end ? Step::NeedMore : parseRecord(row);
        if (step == Step::NeedMore) {
            if (m_atEnd || !refill())
                return false;
            continue;
        }
        if (step == Step::Failed)
            return false;
        for (const auto &[kind, line] : m_pendingNotes)
            m_notes.add(kind, line);
        if (!m_folded.empty())
            unfold(row);
        // A pair of quotation marks alone on its line is a blank line, too.
        if (row.cells.size() == 1 && row.cells.front().empty())
            continue;
        if (m_dialect.wrappedLines && row.cells.size() == 1 && !unwrap(row))
            continue;
        return true;
    }
    return false;
}

/// From m_begin to behind the line end. Nothing in the buffer is changed, so that it can be done again with more text.
DelimitedReader::Step DelimitedReader::parseRecord(TableRow &row)
{
    row.cells.clear();
    row.line = m_line;
    row.repeatsHeader = false;
    m_folded.clear();
    m_pendingNotes.clear();
    m_literalUntil = 0;
    m_lineBreaks = 0;
    StructuralScanner scanner(m_buffer.get(), m_bytes);
    const char *text = m_buffer.get();
    const bool quotes = m_dialect.quote != 0;
    std::size_t at = m_begin;
    for (;;) {
        std::size_t next = 0;
        const bool quoted = quotes && at < m_end && text[at] == m_bytes.quote;
        const Step step = quoted ? parseQuoted(at, scanner, row, next) : parsePlain(at, scanner, row, next);
        if (step != Step::Done)
            return step;
        if (next == m_end) {
            if (!m_atEnd || m_cutAtEnd)
                return Step::NeedMore;
            m_begin = m_end;
            return Step::Done;
        }
        if (text[next] == m_bytes.delimiter) {
            if (row.cells.size() >= mostCells) {
                fail(tr("a row has more than %1 cells").arg(mostCells), tr("Check which character separates the cells"), row.line);
                return Step::Failed;
            }
            at = next + 1;
            continue;
        }
        if (text[next] == '\r') {
            if (next + 1 == m_end && !m_atEnd)
                return Step::NeedMore;
            if (next + 1 < m_end && text[next + 1] == '\n')
                ++next;
        }
        m_begin = next + 1;
        m_line += m_lineBreaks + 1;
        return Step::Done;
    }
}

DelimitedReader::Step DelimitedReader::parsePlain(std::size_t begin, StructuralScanner &scanner, TableRow &row, std::size_t &next)
{
    const char *text = m_buffer.get();
    std::size_t at = begin;
    bool noted = false;
    bool escaped = false;
    for (;;) {
        at = scanner.next(at, m_end);
        if (at == m_end || text[at] == m_bytes.delimiter || text[at] == '\n' || text[at] == '\r')
            break;
        if (m_dialect.backslashEscapes && text[at] == '\\') {
            escaped = true;
            m_lineBreaks += at + 1 < m_end && text[at + 1] == '\n' ? 1 : 0;
            at = std::min(at + 2, m_end);
            continue;
        }
        if (!noted) {
            const bool leading = pastSpaces(begin) == at;
            if (leading && m_end - at < lookAheadLimit && (!m_atEnd || m_cutAtEnd))
                return Step::NeedMore;
            if (leading && closesAhead(at)) {
                m_pendingNotes.emplace_back(LineNotes::SpaceBeforeQuote, row.line);
                return parseQuoted(at, scanner, row, next);
            }
            // After a digit it is an inch or a second, and quite in order.
            const bool unit = at > begin && text[at - 1] >= '0' && text[at - 1] <= '9';
            if (!unit) {
                noted = true;
                m_pendingNotes.emplace_back(LineNotes::StrayQuote, row.line + m_lineBreaks);
            }
        }
        ++at;
    }
    if (escaped)
        m_folded.push_back({row.cells.size(), Escaped, 0});
    row.cells.emplace_back(text + begin, at - begin);
    next = at;
    return Step::Done;
}

DelimitedReader::Step DelimitedReader::parseQuoted(std::size_t open, StructuralScanner &scanner, TableRow &row, std::size_t &next)
{
    const char *text = m_buffer.get();
    const char quote = m_bytes.quote;
    const std::size_t begin = open + 1;
    std::size_t at = begin;
    int form = Plain;
    bool noted = false;
    for (;;) {
        const auto *found = static_cast<const char *>(std::memchr(text + at, quote, m_end - at));
        if (!found) {
            if (!m_atEnd || m_cutAtEnd)
                return Step::NeedMore;
            const qint64 line = row.line + m_lineBreaks;
            fail(tr("the quotation mark opened in line %1 is never closed").arg(line), tr("Close or remove it in line %1, then read the file again").arg(line), line);
            return Step::Failed;
        }
        const auto close = std::size_t(found - text);
        if (m_dialect.backslashEscapes) {
            std::size_t slashes = 0;
            while (close - slashes > begin && text[close - slashes - 1] == '\\')
                ++slashes;
            if (slashes > 0)
                form |= Escaped;
            if (slashes % 2 == 1) {
                at = close + 1;
                continue;
            }
        }
        if (close + 1 == m_end && (!m_atEnd || m_cutAtEnd))
            return Step::NeedMore;
        if (close + 1 < m_end && text[close + 1] == quote) {
            form |= Doubled;
            at = close + 2;
            continue;
        }
        std::size_t after = close + 1;
        if (!endsCell(after)) {
            const std::size_t spaces = pastSpaces(after);
            if (spaces == m_end && (!m_atEnd || m_cutAtEnd))
                return Step::NeedMore;
            if (endsCell(spaces)) {
                m_pendingNotes.emplace_back(LineNotes::SpaceBeforeQuote, row.line + m_lineBreaks);
                after = spaces;
            } else {
                if (m_end - after < lookAheadLimit && (!m_atEnd || m_cutAtEnd))
                    return Step::NeedMore;
                if (!noted)
                    m_pendingNotes.emplace_back(LineNotes::TextAfterQuote, row.line + m_lineBreaks + lineEnds(text + begin, close - begin));
                noted = true;
                if (close < m_literalUntil || lookAhead(after) == Closing::Literal) {
                    at = after;
                    form |= Doubled;
                    continue;
                }
                // The cell ends like one that is not quoted.
                after = scanner.next(after, m_end);
                while (after != m_end && text[after] != m_bytes.delimiter && text[after] != '\n' && text[after] != '\r')
                    after = scanner.next(after + 1, m_end);
                m_folded.push_back({row.cells.size(), form | Tail, close - begin});
                m_lineBreaks += lineEnds(text + begin, close - begin);
                row.cells.emplace_back(text + begin, after - begin);
                next = after;
                return Step::Done;
            }
        }
        m_lineBreaks += lineEnds(text + begin, close - begin);
        if (m_dialect.backslashEscapes && std::memchr(text + begin, '\\', close - begin))
            form |= Escaped;
        if (form != Plain)
            m_folded.push_back({row.cells.size(), form, 0});
        row.cells.emplace_back(text + begin, close - begin);
        next = after;
        return Step::Done;
    }
}

/// Behind a quotation mark that neither closes nor is doubled: does a later one close the cell, or open the next?
DelimitedReader::Closing DelimitedReader::lookAhead(std::size_t from)
{
    const char *text = m_buffer.get();
    const std::size_t limit = std::min(m_end, from + lookAheadLimit);
    for (std::size_t at = from; at < limit;) {
        const auto *found = static_cast<const char *>(std::memchr(text + at, m_bytes.quote, limit - at));
        if (!found)
            break;
        const auto quote = std::size_t(found - text);
        if (quote + 1 < m_end && text[quote + 1] == m_bytes.quote) {
            at = quote + 2;
            continue;
        }
        const char before = text[quote - 1];
        if (before == m_bytes.delimiter || before == '\n' || before == '\r')
            return Closing::Closes;
        if (endsCell(quote + 1)) {
            m_literalUntil = quote;
            return Closing::Literal;
        }
        at = quote + 1;
    }
    return Closing::Unknown;
}

/// Whether a quotation mark behind leading spaces opens a cell that is closed again.
bool DelimitedReader::closesAhead(std::size_t open) const
{
    const char *text = m_buffer.get();
    const std::size_t limit = std::min(m_end, open + lookAheadLimit);
    for (std::size_t at = open + 1; at < limit;) {
        const auto *found = static_cast<const char *>(std::memchr(text + at, m_bytes.quote, limit - at));
        if (!found)
            return false;
        const auto quote = std::size_t(found - text);
        if (quote + 1 < m_end && text[quote + 1] == m_bytes.quote) {
            at = quote + 2;
            continue;
        }
        return endsCell(pastSpaces(quote + 1));
    }
    return false;
}

bool DelimitedReader::endsCell(std::size_t at) const
{
    return at == m_end || m_buffer[at] == m_bytes.delimiter || m_buffer[at] == '\n' || m_buffer[at] == '\r';
}

std::size_t DelimitedReader::pastSpaces(std::size_t at) const
{
    while (at < m_end && (m_buffer[at] == ' ' || (m_buffer[at] == '\t' && m_bytes.delimiter != '\t')))
        ++at;
    return at;
}

/// Makes folded cells what they mean, in place: what they mean is never longer.
void DelimitedReader::unfold(TableRow &row)
{
    for (const Folded &folded : m_folded)
        row.cells[folded.cell] = unfolded(row.cells[folded.cell], folded);
}

std::string_view DelimitedReader::unfolded(std::string_view cell, const Folded &folded)
{
    char *target = m_buffer.get() + (cell.data() - m_buffer.get());
    char *const begin = target;
    const std::size_t quotedSize = (folded.form & Tail) != 0 ? folded.closing : cell.size();
    const char quote = m_bytes.quote;
    for (std::size_t i = 0; i < quotedSize; ++i) {
        const char c = cell[i];
        const char following = i + 1 < quotedSize ? cell[i + 1] : '\0';
        const bool doubled = (folded.form & Doubled) != 0 && c == quote && following == quote;
        const bool escape = (folded.form & Escaped) != 0 && c == '\\' && i + 1 < quotedSize
            && (following == quote || following == '\\' || following == m_bytes.delimiter || following == '\n');
        if (doubled || escape)
            ++i;
        *target++ = cell[i];
    }
    if ((folded.form & Tail) != 0) {
        const std::size_t tail = cell.size() - quotedSize - 1;
        std::memmove(target, cell.data() + quotedSize + 1, tail);
        target += tail;
    }
    return {begin, std::size_t(target - begin)};
}

/// Reads the record that a wrapped line holds. False where the line holds none.
bool DelimitedReader::unwrap(TableRow &row)
{
    const qint64 line = row.line;
    m_innerText = QByteArray(row.cells.front().data(), qsizetype(row.cells.front().size()));
    TableDialect inner = m_dialect;
    inner.wrappedLines = false;
    m_inner = std::make_unique<DelimitedReader>(m_innerText, true, inner);
    if (!m_inner->nextRecord(row)) {
        if (const auto &error = m_inner->error())
            fail(error->problem, error->remedy, line);
        return false;
    }
    row.line = line;
    return true;
}

/// More text behind what is there, the record being read moved to the front.
bool DelimitedReader::refill()
{
    const std::size_t kept = m_end - m_begin;
    if (kept >= longestRecord) {
        fail(tr("a row is longer than %1 MiB; a quotation mark may be open since line %2").arg(longestRecord >> 20).arg(m_line),
             tr("Look at the quotation marks in and above line %1").arg(m_line), m_line);
        return false;
    }
    if (m_begin > 0) {
        std::memmove(m_buffer.get(), m_buffer.get() + m_begin, kept);
        m_begin = 0;
        m_end = kept;
    }
    if (m_capacity - kept < firstCapacity / 2) {
        const std::size_t capacity = m_capacity * 2;
        auto buffer = std::make_unique_for_overwrite<char[]>(capacity + scanPadding);
        std::memcpy(buffer.get(), m_buffer.get(), kept);
        m_buffer = std::move(buffer);
        m_capacity = capacity;
    }
    const qsizetype got = m_input->read(m_buffer.get() + m_end, qsizetype(m_capacity - m_end));
    if (got < 0) {
        fail(tr("the file could not be read further"), tr("Check that the file is still there and may be read"), m_line);
        return false;
    }
    m_end += std::size_t(got);
    m_atEnd = got == 0;
    return true;
}

void DelimitedReader::fail(const QString &problem, const QString &remedy, qint64 line)
{
    m_error = Error{tr("Reading the table"), tr("%1, line %2").arg(m_fileName).arg(line), problem, remedy};
}

} // namespace rolecall::app
