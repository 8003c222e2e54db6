// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/blind/masking.h"

#include "app/blind/name_forms.h"
#include "app/blind/other_names.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Blind", text);
}

struct Hit
{
    qsizetype start = 0;
    qsizetype length = 0;
    QString replacement;
    qsizetype end() const { return start + length; }
};

QRegularExpression pattern(const char *text, QRegularExpression::PatternOptions options = {})
{
    return QRegularExpression(QString::fromUtf8(text), options | QRegularExpression::UseUnicodePropertiesOption);
}

void addMatches(QList<Hit> &hits, const QString &text, const QRegularExpression &expression, const QString &replacement)
{
    for (auto matches = expression.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        hits << Hit{match.capturedStart(), match.capturedLength(), replacement};
    }
}

void addEmails(QList<Hit> &hits, const QString &text)
{
    // Also as people write them against robots: "ada (at) example (dot) org".
    static const auto plain = pattern(R"((?:mailto:)?[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})", QRegularExpression::CaseInsensitiveOption);
    static const auto spelled = pattern(R"([\p{L}\p{N}._%+-]{1,64}\s?[\[({<]\s?(?:at|@)\s?[\])}>]\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[\[({<]\s?(?:dot|\.)\s?[\])}>])\s?[\p{L}\p{N}-]{1,63}){1,5})",
                                        QRegularExpression::CaseInsensitiveOption);
    addMatches(hits, text, plain, tr("[e-mail]"));
    addMatches(hits, text, spelled, tr("[e-mail]"));
}

void addLinks(QList<Hit> &hits, const QString &text)
{
    static const auto schemed = pattern(R"((?:(?:https?|ftp|ssh|git|skype|tel|sip|xmpp)://?|(?:skype|tel|sip|xmpp):|www\.)[^\s<>"]{1,2000})", QRegularExpression::CaseInsensitiveOption);
    // A bare domain needs an ending that is hardly ever a file's or a sentence's; one with a path may have any.
    static const auto bare = pattern(R"((?<![\p{L}\p{N}@.-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.(?:com|org|net|edu|gov|io|dev|me|info|eu|uk|de|fr|es|it|nl|pl|ch|at|se|no|dk|fi|pt|br|mx|ca|us|au|nz|in|jp|cn|ru|za|ac|name|app|tech|page|site|online|social|xyz)(?:[/:?#][^\s<>"]{0,2000})?(?![\p{L}\p{N}]))");
    static const auto withPath = pattern(R"((?<![\p{L}\p{N}@.-])[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,4}\.[a-z]{2,12}/[^\s<>"]{1,2000})");
    static const auto handle = pattern(R"((?<![\p{L}\p{N}@._-])@[\p{L}\p{N}_][\p{L}\p{N}_.-]{1,60}(?:@[\p{L}\p{N}.-]{3,80})?)");
    for (const auto *expression : {&schemed, &bare, &withPath, &handle})
        addMatches(hits, text, *expression, tr("[link]"));
}

int digitsIn(const QString &text)
{
    return int(std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); }));
}

/// Years, dates and sums look like telephone numbers to a pattern, and a CV is full of them.
bool isDateOrSum(const QString &number)
{
    static const auto years = pattern(R"(^(?:\d{1,2}[./ ])?(?:19|20)\d\d(?:\s?[-/.]\s?|\s)(?:\d{1,2}[./ ])?(?:19|20)\d\d$)");
    static const auto date = pattern(R"(^(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d)(?:\s?-\s?(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d))?$)");
    static const auto thousands = pattern(R"(^[1-9]\d{0,2}(?:[ .]\d{3})+$)");
    return years.match(number).hasMatch() || date.match(number).hasMatch() || thousands.match(number).hasMatch();
}

void addNumbers(QList<Hit> &hits, const QString &text, const CandidateFacts &facts)
{
    static const auto number = pattern(R"((?<![\p{L}\p{N}])(?:\+|\()?\d[\d ()./\x{00a0}\x{2010}-\x{2014}-]{4,28}[\dX](?![\p{L}\p{N}]))");
    const QString known = [&facts] {
        QString digits;
        for (const QChar c : facts.phone) {
            if (c.isDigit())
                digits += c;
        }
        return digits.right(7);
    }();
    for (auto matches = number.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        QString plain;
        QString digits;
        for (const QChar c : match.captured()) {
            plain += c.category() == QChar::Punctuation_Dash ? QChar(u'-') : c.isSpace() ? QChar(u' ') : c;
            if (c.isDigit())
                digits += c;
        }
        const bool own = known.size() == 7 && digits.contains(known);
        if (own || (digitsIn(plain) >= 7 && digitsIn(plain) <= 19 && !isDateOrSum(plain)))
            hits << Hit{match.capturedStart(), match.capturedLength(), tr("[number]")};
    }
}

void addPlaces(QList<Hit> &hits, const QString &text)
{
    static const auto english = pattern(R"((?<![\p{L}\p{N}])\d{1,5}[a-zA-Z]?,?(?: [\p{Lu}][\p{L}'.-]{0,30}){1,4} (?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Place|Square|Terrace|Close|Crescent|Highway)\b\.?)");
    static const auto german = pattern(R"((?<![\p{L}\p{N}])\p{Lu}[\p{L}-]{1,40}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|ufer|gatan|vägen|straat|laan)\s\d{1,4} ?[a-zA-Z]?(?![\p{L}\p{N}]))");
    static const auto twoWords = pattern(R"((?<![\p{L}\p{N}])\p{Lu}[\p{L}-]{1,40} (?:Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse|Ring)\s\d{1,4} ?[a-zA-Z]?(?![\p{L}\p{N}]))");
    static const auto french = pattern(R"((?<![\p{L}\p{N}])\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|bd|chemin|place|allée|impasse|quai|cours)(?: (?:de|du|des|la|le|les|l'|d')){0,3} ?[\p{L}'-]{2,40}(?: \p{Lu}[\p{L}'-]{1,40}){0,3})",
                                       QRegularExpression::NoPatternOption);
    static const auto southern = pattern(R"((?<![\p{L}\p{N}])(?:Calle|C/|Avenida|Av\.|Plaza|Paseo|Via|Viale|Piazza|Corso|Rua|Travessa|ul\.)(?: (?:de|del|della|la|el|los|las|da|do|dos)){0,3} ?\p{Lu}[\p{L}'.-]{1,40}(?: [\p{L}'.-]{2,40}){0,3},? (?:n\.?º? ?)?\d{1,5}[a-zA-Z]?(?![\p{L}\p{N}]))");
    static const auto box = pattern(R"((?<![\p{L}])(?:P\.? ?O\.? ?Box|Postfach|Apartado|Boîte postale|BP) ?\d{1,8})", QRegularExpression::CaseInsensitiveOption);
    for (const auto *expression : {&english, &german, &twoWords, &french, &southern, &box})
        addMatches(hits, text, *expression, tr("[address]"));
}

/// Between the parts of one name: blanks, and the dot of an initial.
bool isBetweenNames(QStringView gap)
{
    return gap.size() <= 3 && std::all_of(gap.cbegin(), gap.cend(), [](QChar c) { return c == u' ' || c == u'.' || c == u'-' || c == QChar(0xa0); });
}

/// Overlapping hits become one; it takes the replacement of the one that began first, or is longest. The parts of a name become one too.
QList<Hit> merged(QList<Hit> hits, const QString &text, const QString &code)
{
    std::sort(hits.begin(), hits.end(), [](const Hit &one, const Hit &other) { return one.start != other.start ? one.start < other.start : one.length > other.length; });
    QList<Hit> result;
    for (const Hit &hit : std::as_const(hits)) {
        const bool sameName = !result.isEmpty() && result.last().replacement == code && hit.replacement == code && hit.start >= result.last().end()
                              && isBetweenNames(QStringView(text).mid(result.last().end(), hit.start - result.last().end()));
        if (!result.isEmpty() && (hit.start < result.last().end() || sameName))
            result.last().length = std::max(result.last().end(), hit.end()) - result.last().start;
        else
            result << hit;
    }
    return result;
}

} // namespace

CandidateFacts factsOf(const db::Candidate &candidate)
{
    return {candidate.name, candidate.email.value_or(QString()), candidate.phone.value_or(QString()), candidate.location.value_or(QString()),
            candidate.links.value_or(QString()), {}};
}

namespace {

void addNames(QList<Hit> &hits, const FoldedText &folded, const CandidateFacts &facts, const QString &code)
{
    const QList<TextStretch> names = findNames(folded, facts.name, facts.email, facts.links);
    for (const TextStretch &stretch : names)
        hits << Hit{stretch.start, stretch.length, code};
    if (facts.others) {
        for (const TextStretch &stretch : facts.others->find(folded, names))
            hits << Hit{stretch.start, stretch.length, tr("[name]")};
    }
}

MaskedText replaced(const QString &text, QList<Hit> hits, const QString &code)
{
    MaskedText masked;
    qsizetype taken = 0;
    for (const Hit &hit : merged(std::move(hits), text, code)) {
        masked.text += QStringView(text).mid(taken, hit.start - taken);
        masked.pieces << MaskedText::Piece{hit.start, hit.length, masked.text.size(), hit.replacement.size()};
        masked.text += hit.replacement;
        taken = hit.end();
    }
    masked.text += QStringView(text).mid(taken);
    return masked;
}

} // namespace

MaskedText mask(const QString &text, const CandidateFacts &facts, const QString &code)
{
    QList<Hit> hits;
    addEmails(hits, text);
    addLinks(hits, text);
    addNumbers(hits, text, facts);
    addPlaces(hits, text);
    const FoldedText folded = foldForNames(text);
    addNames(hits, folded, facts, code);
    for (const TextStretch &stretch : findPlaces(folded, facts.location))
        hits << Hit{stretch.start, stretch.length, tr("[place]")};
    return replaced(text, std::move(hits), code);
}

MaskedText maskNames(const QString &text, const CandidateFacts &facts, const QString &code)
{
    QList<Hit> hits;
    addEmails(hits, text);
    addNames(hits, foldForNames(text), facts, code);
    return replaced(text, std::move(hits), code);
}

bool linkNamesSomebody(const QString &link, const CandidateFacts &facts)
{
    // Nobody writes a capital in a link, and a name in it may be written in signs and numbers.
    const QString plain = QUrl::fromPercentEncoding(link.toUtf8());
    QList<Hit> hits;
    for (const QString &text : {plain, plain.toUpper()}) {
        addEmails(hits, text);
        addNames(hits, foldForNames(text), facts, {});
    }
    return !hits.isEmpty();
}

namespace {

using Piece = MaskedText::Piece;

/// Moves an offset from one side to the other; inside a piece to that piece's beginning or end.
qsizetype moved(const QList<Piece> &pieces, qsizetype offset, bool atEnd, qsizetype Piece::*fromStart, qsizetype Piece::*fromLength, qsizetype Piece::*toStart,
                qsizetype Piece::*toLength)
{
    qsizetype shift = 0;
    for (const Piece &piece : pieces) {
        const qsizetype start = piece.*fromStart;
        const qsizetype end = start + piece.*fromLength;
        if (offset <= start)
            break;
        if (offset < end)
            return atEnd ? piece.*toStart + piece.*toLength : piece.*toStart;
        shift = (piece.*toStart + piece.*toLength) - end;
    }
    return offset + shift;
}

} // namespace

MaskedText::Range MaskedText::toOriginal(Range range) const
{
    const qsizetype start = moved(pieces, range.start, false, &Piece::maskedStart, &Piece::maskedLength, &Piece::originalStart, &Piece::originalLength);
    const qsizetype end = moved(pieces, range.start + range.length, true, &Piece::maskedStart, &Piece::maskedLength, &Piece::originalStart, &Piece::originalLength);
    return {start, std::max<qsizetype>(end - start, 0)};
}

MaskedText::Range MaskedText::toMasked(Range range) const
{
    const qsizetype start = moved(pieces, range.start, false, &Piece::originalStart, &Piece::originalLength, &Piece::maskedStart, &Piece::maskedLength);
    const qsizetype end = moved(pieces, range.start + range.length, true, &Piece::originalStart, &Piece::originalLength, &Piece::maskedStart, &Piece::maskedLength);
    return {start, std::max<qsizetype>(end - start, 0)};
}

} // namespace rolecall::app
