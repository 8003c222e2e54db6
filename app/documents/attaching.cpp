// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/attaching.h"

#include "db/applications.h"
#include "db/connection.h"
#include "db/documents.h"
#include "db/roles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Documents", text);
}

} // namespace

FilesRead readFilesToAttach(const QStringList &paths)
{
    FilesRead read;
    for (const QString &path : paths) {
        const QFileInfo info(path);
        const QString name = info.fileName();
        QFile file(path);
        if (!info.isFile())
            read.refused << tr("%1 is not a file").arg(name);
        else if (info.size() > largestDocument)
            read.refused << tr("%1 is larger than %2 MB").arg(name).arg(largestDocument / 1024 / 1024);
        else if (!file.open(QIODevice::ReadOnly))
            read.refused << tr("%1 cannot be read: %2").arg(name, file.errorString());
        else if (const QByteArray bytes = file.read(largestDocument + 1); bytes.isEmpty())
            read.refused << tr("%1 is empty").arg(name);
        else
            read.files << FileToAttach{name, bytes};
    }
    return read;
}

Result<Attached> attachDocuments(db::Connection &connection, db::ApplicationId application, const QList<FileToAttach> &files)
{
    const auto found = db::application(connection, application);
    if (!found)
        return tl::unexpected(found.error());
    const auto present = db::documents(connection, application);
    if (!present)
        return tl::unexpected(present.error());
    QSet<QString> hashes;
    for (const db::Document &document : *present)
        hashes << document.sha256;

    Attached attached;
    QList<FileToAttach> fresh;
    for (const FileToAttach &file : files) {
        const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex());
        if (hashes.contains(sha256)) {
            attached.alreadyThere << file.name;
            continue;
        }
        hashes << sha256;
        fresh << file;
    }
    if (fresh.isEmpty()) {
        attached.done.message = attached.alreadyThere.isEmpty() ? QString() : tr("Already there: %1").arg(attached.alreadyThere.join(QStringLiteral(", ")));
        return attached;
    }
    // A file's name often holds the person's: it is kept out of the log's words.
    const db::NewChange change{QStringLiteral("document"), fresh.size() == 1 ? tr("Attached a document to {applicant}") : tr("Attached %1 documents to {applicant}").arg(fresh.size()), {}, found->role, application};
    auto done = perform(connection, change, Area::Documents, [&]() -> Outcome {
        for (const FileToAttach &file : std::as_const(fresh)) {
            const auto sha256 = db::storeContent(connection, file.bytes);
            if (!sha256)
                return tl::unexpected(sha256.error());
            db::Document document;
            document.application = application;
            document.sha256 = *sha256;
            document.fileName = file.name;
            if (const auto id = db::insertDocument(connection, document); !id)
                return tl::unexpected(id.error());
        }
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    attached.done = *done;
    attached.taken = int(fresh.size());
    return attached;
}

} // namespace rolecall::app
