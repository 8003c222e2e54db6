// SPDX-License-Identifier: GPL-3.0-or-later
// Everything a workspace keeps of one person, to be handed to them (GDPR, articles 15 and 20): as JSON, as a page to read,
// and their documents as files.
#pragma once

#include "db/id.h"
#include "db/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

struct ExportedFile
{
    QString path; ///< within the folder, with safe names
    QByteArray bytes;
};

struct PersonExport
{
    QJsonObject data;    ///< "format": "rolecall-person", version 1
    QStringList leftOut; ///< one sentence for each thing that is not in it, and why
    QList<ExportedFile> documents;
};

/// Reads it all. Fails where the person is hidden behind a code from the connection's reviewer: the papers would tell.
Result<PersonExport> readPersonExport(db::Connection &connection, db::CandidateId person);
/// The page to read.
QByteArray personPage(const PersonExport &contents);

struct WrittenExport
{
    QString path;
    int files = 0;
    QStringList leftOut;
};
/// Writes data.json, index.html and documents/ into a new folder, or into one zip file where the path ends in .zip. What
/// is in the way stays: the write fails. Nothing half written is left behind.
Result<WrittenExport> exportPerson(db::Connection &connection, db::CandidateId person, const QString &path);

} // namespace rolecall::app
