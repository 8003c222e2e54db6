// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/table_types.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text, qint64 count)
{
    return QCoreApplication::translate("Table", text, nullptr, int(qMin<qint64>(count, 1000000)));
}

} // namespace

QString LineNotes::lines(Kind kind) const
{
    const Entry &entry = m_entries[kind];
    QStringList numbers;
    for (const qint64 line : entry.lines)
        numbers.append(QString::number(line));
    QString text = numbers.join(u", ");
    if (entry.count > shown)
        text += u' ' + tr("and %1 more", entry.count - shown).arg(entry.count - shown);
    return text;
}

QStringList LineNotes::sentences() const
{
    static constexpr const char *texts[KindCount] = {
        QT_TRANSLATE_NOOP("Table", "A quotation mark inside a cell that is not quoted was read as it stands, line %1"),
        QT_TRANSLATE_NOOP("Table", "A quotation mark inside a quoted cell is not doubled, line %1: check these cells"),
        QT_TRANSLATE_NOOP("Table", "Spaces around a quoted cell were dropped, line %1"),
        QT_TRANSLATE_NOOP("Table", "More or fewer cells than the table has columns, line %1"),
        QT_TRANSLATE_NOOP("Table", "The header is repeated, line %1"),
    };
    QStringList result;
    for (int kind = 0; kind < KindCount; ++kind) {
        if (m_entries[kind].count > 0)
            result.append(tr(texts[kind], m_entries[kind].count).arg(lines(Kind(kind))));
    }
    return result;
}

} // namespace rolecall::app
