// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of an XLSX workbook (ECMA-376) that give a sheet's cells their meaning.
#pragma once

#include "app/zip_archive.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

namespace rolecall::app {

enum class NumberKind { Number, Date };

struct XlsxParts
{
    QByteArray sheet;          ///< name of the first visible sheet's part
    QString sheetName;
    int visibleSheets = 0;
    bool from1904 = false;     ///< serial days count from 1904, as on the first Macintoshes
    QStringList strings;       ///< shared strings
    QList<NumberKind> formats; ///< by cell style
    QString problem;           ///< why it cannot be read; empty where it can
};

XlsxParts readXlsxParts(const ZipArchive &archive);

/// Whether a number format shows a date or a time.
bool isDateFormat(QStringView format);

/// ISO 8601 of a serial day: a date, a date and time, or (below one day) a time.
QString serialDateText(double serial, bool from1904);

} // namespace rolecall::app
