// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/heading_vocabulary.h"

#include "app/posting/job_words.h"
#include "app/posting/text_folding.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace rolecall::app {

namespace {

/// Nobody writes a longer heading; of a longer text only the start is looked at.
constexpr qsizetype longestHeading = 300;

struct Phrase
{
    SectionKind kind;
    QStringList words; // a word that ends with '*' is a stem
    bool atStart = false;
    bool atEnd = false;
};

bool wordMatches(const QString &pattern, const QString &word)
{
    return pattern.endsWith(u'*') ? word.startsWith(QStringView(pattern).chopped(1)) : pattern == word;
}

/// Phrases by their first word; where that is a stem, by its first letters.
class PhraseIndex
{
public:
    explicit PhraseIndex(const QList<Vocabulary> &vocabularies)
    {
        for (const Vocabulary &vocabulary : vocabularies) {
            for (const VocabularyGroup &group : vocabulary) {
                const QStringList phrases = QString::fromUtf8(group.phrases).split(u'|');
                for (QString text : phrases) {
                    Phrase phrase{group.kind, {}};
                    if (text.startsWith(u'^')) {
                        phrase.atStart = true;
                        text.remove(0, 1);
                    }
                    if (text.endsWith(u'$')) {
                        phrase.atEnd = true;
                        text.chop(1);
                    }
                    phrase.words = text.split(u' ', Qt::SkipEmptyParts);
                    if (phrase.words.isEmpty())
                        continue;
                    const QString &first = phrase.words.first();
                    if (first.endsWith(u'*'))
                        m_byStem[first.left(std::min<qsizetype>(3, first.size() - 1))] += phrase;
                    else
                        m_byWord[first] += phrase;
                }
            }
        }
    }

    struct Hit
    {
        SectionKind kind;
        qsizetype start;
        qsizetype count;
    };

    QList<Hit> hits(const QStringList &words) const
    {
        QList<Hit> found;
        const auto tryAll = [&](const QList<Phrase> &phrases, qsizetype at) {
            for (const Phrase &phrase : phrases) {
                if (at + phrase.words.size() > words.size() || (phrase.atStart && at != 0) || (phrase.atEnd && at + phrase.words.size() != words.size()))
                    continue;
                bool all = true;
                for (qsizetype i = 0; all && i < phrase.words.size(); ++i)
                    all = wordMatches(phrase.words.at(i), words.at(at + i));
                if (all)
                    found += {phrase.kind, at, phrase.words.size()};
            }
        };
        for (qsizetype at = 0; at < words.size(); ++at) {
            tryAll(m_byWord.value(words.at(at)), at);
            tryAll(m_byStem.value(words.at(at).left(3)), at);
        }
        // A longer phrase takes its words away from the shorter ones inside it: "not essential" is not "essential".
        std::stable_sort(found.begin(), found.end(), [](const Hit &a, const Hit &b) { return a.count > b.count; });
        QList<Hit> kept;
        for (const Hit &hit : std::as_const(found)) {
            const bool inside = std::any_of(kept.cbegin(), kept.cend(), [&hit](const Hit &other) {
                return other.count > hit.count && hit.start < other.start + other.count && other.start < hit.start + hit.count;
            }) || std::any_of(found.cbegin(), found.cend(), [&hit](const Hit &other) {
                // Also where the longer one gave way itself: "ideal" of "our ideal candidate will have" wishes nothing.
                return other.count > hit.count && other.start <= hit.start && hit.start + hit.count <= other.start + other.count;
            });
            if (!inside)
                kept += hit;
        }
        return kept;
    }

private:
    QHash<QString, QList<Phrase>> m_byWord;
    QHash<QString, QList<Phrase>> m_byStem;
};

const PhraseIndex &headingIndex()
{
    static const PhraseIndex index({englishHeadings(), germanHeadings(), frenchHeadings(), spanishHeadings(), dutchHeadings(), italianHeadings(), portugueseHeadings(), nordicHeadings(), slavicHeadings()});
    return index;
}

/// What says nothing in a heading but does just before a list.
const PhraseIndex &leadInIndex()
{
    static const PhraseIndex index({{
        {SectionKind::Responsibilities,
         "you will|you would|you get to|is looking for a|is looking for an|are looking for a|are looking for an|is seeking a|is seeking an|is hiring a|is hiring an|role is to|job is to|position is to|this person will|the person will|this position will|this role will|"
         "candidate will|candidate will be|appointee will|holder will|incumbent will|postholder will|post holder will|engineer will|manager will|officer will|who will|will be to|to help us|you may|responsible for|duties include|responsibilities include|work on|"
         "wirst du|werden sie|ubernimmst du|ubernehmen sie|gehoren|umfasst|umfassen|vous serez|seront|sera de|consistera|consiste|seras|tendras|el puesto|ga je|ben je|sarai|voce vai|vais|du kommer att|du vil|du skal|bedziesz"},
        {SectionKind::Necessary,
         "you will have|you will need|you will be|you will bring|you have|you are|are you|do you have|we would like you to|must have|should have|candidate will have|candidate has|candidate is|person will have|candidate will demonstrate|to qualify|able to demonstrate|"
         "following skills|following qualifications|following experience|following criteria|able to show|we are looking for someone|looking for people|looking for candidates|looking for someone who|vi soker dig som|vi soger dig som|vi soker deg som"},
        {SectionKind::Other, "you will get|you will receive|you will enjoy|you will join|you will learn|you will gain|you will find|we offer|please send|please submit|please include|send us|submit|apply|you will be offered|will be paid|please provide|"
                             "you can expect|our values|we believe|we provide|including but"},
    }});
    return index;
}

const QSet<QString> &fillers()
{
    static const QSet<QString> words{
        QStringLiteral("the"),  QStringLiteral("a"),    QStringLiteral("an"),   QStringLiteral("of"),   QStringLiteral("and"),  QStringLiteral("or"),   QStringLiteral("for"), QStringLiteral("in"),
        QStringLiteral("our"),  QStringLiteral("your"), QStringLiteral("this"), QStringLiteral("to"),   QStringLiteral("are"),  QStringLiteral("is"),   QStringLiteral("key"), QStringLiteral("main"),
        QStringLiteral("with"), QStringLiteral("but"),  QStringLiteral("you"),  QStringLiteral("we"),   QStringLiteral("it"),   QStringLiteral("be"),   QStringLiteral("as"),  QStringLiteral("if"),
        QStringLiteral("der"),  QStringLiteral("die"),  QStringLiteral("das"),  QStringLiteral("und"),  QStringLiteral("fur"),  QStringLiteral("ihre"), QStringLiteral("ihr"), QStringLiteral("zu"),
        QStringLiteral("le"),   QStringLiteral("la"),   QStringLiteral("les"),  QStringLiteral("et"),   QStringLiteral("de"),   QStringLiteral("des"),  QStringLiteral("du"),  QStringLiteral("d"),
        QStringLiteral("el"),   QStringLiteral("los"),  QStringLiteral("las"),  QStringLiteral("y"),    QStringLiteral("del"),  QStringLiteral("en"),   QStringLiteral("e"),   QStringLiteral("het"),
        QStringLiteral("van"),  QStringLiteral("il"),   QStringLiteral("i"),    QStringLiteral("di"),   QStringLiteral("o"),    QStringLiteral("os"),   QStringLiteral("as"),  QStringLiteral("da"),
        QStringLiteral("l"),    QStringLiteral("un"),   QStringLiteral("une"),  QStringLiteral("do"),   QStringLiteral("s"),    QStringLiteral("us"),   QStringLiteral("following"), QStringLiteral("some"),
        QStringLiteral("list"), QStringLiteral("job"),  QStringLiteral("role"), QStringLiteral("position"), QStringLiteral("have"), QStringLiteral("would"), QStringLiteral("will"), QStringLiteral("on"),
        QStringLiteral("other"), QStringLiteral("general"), QStringLiteral("all"), QStringLiteral("primary"), QStringLiteral("principal"), QStringLiteral("specific"), QStringLiteral("technical"), QStringLiteral("professional"),
        QStringLiteral("personal"), QStringLiteral("special"), QStringLiteral("candidate"), QStringLiteral("candidates"), QStringLiteral("applicants"), QStringLiteral("include"), QStringLiteral("includes"), QStringLiteral("including")};
    return words;
}

/// Without what only colours a phrase: "you will absolutely need" needs.
QStringList plainWords(const QString &folded)
{
    static const QSet<QString> colours{QStringLiteral("absolutely"), QStringLiteral("really"), QStringLiteral("definitely"), QStringLiteral("certainly"), QStringLiteral("truly"), QStringLiteral("simply"), QStringLiteral("just"), QStringLiteral("probably"),
                                       QStringLiteral("actually"), QStringLiteral("unbedingt"), QStringLiteral("wirklich"), QStringLiteral("sicher"), QStringLiteral("vraiment"), QStringLiteral("absolument"), QStringLiteral("realmente"), QStringLiteral("echt")};
    QStringList words = folded.split(u' ', Qt::SkipEmptyParts);
    // "Hauptaufgaben", "Kernanforderungen", "hovedoppgaver": the head of a compound says what it is.
    static const QStringList heads{QStringLiteral("aufgaben"), QStringLiteral("anforderungen"), QStringLiteral("voraussetzungen"), QStringLiteral("qualifikationen"), QStringLiteral("tatigkeiten"), QStringLiteral("kenntnisse"), QStringLiteral("oppgaver"), QStringLiteral("opgaver"),
                                   QStringLiteral("uppgifter"), QStringLiteral("kvalifikationer"), QStringLiteral("kvalifikasjoner"), QStringLiteral("werkzaamheden"), QStringLiteral("vaardigheden")};
    for (QString &word : words) {
        for (const QString &head : heads) {
            if (word.size() > head.size() + 2 && word.endsWith(head) && !word.startsWith(u"einstellungs"))
                word = head;
        }
    }
    if (words.size() > 2)
        words.removeIf([](const QString &word) { return colours.contains(word); });
    return words;
}

VocabularyMatch decide(QList<PhraseIndex::Hit> hits, const QStringList &words)
{
    // "Essential job duties" are duties.
    static const QSet<QString> epithets{QStringLiteral("essential"), QStringLiteral("required"), QStringLiteral("minimum"), QStringLiteral("expected"), QStringLiteral("necessary")};
    static const QSet<QString> links{QStringLiteral("for"), QStringLiteral("to"), QStringLiteral("in"), QStringLiteral("of")}; // "essential for the job"
    const QList<PhraseIndex::Hit> all = hits;
    hits.removeIf([&all, &words](const PhraseIndex::Hit &hit) {
        return hit.kind == SectionKind::Necessary && hit.count == 1 && epithets.contains(words.at(hit.start))
            && std::any_of(all.cbegin(), all.cend(), [&hit, &words](const PhraseIndex::Hit &other) { return other.kind == SectionKind::Responsibilities && (other.start == hit.start + 1 || (other.start == hit.start + 2 && !links.contains(words.at(hit.start + 1)))); });
    });
    const auto has = [&hits](SectionKind kind) { return std::any_of(hits.cbegin(), hits.cend(), [kind](const auto &hit) { return hit.kind == kind; }); };
    qsizetype first = 0;
    while (first + 1 < words.size() && fillers().contains(words.at(first)))
        ++first;
    const auto startsWith = [&hits, first](SectionKind kind) {
        return std::any_of(hits.cbegin(), hits.cend(), [kind, first](const auto &hit) { return hit.kind == kind && hit.start <= first; });
    };
    QSet<qsizetype> explained;
    for (const auto &hit : hits) {
        for (qsizetype i = 0; i < hit.count; ++i)
            explained.insert(hit.start + i);
    }
    qsizetype counted = 0;
    qsizetype known = 0;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (explained.contains(i)) {
            ++counted;
            ++known;
        } else if (!fillers().contains(words.at(i)) && !words.at(i).at(0).isDigit()) {
            ++counted;
        }
    }
    VocabularyMatch match;
    match.coverage = counted == 0 ? 0 : double(known) / double(counted);
    const bool necessary = has(SectionKind::Necessary);
    const bool other = has(SectionKind::Other);
    if (other && startsWith(SectionKind::Other) && !(startsWith(SectionKind::Necessary) || startsWith(SectionKind::Useful) || startsWith(SectionKind::Responsibilities))) {
        match.kind = SectionKind::Other;
    } else if (has(SectionKind::Useful)) {
        // "Preferred qualifications" wishes; "Essential and desirable criteria" is both.
        static const QSet<QString> hard{QStringLiteral("required"), QStringLiteral("essential"), QStringLiteral("minimum"), QStringLiteral("must"), QStringLiteral("mandatory"), QStringLiteral("necessary"), QStringLiteral("requirements")};
        match.mixed = std::any_of(hits.cbegin(), hits.cend(), [&words](const auto &hit) { return hit.kind == SectionKind::Necessary && hit.count == 1 && hard.contains(words.at(hit.start)); });
        match.kind = match.mixed ? SectionKind::Necessary : SectionKind::Useful;
    } else if (necessary && has(SectionKind::Responsibilities)) {
        match.mixed = true;
        match.kind = startsWith(SectionKind::Responsibilities) ? SectionKind::Responsibilities : SectionKind::Necessary;
    } else if (necessary) {
        match.kind = SectionKind::Necessary;
    } else if (has(SectionKind::Responsibilities)) {
        match.kind = SectionKind::Responsibilities;
    } else if (other) {
        match.kind = SectionKind::Other;
    } else if (has(SectionKind::Skills)) {
        match.kind = SectionKind::Skills;
    } else if (has(SectionKind::Container)) {
        match.kind = SectionKind::Container;
    }
    return match;
}

} // namespace

VocabularyMatch classifyHeading(const QString &heading)
{
    // "Art. 2 - Requisiti", "Section 3: Duties": the ordinal says nothing.
    static const QRegularExpression ordinal(QStringLiteral("^(?:(?:art(?:icle|icolo|\u00edculo|ikel)?|section|sect|abschnitt|part|teil|capo|\u00a7)\\.?\\s*\\d{1,2}[.)]?\\s*[-\u2013\u2014:.]?\\s*)(?=\\S)"), QRegularExpression::CaseInsensitiveOption);
    const QString text = heading.size() < 200 ? QString(heading).remove(ordinal) : heading;
    const QStringList words = plainWords(foldedText(text.left(longestHeading)));
    if (words.isEmpty())
        return {};
    const VocabularyMatch match = decide(headingIndex().hits(words), words);
    // "You will need to show how you meet the following (essential qualifications)": the brackets name the list.
    if (text.endsWith(u')') && match.coverage < 0.6) {
        const VocabularyMatch named = classifyHeading(text.mid(text.lastIndexOf(u'(') + 1).chopped(1));
        if ((named.kind == SectionKind::Necessary || named.kind == SectionKind::Useful) && named.coverage >= 0.7)
            return named;
    }
    // "Requirements Engineer" is a role.
    if (words.size() <= 4 && match.coverage < 1 && !text.endsWith(u':') && endsWithJobWord(words) && match.kind != SectionKind::Useful)
        return {};
    return match;
}

VocabularyMatch classifyLeadIn(const QString &sentence)
{
    const VocabularyMatch heading = classifyHeading(sentence);
    const QStringList words = plainWords(foldedText(sentence.right(longestHeading)));
    const QList<PhraseIndex::Hit> hits = leadInIndex().hits(words);
    VocabularyMatch lead = decide(hits, words);
    // "You will be" and "You" lead in anything; the entries tell.
    static const QStringList bare{QStringLiteral("you will be"), QStringLiteral("you would be"), QStringLiteral("you"), QStringLiteral("du"), QStringLiteral("vous"), QStringLiteral("tu"), QStringLiteral("je"), QStringLiteral("jij"), QStringLiteral("sie"), QStringLiteral("you are")};
    if (bare.contains(words.join(u' '))) {
        lead.kind = SectionKind::Necessary;
        lead.mixed = true;
        lead.coverage = 1;
        return lead;
    }
    // "The candidate will:" may lead in either; the entries tell.
    const bool open = std::any_of(hits.cbegin(), hits.cend(), [&words](const PhraseIndex::Hit &hit) { return hit.kind == SectionKind::Responsibilities && hit.start + hit.count == words.size(); });
    if (open && heading.kind != SectionKind::Other && heading.kind != SectionKind::Useful && words.last() == u"will") {
        lead.mixed = true;
        return lead;
    }
    if (hits.isEmpty() || heading.kind == SectionKind::Useful || (heading.kind != SectionKind::Unknown && heading.coverage >= 0.6))
        return heading;
    if (heading.coverage < 0.35 && std::any_of(hits.cbegin(), hits.cend(), [](const PhraseIndex::Hit &hit) { return hit.start == 0; }))
        return lead;
    if (heading.kind == SectionKind::Unknown || heading.kind == SectionKind::Container || heading.kind == SectionKind::Skills)
        return lead;
    // A plain "you will" yields to a word that says more; what the lead-in says outright stands.
    return lead.kind == SectionKind::Responsibilities ? heading : lead;
}

} // namespace rolecall::app
