// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table_setup.h"

#include "ui/shell/window_settings.h"
#include "ui/theme/typography.h"
#include "ui/widgets/column_fit.h"

#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace rolecall::ui {

namespace {

void chooseColumns(QTableView &table, const QPoint &at)
{
    QMenu menu;
    const QHeaderView &header = *table.horizontalHeader();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        QAction *action = menu.addAction(table.model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!table.isColumnHidden(column));
        // The last one stays: a table without columns has no header to bring them back.
        action->setEnabled(table.isColumnHidden(column) || header.hiddenSectionCount() < header.count() - 1);
        QObject::connect(action, &QAction::toggled, &table, [&table, column](bool shown) { table.setColumnHidden(column, !shown); });
    }
    menu.exec(header.mapToGlobal(at));
}

} // namespace

void setUpTable(QTableView &table)
{
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setTabKeyNavigation(false); // Tab leaves the table, the arrows move inside
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(rowHeight(table.font()));
    QHeaderView *header = table.horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QWidget::customContextMenuRequested, &table, [&table](const QPoint &at) { chooseColumns(table, at); });
    auto *copy = new QAction(QCoreApplication::translate("Table", "Copy"), &table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, &table, [&table] { QGuiApplication::clipboard()->setText(asTsv(table)); });
    table.addAction(copy);
}

void rememberColumns(QTableView &table, WindowSettings &settings, const QString &key, ColumnFit *fit)
{
    QHeaderView *header = table.horizontalHeader();
    const QByteArray state = settings.value(key);
    if (!state.isEmpty() && header->restoreState(state) && fit)
        fit->stop();
    const auto keep = [header, &settings, key, fit] {
        if (!fit || !fit->isFitting())
            settings.setValue(key, header->saveState());
    };
    QObject::connect(header, &QHeaderView::sectionMoved, header, keep);
    QObject::connect(header, &QHeaderView::sectionResized, header, keep);
}

QString asTsv(const QTableView &table)
{
    const QModelIndexList selected = table.selectionModel() ? table.selectionModel()->selectedIndexes() : QModelIndexList();
    QList<std::pair<std::pair<int, int>, QString>> cells;
    for (const QModelIndex &index : selected) {
        if (table.isColumnHidden(index.column()))
            continue;
        QString text = index.data().toString();
        for (QChar &character : text) {
            if (character == u'\t' || character == u'\n' || character == u'\r')
                character = u' ';
        }
        cells.append({{index.row(), table.horizontalHeader()->visualIndex(index.column())}, text});
    }
    std::sort(cells.begin(), cells.end());
    QString tsv;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            tsv += cells.at(i).first.first == cells.at(i - 1).first.first ? u'\t' : u'\n';
        tsv += cells.at(i).second;
    }
    return tsv;
}

} // namespace rolecall::ui
