// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy_match.h"

#include <QStringList>

#include <algorithm>

namespace rolecall::ui {

namespace {

/// Lower case without accents.
QString plain(const QString &text)
{
    QString folded;
    folded.reserve(text.size());
    for (const QChar character : text.normalized(QString::NormalizationForm_D)) {
        if (!character.isMark())
            folded.append(character.toCaseFolded());
    }
    return folded;
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar character : text) {
        if (character.isLetterOrNumber()) {
            word.append(character);
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

bool isSubsequence(const QString &letters, const QString &text)
{
    qsizetype at = 0;
    for (const QChar character : text) {
        if (at < letters.size() && character == letters.at(at))
            ++at;
    }
    return at == letters.size();
}

int fitOfWord(const QString &typed, const QStringList &words)
{
    QString initials;
    int best = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        initials.append(word.front());
        if (word == typed)
            best = std::max(best, 100);
        else if (word.startsWith(typed))
            best = std::max(best, i == 0 ? 80 : 70);
        else if (word.contains(typed))
            best = std::max(best, 30);
        else if (typed.size() >= 3 && word.front() == typed.front() && isSubsequence(typed, word))
            best = std::max(best, 15);
    }
    if (typed.size() >= 2 && initials.contains(typed))
        best = std::max(best, 60);
    return best;
}

} // namespace

int fitOf(const QString &query, const QString &text)
{
    const QStringList words = wordsOf(plain(text));
    const QStringList typed = wordsOf(plain(query));
    if (typed.isEmpty())
        return 1;
    int sum = 0;
    for (const QString &word : typed) {
        const int fit = fitOfWord(word, words);
        if (fit == 0)
            return 0;
        sum += fit;
    }
    return std::max(1, sum / static_cast<int>(typed.size()) - std::min(9, static_cast<int>(words.size() - typed.size())));
}

} // namespace rolecall::ui
