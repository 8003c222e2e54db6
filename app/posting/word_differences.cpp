// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/word_differences.h"

#include <QStringView>
#include <algorithm>
#include <vector>

namespace rolecall::app {

namespace {

struct Word
{
    Stretch place;
    QString bare; ///< as it is compared
    bool common = false;
};

QString bareWord(QStringView word)
{
    const auto isEdge = [](QChar character) { return character.isPunct() && character != u'#'; };
    QStringView bare = word;
    while (!bare.isEmpty() && isEdge(bare.front()))
        bare = bare.mid(1);
    while (!bare.isEmpty() && isEdge(bare.back()))
        bare.chop(1);
    return (bare.isEmpty() ? word : bare).toString().toCaseFolded();
}

std::vector<Word> wordsOf(const QString &text)
{
    std::vector<Word> words;
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at).isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !text.at(end).isSpace())
            ++end;
        words.push_back({{at, end - at}, bareWord(QStringView(text).mid(at, end - at))});
        at = end;
    }
    return words;
}

void markCommon(std::vector<Word> &earlier, std::vector<Word> &later)
{
    const size_t rows = earlier.size();
    const size_t columns = later.size();
    // length[row][column]: of the longest common subsequence of what begins there.
    std::vector<quint16> length((rows + 1) * (columns + 1));
    const auto at = [columns](size_t row, size_t column) { return row * (columns + 1) + column; };
    for (size_t row = rows; row-- > 0;) {
        for (size_t column = columns; column-- > 0;)
            length[at(row, column)] = earlier[row].bare == later[column].bare ? quint16(length[at(row + 1, column + 1)] + 1)
                                                                              : std::max(length[at(row + 1, column)], length[at(row, column + 1)]);
    }
    for (size_t row = 0, column = 0; row < rows && column < columns;) {
        if (earlier[row].bare == later[column].bare) {
            earlier[row++].common = true;
            later[column++].common = true;
        } else if (length[at(row + 1, column)] >= length[at(row, column + 1)]) {
            ++row;
        } else {
            ++column;
        }
    }
}

QList<Stretch> differing(const std::vector<Word> &words)
{
    QList<Stretch> stretches;
    bool goesOn = false;
    for (const Word &word : words) {
        if (word.common) {
            goesOn = false;
            continue;
        }
        if (goesOn)
            stretches.last().length = word.place.start + word.place.length - stretches.last().start;
        else
            stretches << word.place;
        goesOn = true;
    }
    return stretches;
}

} // namespace

WordDifferences wordDifferences(const QString &earlier, const QString &later)
{
    std::vector<Word> before = wordsOf(earlier);
    std::vector<Word> after = wordsOf(later);
    if (qsizetype(before.size()) <= mostWordsCompared && qsizetype(after.size()) <= mostWordsCompared)
        markCommon(before, after);
    return {differing(before), differing(after)};
}

} // namespace rolecall::app
