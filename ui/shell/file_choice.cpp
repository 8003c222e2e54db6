// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/file_choice.h"

#include "app/sealing/sealed_copies.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("FileChoice", text);
}

QFileDialog *dialogOver(QWidget *window, const QString &title, const QString &filter)
{
    auto *dialog = new QFileDialog(window, title, {}, filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

} // namespace

FileUse fileUse(const QString &path)
{
    static const QStringList postings{QStringLiteral("md"), QStringLiteral("markdown"), QStringLiteral("txt"), QStringLiteral("text"),
                                      QStringLiteral("html"), QStringLiteral("htm"), QStringLiteral("xhtml")};
    static const QStringList tables{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("tab"), QStringLiteral("xlsx"), QStringLiteral("ods")};
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == u"rolecall")
        return FileUse::Workspace;
    if (suffix == app::sealedSuffix)
        return FileUse::Sealed;
    if (postings.contains(suffix))
        return FileUse::Posting;
    if (tables.contains(suffix))
        return FileUse::Table;
    static const QStringList applicants{QStringLiteral("eml"), QStringLiteral("mbox"), QStringLiteral("mbx"), QStringLiteral("emlx"), QStringLiteral("vcf"), QStringLiteral("vcard"), QStringLiteral("json"), QStringLiteral("pdf"), QStringLiteral("docx"),
                                        QStringLiteral("odt"), QStringLiteral("rtf"), QStringLiteral("psv"), QStringLiteral("ssv"), QStringLiteral("xlsm"), QStringLiteral("msg"), QStringLiteral("doc")};
    return applicants.contains(suffix) || QFileInfo(path).isDir() ? FileUse::Applicants : FileUse::Other;
}

void chooseFile(QWidget *window, const QString &title, const QString &filter, std::function<void(const QString &)> chosen)
{
    QFileDialog *dialog = dialogOver(window, title, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, std::move(chosen));
    dialog->open();
}

void chooseFiles(QWidget *window, const QString &title, const QString &filter, std::function<void(const QStringList &)> chosen)
{
    QFileDialog *dialog = dialogOver(window, title, filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, window, std::move(chosen));
    dialog->open();
}

void chooseFolder(QWidget *window, const QString &title, std::function<void(const QString &)> chosen)
{
    QFileDialog *dialog = dialogOver(window, title, {});
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, window, std::move(chosen));
    dialog->open();
}

void chooseNewFile(QWidget *window, const QString &title, const QString &filter, const QString &suggestion, const QString &suffix,
                   std::function<void(const QString &)> chosen)
{
    QFileDialog *dialog = dialogOver(window, title, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    const QFileInfo suggested(suggestion);
    dialog->setDirectory(suggested.absolutePath());
    dialog->selectFile(suggested.fileName());
    QObject::connect(dialog, &QFileDialog::fileSelected, window, std::move(chosen));
    dialog->open();
}

QString workspaceFilter()
{
    return tr("Rolecall workspaces (*.rolecall)");
}

QString sealedFilter()
{
    return tr("Encrypted workspaces (*.%1)").arg(app::sealedSuffix);
}

QString postingFilter()
{
    return tr("Postings (*.md *.markdown *.txt *.html *.htm);;All files (*)");
}

QString applicantsFilter()
{
    return tr("Applicants (*.csv *.tsv *.tab *.txt *.xlsx *.ods *.zip *.eml *.mbox *.mbx *.vcf *.json *.pdf *.docx *.odt *.rtf *.md *.html *.htm *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)");
}

QString freeWorkspacePath(const QString &name)
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    QString clean = name.simplified();
    for (QChar &letter : clean) {
        if (letter == u'/' || letter == u'\\' || letter.isNull())
            letter = u'-';
    }
    QString path = QDir(folder).filePath(clean + QStringLiteral(".rolecall"));
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = QDir(folder).filePath(QStringLiteral("%1 %2.rolecall").arg(clean).arg(number));
    return path;
}

} // namespace rolecall::ui
