// SPDX-License-Identifier: GPL-3.0-or-later
// The export of one person on disk: a folder or a zip file, whole or not at all.
#include "app/people/person_export.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <cstdio>
#include <zip.h>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PersonExport", text);
}

tl::unexpected<Error> notWritten(const QString &path, const QString &problem, const QString &remedy = {})
{
    return failure(tr("Writing a person's data to"), QDir::toNativeSeparators(path), problem, remedy.isEmpty() ? tr("Choose another place") : remedy);
}

Outcome writeZip(const QList<ExportedFile> &files, const QString &path)
{
    int code = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_EXCL, &code);
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const QString problem = QString::fromUtf8(zip_error_strerror(&error));
        zip_error_fini(&error);
        return notWritten(path, problem);
    }
    for (const ExportedFile &file : files) {
        // The bytes stay until zip_close(), which is when they are written.
        zip_source_t *source = zip_source_buffer(archive, file.bytes.constData(), zip_uint64_t(file.bytes.size()), 0);
        if (!source || zip_file_add(archive, file.path.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) < 0) {
            const QString problem = QString::fromUtf8(zip_strerror(archive));
            if (source)
                zip_source_free(source);
            zip_discard(archive);
            return notWritten(path, problem);
        }
    }
    if (zip_close(archive) != 0) {
        const QString problem = QString::fromUtf8(zip_strerror(archive));
        zip_discard(archive);
        return notWritten(path, problem);
    }
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

Outcome writeFolder(const QList<ExportedFile> &files, const QString &path)
{
    const QFileInfo target(path);
    QTemporaryDir folder(target.absolutePath() + QStringLiteral("/.%1.XXXXXX").arg(target.fileName()));
    if (!folder.isValid())
        return notWritten(path, folder.errorString());
    for (const ExportedFile &exported : files) {
        const QString to = folder.filePath(exported.path);
        QFile file(to);
        if (!QDir().mkpath(QFileInfo(to).absolutePath()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)
            || file.write(exported.bytes) != exported.bytes.size() || !file.flush())
            return notWritten(to, file.errorString());
    }
    if (std::rename(QFile::encodeName(folder.path()).constData(), QFile::encodeName(target.absoluteFilePath()).constData()) != 0)
        return notWritten(path, qt_error_string(errno));
    folder.setAutoRemove(false);
    return {};
}

} // namespace

Result<WrittenExport> exportPerson(db::Connection &connection, db::CandidateId person, const QString &path)
{
    if (QFileInfo::exists(path))
        return notWritten(path, tr("something of this name is there already"), tr("Choose another name, or take it away first"));
    const auto contents = readPersonExport(connection, person);
    if (!contents)
        return tl::unexpected(contents.error());
    QList<ExportedFile> files{{QStringLiteral("index.html"), personPage(*contents)}, {QStringLiteral("data.json"), QJsonDocument(contents->data).toJson()}};
    files += contents->documents;
    const bool zip = path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
    if (auto outcome = zip ? writeZip(files, path) : writeFolder(files, path); !outcome)
        return tl::unexpected(outcome.error());
    return WrittenExport{path, int(files.size()), contents->leftOut};
}

} // namespace rolecall::app
