// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/person_guess.h"

#include "app/applicants/cell_parsing.h"
#include "app/table/column_vocabulary.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace rolecall::app {

namespace {

constexpr qsizetype examinedCharacters = 20'000; // the head of a CV says whose it is
constexpr int examinedLines = 25;

const QSet<QString> &wordSet(const char *words, QSet<QString> &set)
{
    if (set.isEmpty()) {
        const QStringList list = QString::fromUtf8(words).split(u' ');
        set = QSet<QString>(list.begin(), list.end());
    }
    return set;
}

/// Words of a file's name that say what it is, not whose.
bool isDocumentWord(const QString &folded)
{
    static QSet<QString> set;
    return wordSet("cv resume curriculum vitae lebenslauf cover letter coverletter motivation motivational motivationletter anschreiben bewerbung bewerbungsunterlagen bewerbungsmappe lettre de application applicant "
                   "applications candidate candidature candidatura carta motivationsschreiben zeugnis zeugnisse certificate certificates diploma portfolio transcript reference references profile document documents doc "
                   "file scan scanned final new old version draft copy kopie copia updated update the for of and at as to pdf docx odt en eng english de german deutsch fr french es spanish nl dutch it italian job position role "
                   "statement letter1 brief motivatiebrief sollicitatie sollicitatiebrief levensloop cv1 cv2 anlage anlagen unterlagen attachment attachments supporting research teaching publication publications list mail email", set)
        .contains(folded);
}

/// Words that stand in the heading of a CV and are no names.
bool isHeadingWord(const QString &folded)
{
    static QSet<QString> set;
    return wordSet("curriculum vitae resume cv lebenslauf profile summary experience education skills contact address phone email objective personal details information data about me work professional employment "
                   "history languages interests references projects publications certifications engineer developer manager designer scientist analyst consultant architect administrator specialist assistant director "
                   "teacher nurse accountant student intern officer coordinator lead senior junior principal software data product project research web full stack front end back university college school institute "
                   "street road avenue lane city county germany france england kingdom states page dear sir madam panel hiring team letter application position role job the and for with from to of in on at my your our "
                   "berufserfahrung ausbildung kenntnisse persönliche angaben daten anschrift entwickler ingenieur formation expérience compétences profil ingénieur développeur experiencia formación habilidades perfil "
                   "werkervaring opleiding vaardigheden profiel name vorname nachname telefon telefone téléphone adresse date birth geburtsdatum geboren nationality nationalität jobs company ltd gmbh inc llc hello world "
                   "sample template document untitled", set)
        .contains(folded);
}

bool isNameWord(const QString &word)
{
    const QChar first = word.front();
    if (!first.isLetter() && !first.isSurrogate())
        return false;
    for (const QChar c : word) {
        if (!c.isLetter() && !c.isMark() && !c.isSurrogate() && c != u'-' && c != u'\'' && c != u'\u2019' && c != u'.' && c != u'\u00b7')
            return false;
    }
    return true;
}

bool isParticle(const QString &word)
{
    static const QSet<QString> particles{QStringLiteral("de"), QStringLiteral("da"), QStringLiteral("do"), QStringLiteral("dos"), QStringLiteral("del"), QStringLiteral("della"), QStringLiteral("di"), QStringLiteral("la"), QStringLiteral("le"),
                                         QStringLiteral("van"), QStringLiteral("der"), QStringLiteral("den"), QStringLiteral("von"), QStringLiteral("zu"), QStringLiteral("zur"), QStringLiteral("el"), QStringLiteral("al"), QStringLiteral("bin"),
                                         QStringLiteral("ibn"), QStringLiteral("ben"), QStringLiteral("y"), QStringLiteral("e"), QStringLiteral("ter"), QStringLiteral("ten"), QStringLiteral("af"), QStringLiteral("av")};
    return particles.contains(word);
}

bool hasDocumentWord(const QString &fileName)
{
    static const QRegularExpression separators(QStringLiteral("[^\\p{L}]+"), QRegularExpression::UseUnicodePropertiesOption);
    const QStringList words = QFileInfo(fileName).completeBaseName().split(separators, Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [](const QString &word) { return word.size() > 1 && isDocumentWord(foldedName(word)); });
}

QSet<QString> wordsOf(const QString &text)
{
    const QStringList words = foldedName(text).split(u' ', Qt::SkipEmptyParts);
    return QSet<QString>(words.begin(), words.end());
}

/// Cyrillic, Greek, Latin know capitals; most other writings do not, and put no blank into a name either.
bool knowsCapitals(QChar c)
{
    return c.toUpper() != c.toLower();
}

/// "Ada Example", "ADA EXAMPLE", "María de la Cruz", "王小明"; empty where a line is no name.
QString nameOfLine(QString line)
{
    static const QRegularExpression label(QStringLiteral("^(full\\s+name|name|nom|nombre|nome|naam|imię i nazwisko|jméno)\\s*[:：]\\s*"), QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression documentTitle(QStringLiteral("^(curriculum\\s+vitae|résumé|resume|cv|lebenslauf)\\s*(of|von|de|:|-|–|—|\\|)?\\s*"), QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression rest(QStringLiteral("\\s*([|•·–—/,;:(]|\\s-\\s|\\t|\\s{3,}).*$"));
    line = line.trimmed();
    line.remove(label);
    line.remove(documentTitle);
    line.remove(rest);
    line = line.simplified();
    if (line.size() < 2 || line.size() > 60)
        return {};
    const QStringList words = line.split(u' ');
    const bool joined = !knowsCapitals(line.front()); // Chinese, Japanese, Korean
    if (joined ? words.size() > 3 || line.size() > 12 : words.size() < 2 || words.size() > 6)
        return {};
    int names = 0;
    for (const QString &word : words) {
        if (!isNameWord(word) || isHeadingWord(foldedName(word)))
            return {};
        if (isParticle(word))
            continue;
        if (knowsCapitals(word.front()) && !word.front().isUpper())
            return {};
        ++names;
    }
    if (names < (joined ? 1 : 2))
        return {};
    // Set in capitals: as people write it.
    if (!joined && line == line.toUpper()) {
        QString written = line.toLower();
        bool start = true;
        for (QChar &c : written) {
            if (start)
                c = c.toUpper();
            start = c == u' ' || c == u'-' || c == u'\'';
        }
        return written;
    }
    return line;
}

/// Parts of a name as they are compared: folded, single letters left out.
QStringList nameParts(const QString &name)
{
    static const QSet<QString> titles{QStringLiteral("dr"), QStringLiteral("prof"), QStringLiteral("professor"), QStringLiteral("mr"), QStringLiteral("mrs"), QStringLiteral("ms"), QStringLiteral("phd"), QStringLiteral("msc"), QStringLiteral("bsc"), QStringLiteral("mba"), QStringLiteral("ing"), QStringLiteral("dipl")};
    QStringList parts = foldedName(name).split(u' ', Qt::SkipEmptyParts);
    const bool isLong = parts.size() > 1;
    parts.removeIf([isLong](const QString &part) { return isLong && (part.size() < 2 || titles.contains(part)); });
    return parts;
}

/// Whether the local part of an address is made of the name: "ada.example", "aexample", "adae", "ada".
bool fits(const QString &email, const QString &name)
{
    const QString local = foldedName(email.left(email.indexOf(u'@'))).remove(u' ');
    const QStringList parts = nameParts(name);
    if (parts.isEmpty() || local.size() < 2)
        return false;
    const QString &first = parts.first();
    const QString &last = parts.last();
    if (last.size() > 2 && local.contains(last))
        return true;
    if (first.size() > 2 && local.contains(first))
        return true;
    QString initials;
    for (const QString &part : parts)
        initials += part.front();
    return parts.size() > 1 && local == initials && initials.size() > 2;
}

bool sameName(const QString &one, const QString &other)
{
    QStringList a = nameParts(one);
    QStringList b = nameParts(other);
    if (a.isEmpty() || b.isEmpty())
        return false;
    // "Ada Example" and "Example Ada Maria": all parts of the shorter one are in the longer one.
    if (a.size() > b.size())
        std::swap(a, b);
    return std::all_of(a.begin(), a.end(), [&b](const QString &part) { return b.contains(part); });
}

QString phoneIn(const QString &head)
{
    static const QRegularExpression labelled(QStringLiteral("(?:tel(?:e(?:ph|f)on[eo]?)?|phone|mobile?|mob|cell|handy|gsm|m[oó]vil|telefoon|téléphone)[^\\w+(]{0,4}(\\+?\\(?\\d[\\d\\s()./-]{6,22}\\d)"),
                                             QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression international(QStringLiteral("(?<![\\d+])(\\+\\d[\\d \\x{00a0}()./-]{7,22}\\d)"));
    for (const QRegularExpression *pattern : {&labelled, &international}) {
        const QRegularExpressionMatch match = pattern->match(head);
        const QString number = match.captured(1).simplified();
        const auto digits = std::count_if(number.begin(), number.end(), [](QChar c) { return c.isDigit(); });
        if (match.hasMatch() && digits >= 7 && digits <= 15) // E.164 bounds a number to 15 digits
            return number;
    }
    return {};
}

QString linksIn(const QString &head)
{
    static const QRegularExpression link(QStringLiteral("(?:https?://|www\\.|(?:linkedin\\.com|github\\.com|gitlab\\.com)/)[^\\s<>\"',;|)\\]]{3,200}"), QRegularExpression::CaseInsensitiveOption);
    QStringList links;
    auto matches = link.globalMatch(head);
    constexpr int most = 5;
    while (matches.hasNext() && links.size() < most) {
        QString found = matches.next().captured();
        while (found.endsWith(u'.'))
            found.chop(1);
        if (!links.contains(found))
            links << found;
    }
    return links.join(u'\n');
}

/// The first lines that read as a name, the very first one being the likeliest. `top`: the one at the very top, if any.
QStringList namesIn(const QString &head, QString &top)
{
    constexpr int topLines = 3;
    QStringList names;
    int seen = 0;
    for (const QString &line : head.split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        if (++seen > examinedLines)
            break;
        const QString name = nameOfLine(line);
        if (name.isEmpty() || names.contains(name))
            continue;
        if (names.isEmpty() && seen <= topLines)
            top = name;
        names << name;
    }
    return names;
}

} // namespace

QString IntakePerson::text() const
{
    if (name.isEmpty() || email.isEmpty())
        return name + email;
    return QStringLiteral("%1 <%2>").arg(name, email);
}

IntakePerson IntakePerson::fromText(const QString &text)
{
    IntakePerson person;
    const QString written = text.simplified();
    const QStringList emails = emailsIn(written);
    if (!emails.isEmpty())
        person.email = emails.first();
    static const QRegularExpression address(QStringLiteral("[<(\\[]?[^\\s<>()\\[\\],;]+@[^\\s<>()\\[\\],;]+[>)\\]]?"));
    person.name = person.email.isEmpty() ? written : QString(written).remove(address).simplified();
    const bool quotesPair = person.name.count(u'"') % 2 == 0 && !person.name.startsWith(u'"'); // Ada "Star" Example
    while (!person.name.isEmpty() && QStringView(u",;:\"").contains(person.name.back()) && !(quotesPair && person.name.back() == u'"'))
        person.name.chop(1);
    while (!person.name.isEmpty() && person.name.front() == u'"')
        person.name.remove(0, 1);
    return person;
}

QStringList emailsIn(const QString &text)
{
    // Bounded on both sides, so that a long text without blanks costs no more than its length.
    static const QRegularExpression address(QStringLiteral("[\\p{L}\\p{N}._%+'-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}"), QRegularExpression::UseUnicodePropertiesOption);
    QStringList found;
    constexpr int most = 50;
    auto matches = address.globalMatch(text);
    while (matches.hasNext() && found.size() < most) {
        QString candidate = matches.next().captured();
        while (candidate.startsWith(u'\'') || candidate.startsWith(u'.'))
            candidate.remove(0, 1);
        const auto email = parseEmail(candidate);
        if (email && !found.contains(*email, Qt::CaseInsensitive))
            found << *email;
    }
    return found;
}

QString nameInFileName(const QString &fileName)
{
    QString base = QFileInfo(fileName).completeBaseName();
    for (const QString &email : emailsIn(base))
        base.remove(email);
    // "AdaExampleCV": a capital after a small letter begins a word.
    static const QRegularExpression camel(QStringLiteral("(?<=\\p{Ll})(?=\\p{Lu})"), QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression separators(QStringLiteral("[\\s_.,+()\\[\\]{}&#@!]+|\\s-\\s|-{2,}|(?<=\\d)-|-(?=\\d)"));
    base.replace(camel, QStringLiteral(" "));
    QStringList words;
    for (const QString &part : base.split(separators, Qt::SkipEmptyParts)) {
        // "ada-example": a hyphen parts the words where nothing else does.
        const bool hyphens = part.contains(u'-') && !base.contains(u' ') && !base.contains(u'_');
        for (const QString &word : hyphens ? part.split(u'-', Qt::SkipEmptyParts) : QStringList{part}) {
            QString clean = word;
            while (clean.startsWith(u'-'))
                clean.remove(0, 1);
            while (clean.endsWith(u'-'))
                clean.chop(1);
            if (clean.isEmpty() || std::any_of(clean.begin(), clean.end(), [](QChar c) { return c.isDigit(); }) || isDocumentWord(foldedName(clean)))
                continue;
            words << clean;
        }
    }
    if (words.isEmpty() || words.size() > 5)
        return {};
    for (QString &word : words) {
        if (!isNameWord(word))
            return {};
        if (isHeadingWord(foldedName(word)))
            return {};
        if (!isParticle(word) && knowsCapitals(word.front())) {
            if (word.size() > 2 && word == word.toUpper())
                word = word.toLower();
            word[0] = word.front().toUpper();
        }
    }
    const QString name = words.join(u' ');
    const bool joined = !knowsCapitals(name.front());
    return words.size() >= 2 || (joined && name.size() >= 2) ? name : QString();
}

QStringList tellingWordsOf(const QString &fileName)
{
    QStringList words = foldedName(QFileInfo(fileName).completeBaseName()).split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return isDocumentWord(word) || std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); }); });
    return words;
}

bool isCvName(const QString &fileName)
{
    static const QSet<QString> cv{QStringLiteral("cv"), QStringLiteral("resume"), QStringLiteral("lebenslauf"), QStringLiteral("curriculum"), QStringLiteral("vitae"), QStringLiteral("levensloop")};
    const QStringList words = foldedName(QFileInfo(fileName).completeBaseName()).split(u' ', Qt::SkipEmptyParts);
    return std::any_of(words.begin(), words.end(), [](const QString &word) {
        QString plain = word;
        while (!plain.isEmpty() && plain.back().isDigit())
            plain.chop(1);
        return cv.contains(plain);
    });
}

PersonGuess guessPerson(const QString &text, const QStringList &fileNames, const QString &folder)
{
    PersonGuess guess;
    const QString head = text.left(examinedCharacters);
    guess.emails = emailsIn(head);
    QStringList named; // by the files and the folder
    const bool saysWhatItIs = !folder.isEmpty() || std::any_of(fileNames.begin(), fileNames.end(), hasDocumentWord);
    for (const QString &name : fileNames + (folder.isEmpty() ? QStringList() : QStringList{folder + QStringLiteral(".x")})) {
        if (const QString found = nameInFileName(name); !found.isEmpty() && !named.contains(found))
            named << found;
        for (const QString &email : emailsIn(QFileInfo(name).completeBaseName())) {
            if (!guess.emails.contains(email, Qt::CaseInsensitive))
                guess.emails.prepend(email);
        }
    }
    QString top;
    const QStringList lines = namesIn(head, top);
    guess.phone = phoneIn(head);
    guess.links = linksIn(head);

    // A line of the text that an address or a file's name bears out is the name.
    QString name;
    bool borneOut = false;
    for (const QString &line : lines) {
        const bool byFile = std::any_of(named.begin(), named.end(), [&line](const QString &other) { return sameName(line, other); });
        const bool byEmail = std::any_of(guess.emails.begin(), guess.emails.end(), [&line](const QString &email) { return fits(email, line); });
        if (byFile || byEmail) {
            name = line;
            borneOut = true;
            break;
        }
    }
    // So is a file's name that an address of the text bears out.
    if (!borneOut) {
        for (const QString &other : std::as_const(named)) {
            if (std::any_of(guess.emails.begin(), guess.emails.end(), [&other](const QString &email) { return fits(email, other); })) {
                name = other;
                borneOut = true;
                break;
            }
        }
    }
    // One alone is a guess where it stands where a name stands: at the top of the text, or beside "CV" in the file's name.
    if (name.isEmpty()) {
        const QSet<QString> words = wordsOf(head);
        for (const QString &other : std::as_const(named)) {
            const QStringList parts = nameParts(other);
            const bool isInText = std::any_of(parts.begin(), parts.end(), [&words](const QString &part) { return part.size() > 2 && words.contains(part); });
            if (name.isEmpty() && (isInText || saysWhatItIs))
                name = other;
        }
        if (name.isEmpty() && guess.emails.size() == 1)
            name = top;
    }
    QStringList fitting;
    for (const QString &email : std::as_const(guess.emails)) {
        if (!name.isEmpty() && fits(email, name))
            fitting << email;
    }
    QString email;
    if (!fitting.isEmpty())
        email = fitting.first();
    else if (guess.emails.size() == 1)
        email = guess.emails.first();
    guess.person = {name, email};
    const bool isSettled = borneOut && !email.isEmpty() && (!fitting.isEmpty() || guess.emails.size() == 1);
    if (isSettled)
        guess.certainty = Certainty::Certain;
    else if (!name.isEmpty() || !email.isEmpty())
        guess.certainty = guess.emails.size() > 1 && email.isEmpty() ? Certainty::Unknown : Certainty::Guessed;
    // What is offered where somebody has to choose.
    const auto offer = [&guess](const IntakePerson &person) {
        if (!person.isNobody() && !guess.choices.contains(person))
            guess.choices << person;
    };
    offer(guess.person);
    for (const QString &other : std::as_const(guess.emails))
        offer({name, other});
    constexpr int mostNames = 4;
    for (const QString &other : (named + lines).mid(0, mostNames))
        offer({other, email.isEmpty() ? guess.emails.value(0) : email});
    return guess;
}

} // namespace rolecall::app
