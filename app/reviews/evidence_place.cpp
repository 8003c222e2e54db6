// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reviews/evidence_place.h"

#include <QList>
#include <algorithm>

namespace rolecall::app {

namespace {

/// Letters and digits alone, without case: line breaks, hyphens and ligatures differ from one reader to the next.
struct Bones
{
    QString text;
    QList<qsizetype> places;
};

Bones bonesOf(const QString &text)
{
    Bones bones;
    bones.text.reserve(text.size());
    bones.places.reserve(text.size() + 1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c.unicode() < 0x80) {
            if (c.isLetterOrNumber()) {
                bones.text += c.toLower();
                bones.places << i;
            }
            continue;
        }
        for (const QChar part : QString(c).normalized(QString::NormalizationForm_KC).toCaseFolded()) {
            if (part.isLetterOrNumber() || part.isSurrogate()) {
                bones.text += part;
                bones.places << i;
            }
        }
    }
    bones.places << text.size();
    return bones;
}

std::optional<QuotePlace> nearest(const Bones &bones, const QString &wanted, qsizetype start)
{
    std::optional<QuotePlace> best;
    for (qsizetype at = bones.text.indexOf(wanted); at >= 0; at = bones.text.indexOf(wanted, at + 1)) {
        const qsizetype from = bones.places.at(at);
        const qsizetype to = bones.places.at(at + wanted.size() - 1) + 1;
        if (!best || std::abs(from - start) < std::abs(best->start - start))
            best = QuotePlace{from, to - from, false};
    }
    return best;
}

} // namespace

std::optional<QuotePlace> findQuote(const QString &text, const QString &quote, qsizetype start, qsizetype length)
{
    const QString wanted = bonesOf(quote).text;
    if (wanted.isEmpty())
        return std::nullopt;
    if (start >= 0 && length > 0 && start <= text.size() && length <= text.size() - start && bonesOf(text.mid(start, length)).text == wanted)
        return QuotePlace{start, length, true};
    const Bones bones = bonesOf(text);
    if (const auto place = nearest(bones, wanted, start))
        return place;
    // Part of it may have been masked, or read differently: its longest half or quarter that is there.
    constexpr qsizetype shortest = 12;
    for (qsizetype size = wanted.size() / 2; size >= shortest; size /= 2) {
        for (qsizetype from = 0; from + size <= wanted.size(); from += std::max<qsizetype>(size / 2, 1)) {
            if (const auto place = nearest(bones, wanted.mid(from, size), start))
                return place;
        }
    }
    return std::nullopt;
}

} // namespace rolecall::app
