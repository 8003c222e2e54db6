// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/person_traces.h"

#include "app/blind/name_forms.h"

#include <QCoreApplication>
#include <algorithm>

namespace rolecall::app {

namespace {

constexpr int phoneTail = 7; ///< fewer digits are a year or an amount
constexpr qsizetype excerptLength = 48;

bool isUnspacedLetter(QChar c)
{
    const auto script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana || script == QChar::Script_Hangul || script == QChar::Script_Thai;
}

template<class Visit> void forEachWord(const QString &folded, Visit visit)
{
    for (qsizetype at = 0; at < folded.size();) {
        if (!folded.at(at).isLetterOrNumber()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < folded.size() && folded.at(end).isLetterOrNumber())
            ++end;
        visit(at, end - at);
        at = end;
    }
}

/// Runs of digits with what people put between them.
template<class Visit> void forEachNumber(const QString &text, Visit visit)
{
    for (qsizetype at = 0; at < text.size();) {
        if (!text.at(at).isDigit() && text.at(at) != u'+') {
            ++at;
            continue;
        }
        qsizetype end = at, last = at;
        QString digits;
        while (end < text.size() && (text.at(end).isDigit() || QStringView(u" +-./()").contains(text.at(end)))) {
            if (text.at(end).isDigit()) {
                digits += text.at(end);
                last = end;
            }
            ++end;
        }
        if (digits.size() >= phoneTail)
            visit(at, last + 1 - at, digits);
        at = std::max(end, at + 1);
    }
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += c;
    }
    return digits;
}

bool isBetweenNames(const QString &gap)
{
    return gap.size() <= 2 && std::all_of(gap.cbegin(), gap.cend(), [](QChar c) { return c.isSpace() || c == u',' || c == u'.' || c == u'-' || c == u'_'; });
}

QStringList nameWordsOf(const QString &name)
{
    const QString folded = foldForNames(name).text;
    QStringList words;
    forEachWord(folded, [&](qsizetype at, qsizetype length) { words << folded.mid(at, length); });
    return words;
}

/// "Z. Lee": a name with the initial of another one before it is the person.
void takeInitial(const QString &text, const QStringList &names, Trace &trace)
{
    qsizetype at = trace.start;
    while (at > 0 && (text.at(at - 1).isSpace() || text.at(at - 1) == u'.'))
        --at;
    if (at == trace.start || at == 0 || trace.start - at > 2 || !text.at(at - 1).isUpper() || (at > 1 && text.at(at - 2).isLetterOrNumber()))
        return;
    const QString initial = foldForNames(text.mid(at - 1, 1)).text;
    if (std::any_of(names.cbegin(), names.cend(), [&initial](const QString &name) { return name.size() > 1 && name.startsWith(initial); })) {
        trace.length += trace.start - (at - 1);
        trace.start = at - 1;
        trace.certain = true;
    }
}

} // namespace

TraceFinder::TraceFinder(const QList<db::Candidate> &people)
{
    for (const db::Candidate &candidate : people) {
        Person person{candidate.name, candidate.email.value_or(QString()).toLower(), digitsOf(candidate.phone.value_or(QString())), candidate.links.value_or(QString()), 0};
        const int index = int(m_people.size());
        const auto note = [&](const QString &text, bool counts) {
            const QString folded = foldForNames(text).text;
            forEachWord(folded, [&](qsizetype at, qsizetype length) {
                if (length < 2)
                    return;
                m_words[folded.mid(at, length)] << index;
                person.nameWords += counts ? 1 : 0;
            });
        };
        note(person.name, true);
        note(person.email.section(u'@', 0, 0), false);
        note(person.links.section(u'/', 3), false);
        if (std::any_of(person.name.cbegin(), person.name.cend(), isUnspacedLetter))
            m_unspaced << index;
        // Glued user names and initials: the last name is what they are found by.
        const QString plain = foldForNames(person.name).text.simplified();
        const QStringList parts = plain.split(u' ', Qt::SkipEmptyParts);
        if (parts.size() > 1) {
            for (const QString &glued : {parts.first() + parts.last(), parts.last() + parts.first(), parts.first().left(1) + parts.last(), parts.last() + parts.first().left(1), parts.first() + parts.last().left(1)})
                m_words[glued] << index;
        }
        if (person.phone.size() >= phoneTail)
            m_numbers[person.phone.right(phoneTail)] << index;
        m_people << person;
    }
}

QList<int> TraceFinder::candidatesIn(const QString &text) const
{
    const QString folded = foldForNames(text).text;
    QList<int> found = m_unspaced;
    forEachWord(folded, [&](qsizetype at, qsizetype length) {
        if (const auto known = m_words.constFind(folded.mid(at, length)); known != m_words.constEnd())
            found += *known;
    });
    if (!m_numbers.isEmpty()) {
        forEachNumber(text, [&](qsizetype, qsizetype, const QString &digits) {
            if (const auto known = m_numbers.constFind(digits.right(phoneTail)); known != m_numbers.constEnd())
                found += *known;
        });
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool TraceFinder::mayBeIn(const QString &text) const
{
    return !candidatesIn(text).isEmpty();
}

QList<Trace> TraceFinder::find(const QString &text) const
{
    QList<Trace> traces;
    const QList<int> people = candidatesIn(text);
    if (people.isEmpty())
        return traces;
    const FoldedText folded = foldForNames(text);
    const QString lower = text.toLower();
    for (const int index : people) {
        const Person &person = m_people.at(index);
        if (!person.email.isEmpty()) {
            for (qsizetype at = lower.indexOf(person.email); at >= 0; at = lower.indexOf(person.email, at + 1))
                traces << Trace{at, person.email.size(), true};
        }
        QList<TextStretch> names = findNames(folded, person.name, person.email, person.links);
        std::sort(names.begin(), names.end(), [](const TextStretch &a, const TextStretch &b) { return a.start < b.start || (a.start == b.start && a.length > b.length); });
        // Names that stand together are one: "Ada Example", "Example, Ada". More than one of them is the person.
        for (qsizetype i = 0; i < names.size();) {
            Trace trace{names.at(i).start, names.at(i).length, false};
            qsizetype end = trace.start + trace.length;
            int words = 1;
            for (++i; i < names.size(); ++i) {
                if (names.at(i).start < end) {
                    end = std::max(end, names.at(i).start + names.at(i).length);
                } else if (isBetweenNames(text.mid(end, names.at(i).start - end))) {
                    end = names.at(i).start + names.at(i).length;
                    ++words;
                } else {
                    break;
                }
            }
            trace.length = end - trace.start;
            const QString whole = foldForNames(text.mid(trace.start, trace.length)).text;
            const bool isOneName = words == 1 && nameWordsOf(person.name).contains(whole);
            trace.certain = !isOneName || person.nameWords <= 1 || std::any_of(whole.cbegin(), whole.cend(), isUnspacedLetter);
            if (isOneName)
                takeInitial(text, nameWordsOf(person.name), trace);
            traces << trace;
        }
    }
    if (!m_numbers.isEmpty()) {
        forEachNumber(text, [&](qsizetype at, qsizetype length, const QString &digits) {
            for (const int index : m_numbers.value(digits.right(phoneTail))) {
                const QString &phone = m_people.at(index).phone;
                if (digits.endsWith(phone.right(std::max(qsizetype(phoneTail), phone.size() - 3))) || phone.endsWith(digits)) {
                    traces << Trace{at, length, true};
                    return;
                }
            }
        });
    }
    std::sort(traces.begin(), traces.end(), [](const Trace &a, const Trace &b) { return a.start < b.start; });
    QList<Trace> merged;
    for (const Trace &trace : std::as_const(traces)) {
        if (!merged.isEmpty() && trace.start < merged.last().start + merged.last().length) {
            Trace &last = merged.last();
            last.length = std::max(last.length, trace.start + trace.length - last.start);
            last.certain = last.certain || trace.certain;
        } else {
            merged << trace;
        }
    }
    return merged;
}

QString erasedMark()
{
    return QCoreApplication::translate("Erasure", "[erased]");
}

QString withoutTraces(const QString &text, const QList<Trace> &traces)
{
    QString result;
    qsizetype at = 0;
    for (const Trace &trace : traces) {
        result += QStringView(text).mid(at, trace.start - at);
        result += erasedMark();
        at = trace.start + trace.length;
    }
    return result + text.mid(at);
}

QString excerptOf(const QString &text, const Trace &trace)
{
    const qsizetype from = std::max<qsizetype>(0, trace.start - excerptLength);
    const qsizetype end = std::min(text.size(), trace.start + trace.length + excerptLength);
    return ((from > 0 ? QStringLiteral("…") : QString()) + text.mid(from, end - from) + (end < text.size() ? QStringLiteral("…") : QString())).simplified();
}

} // namespace rolecall::app
