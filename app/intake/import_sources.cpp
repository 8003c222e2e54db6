// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/import_sources.h"

#include "app/intake/person_guess.h"
#include "app/intake/unpacked_archives.h"
#include "app/mail/mail_reader.h"
#include "app/table/column_vocabulary.h"
#include "app/table/table_stream.h"
#include "db/applications.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QLocale>
#include <QSet>
#include <algorithm>

namespace rolecall::app {

namespace {

constexpr int mostFilesOfOnePerson = 12;
constexpr int deepestFolder = 20;
constexpr int mostFiles = 200'000;
constexpr qint64 examinedBytes = 16 * 1024;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("ImportSources", text, nullptr, n);
}

bool isOneOf(const QString &suffix, const char *list)
{
    return QString::fromLatin1(list).split(u' ').contains(suffix);
}

/// What desktops and archivers leave behind.
bool isLitter(const QString &name)
{
    return name.startsWith(u'.') || name.startsWith(u"~$") || name.compare(u"Thumbs.db", Qt::CaseInsensitive) == 0 || name.compare(u"desktop.ini", Qt::CaseInsensitive) == 0 || name == u"__MACOSX";
}

/// A text with two columns at least that applicants' tables have.
bool isTable(const QString &path)
{
    const auto stream = TableStream::open(path);
    if (!stream)
        return false;
    const QStringList header = (*stream)->header();
    return std::count_if(header.begin(), header.end(), [](const QString &name) { return isKnownColumn(name); }) >= 2;
}

/// Nothing where the file is of no use here; then `error` says why.
std::optional<SourceKind> kindOf(const QFileInfo &info, Error &error)
{
    const QString suffix = info.suffix().toLower();
    if (isOneOf(suffix, "csv tsv tab psv ssv xlsx xlsm ods"))
        return SourceKind::Table;
    if (isOneOf(suffix, "eml mbox mbx mime emlx"))
        return SourceKind::Mail;
    if (isOneOf(suffix, "vcf vcard"))
        return SourceKind::VCard;
    if (suffix == u"json")
        return SourceKind::JsonResume;
    if (suffix == u"zip" && !isArchiveOfFiles(info.filePath()))
        return SourceKind::Documents; // what it is shows when it is read
    if (isOneOf(suffix, "pdf docx odt rtf md markdown html htm xhtml png jpg jpeg gif tif tiff webp bmp heic doc"))
        return SourceKind::Documents;
    if (suffix == u"msg")
        error = {tr("Reading the mail"), info.fileName(), tr("it is in Outlook's own format"), tr("Save it as .eml, or drag it into a folder of another mail program")};
    else if (isOneOf(suffix, "zip 7z rar gz tgz tar"))
        error = {tr("Importing applicants"), info.fileName(), suffix == u"zip" ? tr("it is an archive within an archive") : tr("it is an archive"), tr("Unpack it and give the folder")};
    if (!error.problem.isEmpty())
        return std::nullopt;
    QFile file(info.filePath());
    if (!file.open(QIODevice::ReadOnly)) {
        error = {tr("Importing applicants"), info.fileName(), file.errorString(), tr("Check the permissions of the file")};
        return std::nullopt;
    }
    const QByteArray head = file.read(examinedBytes);
    if (head.trimmed().toUpper().startsWith("BEGIN:VCARD"))
        return SourceKind::VCard;
    if (looksLikeMail(head))
        return SourceKind::Mail;
    if (head.isEmpty() || head.contains('\0') || head.startsWith("%PDF-") || head.startsWith("{\\rtf"))
        return SourceKind::Documents;
    return isTable(info.filePath()) ? SourceKind::Table : SourceKind::Documents;
}

class Finder
{
public:
    explicit Finder(UnpackedArchives &archives)
        : m_archives(archives)
    {}

    void add(const QStringList &paths)
    {
        QStringList files;
        for (const QString &path : paths) {
            const QFileInfo info(path);
            if (info.isDir()) {
                addFiles(std::exchange(files, {}), {});
                addFolder(QDir(path), info.fileName().isEmpty() ? QDir(path).dirName() : info.fileName(), 0);
            } else if (!info.exists()) {
                refuse(info, info.fileName(), {tr("Importing applicants"), path, tr("there is no such file"), {}});
            } else if (info.suffix().compare(u"zip", Qt::CaseInsensitive) == 0 && isArchiveOfFiles(path)) {
                addFiles(std::exchange(files, {}), {});
                addArchive(info, info.fileName());
            } else {
                files << path;
            }
        }
        addFiles(files, {});
    }

    ImportSources found;

private:
    void refuse(const QFileInfo &info, const QString &shown, const Error &error) { found.refused.append({info.filePath(), shown, error}); }

    void addArchive(const QFileInfo &info, const QString &shown)
    {
        const Result<QString> folder = m_archives.folderOf(info.filePath());
        if (folder)
            addFolder(QDir(*folder), shown, 0, true);
        else
            refuse(info, shown, folder.error());
    }

    /// Files side by side: documents with the same person's name are one applicant's.
    void addFiles(const QStringList &paths, const QString &folder)
    {
        QHash<QString, qsizetype> groups;
        for (const QString &path : paths) {
            if (m_seen.contains(path) || m_seen.size() >= mostFiles)
                continue;
            m_seen.insert(path);
            const QFileInfo info(path);
            const QString shown = folder.isEmpty() ? info.fileName() : folder + u'/' + info.fileName();
            Error error;
            const auto kind = kindOf(info, error);
            if (!kind) {
                refuse(info, shown, error);
                continue;
            }
            QString group;
            if (*kind == SourceKind::Documents) {
                const QStringList emails = emailsIn(info.completeBaseName());
                const QString name = emails.isEmpty() ? db::nameKey(nameInFileName(info.fileName())) : emails.first().toLower();
                group = name.isEmpty() ? QString() : info.absolutePath() + u'\n' + name;
            }
            if (!group.isEmpty() && groups.contains(group)) {
                ImportSource &source = found.sources[groups.value(group)];
                source.paths << path;
                source.bytes += info.size();
                continue;
            }
            if (!group.isEmpty())
                groups.insert(group, found.sources.size());
            found.sources.append({*kind, {path}, shown, {}, info.size()});
        }
    }

    /// All files below, if none of them is anything but a document; nullopt otherwise.
    static std::optional<QStringList> documentsBelow(const QDir &dir, int depth)
    {
        QStringList files;
        if (depth > deepestFolder)
            return std::nullopt;
        for (const QFileInfo &info : dir.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name)) {
            if (isLitter(info.fileName()))
                continue;
            if (info.isDir()) {
                const auto below = documentsBelow(QDir(info.filePath()), depth + 1);
                if (!below)
                    return std::nullopt;
                files += *below;
            } else {
                Error error;
                if (kindOf(info, error) != SourceKind::Documents)
                    return std::nullopt;
                files << info.filePath();
            }
            if (files.size() > mostFilesOfOnePerson)
                return std::nullopt;
        }
        return files;
    }

    /// A folder named after somebody is theirs, whatever their referees call the letters. Any other one is a person's only
    /// where its files' names tell of nobody else and of one CV.
    static bool areOfOnePerson(const QStringList &files, const QString &folder)
    {
        const QString asFile = folder + QStringLiteral(".x");
        if (!nameInFileName(asFile).isEmpty() || !emailsIn(folder).isEmpty())
            return true;
        QStringList owner;
        QSet<QString> cvs;
        for (const QString &file : files) {
            const QString name = QFileInfo(file).fileName();
            const QStringList words = tellingWordsOf(name);
            if (!words.isEmpty() && !owner.isEmpty() && words != owner)
                return false;
            if (!words.isEmpty())
                owner = words;
            if (isCvName(name))
                cvs.insert(QFileInfo(file).completeBaseName());
        }
        return cvs.size() <= 1 && (!owner.isEmpty() || !cvs.isEmpty() || files.size() == 1);
    }

    void addFolder(const QDir &dir, const QString &shown, int depth, bool inArchive = false)
    {
        if (depth > deepestFolder)
            return;
        QStringList files;
        QFileInfoList folders;
        for (const QFileInfo &info : dir.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name)) {
            if (isLitter(info.fileName()))
                continue;
            if (info.isDir())
                folders << info;
            else if (!inArchive && info.suffix().compare(u"zip", Qt::CaseInsensitive) == 0 && isArchiveOfFiles(info.filePath()))
                addArchive(info, shown + u'/' + info.fileName());
            else
                files << info.filePath();
        }
        addFiles(files, shown);
        for (const QFileInfo &info : std::as_const(folders)) {
            const QString below = shown + u'/' + info.fileName();
            // A folder of CVs alone beside nothing else is opened like the one above it.
            const auto documents = folders.size() == 1 && files.isEmpty() ? std::nullopt : documentsBelow(QDir(info.filePath()), depth + 1);
            if (!documents || !areOfOnePerson(*documents, info.fileName())) {
                addFolder(QDir(info.filePath()), below, depth + 1, inArchive);
                continue;
            }
            if (documents->isEmpty())
                continue;
            ImportSource source{SourceKind::Documents, *documents, below, info.fileName(), 0};
            for (const QString &file : *documents) {
                source.bytes += QFileInfo(file).size();
                m_seen.insert(file);
            }
            found.sources.append(source);
        }
    }

    UnpackedArchives &m_archives;
    QSet<QString> m_seen;
};

} // namespace

bool ImportSources::has(SourceKind kind) const
{
    return std::any_of(sources.begin(), sources.end(), [kind](const ImportSource &source) { return source.kind == kind; });
}

qint64 ImportSources::bytes() const
{
    qint64 sum = 0;
    for (const ImportSource &source : sources)
        sum += source.bytes;
    return sum;
}

ImportSources findImportSources(const QStringList &paths, UnpackedArchives &archives)
{
    Finder finder(archives);
    finder.add(paths);
    return finder.found;
}

QString describeSources(const ImportSources &sources)
{
    QStringList tables;
    int mails = 0;
    int cards = 0;
    int documents = 0;
    for (const ImportSource &source : sources.sources) {
        switch (source.kind) {
        case SourceKind::Table:
            tables << source.shown;
            break;
        case SourceKind::Mail:
            ++mails;
            break;
        case SourceKind::VCard:
            ++cards;
            break;
        case SourceKind::JsonResume:
        case SourceKind::Documents:
            documents += int(source.paths.size());
            break;
        }
    }
    constexpr int mostNamed = 3;
    QStringList parts = tables.size() <= mostNamed ? tables : QStringList{tr("%n table(s)", int(tables.size()))};
    if (mails > 0)
        parts << tr("%n mail file(s)", mails);
    if (cards > 0)
        parts << tr("%n address card file(s)", cards);
    if (documents > 0)
        parts << tr("%n document(s)", documents);
    return QLocale().createSeparatedList(parts);
}

} // namespace rolecall::app
