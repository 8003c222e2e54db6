// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for files with the desktop's own dialog, without stopping the program meanwhile; and what a file is for by its name.
#pragma once

#include <QStringList>

#include <functional>

class QWidget;

namespace rolecall::ui {

enum class FileUse { Posting, Table, Applicants, Workspace, Sealed, Other };
/// By the end of the name: what a drop of this file on the window means. Applicants: mail, cards, CVs, a folder of them.
FileUse fileUse(const QString &path);

/// `chosen` is not called where the person thinks better of it.
void chooseFile(QWidget *window, const QString &title, const QString &filter, std::function<void(const QString &)> chosen);
void chooseFiles(QWidget *window, const QString &title, const QString &filter, std::function<void(const QStringList &)> chosen);
void chooseFolder(QWidget *window, const QString &title, std::function<void(const QString &)> chosen);
/// A new file; `suffix` is added where the name has none. The dialog asks before a file is replaced.
void chooseNewFile(QWidget *window, const QString &title, const QString &filter, const QString &suggestion, const QString &suffix,
                   std::function<void(const QString &)> chosen);

QString workspaceFilter();
/// Encrypted copies and packets.
QString sealedFilter();
QString postingFilter();
/// Everything that applicants come in.
QString applicantsFilter();
/// In the person's documents folder, a name that no file has yet: "Panel.rolecall", "Panel 2.rolecall".
QString freeWorkspacePath(const QString &name);

} // namespace rolecall::ui
