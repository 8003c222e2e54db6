// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/blind/name_forms.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <algorithm>

namespace rolecall::app {

namespace {

bool isInvisible(QChar c)
{
    return c.unicode() == 0x00ad || c.category() == QChar::Other_Format;
}

QString foldedUnit(QChar c)
{
    if (c.unicode() < 0x80)
        return QString(c.toLower());
    if (c.isSurrogate())
        return QString(c);
    QString folded;
    const QString parts = QString(c).normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar part : parts) {
        if (part.category() != QChar::Mark_NonSpacing)
            folded += part;
    }
    return folded;
}

/// Writing systems that set names without spaces around them.
bool isUnspaced(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
        return true;
    default:
        return false;
    }
}

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate() || c == u'_';
}

QStringList wordsOf(const QString &folded)
{
    QStringList words;
    QString word;
    for (const QChar c : folded) {
        if (isWordCharacter(c) && c != u'_') {
            word += c;
        } else if (!word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    if (!word.isEmpty())
        words << word;
    return words;
}

/// Words between names that name nobody by themselves, and titles.
const QSet<QString> &particles()
{
    static const QSet<QString> words = [] {
        const QStringList list = QStringLiteral("de da do dos das del della di du la le les el al bin ibn ben van von der den ter ten zu zur y e i af av of the "
                                                "dr prof mr mrs ms miss mx sir phd md msc bsc ma ba mba jr sr ii iii iv mag ing dipl").split(u' ');
        return QSet<QString>(list.cbegin(), list.cend());
    }();
    return words;
}

/// Names that are also ordinary words: hidden only where they are written with a capital.
const QSet<QString> &ordinaryWords()
{
    static const QSet<QString> words = [] {
        const QStringList list = QStringLiteral("will mark may grace rose hope art bill frank jack page faith joy dawn summer june april august drew rob pat sue ray "
                                                "guy dean grant chase miles reed lane wood stone field brook hill banks west north young long short king bishop cook "
                                                "baker taylor smith mason carter fisher hunter potter miller turner walker black white brown green gray grey day best "
                                                "good may price rice waters wells love bell ball case cross ford key law park parks rich sharp small song sun wise wolf "
                                                "min in on so an to do he she her his me my no go we us be by or as at is it la le klein gross lang jung weiss schwarz").split(u' ');
        return QSet<QString>(list.cbegin(), list.cend());
    }();
    return words;
}

/// "müller" is written "mueller" as well: folding gives the first as "muller".
QStringList spellings(const QString &word)
{
    static const QHash<QChar, QString> written{{u'ä', QStringLiteral("ae")}, {u'ö', QStringLiteral("oe")}, {u'ü', QStringLiteral("ue")}, {u'ø', QStringLiteral("oe")},
                                               {u'å', QStringLiteral("aa")}, {u'æ', QStringLiteral("ae")}, {u'ß', QStringLiteral("ss")}, {u'œ', QStringLiteral("oe")}};
    QString spelled;
    for (const QChar c : word.normalized(QString::NormalizationForm_C).toLower())
        spelled += written.value(c, QString(c));
    QStringList result{foldForNames(word).text, foldForNames(spelled).text};
    QString bare = foldForNames(word).text;
    bare.replace(QChar(0xf8), u'o').replace(QChar(0x142), u'l').replace(QChar(0x111), u'd');
    result << bare;
    result.removeDuplicates();
    return result;
}

/// Every word of the text that is one of `words`.
void addWords(QList<TextStretch> &found, const FoldedText &text, const QSet<QString> &words)
{
    for (qsizetype at = 0; at < text.text.size();) {
        if (!isWordCharacter(text.text.at(at)) || text.text.at(at) == u'_') {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.text.size() && isWordCharacter(text.text.at(end)) && text.text.at(end) != u'_')
            ++end;
        const QString word = text.text.mid(at, end - at);
        if (words.contains(word) && !(text.lower.at(at) && ordinaryWords().contains(word)))
            found << text.original(at, end - at);
        at = end;
    }
}

/// A string wherever it stands; `whole`: only between characters that are no letters.
void addStrings(QList<TextStretch> &found, const FoldedText &text, const QString &string, bool whole)
{
    for (qsizetype at = text.text.indexOf(string); at >= 0; at = text.text.indexOf(string, at + 1)) {
        const qsizetype end = at + string.size();
        const bool startsWord = at == 0 || !text.text.at(at - 1).isLetterOrNumber();
        const bool endsWord = end == text.text.size() || !text.text.at(end).isLetterOrNumber();
        if (!whole || (startsWord && endsWord))
            found << text.original(at, string.size());
    }
}

QString spacedOut(const QString &word)
{
    QString spaced;
    for (const QChar c : word) {
        if (!spaced.isEmpty())
            spaced += u' ';
        spaced += c;
    }
    return spaced;
}

} // namespace

TextStretch FoldedText::original(qsizetype start, qsizetype length) const
{
    // To the next unit's place: what folding dropped (accents set apart, soft hyphens) belongs to the letter before it.
    return {places.at(start), places.at(start + length) - places.at(start)};
}

FoldedText foldForNames(const QString &text)
{
    FoldedText folded;
    folded.text.reserve(text.size());
    folded.places.reserve(text.size() + 1);
    folded.lower.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (isInvisible(c) || c.category() == QChar::Mark_NonSpacing)
            continue;
        // A word parted at a line's end is one word.
        if (c == u'-' && i + 2 < text.size() && text.at(i + 1) == u'\n' && i > 0 && text.at(i - 1).isLetter() && text.at(i + 2).isLower()) {
            ++i;
            continue;
        }
        const QString units = c.isSpace() ? QStringLiteral(" ") : foldedUnit(c);
        for (const QChar unit : units) {
            folded.text += unit;
            folded.places << i;
            folded.lower << c.isLower();
        }
    }
    folded.places << text.size();
    return folded;
}

bool isNameParticle(const QString &word)
{
    return particles().contains(word);
}

bool isOrdinaryWord(const QString &word)
{
    return ordinaryWords().contains(word);
}

bool isUnspacedScript(QChar c)
{
    return isUnspaced(c);
}

QList<TextStretch> findNames(const FoldedText &text, const QString &name, const QString &email, const QString &links)
{
    QList<TextStretch> found;
    QSet<QString> words;
    QStringList named;
    for (const QString &part : wordsOf(name.toLower().normalized(QString::NormalizationForm_C))) {
        for (const QString &form : spellings(part)) {
            if (std::any_of(form.cbegin(), form.cend(), isUnspaced))
                addStrings(found, text, form, false);
            else if (form.size() > 1 && !particles().contains(form))
                words << form;
        }
        if (const QString form = foldForNames(part).text; form.size() > 1 && !particles().contains(form))
            named << form;
    }
    QString unspacedName;
    for (const QChar c : foldForNames(name).text) {
        if (isUnspaced(c))
            unspacedName += c;
    }
    if (unspacedName.size() > 1)
        addStrings(found, text, unspacedName, false);

    // User names: what people glue together from their names, and what stands before the @.
    QSet<QString> glued;
    if (named.size() > 1) {
        const QString first = named.first();
        const QString last = named.last();
        glued << first + last << last + first << first.left(1) + last << last + first.left(1) << first + last.left(1);
    }
    if (const QString local = foldForNames(email.section(u'@', 0, 0)).text; local.size() > 3)
        glued << local;
    for (const QString &link : wordsOf(foldForNames(links).text.section(u'/', 3))) {
        if (link.size() > 4 && !ordinaryWords().contains(link) && link != QLatin1String("https"))
            glued << link;
    }
    for (const QString &form : std::as_const(glued)) {
        if (form.size() > 3)
            addStrings(found, text, form, true);
    }
    for (const QString &word : std::as_const(words)) {
        if (word.size() > 2)
            addStrings(found, text, spacedOut(word), true);
    }
    addWords(found, text, words);
    // The initials of the name, where the two belong together: "A. Example" leaves "A." once the name is gone.
    if (named.size() > 1) {
        for (const QString &dot : {QStringLiteral("."), QStringLiteral(". "), QStringLiteral(" ")})
            addStrings(found, text, named.first().left(1) + dot + named.last(), true);
    }
    return found;
}

QList<TextStretch> findPlaces(const FoldedText &text, const QString &location)
{
    QList<TextStretch> found;
    for (const QString &part : location.split(u',', Qt::SkipEmptyParts)) {
        const QString place = foldForNames(part.simplified()).text;
        if (place.size() > 2 && !ordinaryWords().contains(place) && place != QLatin1String("remote"))
            addStrings(found, text, place, !std::any_of(place.cbegin(), place.cend(), isUnspaced));
    }
    return found;
}

} // namespace rolecall::app
