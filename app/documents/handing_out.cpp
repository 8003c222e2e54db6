// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/handing_out.h"

#include "app/mail/mail_reader.h"
#include "db/connection.h"
#include "db/roles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QSaveFile>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Documents", text);
}

/// The endings of a kind; the first is given to what has none of them.
const QStringList &endingsOf(const QString &kind)
{
    static const QHash<QString, QStringList> endings{
        {QStringLiteral("pdf"), {QStringLiteral("pdf")}},
        {QStringLiteral("docx"), {QStringLiteral("docx")}},
        {QStringLiteral("odt"), {QStringLiteral("odt"), QStringLiteral("ott")}},
        {QStringLiteral("rtf"), {QStringLiteral("rtf")}},
        {QStringLiteral("text"), {QStringLiteral("txt"), QStringLiteral("text")}},
        {QStringLiteral("markdown"), {QStringLiteral("md"), QStringLiteral("markdown"), QStringLiteral("mkd")}},
        {QStringLiteral("html"), {QStringLiteral("html"), QStringLiteral("htm"), QStringLiteral("xhtml")}},
        {QStringLiteral("mail"), {QStringLiteral("eml"), QStringLiteral("mbox")}},
        {QStringLiteral("image"), {QStringLiteral("picture"), QStringLiteral("png"), QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("gif"), QStringLiteral("bmp"), QStringLiteral("webp"),
                                   QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("heic"), QStringLiteral("avif")}},
    };
    static const QStringList unknown{QStringLiteral("unknown")};
    const auto found = endings.constFind(kind);
    return found == endings.cend() ? unknown : *found;
}

Outcome write(const QString &tried, const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(tried, QDir::toNativeSeparators(path), file.errorString(), tr("Choose another place"));
    return {};
}

} // namespace

QString safeDocumentName(const QString &fileName, const QString &kind)
{
    QString name = safeFileName(fileName, tr("document"));
    const QStringList &endings = endingsOf(kind);
    if (!endings.contains(QFileInfo(name).suffix().toLower()))
        name += u'.' + endings.first();
    return name;
}

bool mayOpenOutside(const QString &kind)
{
    static const QStringList kinds{QStringLiteral("pdf"), QStringLiteral("docx"), QStringLiteral("odt"), QStringLiteral("rtf"), QStringLiteral("text"), QStringLiteral("markdown"), QStringLiteral("image")};
    return kinds.contains(kind);
}

Outcome saveDocument(db::Connection &connection, const db::Document &document, const QString &path)
{
    const auto bytes = db::content(connection, document.sha256);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return write(tr("Saving the document"), path, *bytes);
}

Result<QString> copyForOpening(db::Connection &connection, const db::Document &document, const QString &kind, const QString &folder)
{
    const QString tried = tr("Opening the document");
    if (!mayOpenOutside(kind))
        return failure(tried, document.fileName, tr("another program could fetch or run what is in it"), tr("Save a copy and decide there"));
    const auto bytes = db::content(connection, document.sha256);
    if (!bytes)
        return tl::unexpected(bytes.error());
    // A folder for each, so that two of one name do not meet and no old copy is in the way.
    QDir place(folder);
    const QString inner = QString::number(document.id.number());
    if (!place.mkpath(inner) || !place.cd(inner))
        return failure(tried, QDir::toNativeSeparators(folder), tr("the folder cannot be written to"));
    const QString path = place.filePath(safeDocumentName(document.fileName, kind));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    if (auto outcome = write(tried, path, *bytes); !outcome)
        return tl::unexpected(outcome.error());
    QFile::setPermissions(path, QFile::ReadOwner);
    return path;
}

} // namespace rolecall::app
