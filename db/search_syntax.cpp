// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/search_syntax.h"

#include "db/text_words.h"

#include <QBitArray>
#include <QStringList>
#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace rolecall::db {

namespace {

// More words than anybody types; each costs a look-up.
constexpr int maximalTerms = 24;

QList<QByteArray> wordsOf(const QString &text)
{
    QList<QByteArray> words;
    const QByteArray utf8 = text.toUtf8();
    const auto add = [](void *list, std::string_view folded, std::size_t, std::size_t) {
        static_cast<QList<QByteArray> *>(list)->append(QByteArray(folded.data(), qsizetype(folded.size())));
        return true;
    };
    eachWord({utf8.constData(), std::size_t(utf8.size())}, add, &words);
    return words;
}

struct TypedTerm
{
    QString text;
    SearchTerm term;
};

QList<TypedTerm> typedTerms(const QString &typed)
{
    QList<TypedTerm> terms;
    // FTS5 takes a NUL for the end of the expression, in the middle of a quotation. Accents that were typed apart from
    // their letter are joined to it, as in documents.
    const QStringList parts = QString(typed).replace(QChar(0), u' ').normalized(QString::NormalizationForm_C).split(u'"');
    for (int i = 0; i < parts.size() && terms.size() < maximalTerms; ++i) {
        const bool quoted = i % 2 == 1;
        const QString part = parts.at(i).simplified();
        const QStringList texts = quoted ? QStringList{part} : part.split(u' ', Qt::SkipEmptyParts);
        for (const QString &text : texts) {
            const QList<QByteArray> words = wordsOf(text);
            if (words.isEmpty() || terms.size() >= maximalTerms)
                continue;
            // A closed quotation is meant as it stands; everything else may still be in the middle of being typed.
            terms << TypedTerm{text, {words, !quoted || i + 1 == parts.size()}};
        }
    }
    return terms;
}

/// Walks a text once and knows the last few words, as many as the longest term has.
class TermFinder
{
public:
    TermFinder(const QList<SearchTerm> &terms, const QByteArray &utf8) : m_terms(terms), m_utf8(utf8)
    {
        qsizetype longest = 1;
        for (const SearchTerm &term : terms)
            longest = std::max(longest, term.words.size());
        m_last.resize(std::size_t(longest));
    }

    /// `found(term, begin, end)` in bytes; it returns whether to go on.
    template<class Found> void run(Found found)
    {
        m_found = [&found](int term, std::size_t begin, std::size_t end) { return found(term, begin, end); };
        eachWord({m_utf8.constData(), std::size_t(m_utf8.size())},
                 [](void *self, std::string_view folded, std::size_t begin, std::size_t end) { return static_cast<TermFinder *>(self)->take(folded, begin, end); }, this);
    }

private:
    struct Word
    {
        std::string folded;
        std::size_t begin = 0;
    };

    bool take(std::string_view folded, std::size_t begin, std::size_t end)
    {
        Word &word = m_last[m_count % m_last.size()];
        word.folded.assign(folded);
        word.begin = begin;
        ++m_count;
        for (int i = 0; i < m_terms.size(); ++i) {
            const SearchTerm &term = m_terms.at(i);
            const auto size = std::size_t(term.words.size());
            if (size > m_count || !fits(folded, term.words.back(), term.open))
                continue;
            bool all = true;
            for (std::size_t back = 1; all && back < size; ++back)
                all = fits(m_last[(m_count - 1 - back) % m_last.size()].folded, term.words.at(qsizetype(size - 1 - back)), false);
            if (all && !m_found(i, m_last[(m_count - size) % m_last.size()].begin, end))
                return false;
        }
        return true;
    }
    static bool fits(std::string_view word, const QByteArray &wanted, bool open)
    {
        const std::string_view w(wanted.constData(), std::size_t(wanted.size()));
        return open ? word.starts_with(w) : word == w;
    }

    const QList<SearchTerm> &m_terms;
    const QByteArray &m_utf8;
    std::vector<Word> m_last; ///< a ring
    std::size_t m_count = 0;
    std::function<bool(int, std::size_t, std::size_t)> m_found;
};

/// From byte offsets that only grow to offsets in UTF-16.
class UnitCounter
{
public:
    explicit UnitCounter(const QByteArray &utf8) : m_utf8(utf8) {}
    qsizetype unitsAt(std::size_t byte)
    {
        if (byte < m_byte)
            m_byte = 0, m_units = 0; // a term that began before the last one's end
        for (; m_byte < byte; ++m_byte) {
            const auto c = static_cast<unsigned char>(m_utf8.at(qsizetype(m_byte)));
            m_units += (c & 0xc0) != 0x80;
            m_units += c >= 0xf0;
        }
        return m_units;
    }

private:
    const QByteArray &m_utf8;
    std::size_t m_byte = 0;
    qsizetype m_units = 0;
};

} // namespace

QList<SearchTerm> searchTerms(const QString &typed)
{
    QList<SearchTerm> terms;
    const auto all = typedTerms(typed);
    for (const TypedTerm &term : all)
        terms << term.term;
    return terms;
}

QString searchExpression(const QString &typed, TermsWanted wanted)
{
    QStringList expression;
    const auto all = typedTerms(typed);
    for (const TypedTerm &term : all)
        expression << QStringLiteral("\"%1\"%2").arg(term.text, term.term.open ? QStringLiteral("*") : QString());
    return expression.join(wanted == TermsWanted::All ? QStringLiteral(" ") : QStringLiteral(" OR "));
}

QList<FoundTerm> findTerms(const QString &text, const QList<SearchTerm> &terms, qsizetype most)
{
    QList<FoundTerm> found;
    if (terms.isEmpty() || most <= 0)
        return found;
    const QByteArray utf8 = text.toUtf8();
    UnitCounter units(utf8);
    TermFinder(terms, utf8).run([&](int term, std::size_t begin, std::size_t end) {
        const qsizetype start = units.unitsAt(begin);
        found << FoundTerm{start, units.unitsAt(end) - start, term};
        return found.size() < most;
    });
    return found;
}

bool hasTerms(const QString &text, const QList<SearchTerm> &terms)
{
    const QByteArray utf8 = text.toUtf8();
    QBitArray seen(terms.size());
    qsizetype missing = terms.size();
    TermFinder(terms, utf8).run([&](int term, std::size_t, std::size_t) {
        missing -= !seen.testBit(term);
        seen.setBit(term);
        return missing > 0;
    });
    return missing == 0;
}

} // namespace rolecall::db
