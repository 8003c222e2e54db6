// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/role_facts.h"

#include "app/posting/heading_vocabulary.h"
#include "app/posting/job_words.h"
#include "app/posting/text_folding.h"

#include <QRegularExpression>
#include <algorithm>

namespace rolecall::app {

namespace {

constexpr auto ignoringCase = QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption;

bool isTitleKey(const QString &folded)
{
    static const QStringList keys{QStringLiteral("title"), QStringLiteral("job title"), QStringLiteral("position title"), QStringLiteral("position"), QStringLiteral("job"), QStringLiteral("role title"),
                                  QStringLiteral("post title"), QStringLiteral("working title"), QStringLiteral("classification title"), QStringLiteral("vacancy"), QStringLiteral("role"), QStringLiteral("post"), QStringLiteral("name"), QStringLiteral("stellenbezeichnung"), QStringLiteral("titel"), QStringLiteral("stelle"),
                                  QStringLiteral("intitule du poste"), QStringLiteral("intitule"), QStringLiteral("poste"), QStringLiteral("titre"), QStringLiteral("puesto"), QStringLiteral("titulo"), QStringLiteral("functie"),
                                  QStringLiteral("functietitel"), QStringLiteral("posizione"), QStringLiteral("titolo"), QStringLiteral("cargo"), QStringLiteral("vaga"), QStringLiteral("job posting"), QStringLiteral("position name"), QStringLiteral("stanowisko"), QStringLiteral("nazwa stanowiska"), QStringLiteral("stilling"), QStringLiteral("stillingstittel"), QStringLiteral("stillingsbetegnelse"), QStringLiteral("befattning"), QStringLiteral("tjanst"),
                                  QStringLiteral("pozice"), QStringLiteral("nazev pozice"), QStringLiteral("tehtavanimike"), QStringLiteral("denominacion"), QStringLiteral("denominacion del puesto"), QStringLiteral("funzione"), QStringLiteral("profilo"), QStringLiteral("functional title"),
                                  QStringLiteral("post name"), QStringLiteral("title of post"), QStringLiteral("call for proposals"), QStringLiteral("call for applications"), QStringLiteral("terms of reference"), QStringLiteral("stellenangebot"), QStringLiteral("stellenanzeige"), QStringLiteral("vacature"), QStringLiteral("offre"), QStringLiteral("oferta"), QStringLiteral("gesucht"), QStringLiteral("gezocht"), QStringLiteral("wanted"), QStringLiteral("we are hiring"), QStringLiteral("hiring"), QStringLiteral("se busca"), QStringLiteral("cercasi"), QStringLiteral("title of position"), QStringLiteral("title of the post"), QStringLiteral("position job title"), QStringLiteral("post"), QStringLiteral("opening"), QStringLiteral("job opening"), QStringLiteral("posting title"), QStringLiteral("requisition title"), QStringLiteral("job name"), QStringLiteral("name of post"), QStringLiteral("name of position"), QStringLiteral("job role"), QStringLiteral("official title")};
    return keys.contains(folded);
}

bool isGeneric(const QString &text)
{
    const VocabularyMatch match = classifyHeading(text);
    return match.kind != SectionKind::Unknown && match.coverage >= 0.6 && !(holdsJobWord(text) && match.coverage < 1);
}

/// "Label: value" or "Label | value", with the label folded.
struct Fact
{
    QString label;
    QString value;
};

std::optional<Fact> factOf(const TextUnit &unit)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^([^:|.]{2,40}?)\s*[:|]\s*(\S.{0,200})$)"));
    const QRegularExpressionMatch match = pattern.match(unit.sentence);
    if (!match.hasMatch())
        return std::nullopt;
    QString value = match.captured(2).trimmed();
    if (value.startsWith(u"//"))
        return std::nullopt;
    return Fact{foldedText(match.captured(1)), value};
}

void take(QString &title, QStringList &others, const QString &candidate)
{
    const QString clean = cleanTitle(candidate);
    if (clean.isEmpty() || isGeneric(clean) || clean.size() > 200)
        return;
    if (title.isEmpty())
        title = clean;
    else if (!foldedText(clean).contains(foldedText(title)) && !foldedText(title).contains(foldedText(clean)) && !others.contains(clean))
        others += clean;
}

/// "Location: " and its like before a place that is otherwise published as it stands.
QString placeOf(const QString &value)
{
    QString place = value.section(u'|', 0, 0).trimmed();
    // "Freiburg Beginn: 1.4." is a line of several facts.
    static const QRegularExpression next(QStringLiteral("\\s+\\p{Lu}[\\p{L}-]*(?: \\p{Ll}[\\p{L}-]*){0,3}\\s?:.*$"), QRegularExpression::UseUnicodePropertiesOption);
    if (const QRegularExpressionMatch match = next.match(place.left(300)); match.hasMatch() && match.capturedStart() > 2)
        place.truncate(match.capturedStart());
    if (place.size() > 160)
        place = sentencesOf(place).value(0).left(200);
    return place;
}

bool isLocationLabel(const QString &folded)
{
    static const QStringList labels{QStringLiteral("location"), QStringLiteral("locations"), QStringLiteral("work location"), QStringLiteral("job location"), QStringLiteral("place of work"), QStringLiteral("duty station"), QStringLiteral("place"),
                                    QStringLiteral("workplace"), QStringLiteral("office location"), QStringLiteral("location of position"), QStringLiteral("based in"), QStringLiteral("where"), QStringLiteral("base"), QStringLiteral("city"),
                                    QStringLiteral("standort"), QStringLiteral("arbeitsort"), QStringLiteral("dienstort"), QStringLiteral("einsatzort"), QStringLiteral("ort"), QStringLiteral("lieu"), QStringLiteral("lieu de travail"), QStringLiteral("localisation"),
                                    QStringLiteral("ubicacion"), QStringLiteral("lugar"), QStringLiteral("lugar de trabajo"), QStringLiteral("locatie"), QStringLiteral("standplaats"), QStringLiteral("werkplek"), QStringLiteral("sede"), QStringLiteral("sede di lavoro"),
                                    QStringLiteral("luogo"), QStringLiteral("luogo di lavoro"), QStringLiteral("localizacao"), QStringLiteral("local de trabalho"), QStringLiteral("local"), QStringLiteral("location and work hours"), QStringLiteral("salary and location"), QStringLiteral("miejsce pracy"), QStringLiteral("lokalizacja"), QStringLiteral("arbetsort"), QStringLiteral("ort arbetsplats"), QStringLiteral("arbejdssted"), QStringLiteral("arbeidssted"), QStringLiteral("misto vykonu prace"), QStringLiteral("tyopaikan sijainti"), QStringLiteral("sijainti"),
                                    QStringLiteral("campus"), QStringLiteral("site"), QStringLiteral("place of employment"), QStringLiteral("place of assignment"), QStringLiteral("location of post"), QStringLiteral("primary location"), QStringLiteral("residence administrative"), QStringLiteral("centro de trabajo"), QStringLiteral("localidad")};
    return labels.contains(folded);
}

} // namespace

QString cleanTitle(const QString &text)
{
    static const QRegularExpression label(QStringLiteral("^(?:job title|job description|job posting|job opening|open position|job offer|job vacancy|vacancy notice|call for (?:proposals|applications|expressions of interest|tenders)|terms of reference|vacancy announcement|career opportunity|employment opportunity|position title|position description|position|role description|role|vacancy|job|post|title|opening|(?:job )?opening for|vacancy for|position of|we(?:'|\u2019)re hiring|we are hiring|now hiring|hiring|stellenausschreibung|stellenanzeige|stellenangebot|offre d(?:'|\u2019)emploi|"
                                                         "fiche de poste|poste|oferta de empleo|puesto|vacature|vacante|offerta di lavoro|vaga)(?:\\s*(?::|\u2013|\u2014|-|\\|)\\s+|(?<=for|of)\\s+)(?:an? )?"),
                                          ignoringCase);
    static const QRegularExpression site(QStringLiteral("\\s+(?:\\||\u00bb|::)\\s+.*$"));
    QString title = text.trimmed();
    static const QRegularExpression number(QStringLiteral("^(?:\\d{1,2}[.)]|[A-Z]\\))\\s+(?=\\p{L})"));
    title.remove(number);
    title.remove(label);
    static const QRegularExpression wanted(QStringLiteral("\\s+(?:wanted|needed|sought|required|gesucht|gezocht|recherch\u00e9e?|cercasi)!*$"), ignoringCase);
    title.remove(wanted);
    const QString bare = QString(title).remove(site);
    if (bare.size() >= 4)
        title = bare;
    while (title.endsWith(u':') || title.endsWith(u'#'))
        title.chop(1);
    return title.trimmed();
}

QString roleSoughtIn(const QString &sentence)
{
    static const QRegularExpression opening(QStringLiteral(
        "\\b(?:opening for|looking for|seeking|search(?:ing)? for|recruit(?:ing)?|hiring|hire|welcom(?:e|ing)|position of|role of|post of|vacancy for|apply for the (?:position|role|post) of|suchen|sucht|recherche|recherchons|recrute|buscamos|busca|zoeken|zoekt|cerchiamo|cerca|procuramos|procura)"
        "(?: (?:wir|f\u00fcr|for|to|fill|the|a|an|our|new|eine[nr]?|un[ea]?|des|zum|ab|sofort|een|uma?|zur|verst\u00e4rkung|highly|talented|experienced|skilled|motivated))*\\s+(\\p{Lu}[\\p{L}/&-]*(?:[ -](?:\\p{Lu}[\\p{L}/&-]*|of|for|and|de|des|du|f\u00fcr|und|\\(m/[a-z/]+\\)|\\([mwdfhx/ ]+\\)|I{1,3})){0,7})"));
    const QRegularExpressionMatch match = opening.match(sentence.left(2000));
    if (!match.hasMatch() || match.captured(1).size() <= 4)
        return {};
    QString title = match.captured(1);
    static const QRegularExpression tail(QStringLiteral("\\s+(?:of|for|and|de|des|du|f\u00fcr|und)$"));
    return title.remove(tail);
}

/// "has an opening for an Elections Technology Specialist."
static QString titleInProse(const QList<Block> &blocks)
{
    int looked = 0;
    for (const Block &block : blocks) {
        if (block.kind != BlockKind::Paragraph || ++looked > 12)
            continue;
        const QString title = roleSoughtIn(joinedText(block));
        if (!title.isEmpty())
            return title;
    }
    return {};
}

/// "What we bring to the table" is a section of the posting, not the name of a role.
static bool speaks(const QString &heading)
{
    static const QStringList speakers{QStringLiteral("we"), QStringLiteral("you"), QStringLiteral("our"), QStringLiteral("your"), QStringLiteral("us"), QStringLiteral("wir"), QStringLiteral("dich"), QStringLiteral("du"), QStringLiteral("dein"), QStringLiteral("deine"), QStringLiteral("ihre"), QStringLiteral("unser"), QStringLiteral("votre"), QStringLiteral("vos"), QStringLiteral("notre"), QStringLiteral("nos"), QStringLiteral("je"), QStringLiteral("jouw"), QStringLiteral("onze"), QStringLiteral("recrute"), QStringLiteral("sucht"), QStringLiteral("zoekt"), QStringLiteral("nous"), QStringLiteral("vous"), QStringLiteral("wij")};
    const QStringList words = foldedText(heading).split(u' ');
    return heading.endsWith(u'?') || std::any_of(words.cbegin(), words.cend(), [](const QString &word) { return speakers.contains(word); });
}

/// A line that names a role to people of every gender, as many languages have to: "Referent (m/w/d)", "Analyste (H/F)".
static QString genderedTitle(const QList<Block> &blocks)
{
    static const QRegularExpression sign(QStringLiteral(R"(\((?:[mwfdhxikvn]\s?[/|,*]\s?){1,3}[mwfdhxikvn]\)|\(all genders\)|\bH/F\b|\bF/H\b|\bm/w/d\b|\bw/m/d\b|\bd/m/w\b|\p{Ll}(?:[:*_]in(?:nen)?|\x{00B7}(?:e|ne|se|trice|rice))\b|^\p{Lu}\p{L}+/(?:in|a|e)\b)"), ignoringCase);
    static const QRegularExpression sentence(QStringLiteral(R"([.;:!?]$|\b(?:sucht|suchen|recherche|recrute|zoekt|zoeken|looking for|seeks?)\b)"), ignoringCase);
    const auto names = [](const QString &text) { return text.size() <= 160 && text.count(u' ') < 18 && sign.match(text).hasMatch() && !sentence.match(text).hasMatch(); };
    for (const Block &block : blocks.mid(0, 40)) {
        if (block.kind == BlockKind::Heading && block.level < runInLevel && names(block.text))
            return block.text;
        for (const TextLine &line : block.lines) {
            if (names(line.text))
                return line.text;
        }
    }
    return {};
}

QString readTitle(const QList<Block> &blocks, const QList<FrontMatterField> &fields, QStringList &others)
{
    QString title;
    qsizetype reset = -1;
    for (qsizetype i = 0; i < blocks.size(); ++i)
        reset = blocks.at(i).kind == BlockKind::Reset ? i : reset;
    const QList<Block> body = blocks.mid(reset + 1);
    for (const Block &block : body) {
        if (block.kind == BlockKind::Heading && block.level == 1 && !block.text.endsWith(u'?'))
            take(title, others, block.text);
        if (!title.isEmpty())
            break;
    }
    for (const Block &block : blocks) {
        if (block.kind == BlockKind::Directive && block.level == 0)
            take(title, others, block.text);
    }
    for (const QString &key : {QStringLiteral("job_title"), QStringLiteral("jobtitle"), QStringLiteral("position"), QStringLiteral("title"), QStringLiteral("name")}) {
        for (const FrontMatterField &field : fields) {
            if (field.key.compare(key, Qt::CaseInsensitive) == 0)
                take(title, others, field.value);
        }
    }
    if (!title.isEmpty())
        return title;
    for (const Block &block : body.mid(0, 3)) {
        if (block.kind == BlockKind::Heading && block.level <= 2 && title.isEmpty())
            take(title, others, roleSoughtIn(block.text));
    }
    if (!title.isEmpty())
        return title;
    const QList<TextUnit> units = textUnits(body);
    for (qsizetype i = 0; i < std::min<qsizetype>(units.size(), 60); ++i) {
        const std::optional<Fact> fact = factOf(units.at(i));
        if (fact && isTitleKey(fact->label) && fact->value.size() <= 120)
            take(title, others, fact->value);
        if (!title.isEmpty())
            return title;
    }
    // A heading "Job title" over the title itself.
    for (qsizetype i = 0; i + 1 < body.size() && i < 40; ++i) {
        const Block &next = body.at(i + 1);
        if (body.at(i).kind == BlockKind::Heading && isTitleKey(foldedText(body.at(i).text)) && body.at(i).text.contains(u' ') && next.kind == BlockKind::Paragraph && next.lines.first().text.size() <= 120
            && !next.lines.first().text.endsWith(u'.'))
            take(title, others, next.lines.first().text);
    }
    if (!title.isEmpty())
        return title;
    take(title, others, genderedTitle(body));
    if (!title.isEmpty())
        return title;
    // The first line that stands as a heading before anything else, or the first heading that names a job.
    QString first;
    bool known = false;
    int looked = 0;
    for (const Block &block : body) {
        if (++looked > 40 || !title.isEmpty())
            break;
        if (block.kind != BlockKind::Heading || block.level > plainLineLevel)
            continue;
        const VocabularyMatch match = classifyHeading(block.text);
        known = known || (match.kind != SectionKind::Unknown && match.coverage >= 0.6); // sections have begun
        if (holdsJobWord(block.text) && block.text.count(u' ') < 14)
            take(title, others, block.text);
        if ((first.isEmpty() || (namesOrganisation(first) && !known)) && !isGeneric(block.text) && !speaks(block.text))
            first = cleanTitle(block.text);
    }
    for (const Block &block : body) {
        if (block.kind == BlockKind::Directive && title.isEmpty()) {
            QString page = block.text;
            static const QRegularExpression site(QStringLiteral("\\s+[-\u2013\u2014|\u00b7]\\s+[^-\u2013\u2014|\u00b7]*$"));
            take(title, others, page.remove(site));
        }
    }
    // "<b>Systems administrator</b>, to maintain clusters."
    for (const Block &block : body.mid(0, 3)) {
        if (!title.isEmpty() || !first.isEmpty() || block.kind != BlockKind::Paragraph)
            continue;
        const TextLine &line = block.lines.first();
        if (line.strongPrefix >= 4 && line.strongPrefix <= 80 && holdsJobWord(line.text.left(line.strongPrefix)))
            take(title, others, line.text.left(line.strongPrefix));
    }
    if (title.isEmpty())
        title = titleInProse(body);
    return title.isEmpty() ? first : title;
}

constexpr qsizetype longestLabel = 60;

std::optional<QString> readLocation(const QList<TextUnit> &units, const QList<FrontMatterField> &fields)
{
    for (const FrontMatterField &field : fields) {
        if (isLocationLabel(foldedText(field.key)) && !field.value.isEmpty())
            return field.value;
    }
    for (const TextUnit &unit : units) {
        const std::optional<Fact> fact = factOf(unit);
        if (fact && isLocationLabel(fact->label))
            return placeOf(fact->value);
        if (unit.context.size() <= longestLabel && isLocationLabel(foldedText(unit.context)) && unit.sentence != unit.context)
            return placeOf(unit.sentence);
    }
    static const QRegularExpression strong(QStringLiteral(
        "\\b(?:(?:fully|100 ?%|completely) remote[^.,;]{0,40}|remote work from [^.,;]{3,60}|(?:is|be|position|role|job|post) (?:is )?(?:located|based) (?:in|at) [^.;]{3,60}|based (?:in|at) (?:the )?\\p{Lu}[\\p{L}-]*(?:,? \\p{Lu}[\\p{L}-]*){0,4}|t\u00e9l\u00e9travail|fully-remote|"
        "at the heart of \\p{Lu}[\\p{L}-]+|mainly work remotely|work remotely[^.;]{0,40}|position is remote|remote position|homeoffice|home office|thuiswerken|teletrabajo|teletrabalho|in presenza)"),
        QRegularExpression::UseUnicodePropertiesOption);
    for (const TextUnit &unit : units) {
        if (unit.sentence.size() > 600)
            continue;
        const QRegularExpressionMatch match = strong.match(unit.sentence);
        if (match.hasMatch())
            return unit.sentence.size() <= 60 ? unit.sentence : match.captured().trimmed();
    }
    return std::nullopt;
}

QString readOrganisation(const QList<TextUnit> &units, const QList<FrontMatterField> &fields)
{
    static const QStringList labels{QStringLiteral("organization"), QStringLiteral("organisation"), QStringLiteral("company"), QStringLiteral("employer"), QStringLiteral("agency"), QStringLiteral("institution"),
                                    QStringLiteral("company name"), QStringLiteral("arbeitgeber"), QStringLiteral("unternehmen"), QStringLiteral("entreprise"), QStringLiteral("employeur"), QStringLiteral("empresa"),
                                    QStringLiteral("organisatie"), QStringLiteral("azienda"), QStringLiteral("hiring organization")};
    for (const FrontMatterField &field : fields) {
        if (labels.contains(foldedText(field.key)))
            return field.value;
    }
    for (const TextUnit &unit : units) {
        const std::optional<Fact> fact = factOf(unit);
        if (fact && labels.contains(fact->label) && fact->value.size() <= 120)
            return fact->value;
    }
    return {};
}

QString readSummary(const QList<Block> &blocks)
{
    bool other = false;
    for (const Block &block : blocks) {
        if (block.kind == BlockKind::Heading)
            other = classifyHeading(block.text).kind == SectionKind::Other;
        if (block.kind != BlockKind::Paragraph || block.fact || other)
            continue;
        QString text = block.preformatted ? block.lines.first().text : joinedText(block);
        if (text.size() >= 60 && !text.endsWith(u':'))
            return text.size() > 600 ? text.left(600).section(u' ', 0, -2) + QChar(0x2026) : text;
    }
    return {};
}

} // namespace rolecall::app
