// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/column_fit.h"

#include "ui/theme/typography.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int sides = 16; ///< of a cell, beside its text

}

ColumnFit::ColumnFit(QTableView &table, QList<Room> rooms)
    : QObject(&table)
    , m_table(table)
    , m_rooms(std::move(rooms))
{
    table.viewport()->installEventFilter(this);
    QHeaderView *header = table.horizontalHeader();
    header->setStretchLastSection(false); // which would come as a hand's doing
    connect(header, &QHeaderView::sectionResized, this, [this](int, int before, int now) {
        if (!m_fitting && before > 0 && now > 0)
            stop();
        else if (!m_fitting) // hidden or shown
            QMetaObject::invokeMethod(this, &ColumnFit::fit, Qt::QueuedConnection);
    });
    connect(header, &QHeaderView::sectionMoved, this, &ColumnFit::fit);
}

void ColumnFit::stop()
{
    m_stopped = true;
    m_table.horizontalHeader()->setStretchLastSection(true);
}

void ColumnFit::fit()
{
    QHeaderView *header = m_table.horizontalHeader();
    const int view = m_table.viewport()->width();
    if (m_stopped || m_fitting || view <= 0)
        return;
    const QFontMetrics metrics(m_table.font());
    const auto pixels = [&metrics](int characters) { return characters * metrics.averageCharWidth() + sides; };
    QList<int> columns, widths;
    int used = 0, shown = 0;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (header->isSectionHidden(column) || column >= m_rooms.size())
            continue;
        columns << column;
        widths << std::max(pixels(m_rooms.at(column).least), header->sectionSizeHint(column));
        if (shown == columns.size() - 1 && (shown == 0 || used + widths.last() <= view)) {
            used += widths.last();
            ++shown;
        }
    }
    // What is left goes to those in view, in equal parts until each has what it takes.
    for (int spare = view - used, open = shown; spare > 0 && open > 0;) {
        const int part = std::max(1, spare / open);
        open = 0;
        for (int at = 0; at < shown && spare > 0; ++at) {
            const int most = pixels(m_rooms.at(columns.at(at)).most);
            const int more = std::min({part, spare, std::max(0, most - widths.at(at))});
            widths[at] += more;
            spare -= more;
            open += widths.at(at) < most ? 1 : 0;
        }
        if (open == 0) {
            widths[shown - 1] += spare; // the next column, where there is one, begins beyond the edge
            spare = 0;
        }
    }
    m_fitting = true;
    for (qsizetype at = 0; at < columns.size(); ++at)
        header->resizeSection(columns.at(at), widths.at(at));
    m_fitting = false;
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_table.verticalHeader()->setDefaultSectionSize(rowHeight(m_table.font()));
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace rolecall::ui
