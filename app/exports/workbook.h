// SPDX-License-Identifier: GPL-3.0-or-later
// A thin hold on libxlsxwriter: texts cleaned and bounded, rows in order, errors as values.
#pragma once

#include "db/result.h"

#include <QTemporaryDir>
#include <optional>
#include <xlsxwriter.h>

namespace rolecall::app {

/// The formats a shortlist needs, made once per workbook.
struct WorkbookFormats
{
    lxw_format *header = nullptr;
    lxw_format *necessaryHeader = nullptr;
    lxw_format *usefulHeader = nullptr;
    lxw_format *plain = nullptr;
    lxw_format *wrapped = nullptr;
    lxw_format *number = nullptr;
    lxw_format *share = nullptr;
    lxw_format *met = nullptr;
    lxw_format *partly = nullptr;
    lxw_format *below = nullptr;
    lxw_format *unrated = nullptr;
    lxw_format *title = nullptr;
    lxw_format *label = nullptr;
};

class Workbook;

class Sheet
{
public:
    Sheet(Workbook &workbook, lxw_worksheet *sheet)
        : m_workbook(&workbook)
        , m_sheet(sheet)
    {}
    void width(int column, double characters, int last = -1);
    void freeze(int rows, int columns);
    void height(double points); ///< of the present row, before its cells
    void text(int column, const QString &text, lxw_format *format);
    void number(int column, double value, lxw_format *format);
    void blank(int column, lxw_format *format);
    void nextRow() { ++m_row; }
    bool isFull() const { return m_row >= LXW_ROW_MAX - 1; }
    qint64 row() const { return m_row; }
    /// Prints on the width of a landscape page.
    void fitToWidth();
    /// The same, the header on each; filters over all that was written.
    void finishList(int lastColumn);

private:
    Workbook *m_workbook;
    lxw_worksheet *m_sheet;
    lxw_row_t m_row = 0;
};

/// Written in constant memory into a folder of its own, then moved to its place. Rows of a sheet are written in order.
class Workbook
{
public:
    /// `createdAt`: UTC, ISO 8601; the file depends on nothing else but its content.
    Workbook(const QString &title, const QString &createdAt);
    ~Workbook();
    Q_DISABLE_COPY_MOVE(Workbook)

    Sheet addSheet(const QString &name);
    const WorkbookFormats &formats() const { return m_formats; }
    /// Completes the file and puts it at `path`, whole or not at all.
    Outcome save(const QString &path);

private:
    friend class Sheet;
    void note(lxw_error error)
    {
        if (error != LXW_NO_ERROR && m_error == LXW_NO_ERROR)
            m_error = error;
    }
    void makeFormats();

    QTemporaryDir m_folder;
    QByteArray m_folderName;
    lxw_workbook *m_book = nullptr;
    WorkbookFormats m_formats;
    lxw_error m_error = LXW_NO_ERROR;
};

/// A text as a cell can hold it: no control characters, nothing that reads as an escape, at most 32,767 characters.
QString cellText(const QString &text);

} // namespace rolecall::app
