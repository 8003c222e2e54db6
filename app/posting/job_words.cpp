// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/job_words.h"

#include "app/posting/text_folding.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace rolecall::app {

namespace {

QSet<QString> wordSet(const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
    return {list.cbegin(), list.cend()};
}

const QStringList &jobEndings()
{
    static const QStringList endings = QString::fromLatin1(
        "engineer engineers developer manager designer analyst scientist officer administrator director coordinator assistant associate specialist consultant architect lead "
        "researcher fellow technician recruiter editor writer librarian archivist curator teacher lecturer professor nurse advisor adviser intern trainee apprentice head chief executive "
        "conservator conservationist keeper guide carpenter driver cook chef gardener cleaner caretaker surveyor chemist physicist biologist statistician economist psychologist therapist counsellor counselor solicitor lawyer attorney paralegal auditor inspector investigator translator interpreter journalist reporter photographer copywriter marketer strategists buyer salesperson seller broker agent ambassador evangelist ranger warden cartographer ecologist geologist hydrologist meteorologist oceanographer registrar bursar treasurer dean chair chairperson president president vice dba sysadmin devops sre qa pm cto ceo coo cfo vp apprenticeship internship fellowship traineeship assistantship professorship postdoctoral doctoral student steward stewardess organist conductor choirmaster musician artist illustrator animator filmmaker videographer moderator instructor tutor coach trainer educator demonstrator midwife physician doctor pharmacist veterinarian paramedic firefighter ombudsman commissioner superintendent captain foreman machinist electrician plumber welder mechanic fitter joiner mason painter decorator roofer specialist "
        "programmer tester operator supervisor planner strategist producer representative accountant clerk secretary postdoc advocate facilitator organizer organiser worker steward owner "
        "entwickler entwicklerin ingenieur ingenieurin leiter leiterin referent referentin sachbearbeiter sachbearbeiterin mitarbeiter mitarbeiterin berater beraterin koordinator koordinatorin assistenz manager:in "
        "developpeur developpeuse ingenieure charge chargee responsable directeur directrice assistante technicien technicienne analyste coordinateur coordinatrice "
        "desarrollador desarrolladora ingeniero ingeniera gerente tecnico tecnica analista coordinador coordinadora especialista ontwikkelaar medewerker adviseur beheerder onderzoeker projectleider "
        "sviluppatore ingegnere responsabile tecnologo impiegato desenvolvedor desenvolvedora engenheiro engenheira coordenador gestor gestora ii iii iv")
                                            .split(u' ');
    return endings;
}

const QSet<QString> &dutyVerbs()
{
    static const QSet<QString> verbs = wordSet(
        "accept achieve act adapt address administer advance advise advocate aid allocate analyse analyze answer anticipate apply approve architect arrange assemble assess assign assist assure attend audit author automate "
        "balance bring build calculate carry champion check clean coach code collaborate collate collect communicate compile complete conceive conceptualize conduct configure consider consult contribute control convert coordinate create cultivate curate "
        "debug define delegate deliver demonstrate deploy derive design determine develop devise diagnose direct discover distribute document draft drive edit educate elicit embed empower enable encourage enforce engage enhance ensure escalate establish estimate evaluate evolve examine execute expand explain explore extend "
        "facilitate find fix focus follow forecast form formulate foster gain gather generate give govern grow guide handle help hire host identify implement improve increase influence inform initiate innovate inspect inspire install instill integrate interact interface interpret interview introduce investigate iterate issue "
        "join keep launch lead learn leverage liaise line listen maintain make manage map mark market measure meet mentor migrate model moderate modify monitor negotiate obtain operate optimise optimize orchestrate order organise organize oversee own "
        "parallelize participate partner perform pilot plan position prepare present prevent prioritise prioritize process procure produce program project promote propose prototype provide publish pursue purchase raise recommend reconcile record recruit refactor refine regularly report represent research resolve respond review run "
        "scale schedule scope secure seek select serve set shape share ship showcase simplify solve source spearhead specify staff steer strengthen structure study submit supervise supply support sustain synthesize take teach test track train transform translate triage troubleshoot tune uncover understand undertake update upgrade use utilize validate verify visit work write "
        "working supporting providing developing managing leading building creating designing ensuring maintaining coordinating assisting conducting preparing analysing analyzing collaborating delivering implementing improving monitoring planning reviewing writing testing organising organizing overseeing contributing helping identifying driving responsible accountable "
        "proactively actively effectively closely "
        "manages develops leads supports provides ensures coordinates maintains assists designs performs prepares plans conducts works oversees creates monitors implements serves acts "
        "entwicklung betreuung unterstutzung mitarbeit planung durchfuhrung koordination organisation pflege erstellung umsetzung konzeption beratung leitung steuerung sicherstellung verantwortung weiterentwicklung aufbau analyse bearbeitung vorbereitung mitwirkung verwaltung optimierung ubernahme wartung begleitung gestaltung dokumentation implementierung administration uberwachung ausbau kommunikation du "
        "ontwikkelen beheren ondersteunen adviseren opstellen uitvoeren bijdragen begeleiden coordineren onderhouden bouwen ontwerpen meedenken analyseren zorgen");
    return verbs;
}

const QSet<QString> &qualityWords()
{
    static const QSet<QString> words = wordSet(
        "experience experienced knowledge ability able skills skilled strong excellent good great proven demonstrated demonstrable degree bachelor bachelors bachelor's master masters phd fluency fluent proficiency proficient familiarity familiar understanding "
        "comfortable comfort willingness willing passion passionate enthusiasm enthusiastic confidence confident solid deep expertise expert background years minimum least advanced basic exceptional outstanding effective evidence commitment committed interest empathy aptitude capacity attention self-motivated track certification certified qualification qualified "
        "curious curiosity hands working must thorough substantial extensive significant highly sound competent competence detail motivated team-player "
        "erfahrung erfahrungen berufserfahrung kenntnisse abgeschlossenes abgeschlossene sehr gute fundierte ausgepragte teamfahigkeit studium ausbildung bereitschaft freude sicherer hohe fahigkeit kommunikationsstarke verstandnis mehrjahrige idealerweise erste deutschkenntnisse englischkenntnisse interesse sichere "
        "maitrise connaissance connaissances experience capacite capacites diplome bonne bonnes excellente excellentes formation autonomie rigueur aisance esprit sens expertise titulaire niveau bac "
        "experiencia conocimiento conocimientos capacidad dominio titulo titulacion licenciatura habilidad habilidades manejo nivel formacion ingles "
        "ervaring kennis vermogen diploma opleiding goede uitstekende affiniteit hbo wo mbo communicatief "
        "esperienza conoscenza conoscenze capacita laurea diploma ottima ottime buona buone padronanza experiencia conhecimento conhecimentos dominio ensino graduacao capacidade ingles");
    return words;
}

} // namespace

bool endsWithJobWord(const QStringList &foldedWords)
{
    return !foldedWords.isEmpty() && jobEndings().contains(foldedWords.last());
}

bool namesOrganisation(const QString &text)
{
    static const QSet<QString> names = wordSet("university college school institute museum gallery library council department ministry agency authority foundation society association trust charity company gmbh ltd llc inc corporation commission "
                                               "city county state government hospital clinic centre center laboratory lab observatory church bureau universitat hochschule institut stadt stiftung verein museo fundacion universidad universite ministere ministerium universiteit gemeente stichting fondazione comune universidade");
    const QStringList words = foldedText(text.left(300)).split(u' ', Qt::SkipEmptyParts);
    return std::any_of(words.cbegin(), words.cend(), [](const QString &word) { return names.contains(word); });
}

bool holdsJobWord(const QString &text)
{
    const QStringList words = foldedText(text.left(300)).split(u' ', Qt::SkipEmptyParts);
    return std::any_of(words.cbegin(), words.cend(), [](const QString &word) { return jobEndings().contains(word); });
}

bool namesBenefit(const QString &entry)
{
    static const QSet<QString> words = wordSet(
        "pension pensions retirement 401 403 holiday holidays vacation leave insurance salary bonus bonuses stock equity options lunch lunches snacks coffee fruit gym wellness healthcare dental discount discounts voucher vouchers allowance parking bike bicycle cycle commuter childcare flexitime "
        "urlaub urlaubstage altersvorsorge jobticket jobrad jahressonderzahlung ferien gleitzeit homeoffice mutuelle rtt teletravail restaurant prevoyance vakantiedagen pensioen reiskostenvergoeding bruto vacaciones seguro ferie buoni welfare vale refeicao "
        "flextid friskvardsbidrag kantine frokostordning urlop karta dovolena stravenky paid subsidised subsidized stipend relocation");
    const QStringList parts = foldedText(entry.left(160)).split(u' ', Qt::SkipEmptyParts);
    static const QRegularExpression money(QStringLiteral("[\u00a3$\u20ac]\\s?\\d|\\b\\d[\\d.,]*\\s?(?:\u20ac|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN)\\b"));
    return money.match(entry.left(300)).hasMatch() || std::any_of(parts.cbegin(), parts.cend(), [](const QString &word) { return words.contains(word); });
}

EntryNature natureOf(const QString &entry)
{
    const QStringList words = foldedText(entry.left(160)).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return EntryNature::Neither;
    const QString &first = words.first();
    if (first == u"you" || first == u"to" || first == u"de" || first == u"d" || first == u"vous") {
        const QString second = words.value(1);
        if (second == u"will" || (first != u"you" && first != u"vous"))
            return EntryNature::Duty;
        if (second == u"have" || second == u"hold" || second == u"are" || second == u"can" || second == u"know" || second == u"avez" || second == u"etes")
            return EntryNature::Quality;
    }
    static const QSet<QString> states = wordSet("have has be is are hold holds possess possesses enjoy enjoys speak speaks know knows can being having hast bist kannst verfugst bringst");
    if (states.contains(first))
        return EntryNature::Quality;
    for (qsizetype i = 0; i < std::min<qsizetype>(3, words.size()); ++i) {
        if (qualityWords().contains(words.at(i)) && !(i > 0 && dutyVerbs().contains(first)))
            return EntryNature::Quality;
    }
    if (dutyVerbs().contains(first))
        return EntryNature::Duty;
    if (first.size() >= 6 && first.endsWith(u"ing"))
        return EntryNature::Duty;
    if (words.last() == u"required" || words.contains(QStringLiteral("must")))
        return EntryNature::Quality;
    // German names a duty by its noun: "Nachführung der Vermessung".
    if (first.size() >= 7 && words.size() >= 2 && (first.endsWith(u"ung") || first.endsWith(u"ungen")))
        return EntryNature::Duty;
    // An infinitive begins a duty in the Romance languages.
    static const QStringList infinitives{QStringLiteral("er"), QStringLiteral("ir"), QStringLiteral("ar"), QStringLiteral("are"), QStringLiteral("ere"), QStringLiteral("ire")};
    if (first.size() >= 5 && words.size() >= 3 && std::any_of(infinitives.cbegin(), infinitives.cend(), [&first](const QString &ending) { return first.endsWith(ending); }))
        return EntryNature::Duty;
    return first.at(0).isDigit() && entry.contains(u'+') ? EntryNature::Quality : EntryNature::Neither;
}

} // namespace rolecall::app
