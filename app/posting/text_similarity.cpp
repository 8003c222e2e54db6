// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/text_similarity.h"

#include <QSet>
#include <algorithm>
#include <limits>

namespace rolecall::app {

namespace {

constexpr int stemLength = 6;
constexpr int whole = 10'000;

/// Lower case without accents, in the compatibility form.
QString folded(const QString &text)
{
    QString plain;
    for (const QChar character : text.normalized(QString::NormalizationForm_KD)) {
        if (character.category() != QChar::Mark_NonSpacing)
            plain += character;
    }
    return plain.toCaseFolded();
}

const QSet<QString> &smallWords()
{
    static const QSet<QString> words = [] {
        const QString list = QStringLiteral(
            "a an and or the of to in on with for as at by is are be you your we our that this these those both from into via such e g eg ie etc including include includes "
            "other others their them they who which will can have has ability able experience experienced skill skills knowledge "
            "und oder der die das den dem des ein eine einer eines mit von zu zur zum im in am auf fur bei als sie ihr wir unser sowie auch z b erfahrung kenntnisse fahigkeit "
            "et ou le la les un une des du de d l en au aux avec pour par sur dans vous votre nous notre ainsi que qui experience connaissance connaissances capacite");
        const QStringList parts = list.split(u' ');
        return QSet<QString>(parts.begin(), parts.end());
    }();
    return words;
}

/// Scripts that put no spaces between words.
bool standsAlone(QChar character)
{
    switch (character.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
        return true;
    default:
        return false;
    }
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    const auto finish = [&] {
        if (!word.isEmpty())
            words << word;
        word.clear();
    };
    for (const QChar character : folded(text)) {
        if (words.size() >= mostStems)
            break;
        if (standsAlone(character)) {
            finish();
            words << QString(character);
        } else if (character.isLetterOrNumber() || character.isSurrogate() || (!word.isEmpty() && (character == u'+' || character == u'#'))) {
            word += character; // C++ and C# are words of their own
        } else {
            finish();
        }
    }
    finish();
    return words;
}

int shared(const Stems &first, const Stems &second)
{
    int count = 0;
    for (auto a = first.begin(), b = second.begin(); a != first.end() && b != second.end();) {
        if (*a == *b) {
            ++count;
            ++a;
            ++b;
        } else if (*a < *b) {
            ++a;
        } else {
            ++b;
        }
    }
    return count;
}

} // namespace

QString comparableText(const QString &text)
{
    QString comparable;
    bool space = false;
    for (QChar character : folded(text)) {
        if (character.isSpace()) {
            space = true;
            continue;
        }
        if (character.category() == QChar::Punctuation_Dash)
            character = u'-';
        else if (character.category() == QChar::Punctuation_InitialQuote || character.category() == QChar::Punctuation_FinalQuote || character == u'"' || character == u'`'
                 || character == u'\u201E' || character == u'\u201A')
            character = u'\'';
        if (space && !comparable.isEmpty())
            comparable += u' ';
        space = false;
        comparable += character;
    }
    while (!comparable.isEmpty() && QStringView(u".;,:!? ").contains(comparable.back()))
        comparable.chop(1);
    return comparable;
}

Stems stemsOf(const QString &text)
{
    const QStringList words = wordsOf(text);
    Stems stems;
    for (const QString &word : words) {
        if (!smallWords().contains(word))
            stems.push_back(word.left(stemLength));
    }
    if (stems.empty()) {
        for (const QString &word : words)
            stems.push_back(word.left(stemLength));
    }
    std::sort(stems.begin(), stems.end());
    return stems;
}

int similarity(const Stems &first, const Stems &second)
{
    const int both = int(first.size() + second.size());
    return both == 0 ? 0 : 2 * shared(first, second) * whole / both;
}

int containment(const Stems &part, const Stems &all)
{
    return part.empty() ? 0 : shared(part, all) * whole / int(part.size());
}

std::vector<int> bestAssignment(const std::vector<std::vector<int>> &gains)
{
    const size_t rows = gains.size();
    const size_t columns = rows == 0 ? 0 : gains.front().size();
    std::vector<int> assigned(rows, -1);
    if (columns == 0)
        return assigned;
    // Square by adding partners that cost nothing, which stand for staying unpaired; shortest augmenting paths over
    // potentials, row by row. Places are counted from 1, 0 is the path's start.
    const size_t size = rows + columns;
    const auto cost = [&](size_t row, size_t column) { return row <= rows && column <= columns ? -qint64(std::max(gains[row - 1][column - 1], 0)) : 0; };
    std::vector<qint64> rowPotential(size + 1);
    std::vector<qint64> columnPotential(size + 1);
    std::vector<size_t> rowOf(size + 1);
    std::vector<size_t> previous(size + 1);
    for (size_t row = 1; row <= rows; ++row) {
        std::vector<qint64> least(size + 1, std::numeric_limits<qint64>::max());
        std::vector<bool> used(size + 1);
        rowOf[0] = row;
        size_t column = 0;
        do {
            used[column] = true;
            const size_t from = rowOf[column];
            qint64 step = std::numeric_limits<qint64>::max();
            size_t next = 0;
            for (size_t to = 1; to <= size; ++to) {
                if (used[to])
                    continue;
                const qint64 reduced = cost(from, to) - rowPotential[from] - columnPotential[to];
                if (reduced < least[to]) {
                    least[to] = reduced;
                    previous[to] = column;
                }
                if (least[to] < step) {
                    step = least[to];
                    next = to;
                }
            }
            for (size_t to = 0; to <= size; ++to) {
                if (used[to]) {
                    rowPotential[rowOf[to]] += step;
                    columnPotential[to] -= step;
                } else if (least[to] != std::numeric_limits<qint64>::max()) {
                    least[to] -= step;
                }
            }
            column = next;
        } while (rowOf[column] != 0);
        for (; column != 0; column = previous[column])
            rowOf[column] = rowOf[previous[column]];
    }
    for (size_t column = 1; column <= columns; ++column) {
        if (const size_t row = rowOf[column]; row != 0 && gains[row - 1][column - 1] > 0)
            assigned[row - 1] = int(column) - 1;
    }
    return assigned;
}

} // namespace rolecall::app
