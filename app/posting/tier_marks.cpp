// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/tier_marks.h"

#include <QRegularExpression>
#include <algorithm>

namespace rolecall::app {

namespace {

constexpr auto ignoringCase = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

const QString &necessaryMarks()
{
    static const QString words = QStringLiteral("essential|required|must|must[ -]have|mandatory|necessary|minimum|compulsory|erforderlich|zwingend|muss|obligatoire|exig\u00e9e?|requise?|indispensable|imprescindible|obligatorio|excluyente|vereist|obbligatorio|obrigat\u00f3rio|"
                                                "krav|skall-krav|niezb\u0119dne|konieczne|nutn\u00e9");
    return words;
}

const QString &usefulMarks()
{
    static const QString words = QStringLiteral("desirable|desired|preferred|nice[ -]to[ -]have|optional|a plus|plus|bonus|useful|an asset|asset|w\u00fcnschenswert|von vorteil|kann|souhait\u00e9e?|souhaitable|un plus|un atout|deseable|valorable|wenselijk|pr\u00e9|preferibile|desej\u00e1vel|"
                                                "meriterande|en fordel|mile widziane|v\u00fdhodou");
    return words;
}

SectionKind kindOf(const QString &mark, bool &letter)
{
    static const QRegularExpression necessary(QStringLiteral("^(?:%1)$").arg(necessaryMarks()), ignoringCase);
    const QString bare = mark.trimmed();
    letter = bare.size() == 1;
    if (letter)
        return bare == u"E" ? SectionKind::Necessary : SectionKind::Useful;
    return necessary.match(bare).hasMatch() ? SectionKind::Necessary : SectionKind::Useful;
}

/// A line that is marked by letters says so by its company.
constexpr int fewestLetters = 2;

/// The whole lines of a paragraph.
QList<ListEntry> linesOf(const Block &paragraph)
{
    QList<ListEntry> lines;
    bool joins = false;
    for (const TextLine &line : paragraph.lines) {
        if (joins) {
            lines.last().text += u' ' + line.text;
            lines.last().source = united(lines.last().source, line.source);
        } else {
            lines += ListEntry{line.text, {}, line.source};
        }
        joins = !line.hardBreak && tierMark(lines.last().text).kind == SectionKind::Unknown;
    }
    return lines;
}

} // namespace

TierMark tierMark(const QString &line)
{
    static const QString any = QStringLiteral("(?:(?-i:[ED])|%1|%2)").arg(necessaryMarks(), usefulMarks());
    static const QRegularExpression behind(QStringLiteral("\\s*[\\[({](%1)[\\])}][.;,]?$").arg(any), ignoringCase);
    static const QRegularExpression before(QStringLiteral("^[\\[({](%1)[\\])}]\\s*[:\u2013\u2014-]?\\s*(?=\\S)").arg(any), ignoringCase);
    static const QRegularExpression dashed(QStringLiteral("\\s+[\u2013\u2014-]\\s+(%1|%2)[.;]?$").arg(QStringLiteral("essential|required|mandatory"), QStringLiteral("desirable|preferred|optional|nice[ -]to[ -]have")), ignoringCase);
    static const QRegularExpression label(QStringLiteral("^(essential|desirable|preferred|nice to have|must have|optional|w\u00fcnschenswert|erforderlich|zwingend|souhait\u00e9|souhaitable|deseable|imprescindible|desej\u00e1vel|meriterande|wenselijk)\\s*(?::|\\s[\u2013\u2014-])\\s+(?=\\S)"), ignoringCase);
    TierMark mark;
    if (line.size() < 4 || line.size() > 1000)
        return mark;
    for (const QRegularExpression *pattern : {&behind, &before, &dashed, &label}) {
        const QRegularExpressionMatch match = pattern->match(line);
        if (!match.hasMatch())
            continue;
        mark.text = QString(line).remove(match.capturedStart(), match.capturedLength()).trimmed();
        if (mark.text.isEmpty())
            return {};
        mark.kind = kindOf(match.captured(1), mark.letter);
        return mark;
    }
    return mark;
}

bool isMarked(const QList<ListEntry> &entries)
{
    int words = 0;
    int letters = 0;
    for (const ListEntry &entry : entries) {
        const TierMark mark = tierMark(entry.text);
        if (mark.kind != SectionKind::Unknown)
            ++(mark.letter ? letters : words);
    }
    return words >= 1 || letters >= fewestLetters;
}

QList<Block> withMarkedLists(const QList<Block> &blocks)
{
    QList<Block> result;
    for (const Block &block : blocks) {
        const QList<ListEntry> lines = block.kind == BlockKind::Paragraph && !block.fact ? linesOf(block) : QList<ListEntry>();
        const auto marked = std::count_if(lines.cbegin(), lines.cend(), [](const ListEntry &line) { return tierMark(line.text).kind != SectionKind::Unknown; });
        if (marked < 2 || marked * 3 < lines.size() * 2) {
            result += block;
            continue;
        }
        Block list;
        list.kind = BlockKind::List;
        list.entries = lines;
        list.source = block.source;
        result += list;
    }
    return result;
}

SectionKind demandOf(const QString &sentence)
{
    if (sentence.size() > 400 || sentence.endsWith(u':') || sentence.endsWith(u'?'))
        return SectionKind::Unknown;
    static const QRegularExpression wishes(
        QStringLiteral("\\b(?:(?:is|are|would be|will be|could be) (?:also |very |highly |especially |considered (?:as )?)?(?:desirable|preferred|an advantage|of advantage|advantageous|an asset|assets|a plus|a bonus|helpful|beneficial|useful|nice to have|welcome)|"
                       "(?:ist|sind|w\u00e4re|w\u00e4ren) (?:ebenfalls |jedoch |aber )?(?:von vorteil|w\u00fcnschenswert|erw\u00fcnscht|ein plus)|(?:est|sont|serait|seraient) (?:un plus|un atout|des atouts|souhait\u00e9e?s?|souhaitables?|appr\u00e9ci\u00e9e?s?)|"
                       "se valorar\u00e1n?|(?:es|son) (?:deseables?|valorables?)|is een pr\u00e9|costituisce titolo preferenziale)\\b"),
        ignoringCase);
    static const QRegularExpression demands(
        QStringLiteral("^(?:you|(?:all |the |our |successful |ideal |right )*(?:candidates?|applicants?|person|postholder|appointee))(?: \\w+){0,2}? (?:must|should|will need to|need to|have to|is required to|are required to) (?:also |already |therefore |ideally )?(?:have|be|hold|possess|know|speak|demonstrate|bring|show)\\b|"
                       "\\b(?:is|are) (?:absolutely |also )?(?:essential|required|a must|mandatory|necessary|indispensable)(?=[.;,]?$| for this| for the (?:role|post|position|job))|"
                       "\\b(?:ist|sind) (?:zwingend |unbedingt )?(?:erforderlich|voraussetzung|notwendig)[.;,]?$|\\b(?:est|sont) (?:indispensables?|exig\u00e9e?s?|requise?s?|obligatoires?)[.;,]?$|\\b(?:es|son) (?:imprescindibles?|necesari[oa]s?|obligatori[oa]s?)[.;,]?$"),
        ignoringCase);
    if (wishes.match(sentence).hasMatch())
        return SectionKind::Useful;
    if (!demands.match(sentence).hasMatch())
        return SectionKind::Unknown;
    // What applicants send or do to apply is no quality of theirs.
    static const QRegularExpression procedure(QStringLiteral("\\b(?:applications?|appl(?:y|ying)|submit\\w*|cover letter|interview\\w*|form|attach\\w*|shortlist\\w*)\\b"), ignoringCase);
    return procedure.match(sentence).hasMatch() ? SectionKind::Unknown : SectionKind::Necessary;
}

} // namespace rolecall::app
