// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/header_detection.h"

#include "app/table/cell_shape.h"
#include "app/table/column_vocabulary.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <algorithm>

namespace rolecall::app {

namespace {

qsizetype filledCells(const QStringList &record)
{
    return std::count_if(record.begin(), record.end(), [](const QString &cell) { return !QStringView(cell).trimmed().isEmpty(); });
}

int commonWidth(const QList<QStringList> &records)
{
    QMap<qsizetype, int> counts;
    for (const QStringList &record : records)
        ++counts[record.size()];
    double best = -1;
    qsizetype width = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const double weight = it.value() * (it.key() == 1 ? 0.3 : double(it.key() - 1) / double(it.key()));
        if (weight >= best) {
            best = weight;
            width = it.key();
        }
    }
    return int(width);
}

/// A line above the table: next to nothing in it, and nothing that looks like an applicant's.
bool isTitle(const QStringList &record, int width)
{
    if (width < 2)
        return false;
    const qsizetype filled = filledCells(record);
    if (filled < 2 && std::any_of(record.begin(), record.end(), [](const QString &cell) { return cellShape(cell) == CellShape::Email; }))
        return false;
    if (width == 2)
        return record.size() == 1;
    return filled <= 1 || record.size() * 2 < width || (filled == 2 && width >= 6 && record.first().trimmed().endsWith(u':'));
}

bool growing(const QStringList &record)
{
    int previous = 0;
    int numbers = 0;
    for (const QString &cell : record) {
        bool ok = false;
        const int value = cell.trimmed().toInt(&ok);
        if (!ok)
            continue;
        if (numbers > 0 && value <= previous)
            return false;
        previous = value;
        ++numbers;
    }
    return numbers >= 3;
}

/// How much a record looks like names of the columns below it: above 0 like names, below 0 like one more row.
double headerScore(const QStringList &header, const QList<QStringList> &below)
{
    double score = 0;
    for (qsizetype column = 0; column < header.size(); ++column) {
        const CellShape shape = cellShape(header.at(column));
        if (shape == CellShape::Empty) {
            score -= 0.25;
            continue;
        }
        int filled = 0;
        bool recurs = false;
        QHash<int, int> shapes;
        for (const QStringList &row : below) {
            if (column >= row.size())
                continue;
            const CellShape other = cellShape(row.at(column));
            if (other == CellShape::Empty)
                continue;
            ++filled;
            ++shapes[int(other)];
            recurs = recurs || row.at(column) == header.at(column);
        }
        if (filled == 0)
            continue;
        if (recurs)
            score -= 1;
        for (auto it = shapes.cbegin(); it != shapes.cend(); ++it) {
            if (it.key() == int(CellShape::Text) || it.value() * 10 < filled * 7)
                continue;
            score += it.key() == int(shape) ? -1 : shape == CellShape::Text ? 1 : 0;
        }
    }
    return score;
}

bool looksLikeHeader(const QStringList &record, const QList<QStringList> &below, bool underTitle)
{
    int known = 0;
    for (const QString &cell : record) {
        const CellShape shape = cellShape(cell);
        if (shape == CellShape::Email || shape == CellShape::Link)
            return false;
        known += isKnownColumn(cell);
    }
    if (known >= 2 || (known == 1 && record.size() <= 4))
        return true;
    const qsizetype filled = filledCells(record);
    if (underTitle)
        return true;
    if (filled == 0)
        return false;
    const double score = headerScore(record, below) + known * 0.5;
    if (score != 0.0)
        return score > 0 || (growing(record) && cellShape(record.first()) == CellShape::Text && score > -double(record.size()));
    // Text above text: names of columns are all there, all different, and no sentence.
    const QSet<QString> different(record.begin(), record.end());
    const bool brief = std::all_of(record.begin(), record.end(), [](const QString &cell) { return cell.size() <= 200 && !cell.contains(u'\n'); });
    const bool numeric = std::all_of(record.begin(), record.end(), [](const QString &cell) { return cellShape(cell) != CellShape::Text; });
    return record.size() >= 2 && filled == record.size() && different.size() == filled && brief && !numeric;
}

int knownColumns(const QStringList &record)
{
    return int(std::count_if(record.begin(), record.end(), [](const QString &cell) { return isKnownColumn(cell); }));
}

/// Lines above a table may have several cells ("Vacancy:", "Star Keeper"), and a table two rows of names, the groups over
/// the columns: where a line soon after names columns and none before it holds an applicant, it is the header.
qsizetype namedHeader(const QList<QStringList> &records, qsizetype candidate)
{
    constexpr qsizetype farthest = 15;
    const auto holdsData = [](const QStringList &record) {
        return std::any_of(record.begin(), record.end(), [](const QString &cell) { return cellShape(cell) == CellShape::Email || cellShape(cell) == CellShape::Link || cellShape(cell) == CellShape::Phone; });
    };
    const int known = knownColumns(records.at(candidate));
    if (known >= 2 || holdsData(records.at(candidate)))
        return candidate;
    for (qsizetype i = candidate + 1; i < std::min(records.size(), candidate + farthest); ++i) {
        if (holdsData(records.at(i)))
            break;
        if (knownColumns(records.at(i)) >= 2 && knownColumns(records.at(i)) > known && i + 1 < records.size())
            return i;
    }
    return candidate;
}

} // namespace

HeaderVerdict detectHeader(const QList<QStringList> &records)
{
    HeaderVerdict verdict;
    verdict.width = commonWidth(records);
    if (records.isEmpty())
        return verdict;
    qsizetype candidate = 0;
    while (candidate < records.size() && isTitle(records.at(candidate), verdict.width))
        ++candidate;
    if (candidate == records.size())
        candidate = 0;
    candidate = namedHeader(records, candidate);
    const QStringList &header = records.at(candidate);
    QList<QStringList> below;
    for (qsizetype i = candidate + 1; i < records.size(); ++i) {
        if (records.at(i).size() * 2 >= verdict.width && records.at(i) != header)
            below.append(records.at(i));
    }
    if (looksLikeHeader(header, below, candidate > 0)) {
        verdict.header = int(candidate);
        verdict.width = int(header.size());
    }
    return verdict;
}

} // namespace rolecall::app
