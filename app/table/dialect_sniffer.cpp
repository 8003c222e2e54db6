// SPDX-License-Identifier: GPL-3.0-or-later
// Every likely dialect reads the sample, and the one whose records agree with each other and whose cells look like
// cells wins. The two measures, agreement of record lengths and cleanness of cells, follow G.J.J. van den Burg,
// A. Nazábal, C. Sutton, "Wrangling messy CSV files by detecting row and type patterns", 2019.
#include "app/table/dialect_sniffer.h"

#include "app/table/cell_shape.h"
#include "app/table/delimited_reader.h"

#include <algorithm>
#include <map>

namespace rolecall::app {

namespace {

constexpr qsizetype sampleLimit = 64 * 1024;
constexpr int cellsLookedAt = 2000;

struct Delimiter
{
    char character;
    double trust; ///< below 1 for characters that text holds anyway
};
constexpr Delimiter delimiters[] = {{',', 1.0}, {';', 1.0}, {'\t', 1.0}, {'|', 1.0}, {'\x1f', 1.0}, {'\x01', 1.0}, {'^', 0.8}, {'~', 0.8}, {'#', 0.5}, {':', 0.4}};

struct Trial
{
    TableDialect dialect;
    double score = 0;
    int records = 0;
    int single = 0;   ///< records of one cell
    int width = 1;    ///< commonest number of cells above one
    int agreeing = 0; ///< records of that width
    int several = 0;  ///< records of more than one cell
    int faults = 0;   ///< quotation marks out of place
    int apostrophes = 0; ///< cells between apostrophes
    int cells = 0;
    bool failed = false;
};

/// From 0 (another delimiter shows in it) to 1.
double cleanness(std::string_view cell)
{
    if (cell.empty())
        return 0.5;
    bool comma = false;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        if (c == '\t' || c == ';' || c == '|')
            return c == ';' && i + 1 < cell.size() && cell[i + 1] == ' ' ? 0.6 : 0.0;
        comma = comma || (c == ',' && i + 1 < cell.size() && cell[i + 1] != ' ');
    }
    if (comma && cellShape(QString::fromUtf8(cell.data(), qsizetype(std::min<std::size_t>(cell.size(), 64)))) != CellShape::Number)
        return 0.2;
    return cell.front() == ' ' ? 0.8 : 1.0;
}

Trial tried(QByteArrayView sample, bool whole, const TableDialect &dialect)
{
    Trial trial;
    trial.dialect = dialect;
    DelimitedReader reader(sample, whole, dialect);
    TableRow row;
    std::map<int, int> widths;
    double clean = 0;
    while (reader.nextRecord(row)) {
        if (dialect.separatorLine && trial.records == 0 && row.line == 1 && !row.cells.empty() && row.cells.front().starts_with("sep="))
            continue;
        ++trial.records;
        ++widths[int(row.cells.size())];
        for (const std::string_view cell : row.cells) {
            if (trial.cells >= cellsLookedAt)
                break;
            ++trial.cells;
            clean += cleanness(cell);
            trial.apostrophes += cell.size() >= 2 && cell.front() == '\'' && cell.back() == '\'';
        }
    }
    trial.failed = reader.error().has_value();
    trial.faults = int(reader.notes().count(LineNotes::StrayQuote) + reader.notes().count(LineNotes::TextAfterQuote));
    double best = 0;
    for (const auto &[width, count] : widths) {
        if (width == 1) {
            trial.single = count;
            continue;
        }
        trial.several += count;
        const double weight = double(count) * (width - 1) / width;
        if (weight >= best) {
            best = weight;
            trial.width = width;
            trial.agreeing = count;
        }
    }
    if (trial.records > 0 && trial.cells > 0) {
        trial.score = best / trial.records * (0.3 + clean / trial.cells) * (1.0 - std::min(0.5, double(trial.faults) / trial.records));
        if (trial.failed)
            trial.score *= 0.5;
    } else if (trial.failed && sample.contains(dialect.delimiter)) {
        trial.score = 0.05; // nothing but an unclosed quotation mark: any delimiter will do to say so
    }
    return trial;
}

/// Excel's own hint: "sep=;" alone on the first line.
std::optional<char> separatorLine(QByteArrayView sample)
{
    QByteArrayView line = sample.first(std::min<qsizetype>(sample.size(), 16));
    const bool quoted = line.startsWith('"');
    if (quoted)
        line = line.sliced(1);
    if (line.size() < 5 || line.first(4).compare("sep=", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const char delimiter = line[4];
    const QByteArrayView rest = line.sliced(quoted && line.size() > 5 ? 6 : 5);
    const bool alone = rest.isEmpty() || rest.front() == '\n' || rest.front() == '\r';
    if (!alone || delimiter == '"' || delimiter == '\n' || delimiter == '\r' || static_cast<unsigned char>(delimiter) >= 0x80)
        return std::nullopt;
    return delimiter;
}

/// Whether what a trial read is a table rather than prose with commas in it.
bool isTable(const Trial &trial)
{
    if (trial.several == 0)
        return false;
    if (trial.several * 2 >= trial.records)
        return trial.score >= 0.1;
    return trial.agreeing * 10 >= trial.several * 7 && (trial.agreeing >= 2 || trial.records <= 3) && trial.score >= 0.03;
}

} // namespace

TableDialect sniffDialect(QByteArrayView sample, bool whole, const QString &fileName)
{
    if (sample.size() > sampleLimit) {
        sample = sample.first(sampleLimit);
        whole = false;
    }
    TableDialect plain;
    const auto hint = separatorLine(sample);
    plain.separatorLine = hint.has_value();
    const QString suffix = fileName.section(u'.', -1).toLower();

    Trial best;
    best.dialect = plain;
    for (const auto &[character, trust] : delimiters) {
        if (hint && character != *hint && character != ',')
            continue;
        const char delimiter = hint ? *hint : character;
        if (!sample.contains(delimiter))
            continue;
        TableDialect dialect = plain;
        dialect.delimiter = delimiter;
        Trial trial = tried(sample, whole, dialect);
        const bool named = (delimiter == '\t' && (suffix == u"tsv" || suffix == u"tab")) || (delimiter == '|' && suffix == u"psv");
        trial.score *= named ? 1.5 : trust;
        if (trial.score > best.score * 1.0001 && (hint || isTable(trial) || (trial.failed && trial.score > 0)))
            best = trial;
        if (hint)
            break;
    }
    if (hint)
        best.dialect.delimiter = *hint;
    if (best.records == 0)
        best = tried(sample, whole, best.dialect);

    // Lines quoted as a whole: what a spreadsheet makes of CSV pasted into one column.
    if (best.single * 2 > best.records && sample.contains('"')) {
        for (const char delimiter : {',', ';', '\t', '|'}) {
            TableDialect dialect = best.dialect;
            dialect.delimiter = delimiter;
            dialect.wrappedLines = true;
            const Trial trial = tried(sample, whole, dialect);
            if (trial.width >= 3 && trial.agreeing * 10 >= trial.records * 9 && trial.records >= 2 && trial.score > best.score + 0.2 && (sample.contains("\"\"") || !sample.contains(", ")))
                best = trial;
        }
    }
    // Cells between apostrophes.
    if (best.apostrophes >= 2 && best.apostrophes * 10 >= best.cells * 3) {
        TableDialect dialect = best.dialect;
        dialect.quote = '\'';
        const Trial trial = tried(sample, whole, dialect);
        if (!trial.failed && trial.faults <= best.faults)
            best = trial;
    }
    // \" within cells, where taking it so puts quotation marks in their place.
    if (best.dialect.quote != 0 && sample.contains(QByteArray("\\") + best.dialect.quote) && (best.failed || best.faults > 0)) {
        TableDialect dialect = best.dialect;
        dialect.backslashEscapes = true;
        const Trial trial = tried(sample, whole, dialect);
        if (!trial.failed && (best.failed || trial.faults < best.faults))
            best = trial;
    }
    // Database dumps with tabs or pipes know no quoting; a quotation mark there is a letter like others.
    if ((best.dialect.delimiter == '\t' || best.dialect.delimiter == '|' || best.dialect.delimiter < ' ') && (best.failed || best.faults > 0)) {
        TableDialect dialect = best.dialect;
        dialect.quote = 0;
        const Trial trial = tried(sample, whole, dialect);
        if (trial.agreeing * best.records > best.agreeing * trial.records || (best.failed && trial.agreeing == trial.records))
            best = trial;
    }
    return best.dialect;
}

} // namespace rolecall::app
