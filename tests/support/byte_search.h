// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for a text in every file that belongs to a workspace, byte by byte, in the ways it may have been written.
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringConverter>
#include <QStringList>

namespace rolecall::test {

/// Where one of the texts stands in the workspace's file, its log, its journal or what lies beside it under its name, as
/// UTF-8 or UTF-16, whatever the case of its Latin letters. Empty: nowhere.
inline QStringList foundInFiles(const QString &workspace, const QStringList &texts)
{
    QStringList found;
    const QFileInfo file(workspace);
    const auto files = QDir(file.absolutePath()).entryInfoList({u'*' + file.fileName() + u'*'}, QDir::Files | QDir::Hidden);
    for (const QFileInfo &one : files) {
        QFile in(one.absoluteFilePath());
        if (!in.open(QIODevice::ReadOnly)) {
            found << QStringLiteral("%1 cannot be read").arg(one.fileName());
            continue;
        }
        const QByteArray bytes = in.readAll().toLower();
        for (const QString &text : texts) {
            for (const auto encoding : {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
                QStringEncoder encode(encoding);
                const QByteArray needle = QByteArray(encode(text)).toLower();
                if (const qsizetype at = bytes.indexOf(needle); at >= 0)
                    found << QStringLiteral("%1 in %2 at %3").arg(text, one.fileName()).arg(at);
            }
        }
    }
    return found;
}

} // namespace rolecall::test
