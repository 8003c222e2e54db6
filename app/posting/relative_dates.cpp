// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/relative_dates.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace rolecall::app {

namespace {

constexpr auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
constexpr int daysInWeek = 7;
constexpr int mostDays = 366;
constexpr qsizetype longestSentence = 600;

struct Phrase
{
    QRegularExpression pattern; ///< captures: 1 number, 2 working, 3 unit, 4 after or before, 5 what it counts from
    QRegularExpression before;
};

const QList<Phrase> &phrases()
{
    static const QList<Phrase> list{
        {QRegularExpression(QStringLiteral("\\b(?:(?:with)?in |no later than |at the latest |by |about |around |approximately )?(\\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten|fourteen)[ -]"
                                           "((?:full )?(?:working|business|week) ?-?)?(days?|weeks?) (of|after|from|following|before|prior to|ahead of) (?:the )?(?:applications? |job )?"
                                           "(closing(?: date)?|close|closure|deadline|interviews?|start(?:ing)?(?: date)?)\\b"), options),
         QRegularExpression(QStringLiteral("^(?:before|prior to|ahead of)$"), options)},
        {QRegularExpression(QStringLiteral("\\b(?:innerhalb (?:von )?|binnen |spätestens |etwa )?(\\d{1,3}|einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn) ((?:Arbeits|Werk)(?=tag))?(tag(?:e|en)?|woche(?:n)?) "
                                           "(nach|vor) (?:dem |der |den )?(bewerbungsschluss|bewerbungsfrist|einsendeschluss|ablauf der (?:bewerbungs)?frist|vorstellungsgesprächen?|bewerbungsgesprächen?|gesprächen?|arbeitsbeginn)\\b"), options),
         QRegularExpression(QStringLiteral("^vor$"), options)},
        {QRegularExpression(QStringLiteral("\\b(?:dans (?:les|un délai de) |sous )?(\\d{1,3}|un|une|deux|trois|quatre|cinq|dix|quinze) (jours?|semaines?)( (?:ouvrés|ouvrables))? (après|suivant|avant|à compter de) "
                                           "(?:la |le |les |l')?(date limite|clôture|date de clôture|entretiens?|prise de poste)\\b"), options),
         QRegularExpression(QStringLiteral("^avant$"), options)},
    };
    return list;
}

DeadlineKind anchorKind(const QString &word)
{
    static const QRegularExpression interview(QStringLiteral("interview|gespräch|entretien"), options);
    static const QRegularExpression start(QStringLiteral("start|arbeitsbeginn|prise de poste"), options);
    return interview.match(word).hasMatch() ? DeadlineKind::Interviews : start.match(word).hasMatch() ? DeadlineKind::Start : DeadlineKind::ApplicationsClose;
}

DeadlineKind ownKind(const QString &sentence)
{
    static const QRegularExpression interview(QStringLiteral("\\b(?:interviews?|vorstellungsgespr\\w+|entretiens?)\\b"), options);
    return interview.match(sentence).hasMatch() ? DeadlineKind::Interviews : DeadlineKind::Other;
}

} // namespace

std::optional<int> smallNumber(const QString &word)
{
    static const QHash<QString, int> words{
        {QStringLiteral("a"), 1}, {QStringLiteral("one"), 1}, {QStringLiteral("two"), 2}, {QStringLiteral("three"), 3}, {QStringLiteral("four"), 4}, {QStringLiteral("five"), 5},
        {QStringLiteral("six"), 6}, {QStringLiteral("seven"), 7}, {QStringLiteral("eight"), 8}, {QStringLiteral("nine"), 9}, {QStringLiteral("ten"), 10}, {QStringLiteral("fourteen"), 14},
        {QStringLiteral("einem"), 1}, {QStringLiteral("einer"), 1}, {QStringLiteral("ein"), 1}, {QStringLiteral("zwei"), 2}, {QStringLiteral("drei"), 3}, {QStringLiteral("vier"), 4},
        {QStringLiteral("fünf"), 5}, {QStringLiteral("sechs"), 6}, {QStringLiteral("sieben"), 7}, {QStringLiteral("acht"), 8}, {QStringLiteral("neun"), 9}, {QStringLiteral("zehn"), 10},
        {QStringLiteral("un"), 1}, {QStringLiteral("une"), 1}, {QStringLiteral("deux"), 2}, {QStringLiteral("trois"), 3}, {QStringLiteral("quatre"), 4}, {QStringLiteral("cinq"), 5},
        {QStringLiteral("dos"), 2}, {QStringLiteral("tres"), 3}, {QStringLiteral("cuatro"), 4}, {QStringLiteral("due"), 2}, {QStringLiteral("tre"), 3}, {QStringLiteral("quattro"), 4}, {QStringLiteral("twee"), 2}, {QStringLiteral("drie"), 3},
        {QStringLiteral("tv\u00e5"), 2}, {QStringLiteral("fyra"), 4}, {QStringLiteral("dix"), 10}, {QStringLiteral("quinze"), 15},
    };
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    if (isNumber)
        return number;
    const auto found = words.constFind(word.toLower());
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

QList<RelativeDateDraft> readRelativeDates(const QList<TextUnit> &units)
{
    QList<RelativeDateDraft> found;
    for (const TextUnit &unit : units) {
        if (unit.sentence.size() > longestSentence)
            continue;
        for (const Phrase &phrase : phrases()) {
            for (auto matches = phrase.pattern.globalMatch(unit.sentence); matches.hasNext();) {
                const QRegularExpressionMatch match = matches.next();
                // French puts "ouvrés" after the unit; the two captures change places.
                const bool unitFirst = match.captured(2).startsWith(u"jour", Qt::CaseInsensitive) || match.captured(2).startsWith(u"semaine", Qt::CaseInsensitive);
                const QString measure = match.captured(unitFirst ? 2 : 3);
                const bool weeks = measure.startsWith(u'w', Qt::CaseInsensitive) || measure.startsWith(u's', Qt::CaseInsensitive);
                const auto number = smallNumber(match.captured(1));
                if (!number || *number * (weeks ? daysInWeek : 1) > mostDays)
                    continue;
                RelativeDateDraft draft;
                draft.anchor = anchorKind(match.captured(5));
                draft.kind = ownKind(unit.sentence.left(match.capturedStart()));
                draft.offset = *number * (weeks ? daysInWeek : 1) * (phrase.before.match(match.captured(4)).hasMatch() ? -1 : 1);
                draft.workingDays = !weeks && !match.captured(unitFirst ? 3 : 2).isEmpty();
                draft.text = match.captured().trimmed();
                draft.sentence = unit.sentence;
                draft.source = unit.source;
                if (draft.kind == draft.anchor)
                    draft.kind = DeadlineKind::Other;
                const bool known = std::any_of(found.cbegin(), found.cend(), [&draft](const RelativeDateDraft &other) {
                    return other.kind == draft.kind && other.anchor == draft.anchor && other.offset == draft.offset && other.workingDays == draft.workingDays;
                });
                if (!known && found.size() < 50)
                    found << draft;
            }
        }
    }
    return found;
}

} // namespace rolecall::app
