// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table: an error or rows, in bounded time and memory.
#include "app/table/column_mapping.h"
#include "app/table/table_stream.h"

#include <cstdint>
#include <cstdlib>

using namespace rolecall;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto draft = app::readTable(bytes, QStringLiteral("fuzz.csv"));
    if (!draft) {
        if (draft.error().problem.isEmpty())
            std::abort();
        return 0;
    }
    if (draft->rows.size() != draft->lines.size())
        std::abort();
    const QStringList header = draft->rows.isEmpty() ? QStringList() : draft->rows.first();
    const auto mapping = app::recognizeColumns(header, draft->rows.mid(0, 20), {QStringLiteral("Broad understanding of user experience design")}, 1);
    if (!header.isEmpty() && mapping.columns.size() != header.size())
        std::abort();
    return 0;
}
