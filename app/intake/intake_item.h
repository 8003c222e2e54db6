// SPDX-License-Identifier: GPL-3.0-or-later
// One applicant as a message, a card or a set of documents brings them, before it is settled who they are and whether
// they are there already. Plain values: readers fill them, the import stores them, the sheet shows them.
#pragma once

#include "db/documents.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace rolecall::app {

struct IntakePerson
{
    QString name;
    QString email;

    bool isNobody() const { return name.isEmpty() && email.isEmpty(); }
    /// "Ada Example <ada@example.org>", or the one of the two that there is.
    QString text() const;
    /// The same backwards; nobody where the text is empty.
    static IntakePerson fromText(const QString &text);

    friend bool operator==(const IntakePerson &, const IntakePerson &) = default;
};

struct IntakeDocument
{
    QString fileName;
    QByteArray bytes; ///< empty in a trial
    QString sha256;
    std::shared_ptr<const db::DocumentText> text; ///< none where it is not read
};

enum class Certainty {
    Certain,
    Guessed, ///< taken, for a person to look at
    Unknown, ///< not taken until somebody says who it is
};

struct IntakeItem
{
    QString key;  ///< the same for the same message, card or document in every run over the same files
    QString file; ///< as it is shown: the file's name, within its folder
    std::optional<qint64> row; ///< number of the message or card, from 1; none where the file is one applicant
    bool isMail = false;
    bool isDocuments = false; ///< files alone: they may belong to somebody who is there already
    IntakePerson person;
    Certainty certainty = Certainty::Certain;
    QList<IntakePerson> choices; ///< people found in it, the likeliest first
    QString phone;
    QString location;
    QString links; ///< one a line
    QString note;
    QString source;
    QString appliedOn; ///< YYYY-MM-DD
    QStringList roleWords; ///< what may name the role, the likeliest first: a subject, a file's name, how the text begins
    QStringList fileNames; ///< of the files given, to be found in a table
    QStringList nameKeys;  ///< db::nameKey() of names that the files' names may be
    QStringList emails;    ///< all addresses in the files' names and texts that may be the applicant's
    std::vector<IntakeDocument> documents;
    QStringList messages; ///< translated, each a clause without a full stop
    bool needsLook = false;
    bool isUnreadable = false; ///< nothing of it can be read: refused unless somebody says who it is of
    qint64 bytes = 0; ///< of the file, for progress

    void look(const QString &message)
    {
        needsLook = true;
        messages << message;
    }
};

} // namespace rolecall::app
