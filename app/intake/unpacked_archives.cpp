// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/unpacked_archives.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSet>
#include <QStorageInfo>
#include <QTemporaryDir>
#include <vector>
#include <zip.h>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("UnpackedArchives", text);
}

struct Discard
{
    void operator()(zip_t *zip) const { zip_discard(zip); }
};
struct CloseMember
{
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, Discard>;
using Member = std::unique_ptr<zip_file_t, CloseMember>;

Zip openZip(const QString &path)
{
    int error = 0;
    return Zip(zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, &error));
}

constexpr qsizetype longestName = 180; // bytes, of the 255 that file systems have room for
constexpr qsizetype deepestPath = 20;

/// What desktops put into archives beside the files.
bool isLitter(const QStringList &parts)
{
    return parts.contains(u"__MACOSX") || parts.last() == u".DS_Store" || parts.last().compare(u"Thumbs.db", Qt::CaseInsensitive) == 0 || parts.last().compare(u"desktop.ini", Qt::CaseInsensitive) == 0;
}

bool isLink(zip_t *zip, zip_uint64_t index)
{
    constexpr zip_uint32_t typeMask = 0170000;
    constexpr zip_uint32_t link = 0120000;
    constexpr int modeShift = 16;
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (zip_file_get_external_attributes(zip, index, 0, &system, &attributes) != 0)
        return false;
    return (system == ZIP_OPSYS_UNIX || system == ZIP_OPSYS_OS_X) && ((attributes >> modeShift) & typeMask) == link;
}

/// A name that every file system takes; what is cut off is its middle, the ending stays.
QString safePart(QString part)
{
    for (QChar &c : part) {
        if (c.unicode() < 0x20 || c == u':' || c.unicode() == 0x7f)
            c = u'_';
    }
    while (part.toUtf8().size() > longestName) {
        const qsizetype dot = part.lastIndexOf(u'.');
        const qsizetype end = dot > 0 && part.size() - dot <= 10 ? dot : part.size();
        part.remove(std::max<qsizetype>(end - 1, 0), 1);
    }
    return part;
}

struct Planned
{
    zip_uint64_t index = 0;
    QString path; ///< below the folder
};

class Unpacking
{
public:
    Unpacking(const QString &archive, const ArchiveLimits &limits)
        : m_archive(archive)
        , m_limits(limits)
        , m_zip(openZip(archive))
    {}

    Outcome into(const QString &folder)
    {
        if (!m_zip)
            return refused(tr("it is damaged or no ZIP archive"), tr("Ask for it again, or unpack it and give the folder"));
        if (auto outcome = plan(); !outcome)
            return outcome;
        for (const Planned &member : m_members) {
            if (auto outcome = unpack(member, folder + u'/' + member.path); !outcome)
                return outcome;
        }
        return {};
    }

private:
    Outcome refused(const QString &problem, const QString &remedy = {}) const
    {
        return failure(tr("Unpacking the archive"), QFileInfo(m_archive).fileName(), problem, remedy.isEmpty() ? tr("Unpack it yourself, look at what is in it, and give the folder") : remedy);
    }

    Outcome tooLarge() const
    {
        return refused(tr("it unpacks to far more than its size, as a harmful file does, or to more than %1").arg(QLocale::c().formattedDataSize(m_limits.bytes, 0)));
    }

    bool isTooMuch(qint64 bytes) const
    {
        return bytes > m_limits.bytes || (bytes > m_limits.bytesWithoutRatio && bytes / m_limits.ratio > QFileInfo(m_archive).size());
    }

    /// Looks at everything before anything is written.
    Outcome plan()
    {
        const zip_int64_t count = zip_get_num_entries(m_zip.get(), 0);
        if (count > m_limits.members)
            return refused(tr("it holds %1 files, and at most %2 are taken").arg(count).arg(m_limits.members));
        qint64 declared = 0;
        QSet<QString> taken;
        for (zip_uint64_t i = 0; i < zip_uint64_t(std::max<zip_int64_t>(count, 0)); ++i) {
            zip_stat_t about;
            const char *raw = zip_get_name(m_zip.get(), i, ZIP_FL_ENC_GUESS);
            if (!raw || zip_stat_index(m_zip.get(), i, 0, &about) != 0)
                return refused(tr("it is damaged"));
            const QString name = QString::fromUtf8(raw).replace(u'\\', u'/');
            const QStringList parts = name.split(u'/', Qt::SkipEmptyParts);
            const bool drive = name.size() >= 2 && name.at(1) == u':' && name.at(0).isLetter();
            if (name.startsWith(u'/') || drive || parts.contains(u".."))
                return refused(tr("“%1” in it would land outside its folder, as in a harmful archive").arg(name.left(100)));
            if (isLink(m_zip.get(), i))
                return refused(tr("“%1” in it is a link to another file").arg(name.left(100)));
            if (parts.isEmpty() || parts.contains(u".") || parts.size() > deepestPath || name.endsWith(u'/') || isLitter(parts))
                continue;
            if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE)
                return refused(tr("it is protected by a password"), tr("Ask for it without the password, or unpack it and give the folder"));
            if (about.valid & ZIP_STAT_SIZE) {
                if (about.size > zip_uint64_t(m_limits.bytes))
                    return tooLarge();
                declared += qint64(about.size);
            }
            if (isTooMuch(declared))
                return tooLarge();
            QStringList safe;
            for (const QString &part : parts)
                safe << safePart(part);
            m_members.push_back({i, distinct(safe.join(u'/'), taken)});
        }
        if (m_members.empty())
            return refused(tr("there is no file in it"), tr("Ask for it again"));
        const QStorageInfo room(QDir::tempPath());
        if (room.isValid() && room.bytesAvailable() < declared)
            return refused(tr("the disk has no room to unpack it: it needs %1").arg(QLocale::c().formattedDataSize(declared)), tr("Make room, or unpack it elsewhere and give the folder"));
        return {};
    }

    /// Two members may have one name, or names that differ in case alone: both are kept.
    static QString distinct(const QString &path, QSet<QString> &taken)
    {
        QString name = path;
        const QFileInfo info(path);
        const QString stem = path.chopped(info.suffix().isEmpty() ? 0 : info.suffix().size() + 1);
        for (int number = 2; taken.contains(name.toLower()); ++number)
            name = QStringLiteral("%1 (%2)%3").arg(stem).arg(number).arg(info.suffix().isEmpty() ? QString() : u'.' + info.suffix());
        taken.insert(name.toLower());
        return name;
    }

    Outcome unpack(const Planned &member, const QString &path)
    {
        const Member packed(zip_fopen_index(m_zip.get(), member.index, 0));
        if (!packed)
            return refused(tr("“%1” in it cannot be unpacked: %2").arg(member.path, QString::fromUtf8(zip_strerror(m_zip.get()))));
        QFile file(path);
        if (!QDir().mkpath(QFileInfo(path).absolutePath()) || !file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return refused(tr("“%1” cannot be written: %2").arg(member.path, file.errorString()));
        std::vector<char> block(256 * 1024);
        for (;;) {
            const zip_int64_t got = zip_fread(packed.get(), block.data(), block.size());
            if (got == 0)
                break;
            if (got < 0)
                return refused(tr("“%1” in it is damaged").arg(member.path));
            m_written += got;
            if (isTooMuch(m_written)) // whatever sizes it declares
                return tooLarge();
            if (file.write(block.data(), got) != got)
                return refused(tr("“%1” cannot be written: %2").arg(member.path, file.errorString()), tr("Make room on the disk, or unpack it elsewhere and give the folder"));
        }
        return file.flush() ? Outcome() : refused(tr("“%1” cannot be written: %2").arg(member.path, file.errorString()));
    }

    const QString m_archive;
    const ArchiveLimits m_limits;
    const Zip m_zip;
    std::vector<Planned> m_members;
    qint64 m_written = 0;
};

} // namespace

UnpackedArchives::UnpackedArchives(ArchiveLimits limits)
    : m_limits(limits)
{}

UnpackedArchives::~UnpackedArchives() = default;

Result<QString> UnpackedArchives::folderOf(const QString &archive)
{
    const QFileInfo info(archive);
    const QString stamp = QStringLiteral("%1 %2").arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
    const std::lock_guard lock(m_mutex);
    Unpacked &unpacked = m_unpacked[info.absoluteFilePath()];
    if (unpacked.folder && unpacked.stamp == stamp)
        return unpacked.folder->path();
    auto folder = std::make_shared<QTemporaryDir>();
    if (!folder->isValid())
        return failure(tr("Unpacking the archive"), info.fileName(), folder->errorString(), tr("Unpack it yourself and give the folder"));
    if (auto outcome = Unpacking(archive, m_limits).into(folder->path()); !outcome)
        return tl::unexpected(outcome.error());
    unpacked = {stamp, folder};
    return folder->path();
}

bool isArchiveOfFiles(const QString &path)
{
    const Zip zip = openZip(path);
    return !zip || (zip_name_locate(zip.get(), "[Content_Types].xml", 0) < 0 && zip_name_locate(zip.get(), "META-INF/manifest.xml", 0) < 0);
}

} // namespace rolecall::app
