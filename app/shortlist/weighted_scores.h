// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of many weightings over many applicants: weighted sums in blocks that fit the processor's registers.
// Levels stay under 2^22 and weights sum to 2^24, so every sum is a whole number under 2^46: exact in a double, in any
// order of addition, with or without fused multiplication.
#pragma once

#include <QtGlobal>
#include <vector>

namespace rolecall::app {

class WeightedScores
{
public:
    WeightedScores(size_t rows, size_t columns);
    void setLevel(size_t row, size_t column, qint32 level);
    /// One sum per row; valid until the next call.
    const std::vector<double> &weighted(const std::vector<qint32> &weights);

private:
    static constexpr size_t lanes = 8;
    size_t m_rows;
    size_t m_columns;
    std::vector<double> m_levels; ///< block, column, lane
    std::vector<double> m_weights;
    std::vector<double> m_scores;
};

/// Adds one to `counts` of each row that is among the first `size` by score, then mean; all equals of the last place
/// are. Rows stand in falling order of `means`.
void countFirst(const std::vector<double> &scores, const std::vector<qint64> &means, int size, std::vector<qint32> &counts);

} // namespace rolecall::app
