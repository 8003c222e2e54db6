// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/zip_archive.h"

#include <QCoreApplication>
#include <zip.h>

namespace rolecall::app {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::app::Documents", text);
}

tl::unexpected<DocumentFault> damaged()
{
    return tl::unexpected(DocumentFault{translated("it is damaged or breaks off"), translated("Ask for the file again")});
}

} // namespace

void ZipArchive::Close::operator()(zip *archive) const
{
    zip_discard(archive);
}

DocumentPart<ZipArchive> ZipArchive::open(const QByteArray &bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    zip_error_fini(&error);
    if (!archive) {
        if (source)
            zip_source_free(source);
        return damaged();
    }
    return ZipArchive(archive);
}

bool ZipArchive::has(const char *name) const
{
    return zip_name_locate(m_archive.get(), name, 0) >= 0;
}

QList<QByteArray> ZipArchive::namesBeginning(const QByteArray &beginning) const
{
    constexpr zip_int64_t most = 10'000;
    QList<QByteArray> names;
    const zip_int64_t count = qMin(zip_get_num_entries(m_archive.get(), 0), most);
    for (zip_int64_t i = 0; i < count; ++i) {
        const QByteArray name(zip_get_name(m_archive.get(), zip_uint64_t(i), 0));
        if (name.startsWith(beginning))
            names.append(name);
    }
    return names;
}

DocumentPart<QByteArray> ZipArchive::entry(const QByteArray &name, qint64 mostBytes) const
{
    const tl::unexpected<DocumentFault> tooLarge(DocumentFault{translated("it is too large once unpacked, as a harmful file would be"), {}});
    zip_stat_t about;
    if (zip_stat(m_archive.get(), name.constData(), 0, &about) != 0)
        return damaged();
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE)
        return tl::unexpected(DocumentFault{translated("it is protected by a password"), translated("Ask for it without the password")});
    if ((about.valid & ZIP_STAT_SIZE) && about.size > zip_uint64_t(mostBytes))
        return tooLarge;
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> file(zip_fopen(m_archive.get(), name.constData(), 0), zip_fclose);
    if (!file)
        return damaged();
    QByteArray content;
    char block[65536];
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), block, sizeof block);
        if (got < 0)
            return damaged();
        if (got == 0)
            return content;
        if (content.size() + got > mostBytes)
            return tooLarge;
        content.append(block, qsizetype(got));
    }
}

} // namespace rolecall::app
