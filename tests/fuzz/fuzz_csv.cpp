// SPDX-License-Identifier: GPL-3.0-or-later
// A cell as it leaves in CSV: no spreadsheet runs it, and reading it by RFC 4180 gives the same text back.
#include "app/csv_cells.h"

#include <cstdint>
#include <cstdlib>

using namespace rolecall;

namespace {

/// One line of one cell, read by the letter of RFC 4180; aborts where it is none.
std::string unquoted(const std::string &line)
{
    if (line.empty() || line.front() != '"') {
        if (line.find_first_of(",\"\r\n") != std::string::npos)
            std::abort();
        return line;
    }
    std::string cell;
    for (std::size_t i = 1; i < line.size(); ++i) {
        if (line[i] != '"') {
            cell += line[i];
        } else if (i + 1 == line.size()) {
            return cell;
        } else if (line[++i] == '"') {
            cell += '"';
        } else {
            break;
        }
    }
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    if (app::restoredCell(app::neutralisedCell(text)) != text)
        std::abort();
    const QByteArray cell = text.toUtf8();
    std::string line;
    app::appendCsvCell(line, std::string_view(cell.constData(), std::size_t(cell.size())));
    const std::string read = unquoted(line);
    if (app::runsAsFormula(read) || app::restoredCell(std::string_view(read)) != std::string_view(cell.constData(), std::size_t(cell.size())))
        std::abort();
    return 0;
}
