// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortlist/weighted_scores.h"

#include <algorithm>
#include <functional>

namespace rolecall::app {

WeightedScores::WeightedScores(size_t rows, size_t columns)
    : m_rows(rows)
    , m_columns(columns)
    , m_levels((rows + lanes - 1) / lanes * lanes * columns)
    , m_weights(columns)
    , m_scores((rows + lanes - 1) / lanes * lanes)
{}

void WeightedScores::setLevel(size_t row, size_t column, qint32 level)
{
    m_levels[(row / lanes * m_columns + column) * lanes + row % lanes] = level;
}

const std::vector<double> &WeightedScores::weighted(const std::vector<qint32> &weights)
{
    std::copy(weights.begin(), weights.end(), m_weights.begin());
    const double *level = m_levels.data();
    m_scores.resize((m_rows + lanes - 1) / lanes * lanes);
    for (size_t row = 0; row < m_rows; row += lanes) {
        double sums[lanes] = {};
        for (size_t column = 0; column < m_columns; ++column, level += lanes) {
            for (size_t lane = 0; lane < lanes; ++lane)
                sums[lane] += m_weights[column] * level[lane];
        }
        std::copy(sums, sums + lanes, m_scores.begin() + qsizetype(row));
    }
    m_scores.resize(m_rows);
    return m_scores;
}

void countFirst(const std::vector<double> &scores, const std::vector<qint64> &means, int size, std::vector<qint32> &counts)
{
    if (size <= 0)
        return;
    if (size_t(size) >= scores.size()) {
        for (qint32 &count : counts)
            ++count;
        return;
    }
    thread_local std::vector<double> sorted;
    sorted.assign(scores.begin(), scores.end());
    const auto last = sorted.begin() + size - 1;
    std::nth_element(sorted.begin(), last, sorted.end(), std::greater<>());
    const double line = *last;
    qsizetype above = 0;
    for (const double score : scores)
        above += score > line;
    // Places left for those on the line: theirs by mean, and equals of the last of them with it.
    qsizetype left = size - above;
    qint64 lastMean = 0;
    for (size_t row = 0; row < scores.size(); ++row) {
        if (scores[row] > line) {
            ++counts[row];
        } else if (scores[row] == line && (left > 0 || means[row] == lastMean)) {
            ++counts[row];
            lastMean = means[row];
            --left;
        }
    }
}

} // namespace rolecall::app
