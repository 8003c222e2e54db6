// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/text_folding.h"

#include <QSet>

namespace rolecall::app {

namespace {

bool isAbbreviation(QStringView word)
{
    static const QSet<QString> known{QStringLiteral("e.g"), QStringLiteral("i.e"), QStringLiteral("eg"),   QStringLiteral("ie"),   QStringLiteral("etc"),
                                     QStringLiteral("dr"),  QStringLiteral("prof"), QStringLiteral("mr"),  QStringLiteral("mrs"),  QStringLiteral("ms"),
                                     QStringLiteral("st"),  QStringLiteral("no"),   QStringLiteral("nr"),  QStringLiteral("approx"), QStringLiteral("ca"),
                                     QStringLiteral("z.b"), QStringLiteral("bzw"),  QStringLiteral("u.a"), QStringLiteral("d.h"),  QStringLiteral("inkl"),
                                     QStringLiteral("jan"), QStringLiteral("feb"),  QStringLiteral("mar"), QStringLiteral("apr"),  QStringLiteral("jun"),
                                     QStringLiteral("jul"), QStringLiteral("aug"),  QStringLiteral("sep"), QStringLiteral("sept"), QStringLiteral("oct"),
                                     QStringLiteral("nov"), QStringLiteral("dec"),  QStringLiteral("janv"), QStringLiteral("okt"), QStringLiteral("dez"),
                                     QStringLiteral("d.c"), QStringLiteral("u.s"),  QStringLiteral("m"),   QStringLiteral("mme"),  QStringLiteral("sr"),
                                     QStringLiteral("e"),   QStringLiteral("tel"),  QStringLiteral("a.m"), QStringLiteral("p.m")};
    return known.contains(word.toString().toLower());
}

} // namespace

QString foldedText(const QString &text)
{
    QString result;
    result.reserve(text.size());
    // Only as much as any rule looks at; headings are short.
    const QString decomposed = text.normalized(QString::NormalizationForm_KD).toLower();
    const auto apostrophe = [](QChar c) { return c == u'\'' || c == QChar(0x2019) || c == QChar(0x2018) || c == QChar(0x02BC); };
    for (qsizetype i = 0; i < decomposed.size(); ++i) {
        const QChar c = decomposed.at(i);
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        if (apostrophe(c)) {
            const QStringView rest = QStringView(decomposed).mid(i + 1);
            const auto follows = [&rest](QStringView ending) { return rest.startsWith(ending) && (rest.size() == ending.size() || !rest.at(ending.size()).isLetter()); };
            if (follows(u"ll")) {
                result += QStringLiteral(" will");
                i += 2;
            } else if (follows(u"re")) {
                result += QStringLiteral(" are");
                i += 2;
            } else if (follows(u"ve")) {
                result += QStringLiteral(" have");
                i += 2;
            } else if (follows(u"d")) {
                result += QStringLiteral(" would");
                i += 1;
            } else if (follows(u"t") && result.endsWith(u'n')) {
                result.chop(1);
                result += QStringLiteral(" not");
                i += 1;
            } else if (!result.isEmpty() && !result.endsWith(u' ')) {
                result += u' ';
            }
            continue;
        }
        if (c == QChar(0x00DF)) {
            result += QStringLiteral("ss");
        } else if (c == QChar(0x0142)) { // letters with strokes and ligatures have no decomposition
            result += u'l';
        } else if (c == QChar(0x00F8)) {
            result += u'o';
        } else if (c == QChar(0x00E6)) {
            result += QStringLiteral("ae");
        } else if (c == QChar(0x0153)) {
            result += QStringLiteral("oe");
        } else if (c == QChar(0x0111) || c == QChar(0x00F0)) {
            result += u'd';
        } else if (c == u'&') {
            result += result.endsWith(u' ') || result.isEmpty() ? QStringLiteral("and ") : QStringLiteral(" and ");
        } else if (c.isLetterOrNumber()) {
            result += c;
        } else if (!result.isEmpty() && !result.endsWith(u' ')) {
            result += u' ';
        }
    }
    if (result.endsWith(u' '))
        result.chop(1);
    return result;
}

QStringList sentencesOf(const QString &text)
{
    QStringList sentences;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c != u'.' && c != u'!' && c != u'?')
            continue;
        if (i + 1 < text.size() && !text.at(i + 1).isSpace())
            continue;
        if (c == u'.' && i + 2 < text.size()) {
            qsizetype word = i;
            while (word > start && !text.at(word - 1).isSpace() && text.at(word - 1) != u'(')
                --word;
            const QStringView before = QStringView(text).mid(word, i - word);
            const QChar next = text.at(i + 2);
            const bool ordinal = !before.isEmpty() && before.size() <= 2 && before.at(0).isDigit() && next.isLetterOrNumber();
            if (isAbbreviation(before) || next.isLower() || ordinal || (before.size() == 1 && before.at(0).isLetter()))
                continue;
        }
        const QString sentence = text.mid(start, i + 1 - start).trimmed();
        if (!sentence.isEmpty())
            sentences += sentence;
        start = i + 1;
    }
    const QString rest = text.mid(start).trimmed();
    if (!rest.isEmpty())
        sentences += rest;
    return sentences;
}

} // namespace rolecall::app
