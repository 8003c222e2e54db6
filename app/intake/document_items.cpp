// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants from files alone: a CV, or a folder of one person's documents.
#include "app/intake/intake_readers.h"

#include "app/documents/attaching.h"
#include "app/documents/text_preparation.h"
#include "app/intake/person_guess.h"
#include "db/applications.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rolecall::app {

namespace {

constexpr qsizetype examinedCharacters = 20'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Intake", text);
}

/// What is there to tell the applicant by: the CV first, then the rest.
QString headText(const IntakeItem &item)
{
    QString cv;
    QString others;
    for (const IntakeDocument &document : item.documents) {
        if (document.text)
            (isCvName(document.fileName) ? cv : others) += document.text->text.left(examinedCharacters) + u'\n';
    }
    return cv + others;
}

void sayHowSure(IntakeItem &item, const PersonGuess &guess)
{
    switch (guess.certainty) {
    case Certainty::Certain:
        break;
    case Certainty::Guessed:
        if (guess.person.email.isEmpty())
            item.look(tr("the name was guessed, and there is no e-mail address"));
        else if (guess.person.name.isEmpty())
            item.look(tr("the e-mail address is from the document; there is no name beside it"));
        else
            item.look(tr("the name and the e-mail address were guessed: nothing bears out that they belong together"));
        break;
    case Certainty::Unknown:
        item.look(guess.emails.size() > 1 ? tr("there are several e-mail addresses in it, so whose it is is not certain") : tr("neither its text nor its name says whose it is"));
        break;
    }
}

} // namespace

void addDocument(IntakeItem &item, const QString &fileName, const QByteArray &bytes, const IntakeOptions &options)
{
    if (bytes.isEmpty()) {
        item.look(tr("%1 is empty and was left out").arg(fileName));
        return;
    }
    if (bytes.size() > largestDocument) {
        item.look(tr("%1 is larger than %2 MB and was left out").arg(fileName).arg(largestDocument / 1024 / 1024));
        return;
    }
    IntakeDocument document;
    document.fileName = fileName;
    document.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    document.text = options.texts->text(bytes, document.sha256, fileName);
    if (options.keepBytes)
        document.bytes = bytes;
    if (isUnreadable(*document.text))
        item.look(tr("%1 cannot be shown: %2").arg(fileName, document.text->problem));
    item.documents.push_back(std::move(document));
}

IntakeItem readDocumentItem(const ImportSource &source, const IntakeOptions &options)
{
    IntakeItem item;
    item.key = source.paths.first();
    item.file = source.shown;
    item.isDocuments = true;
    int unreadable = 0;
    for (const QString &path : source.paths) {
        const QFileInfo info(path);
        // Within the applicant's folder a file keeps its place by its name alone.
        QFile file(path);
        item.fileNames << info.fileName();
        if (!file.open(QIODevice::ReadOnly)) {
            item.look(tr("%1 cannot be read: %2").arg(info.fileName(), file.errorString()));
            continue;
        }
        if (file.size() > largestDocument) {
            item.look(tr("%1 is larger than %2 MB and was left out").arg(info.fileName()).arg(largestDocument / 1024 / 1024));
            continue;
        }
        addDocument(item, info.fileName(), file.readAll(), options);
    }
    for (const IntakeDocument &document : item.documents)
        unreadable += isUnreadable(*document.text);
    item.isUnreadable = unreadable == int(item.documents.size());

    const QString head = headText(item);
    const PersonGuess guess = guessPerson(head, item.fileNames, source.folder);
    item.person = guess.person;
    item.certainty = guess.certainty;
    item.choices = guess.choices;
    item.emails = guess.emails;
    item.phone = guess.phone;
    item.links = guess.links;
    constexpr qsizetype beginning = 300;
    item.roleWords = {source.folder, source.shown, head.left(beginning)};
    for (const QString &name : item.fileNames + QStringList{source.folder + QStringLiteral(".x")}) {
        const QString found = nameInFileName(name);
        if (found.isEmpty())
            continue;
        const QStringList words = found.split(u' ');
        // "Example, Ada": the table may say it the other way round.
        for (const QString &key : {db::nameKey(found), db::nameKey(words.mid(1).join(u' ') + u' ' + words.first()), db::nameKey(words.last() + u' ' + words.mid(0, words.size() - 1).join(u' ')),
                                   db::nameKey(words.last() + QStringLiteral(", ") + words.mid(0, words.size() - 1).join(u' '))}) {
            if (!item.nameKeys.contains(key))
                item.nameKeys << key;
        }
    }
    if (!item.person.name.isEmpty() && item.certainty == Certainty::Certain && !item.nameKeys.contains(db::nameKey(item.person.name)))
        item.nameKeys << db::nameKey(item.person.name);
    if (!item.isUnreadable)
        sayHowSure(item, guess);
    return item;
}

} // namespace rolecall::app
