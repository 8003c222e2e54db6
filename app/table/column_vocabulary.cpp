// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/column_vocabulary.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace rolecall::app {

namespace {

struct Entry
{
    ApplicantField field;
    const char16_t *key;
    const char16_t *names; ///< folded, between bars
};

// English with the exports of Greenhouse, Lever, Workable, Teamtailor, OpenCATS, Ashby, Recruitee, BambooHR,
// SmartRecruiters, Personio and JazzHR; then German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish.
const Entry entries[] = {
    {ApplicantField::Name, u"name",
     u"name|full name|fullname|candidate|candidate name|applicant|applicant name|person|person name|display name|contact|contact name|names|first and last name|first last|"
     u"who|who are you|wie heisst du|wie heißt du|wie heißen sie|wie heissen sie|hoe heet je|hoe heet u|como te llamas|como se llama|come ti chiami|comment vous appelez vous|comment t appelles tu|vad heter du|hvad hedder du|bewerber|bewerberin|bewerber name|bewerbername|kandidat|kandidatin|vollstandiger name|vor und nachname|vorname nachname|name vorname|"
     u"nom complet|nom et prenom|prenom et nom|nom prenom|prenom nom|candidat|candidate nom|nom du candidat|nombre completo|nombre y apellidos|nombre y apellido|apellidos y nombre|"
     u"candidato|candidata|nombre del candidato|nome completo|nome e cognome|cognome e nome|nominativo|nome do candidato|nome e sobrenome|volledige naam|naam|"
     u"naam kandidaat|kandidaat|sollicitant|imie i nazwisko|nazwisko i imie|kandydat|namn|fullstandigt namn|fulde navn|navn|fornavn og efternavn|ansoger"},
    {ApplicantField::GivenName, u"given_name",
     u"first name|firstname|first|fname|given name|given names|givenname|forename|preferred name|preferred first name|candidate first name|applicant first name|"
     u"vorname|vornamen|rufname|prenom|prenoms|nombre|nombres|nombre de pila|primer nombre|nome|nome proprio|primeiro nome|voornaam|roepnaam|imie|fornamn|fornavn|etunimi"},
    {ApplicantField::FamilyName, u"family_name",
     u"last name|lastname|last|lname|surname|family name|familyname|candidate last name|applicant last name|second name|"
     u"nachname|familienname|zuname|nom|nom de famille|apellido|apellidos|primer apellido|cognome|sobrenome|apelido|ultimo nome|achternaam|familienaam|nazwisko|efternamn|efternavn|sukunimi"},
    {ApplicantField::Email, u"email",
     u"email|e mail|mail|email address|e mail address|mail address|emails|e mails|primary email|email primary|candidate email|applicant email|contact email|personal email|"
     u"primary email address|candidate primary email|candidate primary email address|email addresses|email 1|work email|home email|email home|email work|e mail adresse|email adresse|mailadresse|emailadresse|e mail adresses|"
     u"courriel|adresse email|adresse e mail|adresse electronique|adresse mail|mel|correo|correo electronico|direccion de correo|direccion de correo electronico|email candidato|"
     u"indirizzo email|indirizzo e mail|posta elettronica|endereco de email|endereco de e mail|correio eletronico|e mailadres|emailadres|mailadres|adres e mail|adres email|"
     u"e post|epost|e postadress|epostadress|e mailadresse|sahkoposti"},
    {ApplicantField::Phone, u"phone",
     u"phone|phone number|phone numbers|phones|telephone|telephone number|tel|tel no|mobile|mobile phone|mobile number|cell|cell phone|cellphone|cell number|home phone|work phone|"
     u"phone home|phone cell|phone work|phone mobile|contact number|contact phone|candidate phone|primary phone|primary phone number|candidate primary phone number|phone 1|"
     u"telefon|telefonnummer|tel nr|handy|handynummer|mobil|mobilnummer|mobiltelefon|rufnummer|festnetz|numero de telephone|telephone portable|portable|telephone mobile|gsm|"
     u"telefono|numero de telefono|movil|telefono movil|celular|numero di telefono|cellulare|recapito telefonico|telefone|numero de telefone|telemovel|contacto telefonico|"
     u"telefoon|telefoonnummer|mobiel|mobiele nummer|mobiel nummer|telefon komorkowy|numer telefonu|mobilnummer privat|puhelin"},
    {ApplicantField::Location, u"location",
     u"location|locations|where do you live|where are you based|where are you located|where are you|wo wohnst du|wo wohnen sie|ou habitez vous|ou habites tu|donde vives|donde reside|waar woon je|dove vivi|dove abiti|onde mora|onde vive|var bor du|hvor bor du|city|town|place|address|candidate location|current location|home address|residence|place of residence|city state|region|country|state|based in|"
     u"ort|wohnort|stadt|adresse|anschrift|standort|ville|lieu|lieu de residence|localisation|domicile|pays|ubicacion|ciudad|localidad|domicilio|direccion|provincia|pais|"
     u"citta|localita|luogo|residenza|indirizzo|localizacao|cidade|morada|endereco|woonplaats|plaats|stad|adres|locatie|miasto|lokalizacja|miejscowosc|by|bopael|bosted"},
    {ApplicantField::Source, u"source",
     u"source|sources|candidate source|application source|applicant source|source name|origin|channel|referrer|referred by|referral|how did you hear about us|how did you hear about this job|"
     u"how did you find us|where did you hear about us|source of application|sourced by|lead source|utm source|referring site|sourced from|source type|origin type|hired through|"
     u"quelle|herkunft|kanal|bewerbungsquelle|bewerbungskanal|wie haben sie von uns erfahren|provenance|origine|canal|source de candidature|origen|fuente|procedencia|fuente de la candidatura|"
     u"fonte|provenienza|origem|canal de origem|bron|herkomst|kanaal|wervingsbron|zrodlo|kalla|kilde"},
    {ApplicantField::AppliedOn, u"applied_on",
     u"applied on|applied|applied at|applied date|date applied|application date|date of application|application submitted|application submitted at|submitted at|submitted|submission date|application created at|applied at gmt|created at gmt|consideration started at|"
     u"date|timestamp|created|created at|created on|date created|creation date|added|date added|added at|received|received on|date received|hire date applied|start date application|"
     u"eingang|eingangsdatum|eingegangen am|bewerbungseingang|bewerbungsdatum|beworben am|bewerbung vom|datum|erstellt am|zeitstempel|date de candidature|candidature le|postule le|"
     u"recu le|date de reception|date de creation|cree le|horodateur|fecha|fecha de solicitud|fecha de aplicacion|fecha de candidatura|fecha de inscripcion|fecha de creacion|marca temporal|"
     u"data candidatura|data di candidatura|data della candidatura|data|data di invio|informazioni cronologiche|data de candidatura|data da candidatura|data de inscricao|data de criacao|"
     u"sollicitatiedatum|datum sollicitatie|gesolliciteerd op|aangemaakt op|ontvangen op|tijdstempel|data aplikacji|data zgloszenia|ansokningsdatum|datum for ansokan|ansogningsdato|dato"},
    {ApplicantField::Stage, u"stage",
     u"stage|stages|current stage|pipeline stage|application stage|candidate stage|stage name|status|application status|candidate status|current status|pipeline|step|phase|workflow step|"
     u"hiring stage|interview stage|current interview stage|milestone|stufe|bewerbungsstatus|stand|etape|statut|etape du processus|statut de la candidature|avancement|etapa|fase|estado|estado de la candidatura|situacion|"
     u"stato|stato candidatura|stadio|situacao|estado da candidatura|fase actuele|huidige fase|etap|status rekrutacji|steg|trin"},
    {ApplicantField::Outcome, u"outcome",
     u"outcome|result|decision|final decision|disposition|hired|rejected|disqualified|withdrawn|application outcome|ergebnis|entscheidung|ausgang|resultat|decision finale|issue|resultado|decision|desenlace|esito|"
     u"risultato|decisione|decisao|resultaat|besluit|uitkomst|decyzja|wynik|beslut|afgorelse"},
    {ApplicantField::OutcomeReason, u"reason",
     u"rejection reason|reject reason|disqualify reason|reason for rejection|disqualification reason|disqualified reason|archive reason|archived reason|reason|outcome reason|withdrawal reason|"
     u"absagegrund|ablehnungsgrund|grund|motif|motif de refus|raison du refus|motivo|motivo de rechazo|motivo del rechazo|motivo di rifiuto|motivo da rejeicao|reden|afwijzingsreden|powod odrzucenia"},
    {ApplicantField::Tags, u"tags",
     u"tags|tag|candidate tags|labels|label|keywords|key skills|skills|skill|competencies|groups|stichworte|stichworter|schlagworte|schlagworter|schlusselworter|kenntnisse|fahigkeiten|"
     u"etiquettes|etiquette|mots cles|competences|etiquetas|etiqueta|palabras clave|competencias|habilidades|etichette|parole chiave|competenze|palavras chave|trefwoorden|labels kandidaat|"
     u"vaardigheden|etykiety|umiejetnosci|taggar|etiketter"},
    {ApplicantField::Notes, u"notes",
     u"notes|note|comments|comment|remarks|remark|feedback|summary|candidate notes|internal notes|misc notes|notizen|notiz|bemerkungen|bemerkung|anmerkungen|anmerkung|kommentar|kommentare|"
     u"remarques|remarque|commentaires|commentaire|observations|notas|nota|comentarios|comentario|observaciones|note interne|commenti|commento|osservazioni|observacoes|notities|notitie|"
     u"opmerkingen|opmerking|toelichting|notatki|uwagi|komentarz|anteckningar|anmarkningar|noter|bemaerkninger"},
    {ApplicantField::Links, u"links",
     u"links|link|url|urls|website|websites|web site|linkedin|linkedin url|linkedin profile|linkedin profile url|github|github url|portfolio|portfolio url|profile|profile url|homepage|"
     u"social profiles|social media|candidate url|candidate profile|candidate profile url|candidate profile link|greenhouse profile|lever profile|ashby profile|web page|resume url|resume link url|cv url|website url|linkedin profile link|social media|facebook profile|resume link|cv link|webseite|internetseite|profil|liens|site web|site internet|enlaces|sitio web|pagina web|perfil|"
     u"collegamenti|sito web|sito|ligacoes|pagina da web|koppelingen|profiel|strona www|webbplats|hjemmeside"},
    {ApplicantField::ExternalId, u"id",
     u"id|candidate id|applicant id|application id|person id|external id|uuid|reference|reference number|ref|bewerber id|bewerbernummer|kandidaten id|kandidatennummer|referenz|identifiant|"
     u"identifiant candidat|identificador|id candidato|codice candidato|kandidaat id|kandidaatnummer|opportunity id|contact id|profile id"},
    {ApplicantField::Documents, u"documents",
     u"resume|cv|resume file|cv file|resume filename|resume file name|cv filename|cv file name|resume name|cv name|cover letter|cover letter file|attachments|attachment|attachment name|"
     u"attachment names|documents|document|files|file|file name|filename|lebenslauf|anschreiben|anlagen|anhang|dokumente|datei|lettre de motivation|pieces jointes|fichier|curriculum|"
     u"adjuntos|archivo|allegati|documenti|anexos|bijlagen|bestand|zalaczniki|bilagor"},
};

// Known as headers, but none of an applicant's fields here.
constexpr auto others =
    u"company|current company|organization|employer|current employer|job title|title|headline|position|current position|job|job name|job applied for|role|department|office|salutation|gender|"
    u"pronouns|middle name|zip|postal code|street|county|birthday|date of birth|nationality|age|rating|score|overall rating|rank|gate|useful score|necessary met|"
    u"coverage|by hand|code|owner|recruiter|hiring manager|recruiter name|coordinator|note visibility|last activity|last activity at|archived at|rejected at|hired at|archived on|rejected on|rejection date|archive date|disqualified at|salary|desired pay|"
    u"salary expectation|available from|start date|notice period|experience|education|school|degree|languages|eeo|gdpr|consent|consent until|no|nr|year|jahr|annee|ano|anrede|titel|firma|"
    u"arbeitgeber|geburtsdatum|geschlecht|strasse|plz|postleitzahl|gehaltswunsch|entreprise|poste|code postal|salaire|empresa|puesto|cargo|codigo postal|"
    u"azienda|posizione|cap|bedrijf|functie|postcode|stanowisko|foretag|virksomhed";

const QHash<QString, ApplicantField> &vocabulary()
{
    static const QHash<QString, ApplicantField> table = [] {
        QHash<QString, ApplicantField> names;
        for (const Entry &entry : entries) {
            for (const QStringView name : QStringView(entry.names).split(u'|')) {
                if (!names.contains(name.toString()))
                    names.insert(name.toString(), entry.field);
            }
        }
        // Run together, as in "FirstName" and "EmailAddress".
        for (const Entry &entry : entries) {
            for (const QStringView name : QStringView(entry.names).split(u'|')) {
                const QString together = name.toString().remove(u' ');
                if (!names.contains(together))
                    names.insert(together, entry.field);
            }
        }
        return names;
    }();
    return table;
}

/// "email 2" and "email" are one field, as are "phone home" and "phone (home)".
QString withoutNumber(const QString &folded)
{
    qsizetype end = folded.size();
    while (end > 0 && folded.at(end - 1).isDigit())
        --end;
    if (end == folded.size() || end == 0)
        return folded;
    return folded.first(end).trimmed();
}

/// What a form's question asks for: "What is your e-mail address? (optional)" asks for the e mail address.
QString askedFor(QStringView name)
{
    static const QSet<QString> wordsOfAsking = [] {
        const QStringList words = QStringLiteral("what is are your you please enter provide give tell us the a my our candidate candidates applicant applicants and whats s in to type fill of "
                                                 "wie ist lautet deine dein deinen ihre ihr ihren bitte gib geben sie an ein die der das wat je jouw uw vul cual es tu su sus por favor quel quelle est votre vos ton ta veuillez indiquer "
                                                 "qual il tuo la tua lo seu sua un una le indica indique inserisci vad ar din ditt hvad er dit jaki jest twoj twoje podaj")
                                      .split(u' ');
        return QSet<QString>(words.cbegin(), words.cend());
    }();
    QString asked = name.toString();
    if (const qsizetype bracket = asked.indexOf(u'('); bracket > 0)
        asked.truncate(bracket);
    constexpr qsizetype longestQuestion = 120;
    if (asked.size() > longestQuestion)
        return {};
    QStringList left;
    for (const QString &word : foldedName(asked).split(u' ', Qt::SkipEmptyParts)) {
        if (!wordsOfAsking.contains(word))
            left << word;
    }
    return left.join(u' ');
}

} // namespace

QString fieldKey(ApplicantField field)
{
    return QString::fromUtf16(entries[int(field)].key);
}

std::optional<ApplicantField> fieldOfKey(QStringView key)
{
    const QString wanted = foldedName(key).replace(u' ', u'_');
    for (const Entry &entry : entries) {
        if (wanted == QStringView(entry.key))
            return entry.field;
    }
    return fieldOfColumn(key);
}

QString foldedName(QStringView name)
{
    QString folded;
    folded.reserve(name.size());
    const QString parts = name.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    bool space = false;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QChar c = parts.at(i);
        if (c.isMark())
            continue;
        if (c.isLetterOrNumber() || c.isSurrogate() || c == u'+' || c == u'#') {
            if (space && !folded.isEmpty())
                folded += u' ';
            space = false;
            switch (c.unicode()) {
            case u'ø': folded += u'o'; break;
            case u'æ': folded += u"ae"; break;
            case u'ł': folded += u'l'; break;
            case u'đ': folded += u'd'; break;
            default: folded += c;
            }
        } else if (c != u'\'' && c != u'\u2019') {
            space = true;
        }
    }
    return folded;
}

std::optional<ApplicantField> fieldOfColumn(QStringView name)
{
    const QString folded = foldedName(name.trimmed().left(200));
    if (folded.isEmpty())
        return std::nullopt;
    const auto &names = vocabulary();
    auto found = names.constFind(folded);
    if (found == names.cend())
        found = names.constFind(withoutNumber(folded));
    if (found == names.cend() && folded.contains(u' '))
        found = names.constFind(QString(folded).remove(u' '));
    if (found == names.cend())
        found = names.constFind(askedFor(name));
    if (found == names.cend())
        return std::nullopt;
    return *found;
}

bool isKnownColumn(QStringView name)
{
    if (fieldOfColumn(name))
        return true;
    static const QSet<QString> known = [] {
        const QStringList names = QString::fromUtf16(others).split(u'|');
        return QSet<QString>(names.begin(), names.end());
    }();
    return known.contains(foldedName(name.trimmed().left(200)));
}

} // namespace rolecall::app
