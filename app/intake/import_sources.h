// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person drops (files, folders, a whole heap) to what is imported one by one: tables, mail, cards, CVs, and
// for documents which of them belong to one applicant.
#pragma once

#include "db/result.h"

#include <QList>
#include <QStringList>

namespace rolecall::app {

enum class SourceKind { Table, Mail, JsonResume, VCard, Documents };

struct ImportSource
{
    SourceKind kind = SourceKind::Documents;
    QStringList paths; ///< one; of Documents all that belong to one applicant
    QString shown;     ///< the file's name, with its folder where it came in one
    QString folder;    ///< of Documents: the folder that holds this applicant's files and nothing else, by name
    qint64 bytes = 0;
};

struct RefusedSource
{
    QString path;
    QString shown;
    Error error;
};

struct ImportSources
{
    QList<ImportSource> sources; ///< in the order they were given, within a folder by name
    QList<RefusedSource> refused;

    bool has(SourceKind kind) const;
    qint64 bytes() const;
};

class UnpackedArchives;

/// Reads names, sizes and, where a name does not tell the kind, the beginning of a file. A folder within a folder is one
/// applicant where its files are few and of one person; otherwise its files are taken like those above it. A ZIP archive
/// is unpacked and taken as the folder it holds, but no archive within it.
ImportSources findImportSources(const QStringList &paths, UnpackedArchives &archives);

/// "3 mails, 2 tables and 14 documents": what was given, without anybody's name.
QString describeSources(const ImportSources &sources);

} // namespace rolecall::app
