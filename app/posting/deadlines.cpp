// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/deadlines.h"

#include "app/posting/date_scan.h"
#include "app/posting/relative_dates.h"
#include "app/posting/text_folding.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace rolecall::app {

namespace {

constexpr qsizetype longestSentence = 1000;
constexpr qsizetype shortSentence = 90;

enum class Cue { Close, Interview, Start, Other, Ignore, Limit };

struct CueWords
{
    Cue cue;
    QRegularExpression pattern;
};

/// Words that say what a date is for, in the languages of the headings.
const QList<CueWords> &cues()
{
    static const auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const QList<CueWords> list{
        {Cue::Ignore, QRegularExpression(QStringLiteral(
             "\\b(?:posted|published|posting date|publication|opening date|date opened|open(?:s|ed)? on|open date|(?:last )?updated|last modified|created|founded|established|launched|since|effective|expires?|ends? on|end date|contract end|funded until|"
             "funding (?:ends|until|through)|fixed[- ]term (?:until|to)|until the end of the|befristet|ver\u00f6ffentlicht|gegr\u00fcndet|seit|publi\u00e9e?|depuis|publicado|fundad[ao]|desde|gepubliceerd|sinds|pubblicat[ao]|notwithstanding|"
             "born|graduat\\w+|temporary (?:until|to)|appointment (?:until|through)|duration|vertrag bis|jusqu'en|vacation|holidays?|as of|salary|pay (?:award|scale)|project (?:runs|ends))\\b"), options)},
        {Cue::Other, QRegularExpression(QStringLiteral(
             "\\b(?:short-?list\\w*|sift\\w*|(?:review|screening|consideration) of (?:applications|candidates)|(?:first |full |priority )?(?:review|consideration)(?: date)?(?:: | begins| will begin| starts)|applications? review\\w*|begin(?:ning)? (?:reviewing|the review)|(?:first|initial) review|review(?:ing)? (?:of )?applications|"
             "notif\\w+|(?:information|info|q ?& ?a) session|webinar|open day|assessment (?:cent(?:re|er)|day|task)|decision|outcome|priority (?:date|deadline|review)|offers? (?:will|to))\\b"), options)},
        {Cue::Interview, QRegularExpression(QStringLiteral("\\b(?:interview\\w*|vorstellungsgespr\\w+|bewerbungsgespr\\w+|auswahlgespr\\w+|gespr\u00e4che?|entretiens?|auditions?|entrevistas?|gesprekken|gesprek|sollicitatiegesprek\\w*|colloqui[o]?|panel day|(?:speak|talk|meet|see)(?:ing)? (?:with |to )?(?:shortlisted )?(?:candidates|applicants|people)|intervju\\w*|samtaler?|anst\u00e4llningssamtal|ans\u00e6ttelsessamtale\\w*|rozm\u00f3w|rozmow\\w+|pohovor\\w*|haastattelu\\w*)\\b"), options)},
        {Cue::Close, QRegularExpression(QStringLiteral(
             "\\b(?:dead-?line|closing(?: date)?|closes?|closed?_date|close date|clos(?:es|ing) on|apply (?:by|before|until|no later)|appl(?:y|ications?|ying)|submi(?:t|ssion|tted)s?|send|write to|get in touch|respond|reply|resum\u00e9?e?s?|cvs?|e-?mail (?:your|us|a)|application deadline|filing|expressions? of interest|due(?: date)?|valid until|last day|"
             "bewerbungsfrist|bewerbungsschluss|einsendeschluss|frist|bew[ei]rb\\w*|unterlagen|date limite|cl\u00f4ture|candidatures?|postuler|d\u00e9p\u00f4t|"
             "fecha l\u00edmite|plazo|solicitudes?|candidaturas?|enviar|cierre|postulaci\u00f3n\\w*|sluitingsdatum|reageren|solliciter\\w+|sollicitaties?|scadenza|candidatur[ae]|domand[ae]|"
             "prazo|inscri\u00e7\u00f5es|encerramento|data limite|termine|"
             "posting period|application (?:period|window)|vacancy period|advertis\\w+ period|open (?:&|and) closing dates?|bewerbungszeitraum|to reach us|reach us|received|e-?mail|mailen|mail naar|stuur\\w*|schrijf|adresser|escr\u00edb\\w+|env\u00ede\\w*|env\u00eda\\w*|inviare|schick\\w*|senden?|get in touch|sent|proposals?|ping us|drop us|let us know|"
             "sista (?:ans\u00f6knings)?dag|ans\u00f6k\\w*|ans\u00f8g\\w*|s\u00f8knad\\w*|s\u00f8k (?:innen|senest)|sk\u0142ada\\w+|dokumenty|aplikac\\w+|zg\u0142osze\\w+|aplikuj|uz\u00e1v\u011brka|p\u0159ihl\u00e1\u0161k\\w+|hakuaika|hakemu\\w+|termin sk\u0142adania)\\b"), options)},
        // A limit alone; any other word of the sentence says more.
        {Cue::Limit, QRegularExpression(QStringLiteral("\\b(?:bis (?:zum|sp\u00e4testens)|avant le|jusqu'au|au plus tard|hasta el|uiterlijk|senast|senest|do dnia|najp\u00f3\u017aniej|nejpozd\u011bji|menness\u00e4|v\u00f3\u00f3r|entro(?: il)?|at\u00e9(?: ao?)?)\\b"), options)},
        {Cue::Start, QRegularExpression(QStringLiteral(
             "\\b(?:start(?:s|ing|ed)?(?: date| work)?|begin(?:s|ning)?|commenc\\w+|join us (?:in|on|from)|available from|in post|take up|anticipated start|projected|eintritt\\w*|beginn|startdatum|arbeitsbeginn|zu besetzen|besetzen|einstieg|ab dem|zum \\d|per \\d|"
             "d\u00e9marrage|d\u00e9but|prise de (?:poste|fonctions?)|entr\u00e9e en fonction|\u00e0 partir d[eu]|\u00e0 pourvoir|incorporaci\u00f3n|inicio|comienzo|a partir de|indiensttreding|ingangsdatum|startdatum|per direct|inizio|decorrenza|data di inizio|in\u00edcio|a partir|required (?:for|from)|tilltr\u00e4d\\w*|tiltr\u00e6d\\w*|tiltred\\w*|startdato|rozpocz\u0119ci\\w+|n\u00e1stup\\w*|aloitus\\w*|(?:requires|seeks|sucht|suchen|zoekt|zoeken|recherche|recrute|busca|cerca|s\u00f6ker|s\u00f8ker)\\b[^.;]{0,120}?\\b(?:from|ab|per|vanaf|\u00e0 partir du|dal|desde|fr\u00e5n|fra)|to start in|employment from|with effect from|wef)\\b"), options)},
    };
    return list;
}

struct CueHit
{
    Cue cue;
    qsizetype start;
    qsizetype end;
};

QList<CueHit> cueHits(const QString &text)
{
    QList<CueHit> hits;
    for (const CueWords &words : cues()) {
        for (auto matches = words.pattern.globalMatch(text); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            hits += CueHit{words.cue, match.capturedStart(), match.capturedEnd()};
        }
    }
    // "Review of applications" is a review: a cue inside a longer one does not count.
    QList<CueHit> kept;
    for (const CueHit &hit : std::as_const(hits)) {
        const bool inside = std::any_of(hits.cbegin(), hits.cend(), [&hit](const CueHit &other) {
            return other.end - other.start > hit.end - hit.start && other.start <= hit.start && hit.end <= other.end;
        });
        if (!inside)
            kept += hit;
    }
    return kept;
}

DeadlineKind kindOf(Cue cue)
{
    switch (cue) {
    case Cue::Close:
    case Cue::Limit:
        return DeadlineKind::ApplicationsClose;
    case Cue::Interview:
        return DeadlineKind::Interviews;
    case Cue::Start:
        return DeadlineKind::Start;
    default:
        return DeadlineKind::Other;
    }
}

/// How far a cue is from a date: what stands before it counts as nearer than what comes after; a clause that lies
/// between counts as distance.
qsizetype distance(const CueHit &hit, const DateMention &mention, const QString &text)
{
    const bool before = hit.end <= mention.start + mention.length;
    const qsizetype from = before ? hit.end : mention.start + mention.length;
    const qsizetype to = before ? mention.start : hit.start;
    qsizetype gap = std::max<qsizetype>(to - from, 0) + (before ? 0 : 30);
    const QStringView between = QStringView(text).mid(from, std::max<qsizetype>(to - from, 0));
    if (hit.cue == Cue::Limit)
        gap += 1000;
    gap += 40 * (between.count(u';') + between.count(u" and ") + between.count(u" und ") + between.count(u" et "));
    return gap;
}

std::optional<Cue> cueFor(const DateMention &mention, const QString &text, const QString &context)
{
    const QList<CueHit> hits = cueHits(text);
    const CueHit *best = nullptr;
    qsizetype nearest = 0;
    const bool talksOfInterviews = std::any_of(hits.cbegin(), hits.cend(), [](const CueHit &hit) { return hit.cue == Cue::Interview; });
    const bool hasOther = std::any_of(hits.cbegin(), hits.cend(), [](const CueHit &hit) { return hit.cue == Cue::Other; });
    const bool closes = std::any_of(hits.cbegin(), hits.cend(), [](const CueHit &hit) { return hit.cue == Cue::Close; });
    for (const CueHit &hit : hits) {
        const qsizetype gap = distance(hit, mention, text);
        // "Interviews will start on": the verb belongs to the noun before it.
        const bool weakStart = hit.cue == Cue::Start && (talksOfInterviews || hasOther || closes)
            && std::any_of(hits.cbegin(), hits.cend(), [&](const CueHit &other) {
                   return (other.cue == Cue::Interview || other.cue == Cue::Other || other.cue == Cue::Close) && other.start < hit.start + 12 && hit.start - other.end < 40 && other.end <= hit.end + 40
                       && other.start <= mention.start && !text.mid(hit.start, hit.end - hit.start).contains(u"date", Qt::CaseInsensitive) && other.cue != Cue::Close;
               });
        if (weakStart)
            continue;
        if (!best || gap < nearest || (gap == nearest && hit.cue < best->cue)) {
            best = &hit;
            nearest = gap;
        }
    }
    if (best)
        return best->cue;
    // "Say hello at jobs@example.org by Sunday": where to write and a limit are a closing date, whatever the verb.
    static const QRegularExpression limit(QStringLiteral("\\b(?:by|before|until|till|bis|avant le|hasta el|antes del|voor|v\u00f3\u00f3r|entro|at\u00e9|senast|senest)\\b[^.;]{0,30}$"), QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    if (text.contains(u'@') && limit.match(text.left(mention.start)).hasMatch())
        return Cue::Close;
    const QList<CueHit> above = cueHits(context);
    return above.isEmpty() ? std::nullopt : std::optional(above.first().cue);
}

/// A close cue that is only a verb ("we send", "apply") needs the date to be a limit.
bool isLimit(const QString &text, const DateMention &mention, const QString &context)
{
    static const auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression strong(QStringLiteral("\\b(?:dead-?line|clos(?:es|ing|e)|due|filing|last day|frist|bewerbungs\\w+|einsendeschluss|limite|cl\u00f4ture|plazo|l\u00edmite|cierre|sluitingsdatum|scadenza|prazo|encerramento|applications? (?:are )?accepted|open until|uiterlijk|termine|posting period|application (?:period|window)|vacancy period|closing dates|bewerbungszeitraum|sista (?:ans\u00f6knings)?dag\\w*|ans\u00f6kningstid|ans\u00f8gningsfrist|s\u00f8knadsfrist|termin|uz\u00e1v\u011brka|hakuaika\\w*)\\b"), options);
    static const QRegularExpression before(QStringLiteral("(?:\\b(?:by|before|until|till|no later than|on or before|through|to|latest|bis|bis zum|sp\u00e4testens|zum|avant|jusqu'au|d'ici le|d'ici au|au|hasta|antes del|tot|voor|v\u00f3\u00f3r|entro|al|at\u00e9|not later than|senast|senest|innen|do(?= (?:dnia )?$)|najp\u00f3\u017aniej|nejpozd\u011bji|menness\u00e4|sist)\\b|[-\u2013\u2014:|])[^.;]{0,40}$"), options);
    if (strong.match(text).hasMatch() || strong.match(context).hasMatch())
        return true;
    return before.match(text.left(mention.start)).hasMatch();
}

void settleYear(DateMention &mention, const QDate &reference, bool afterReference)
{
    if (mention.year != 0 || !reference.isValid())
        return;
    mention.year = reference.year();
    const int day = mention.day > 0 ? mention.day : 28;
    const QDate guess(mention.year, mention.month, std::min(day, QDate(mention.year, mention.month, 1).daysInMonth()));
    // What follows the closing date in the posting also follows it in time; a whole half year back is the next year.
    if (afterReference && guess.daysTo(reference) > 150)
        ++mention.year;
}

/// The phrase that carries the date: the sentence where that is short, else the clause around the date.
QString phraseOf(const QString &sentence, const DateMention &mention)
{
    if (sentence.size() <= shortSentence)
        return sentence;
    static const QRegularExpression preposition(QStringLiteral("(?:^|[\\s(])((?:by|before|until|on|no later than|from|in|bis(?: zum)?|am|ab|avant le|jusqu'au|le|\u00e0 partir d[eu]|hasta el|el|antes del|uiterlijk|voor|entro il|entro|at\u00e9|a partir de)(?: [^\\s,;.()]+){0,2} ?)$"),
                                                QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = preposition.match(sentence.left(mention.start));
    const qsizetype start = match.hasMatch() ? match.capturedStart(1) : mention.start;
    return sentence.mid(start, mention.start + mention.length - start).trimmed();
}

class Reader
{
public:
    Reader(const DeadlineContext &context, QStringList &warnings)
        : m_context(context)
        , m_reference(context.reference)
        , m_warnings(warnings)
    {
    }

    void readUnit(const TextUnit &unit)
    {
        const QString &text = unit.sentence;
        if (text.size() > longestSentence)
            return;
        readImmediate(unit);
        readAfterPublication(unit);
        const QList<DateMention> mentions = scanDates(text, m_context.monthFirst);
        for (DateMention mention : mentions) {
            const std::optional<Cue> cue = cueFor(mention, text, unit.context);
            if (!cue || *cue == Cue::Ignore)
                continue;
            if (*cue == Cue::Close && (mention.rangeStart || !isLimit(text, mention, unit.context)))
                continue;
            if (mention.rangeStart && *cue == Cue::Start)
                continue;
            add(kindOf(*cue), mention, unit);
        }
    }

    void readField(const FrontMatterField &field)
    {
        static const QRegularExpression closes(QStringLiteral("^(?:.*[_ -])?(?:clos(?:e|es|ing)|deadline|expir\\w*|due|until|apply[_ -]?by|valid[_ -]?through|frist|limite)(?:[_ -].*)?$"), QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression starts(QStringLiteral("^(?:start|begin|startdate|start[_ -]date|starting)(?:[_ -]?(?:date|on))?$"), QRegularExpression::CaseInsensitiveOption);
        const bool close = closes.match(field.key).hasMatch();
        if (!close && !starts.match(field.key).hasMatch())
            return;
        const QList<DateMention> mentions = scanDates(field.value, m_context.monthFirst);
        if (!mentions.isEmpty())
            add(close ? DeadlineKind::ApplicationsClose : DeadlineKind::Start, mentions.last(), TextUnit{field.value, field.key, field.source});
    }

    QList<DeadlineDraft> found() const { return m_found; }

private:
    /// "As soon as possible", "until filled": what is said instead of a date.
    void readImmediate(const TextUnit &unit)
    {
        static const auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
        static const QRegularExpression soon(QStringLiteral(
            "\\b(?:as soon as possible|asap|immediate(?:ly)?|at the earliest|schnellstm\u00f6glich|so bald wie m\u00f6glich|baldm\u00f6glichst|d\u00e8s que possible|imm\u00e9diate(?:ment)?|lo antes posible|inmediat[ao]|zo (?:spoedig|snel) mogelijk|per direct|"
            "il prima possibile|immediat[ao]|o mais r\u00e1pido poss\u00edvel|imediat[ao])\\b"), options);
        static const QRegularExpression certain(QStringLiteral("\\b(?:ab sofort|sofort zu besetzen|(?:zum )?n\u00e4chstm\u00f6glichen (?:zeitpunkt|termin)|immediate start|start immediately|prise de poste imm\u00e9diate|incorporaci\u00f3n inmediata)\\b"), options);
        static const QRegularExpression filled(QStringLiteral(
            "\\b(?:until (?:it is |the (?:position|role|post|vacancy) is |the (?:positions|roles|posts|vacancies) are |they are |a suitable \\w+ is )?(?:filled|found)|bis (?:zur besetzung|die stelle besetzt)|jusqu'\u00e0 (?:ce que le poste soit )?pourvu\\w*|hasta (?:cubrir|que se cubra)\\w*|tot de vacature is vervuld|until an appointment is made|open until closed|until filled)\\b"), options);
        const QString &text = unit.sentence;
        if (const QRegularExpressionMatch match = filled.match(text); match.hasMatch())
            addText(DeadlineKind::ApplicationsClose, QStringLiteral("until filled"), unit, match);
        QRegularExpressionMatch match = certain.match(text);
        if (!match.hasMatch()) {
            match = soon.match(text);
            static const QRegularExpression startWord(QStringLiteral("\\b(?:start\\w*|begin\\w*|commenc\\w+|join us|eintritt\\w*|beginn|besetz\\w+|einstieg|d\u00e9marrage|prise de|\u00e0 pourvoir|entr\u00e9e en|incorpora\\w+|inicio|comienzo|indiensttreding|ingangsdatum|inizio|in\u00edcio|per direct)\\b"), options);
            if (match.hasMatch() && !(startWord.match(text).hasMatch() || (text.size() < 60 && startWord.match(unit.context).hasMatch())))
                return;
            if (match.hasMatch() && text.size() > 220)
                return;
        }
        if (match.hasMatch())
            addText(DeadlineKind::Start, QStringLiteral("asap"), unit, match);
    }

    /// "Within four weeks of publication": a date where the posting says when it was published, else the words.
    void readAfterPublication(const TextUnit &unit)
    {
        static const auto options = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;
        static const QRegularExpression within(QStringLiteral(
            "\\b(?:within|no later than|up to|innerhalb von|binnen|dans un d\u00e9lai de|sous|en (?:un|el) plazo de|entro|binnen|inom)\\s+(\\d{1,3}|\\p{L}+)\\s+(?:calendar |natural |kalender)?(days?|weeks?|months?|tagen?|wochen?|monaten?|jours?|semaines?|mois|d\u00edas?|semanas?|giorni|settimane|dagen|weken|dagar|veckor)"
            "(?: (?:naturales|calendaires|h\u00e1biles))?\\s+(?:of|after|from|following|nach|\u00e0 compter de|apr\u00e8s|suivant|desde|a partir de|dalla|na|efter)\\s+(?:(?:the|dem|der|la|el|date of|datum der|date de|fecha de|this|its) ?){0,3}(?:publication|publishing|posting|advertisement|appearance|ver\u00f6ffentlichung|erscheinen|publicaci\u00f3n|pubblicazione|publicatie|publicering)\\b"), options);
        const QRegularExpressionMatch match = within.match(unit.sentence);
        const std::optional<int> count = match.hasMatch() ? smallNumber(match.captured(1)) : std::nullopt;
        if (!count)
            return;
        QString approx = match.captured();
        if (m_context.published.isValid()) {
            const QString measure = match.captured(2).toLower();
            const bool months = measure.startsWith(u'm');
            const bool weeks = measure.startsWith(u'w') || measure.startsWith(u"sem") || measure.startsWith(u"set") || measure.startsWith(u"v");
            approx = (months ? m_context.published.addMonths(*count) : m_context.published.addDays(*count * (weeks ? 7 : 1))).toString(Qt::ISODate);
        }
        addText(DeadlineKind::ApplicationsClose, approx, unit, match);
    }

    void addText(DeadlineKind kind, const QString &approx, const TextUnit &unit, const QRegularExpressionMatch &match)
    {
        DateMention place;
        place.start = match.capturedStart();
        place.length = match.capturedLength();
        append({kind, phraseOf(unit.sentence, place), std::nullopt, approx, unit.sentence, unit.source});
    }

    void add(DeadlineKind kind, DateMention mention, const TextUnit &unit)
    {
        DeadlineDraft deadline{kind, phraseOf(unit.sentence, mention), std::nullopt, std::nullopt, unit.sentence, unit.source};
        const bool complete = mention.year != 0;
        settleYear(mention, m_reference, kind != DeadlineKind::ApplicationsClose);
        if (complete)
            deadline.date = mention.date();
        if (!deadline.date)
            deadline.approx = mention.approx().value_or(unit.sentence.mid(mention.start, mention.length));
        if (deadline.date && kind == DeadlineKind::ApplicationsClose)
            m_reference = *deadline.date;
        if (mention.ambiguous) {
            m_warnings += QCoreApplication::translate("PostingReader", "The date \u201c%1\u201d was read as %2; day and month could also stand the other way round.")
                              .arg(unit.sentence.mid(mention.start, mention.length), deadline.date ? deadline.date->toString(Qt::ISODate) : deadline.approx.value_or(QString()));
        }
        append(deadline);
    }

    void append(const DeadlineDraft &deadline)
    {
        const bool known = std::any_of(m_found.cbegin(), m_found.cend(), [&deadline](const DeadlineDraft &other) {
            return other.kind == deadline.kind && other.date == deadline.date && other.approx == deadline.approx;
        });
        if (!known && m_found.size() < 200)
            m_found += deadline;
    }

    const DeadlineContext &m_context;
    QDate m_reference;
    QStringList &m_warnings;
    QList<DeadlineDraft> m_found;
};

} // namespace

QList<DeadlineDraft> readDeadlines(const QList<TextUnit> &units, const QList<FrontMatterField> &fields, const DeadlineContext &context, QStringList &warnings)
{
    Reader reader(context, warnings);
    for (const TextUnit &unit : units)
        reader.readUnit(unit);
    for (const FrontMatterField &field : fields)
        reader.readField(field);
    return reader.found();
}

QDate referenceDate(const QList<TextUnit> &units, const QList<FrontMatterField> &fields, bool monthFirst)
{
    QStringList ignored;
    const DeadlineContext context{monthFirst, {}, {}};
    QDate closing;
    const QList<DeadlineDraft> deadlines = readDeadlines(units, fields, context, ignored);
    for (const DeadlineDraft &deadline : deadlines) {
        if (deadline.date && (deadline.kind == DeadlineKind::ApplicationsClose || !closing.isValid()))
            closing = *deadline.date;
    }
    if (closing.isValid())
        return closing;
    for (const DeadlineDraft &deadline : deadlines) {
        const QDate month = QDate::fromString(deadline.approx.value_or(QString()).left(7), QStringLiteral("yyyy-MM"));
        if (month.isValid())
            return month;
    }
    return publicationDate(units, fields, monthFirst);
}

QDate publicationDate(const QList<TextUnit> &units, const QList<FrontMatterField> &fields, bool monthFirst)
{
    for (const FrontMatterField &field : fields) {
        if (!field.key.contains(u"date", Qt::CaseInsensitive) && !field.key.contains(u"posted", Qt::CaseInsensitive))
            continue;
        for (const DateMention &mention : scanDates(field.value, monthFirst)) {
            if (mention.date())
                return *mention.date();
        }
    }
    for (const TextUnit &unit : units) {
        if (unit.sentence.size() > 300)
            continue;
        static const QRegularExpression posted(QStringLiteral("\\b(?:posted|published|opening date|date opened|updated|ver\u00f6ffentlicht|publi\u00e9|publicado)\\b"), QRegularExpression::CaseInsensitiveOption);
        if (!posted.match(unit.sentence).hasMatch())
            continue;
        for (const DateMention &mention : scanDates(unit.sentence, monthFirst)) {
            if (mention.date())
                return *mention.date();
        }
    }
    return {};
}

} // namespace rolecall::app
