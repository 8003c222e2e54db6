// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/search/snippet.h"

#include <algorithm>

namespace rolecall::app {

namespace {

struct Window
{
    qsizetype first = 0; ///< of the places
    qsizetype last = 0;
};

/// The first of the windows that hold the most different terms.
Window bestWindow(const QList<db::FoundTerm> &places, qsizetype length)
{
    Window best;
    int most = 0;
    for (qsizetype first = 0; first < places.size(); ++first) {
        quint32 seen = 0; // there are at most 24 terms
        qsizetype last = first;
        for (qsizetype i = first; i < places.size() && places.at(i).start + places.at(i).length <= places.at(first).start + length; ++i) {
            seen |= 1U << places.at(i).term;
            last = i;
        }
        seen |= 1U << places.at(first).term;
        if (const int count = qPopulationCount(seen); count > most) {
            most = count;
            best = {first, last};
        }
    }
    return best;
}

/// Moves a cut to the next gap between words, but not far.
qsizetype atGap(const QString &text, qsizetype at, int step, qsizetype bound)
{
    constexpr qsizetype farthest = 24;
    for (qsizetype moved = 0; moved < farthest && at > 0 && at < text.size() && at != bound; ++moved, at += step) {
        if (text.at(at - 1).isSpace() || text.at(at).isSpace())
            return at;
    }
    while (at > 0 && at < text.size() && (text.at(at).isLowSurrogate() || text.at(at).isMark()) && at != bound)
        at += step;
    return at;
}

} // namespace

Snippet snippet(const QString &text, const QList<db::SearchTerm> &terms, qsizetype length)
{
    constexpr qsizetype mostPlaces = 400;
    const QList<db::FoundTerm> places = db::findTerms(text, terms, mostPlaces);
    Snippet made;
    qsizetype begin = 0;
    qsizetype end = std::min(text.size(), length);
    Window window{0, -1};
    if (!places.isEmpty()) {
        window = bestWindow(places, length * 3 / 4);
        const qsizetype from = places.at(window.first).start;
        const qsizetype to = std::max(from + places.at(window.first).length, places.at(window.last).start + places.at(window.last).length);
        const qsizetype room = std::max<qsizetype>(0, length - (to - from));
        begin = std::max<qsizetype>(0, from - room / 3);
        end = std::min(text.size(), std::max(to, begin + length));
        if (begin > 0)
            begin = atGap(text, begin, 1, from);
        made.place = from;
        made.placeLength = places.at(window.first).length;
        if (end < text.size())
            end = atGap(text, end, -1, to);
    } else if (end < text.size()) {
        end = atGap(text, end, -1, 0);
    }

    qsizetype next = 0;
    while (next < places.size() && places.at(next).start < begin)
        ++next;
    if (begin > 0)
        made.text = QChar(0x2026);
    qsizetype markEnd = -1;
    for (qsizetype at = begin; at < end; ++at) {
        for (; next < places.size() && places.at(next).start <= at; ++next) {
            const qsizetype stop = std::min(places.at(next).start + places.at(next).length, end);
            if (markEnd < 0) {
                made.marks << SnippetMark{made.text.size(), 0};
                markEnd = stop;
            } else {
                markEnd = std::max(markEnd, stop);
            }
        }
        const QChar c = text.at(at);
        if (!c.isSpace())
            made.text += c;
        else if (!made.text.isEmpty() && !made.text.endsWith(u' ') && made.text != QChar(0x2026))
            made.text += u' ';
        if (markEnd >= 0 && at + 1 >= markEnd) {
            made.marks.last().length = made.text.size() - made.marks.last().start;
            markEnd = -1;
        }
    }
    if (end < text.size())
        made.text = made.text.endsWith(u' ') ? made.text.chopped(1) + QChar(0x2026) : made.text + QChar(0x2026);
    made.marks.removeIf([](const SnippetMark &mark) { return mark.length <= 0; });
    return made;
}

QList<SnippetMark> marksIn(const QString &text, const QList<db::SearchTerm> &terms)
{
    constexpr qsizetype most = 40;
    QList<SnippetMark> marks;
    const auto places = db::findTerms(text, terms, most);
    for (const db::FoundTerm &place : places) {
        if (marks.isEmpty() || place.start >= marks.last().start + marks.last().length)
            marks << SnippetMark{place.start, place.length};
    }
    return marks;
}

QList<SnippetMark> findInText(const QString &text, const QString &typed, WordsAs as, qsizetype most)
{
    QList<SnippetMark> places;
    const QString words = typed.trimmed();
    if (words.isEmpty())
        return places;
    if (as == WordsAs::Phrase) {
        for (qsizetype at = text.indexOf(words, 0, Qt::CaseInsensitive); at >= 0 && places.size() < most; at = text.indexOf(words, at + words.size(), Qt::CaseInsensitive))
            places << SnippetMark{at, words.size()};
    }
    const QString term = as == WordsAs::Phrase && !words.contains(u'"') ? u'"' + words : words;
    const auto found = db::findTerms(text, db::searchTerms(term), most);
    for (const db::FoundTerm &place : found)
        places << SnippetMark{place.start, place.length};
    std::sort(places.begin(), places.end(), [](const SnippetMark &a, const SnippetMark &b) { return a.start < b.start; });
    QList<SnippetMark> apart;
    for (const SnippetMark &place : std::as_const(places)) {
        if (apart.isEmpty() || place.start >= apart.last().start + apart.last().length)
            apart << place;
    }
    return apart;
}

QString inBrackets(const Snippet &snippet)
{
    QString text = snippet.text;
    for (auto mark = snippet.marks.crbegin(); mark != snippet.marks.crend(); ++mark) {
        text.insert(mark->start + mark->length, u']');
        text.insert(mark->start, u'[');
    }
    return text;
}

} // namespace rolecall::app
