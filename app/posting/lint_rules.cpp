// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/lint_rules.h"

namespace rolecall::app {

namespace {

struct RuleText
{
    LintKind kind;
    const char *pattern;
    const char *reason;
    const char *source;
};

#define REASON(text) QT_TRANSLATE_NOOP("PostingLinter", text)

// Sources that several rules share.
constexpr char surveyDesign[] = "Krosnick and Presser (2010), Question and Questionnaire Design, Handbook of Survey Research, 2nd ed.";
constexpr char structuredInterviews[] = "U.S. Office of Personnel Management (2008), Structured Interviews: A Practical Guide";
constexpr char contentValidity[] = "Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.14(C)(1)";
constexpr char ageNotices[] = "29 CFR 1625.4 (ADEA, help wanted notices); Equality Act 2010 (UK), ss. 5, 13 and 19";
constexpr char ageIndirect[] = "Equality Act 2010 (UK), ss. 5 and 19; Acas (2019), Age discrimination: key points for the workplace";
constexpr char originIndirect[] = "Equality Act 2010 (UK), ss. 9 and 19; EEOC Enforcement Guidance on National Origin Discrimination (2016)";
constexpr char germanEquality[] = "Allgemeines Gleichbehandlungsgesetz (AGG), §§ 1, 7 und 11";
constexpr char frenchLabour[] = "Code du travail, art. L1132-1";

const RuleText texts[] = {
    // Double-barrelled.
    {LintKind::DoubleBarrelled, "\\b(and/or|und/oder|et/ou)\\b", REASON("“And/or” leaves open what is asked for; say which, or make two qualities of it."), surveyDesign},
    {LintKind::DoubleBarrelled,
     "\\b(?:experience|knowledge|understanding|familiarity|ability|skills?|expertise)\\s+and\\s+(?:an?\\s+|the\\s+)?(?:experience|knowledge|understanding|familiarity|ability|skills?|"
     "expertise|enjoyment|enthusiasm|passion|interest|willingness)\\b",
     REASON("Two things at once: a person may have one without the other, and gets one level for both."), surveyDesign},
    {LintKind::DoubleBarrelled, "[^.;]{12,}?(\\b(?:and|as well as)\\s+(?:(?:an?|the|some|demonstrated|proven)\\s+)?(?:ability|experience|knowledge|understanding|familiarity|willingness)\\b)",
     REASON("A second quality begins here; on its own it can be rated on its own."), surveyDesign},
    {LintKind::DoubleBarrelled, "\\b(as well as|sowie|ainsi que)\\b", REASON("Two things at once: a person may have one without the other, and gets one level for both."), surveyDesign},
    {LintKind::DoubleBarrelled, "\\b(?!(?:including|during|being|bring|string|thing|spring)\\b)(\\w{3,}ing)\\s+and\\s+(?!(?:including|during|being|bring|thing)\\b)\\w{3,}ing\\b",
     REASON("Two activities: a person may have done one without the other."), surveyDesign},
    {LintKind::DoubleBarrelled, "\\b(?:both|sowohl|à la fois)\\b.{3,60}?\\b(?:and|als auch|et)\\b", REASON("Asks for both; who has one of them cannot be rated fairly."), surveyDesign},
    {LintKind::DoubleBarrelled, "[^.!?]{15,}[.!?]\\s+(?!(?:this|these|that|for example|e\\.g\\.|dies|diese|cela|ce)\\b)(\\p{Lu}[^.!?]{15,})",
     REASON("A second sentence: if it asks for something more, make it a quality of its own."), surveyDesign},

    // Vague.
    {LintKind::Vague, "\\b(good|very good|great|strong|excellent|outstanding|exceptional|solid|superb|superior|proven|demonstrable)\\s+(?:\\w+\\s+){0,3}?(?:skills?|knowledge|understanding|abilit\\w+|experience|record)\\b",
     REASON("Says how much without saying what counts; name what a person who meets it has done."), structuredInterviews},
    {LintKind::Vague, "\\b(?:some|basic|general|broad|reasonable|sufficient|adequate|certain)\\s+(?:\\w+\\s+)?(?:knowledge|understanding|experience|familiarity|awareness)\\b",
     REASON("How much is enough is left to each reviewer; name what a person who meets it can do."), structuredInterviews},
    {LintKind::Vague, "\\b(relevant|appropriate|suitable|einschlägige\\w*|entsprechende\\w*|pertinente?s?|adéquate?s?)\\b", REASON("Leaves open what is relevant; name it, or give two examples."), structuredInterviews},
    {LintKind::Vague, "\\b(etc\\.?|and so on|and the like|usw\\.?)(?=\\W|$)", REASON("The list does not end; say what else counts, or that these are examples."), structuredInterviews},
    {LintKind::Vague, "\\b(ninja|rock\\s?stars?|guru|wizard|superstar|unicorn|hacker mindset)\\b", REASON("A figure of speech cannot be rated; name the work."), structuredInterviews},
    {LintKind::Vague, "\\b(?:sehr\\s+)?(gute\\w*|ausgezeichnete\\w*|hervorragende\\w*|fundierte\\w*|solide)\\s+(?:\\w+\\s+){0,2}?\\w*(?:kenntnisse\\w*|fähigkeiten|erfahrung\\w*|verständnis)\\b",
     REASON("Says how much without saying what counts; name what a person who meets it has done."), structuredInterviews},
    {LintKind::Vague, "\\b(bonnes?|très bonnes?|excellentes?|solides?)\\s+(?:\\w+\\s+){0,2}?(?:connaissances?|maîtrise|compétences?|expériences?|capacités?|compréhension)\\b",
     REASON("Says how much without saying what counts; name what a person who meets it has done."), structuredInterviews},

    // Untestable: traits that content cannot show.
    {LintKind::Untestable, "\\b(passion(?:ate|né\\w*)?|enthusias\\w+|enjoyment|love of|positive attitude|can-do attitude|go-getter|self-starter|highly motivated|sense of humou?r)\\b",
     REASON("A feeling or a trait: an application cannot show it, so each reviewer guesses; ask for what it led a person to do."), contentValidity},
    {LintKind::Untestable, "\\b(common sense|good judge?ment|personality|intelligen(?:t|ce)|aptitude|team[- ]player|people person|hard[- ]?working|detail[- ]oriented)\\b",
     REASON("A trait and not a piece of work: name something a person would have done that shows it."), contentValidity},
    {LintKind::Untestable, "\\b(leidenschaft\\w*|begeisterung\\w*|hohe motivation|hochmotiviert\\w*|teamfähig\\w*|belastbar\\w*|hands-on-mentalität)\\b",
     REASON("A trait and not a piece of work: name something a person would have done that shows it."), contentValidity},
    {LintKind::Untestable, "\\b(enthousias\\w+|motivation|esprit d[’']équipe|goût du challenge|sens du relationnel|savoir-être)\\b",
     REASON("A trait and not a piece of work: name something a person would have done that shows it."), contentValidity},
    {LintKind::Untestable, "\\b(cultur(?:e|al) fit|fit (?:in )?with our culture|shares? our values)\\b", REASON("Fit tends to mean likeness to those who choose; name the way of working that is needed."),
     "Rivera (2012), Hiring as Cultural Matching, American Sociological Review 77(6)"},

    // Possibly exclusionary: origin and language.
    {LintKind::Exclusionary, "\\b(native(?:[- ]level)?\\s+(?:\\w+\\s+)?speakers?|native\\s+(?:english|german|french|spanish|dutch|italian)|mother[- ]tongue)\\b",
     REASON("Asks where a person grew up and not how well they use the language; name the level that the work needs."), originIndirect},
    {LintKind::Exclusionary, "\\b(mutterspra\\w+)\\b", REASON("Asks where a person grew up and not how well they use the language; name the level that the work needs."), germanEquality},
    {LintKind::Exclusionary, "\\b(langue maternelle|locuteurs? natifs?)\\b", REASON("Asks where a person grew up and not how well they use the language; name the level that the work needs."), frenchLabour},
    {LintKind::Exclusionary, "\\b((?:us|u\\.s\\.|eu|uk|british|american)\\s+(?:citizens?|nationals?)(?:\\s+only)?)\\b", REASON("Who may work here is a matter of permits; citizenship can be asked for only where a law demands it."),
     "8 U.S.C. 1324b; Equality Act 2010 (UK), s. 9"},

    // Age.
    {LintKind::Exclusionary, "\\b(digital natives?)\\b", REASON("Names a generation; ask for the skill."), ageNotices},
    {LintKind::Exclusionary, "\\b(young(?!\\s+(?:people|persons?|adults?|children|learners?|offenders?|carers?|audiences?|readers?|researchers?|women|men|girls|boys))|youthful|recent(?:ly)?\\s+(?:college\\s+|university\\s+)?graduate[sd]?|new graduates?)\\b",
     REASON("Points at an age; older applicants will read that they are not meant."), ageNotices},
    {LintKind::Exclusionary, "\\b((?:no more than|not more than|at most|maximum(?: of)?|max\\.?|less than|fewer than|up to)\\s+\\w+\\s+years?)\\b",
     REASON("A cap on years of experience keeps older applicants out; say what the role offers instead."), ageNotices},
    {LintKind::Exclusionary, "\\b(\\d+\\s*(?:-|–|to)\\s*\\d+\\s+years?)\\b", REASON("A range of years is a cap as well: more experience would count against a person."), ageNotices},
    {LintKind::Exclusionary, "\\b((?:(?:at least|minimum(?: of)?|over|more than)\\s+)?(?:\\d+\\+?|two|three|four|five|six|seven|eight|ten)(?:\\s+or\\s+more)?\\s+years?[’']?)(?=\\s+(?:of\\b|experience|\\w+\\s+experience))",
     REASON("Years say little about skill and keep out younger people and those who took a break; name what was to be learnt in them."), ageIndirect},
    {LintKind::Exclusionary, "\\b(jung(?:e[sn]?)?,?\\s+(?:und\\s+)?(?:dynamisch\\w*|motiviert\\w*|hochmotiviert\\w*|team\\w*|mitarbeiter\\w*|absolvent\\w*)|berufsanfänger\\w*|höchstens\\s+\\w+\\s+jahre\\w*|maximal\\s+\\w+\\s+jahre\\w*)",
     REASON("Points at an age; older applicants will read that they are not meant."), germanEquality},
    {LintKind::Exclusionary, "\\b((?:mindestens\\s+)?\\w+\\s+jahre\\w*\\s+(?:einschlägige\\s+)?(?:berufs)?erfahrung)\\b",
     REASON("Years say little about skill and keep out younger people and those who took a break; name what was to be learnt in them."), germanEquality},
    {LintKind::Exclusionary, "\\b(jeune\\s+(?:diplômé\\w*|équipe|professionnel\\w*|et\\s+dynamique)|(?:âgée?s?\\s+de\\s+)?moins\\s+de\\s+\\d+\\s+ans|âge\\s+maxim\\w+|âgée?s?\\s+de\\s+\\d+)",
     REASON("Points at an age; older applicants will read that they are not meant."), frenchLabour},
    {LintKind::Exclusionary, "\\b((?:au moins\\s+|minimum\\s+)?\\w+\\s+(?:ans|années)\\s+d[’']expérience)\\b",
     REASON("Years say little about skill and keep out younger people and those who took a break; name what was to be learnt in them."), frenchLabour},

    // Sex and family.
    {LintKind::Exclusionary, "\\b(he|his|him|himself|she|her|herself)\\b(?!/)", REASON("Speaks of one sex; “they” or “you” speaks to everybody."), "Equality Act 2010 (UK), ss. 11 and 39; 29 CFR 1604.5"},
    {LintKind::Exclusionary, "\\b((?:sales|crafts|chair|fore|trades|handy|work)m[ae]n|waitress(?:es)?|manpower)\\b", REASON("Names one sex; there is a word for everybody."), "Equality Act 2010 (UK), ss. 11 and 39; 29 CFR 1604.5"},
    {LintKind::Exclusionary, "\\b(unmarried|single without|no children|without family obligations)\\b", REASON("Asks about family, which the work cannot need."), "Equality Act 2010 (UK), ss. 8 and 19"},
    {LintKind::Exclusionary, "\\b(aggressive(?:ly)?|ambitious|assertive|competitive|dominant|dominat\\w+|headstrong|outspoken|fearless(?:ly)?|decisive|self[- ]relian\\w+|self[- ]sufficien\\w+|stubborn|superiority)\\b",
     REASON("Wording with a male stereotype made such advertisements less appealing to women, who doubted that they belonged there."),
     "Gaucher, Friesen and Kay (2011), Journal of Personality and Social Psychology 101(1), 109–128"},

    // Disability.
    {LintKind::Exclusionary, "\\b(able[- ]bodied|physically fit|good health|perfect (?:vision|hearing|health)|körperlich fit|gesund\\w*)\\b", REASON("Asks for a body and not for a task; name the task, which may be done in another way."),
     "29 CFR 1630.10 (ADA, qualification standards); Equality Act 2010 (UK), ss. 15 and 20"},
    {LintKind::Exclusionary, "\\b((?:clean |valid |full )?driv(?:ing|er[’']?s) licen[cs]e|führerschein|permis de conduire|permis b)\\b", REASON("Keeps out those who cannot drive; ask for it only where driving is the work itself."),
     "29 CFR 1630.10 (ADA, qualification standards); Equality Act 2010 (UK), ss. 19 and 20"},
};

#undef REASON

} // namespace

const QList<LintRule> &lintRules()
{
    static const QList<LintRule> rules = [] {
        QList<LintRule> compiled;
        for (const RuleText &text : texts) {
            // A sentence begins with a capital letter, so that one rule minds case.
            const bool mindsCase = QByteArrayView(text.pattern).contains("\\p{Lu}");
            const auto options = QRegularExpression::UseUnicodePropertiesOption | (mindsCase ? QRegularExpression::NoPatternOption : QRegularExpression::CaseInsensitiveOption);
            compiled.append({text.kind, QRegularExpression(QString::fromUtf8(text.pattern), options), text.reason, text.source});
        }
        return compiled;
    }();
    return rules;
}

} // namespace rolecall::app
