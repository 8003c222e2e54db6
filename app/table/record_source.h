// SPDX-License-Identifier: GPL-3.0-or-later
// Where records come from: delimited text, or a sheet of a spreadsheet.
#pragma once

#include "app/table/table_types.h"
#include "db/result.h"

namespace rolecall::app {

class RecordSource
{
public:
    RecordSource() = default;
    virtual ~RecordSource() = default;
    Q_DISABLE_COPY_MOVE(RecordSource)

    /// Blank lines are left out. False at the end and after an error.
    virtual bool nextRecord(TableRow &row) = 0;
    /// Everything odd about the source but its lines: character set, sheets left unread.
    virtual QStringList warnings() const { return {}; }
    /// Bytes of the file taken so far, for progress.
    virtual qint64 position() const = 0;

    const TableDialect &dialect() const { return m_dialect; }
    const std::optional<Error> &error() const { return m_error; }
    const LineNotes &notes() const { return m_notes; }

protected:
    TableDialect m_dialect;
    std::optional<Error> m_error;
    LineNotes m_notes;
};

} // namespace rolecall::app
