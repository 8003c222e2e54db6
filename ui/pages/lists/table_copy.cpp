// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/lists/table_copy.h"

#include "app/csv_cells.h"

namespace rolecall::ui {

QString tabSeparatedLine(const QStringList &cells)
{
    QStringList safe;
    for (QString cell : cells) {
        for (QChar &c : cell) {
            if (c == u'\t' || c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
                c = u' ';
        }
        safe << app::neutralisedCell(cell);
    }
    return safe.join(u'\t') + u'\n';
}

} // namespace rolecall::ui
