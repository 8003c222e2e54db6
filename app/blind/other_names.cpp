// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/blind/other_names.h"

#include <algorithm>

namespace rolecall::app {

namespace {

/// A word of a folded text, with what it is in the original.
struct Word
{
    QString text;
    qsizetype start = 0;
    qsizetype end = 0;
    bool capital = false;
};

QList<Word> wordsIn(const FoldedText &text)
{
    QList<Word> words;
    for (qsizetype at = 0; at < text.text.size();) {
        if (!text.text.at(at).isLetterOrNumber()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.text.size() && text.text.at(end).isLetterOrNumber())
            ++end;
        words << Word{text.text.mid(at, end - at), at, end, !text.lower.at(at)};
        at = end;
    }
    return words;
}

QString pairOf(const QString &first, const QString &second)
{
    return first + u' ' + second;
}

} // namespace

OtherNames::OtherNames(const QList<QString> &names, const QString &ordinary)
{
    QSet<QString> known;
    for (const Word &word : wordsIn(foldForNames(ordinary)))
        known.insert(word.text);
    for (const QString &name : names) {
        QStringList parts;
        for (const Word &word : wordsIn(foldForNames(name))) {
            if (!isNameParticle(word.text))
                parts << word.text;
        }
        if (parts.isEmpty())
            continue;
        if (std::any_of(name.cbegin(), name.cend(), isUnspacedScript)) {
            if (const QString whole = parts.join(QString()); whole.size() > 1)
                m_unspaced << whole;
            continue;
        }
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (parts[i].size() > 2 && !known.contains(parts[i]) && !isOrdinaryWord(parts[i]))
                m_single.insert(parts[i]);
            if (i + 1 < parts.size()) {
                m_pairs.insert(pairOf(parts[i], parts[i + 1]));
                m_pairs.insert(pairOf(parts[i + 1], parts[i]));
            }
        }
        if (parts.size() > 2) {
            m_pairs.insert(pairOf(parts.first(), parts.last()));
            m_pairs.insert(pairOf(parts.last(), parts.first()));
        }
    }
}

QList<TextStretch> OtherNames::find(const FoldedText &text, const QList<TextStretch> &own) const
{
    QList<TextStretch> found;
    const auto add = [&](qsizetype start, qsizetype end) {
        const TextStretch stretch = text.original(start, end - start);
        if (std::none_of(own.cbegin(), own.cend(), [&stretch](const TextStretch &one) { return one.start < stretch.start + stretch.length && stretch.start < one.start + one.length; }))
            found << stretch;
    };
    const QList<Word> words = wordsIn(text);
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (i + 1 < words.size() && words[i + 1].start - words[i].end <= 2 && m_pairs.contains(pairOf(words[i].text, words[i + 1].text))) {
            add(words[i].start, words[i + 1].end);
            ++i;
        } else if (words[i].capital && m_single.contains(words[i].text)) {
            add(words[i].start, words[i].end);
        }
    }
    for (const QString &name : m_unspaced) {
        for (qsizetype at = text.text.indexOf(name); at >= 0; at = text.text.indexOf(name, at + name.size()))
            add(at, at + name.size());
    }
    return found;
}

} // namespace rolecall::app
