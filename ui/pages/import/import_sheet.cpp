// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/import_sheet.h"

#include "ui/delegates/row_delegates.h"
#include "ui/item_roles.h"
#include "ui/theme/looks.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/table_setup.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

QListView *listOf(QStandardItemModel *model, const QString &name)
{
    auto *list = new QListView;
    list->setModel(model);
    list->setItemDelegate(new AgendaRowDelegate(list));
    list->setAccessibleName(name);
    list->setFrameShape(QFrame::NoFrame);
    return list;
}

void fill(QStandardItemModel &model, const QList<QStandardItem *> &items)
{
    model.clear();
    for (QStandardItem *item : items)
        model.appendRow(item);
}

} // namespace

QStandardItem *ImportSheet::item(const QString &title, const QString &detail, int mark, const QString &word)
{
    auto *made = new QStandardItem(title);
    made->setEditable(false);
    made->setData(detail, DetailRole);
    made->setData(mark, MarkRole);
    made->setData(word, MarkTextRole);
    made->setToolTip(detail.isEmpty() ? title : title + u'\n' + detail);
    return made;
}

ImportSheet::ImportSheet(QWidget *parent)
    : QWidget(parent)
    , m_columns(new ImportColumnsModel(this))
    , m_rows(new ImportRowsModel(this))
    , m_fileModel(new QStandardItemModel(this))
    , m_reportModel(new QStandardItemModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeChoices());
    column->addWidget(new Rule);
    auto *panes = new QSplitter;
    panes->setHandleWidth(1);
    panes->setChildrenCollapsible(false);
    panes->addWidget(makeLists());
    panes->addWidget(makeDetails());
    panes->setSizes({300, 700});
    panes->setStretchFactor(1, 1);
    column->addWidget(panes, 1);
}

QWidget *ImportSheet::makeChoices()
{
    auto *choices = new QWidget;
    auto *row = new QHBoxLayout(choices);
    row->setContentsMargins(24, 12, 24, 12);
    row->setSpacing(8);
    m_role = new QComboBox;
    m_role->setMinimumContentsLength(24);
    m_role->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reviewer = new QComboBox;
    m_reviewer->setEditable(true);
    m_reviewer->setMinimumContentsLength(16);
    m_reviewer->setToolTip(tr("Levels in a table are stored as this person's submitted reviews. A new name makes a new reviewer."));
    const auto add = [](QHBoxLayout *to, const QString &text, QWidget *field) {
        auto *label = new QLabel(text);
        label->setBuddy(field);
        to->addWidget(label);
        to->addWidget(field);
    };
    add(row, tr("&Into"), m_role);
    row->addSpacing(16);
    m_reviewerField = new QWidget;
    auto *reviewer = new QHBoxLayout(m_reviewerField);
    reviewer->setContentsMargins(0, 0, 0, 0);
    reviewer->setSpacing(8);
    add(reviewer, tr("&Ratings are by"), m_reviewer);
    row->addWidget(m_reviewerField);
    row->addStretch();
    connect(m_role, &QComboBox::activated, this, &ImportSheet::roleChosen);
    return choices;
}

QWidget *ImportSheet::makeLists()
{
    auto *lists = new QWidget;
    auto *column = new QVBoxLayout(lists);
    column->setContentsMargins(8, 12, 8, 0);
    column->setSpacing(4);
    m_filesTitle = new TextLabel(tr("Files"), TextSize::Small, Tone::Quiet);
    m_reportsTitle = new TextLabel(tr("Past imports"), TextSize::Small, Tone::Quiet);
    m_fileList = listOf(m_fileModel, tr("Files to import"));
    m_reportList = listOf(m_reportModel, tr("Past imports"));
    for (TextLabel *label : {m_filesTitle, m_reportsTitle})
        label->setContentsMargins(16, 8, 0, 0);
    column->addWidget(m_filesTitle);
    column->addWidget(m_fileList, 1);
    column->addWidget(m_reportsTitle);
    column->addWidget(m_reportList, 1);
    auto *takeOut = new QAction(tr("Leave this file out"), m_fileList);
    takeOut->setShortcut(QKeySequence::Delete);
    takeOut->setShortcutContext(Qt::WidgetShortcut);
    m_fileList->addAction(takeOut);
    m_fileList->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(takeOut, &QAction::triggered, this, [this] {
        if (m_fileList->currentIndex().isValid())
            Q_EMIT fileTakenOut(m_fileList->currentIndex().row());
    });
    connect(m_fileList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT fileShown(index.row());
    });
    connect(m_fileList, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT fileShown(index.row()); });
    connect(m_reportList, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT reportShown(index.row()); });
    connect(m_reportList->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid() && m_reportList->hasFocus())
            Q_EMIT reportShown(index.row());
    });
    return lists;
}

QTableView *ImportSheet::makeTable(QAbstractItemModel *model, const QString &name)
{
    auto *table = new QTableView;
    table->setModel(model);
    setUpTable(*table);
    table->setAccessibleName(name);
    return table;
}

QWidget *ImportSheet::makeBlindLine()
{
    m_blindLine = new QWidget;
    auto *row = new QHBoxLayout(m_blindLine);
    row->setContentsMargins(12, 0, 16, 8);
    row->setSpacing(8);
    auto *why = new TextLabel(tr("The role is read blind: names, addresses and the names of files are hidden. The applicants will stand under codes."), TextSize::Body, Tone::Quiet);
    why->setWordWrap(true);
    m_showNames = new QPushButton(tr("Show the names"));
    m_showNames->setToolTip(tr("For this import alone; the role's history keeps that you looked"));
    setLook(m_showNames, ButtonLook::Quiet);
    row->addWidget(why, 1);
    row->addWidget(m_showNames);
    m_blindLine->hide();
    connect(m_showNames, &QPushButton::clicked, this, &ImportSheet::namesWanted);
    return m_blindLine;
}

void ImportSheet::setNamesHidden(bool hidden, bool canShow)
{
    m_blindLine->setVisible(hidden);
    m_showNames->setVisible(canShow);
}

QWidget *ImportSheet::makeDetails()
{
    auto *details = new QWidget;
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_tabs = new TabStrip;
    m_tabs->addTab(tr("Columns"));
    m_tabs->addTab(tr("Applicants"));
    m_tabs->setAccessibleName(tr("What is shown of the files"));
    column->addWidget(m_tabs);
    m_sentence = new TextLabel({}, TextSize::Body, Tone::Quiet);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(12, 8, 16, 8); // under the first tab
    m_duplicates = new QPushButton(tr("Look at duplicates"));
    m_duplicates->setToolTip(tr("People who are like somebody here: joined, or kept apart. Enter on a row goes to its pair"));
    setLook(m_duplicates, ButtonLook::Quiet);
    m_duplicates->hide();
    auto *said = new QHBoxLayout;
    said->addWidget(m_sentence, 1);
    said->addWidget(m_duplicates);
    said->setContentsMargins(0, 0, 16, 0);
    column->addLayout(said);
    column->addWidget(makeBlindLine());
    m_columnTable = makeTable(m_columns, tr("Columns and what they mean"));
    m_columnTable->setItemDelegateForColumn(ImportColumnsModel::MeaningColumn, new MeaningDelegate(m_columnTable));
    m_columnTable->setEditTriggers(QAbstractItemView::AllEditTriggers);
    new ColumnFit(*m_columnTable, {{14, 30}, {18, 36}, {14, 40}});
    m_rowTable = makeTable(m_rows, tr("Applicants that would be taken, that wait for a word, and that are refused"));
    m_rowTable->setItemDelegate(new ImportRowDelegate(m_rowTable));
    connect(m_duplicates, &QPushButton::clicked, this, [this] { Q_EMIT duplicatesWanted({}); });
    connect(m_rowTable, &QTableView::activated, this, [this](const QModelIndex &index) {
        if (const ImportRowShown &row = m_rows->rows().at(index.row()); row.mayBeTwice.isValid())
            Q_EMIT duplicatesWanted(row.mayBeTwice);
    });
    m_rowTable->setEditTriggers(QAbstractItemView::SelectedClicked | QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_rowTable->setTextElideMode(Qt::ElideMiddle); // a file is told by its end, too
    new ColumnFit(*m_rowTable, {{12, 24}, {11, 13}, {18, 28}, {13, 20}, {18, 80}});
    m_detail = new QStackedWidget;
    m_detail->addWidget(m_columnTable);
    m_rowPlace = new QStackedWidget;
    m_rowPlace->addWidget(m_rowTable);
    m_noRows = new EmptyState({}, {});
    m_rowPlace->addWidget(m_noRows);
    m_detail->addWidget(m_rowPlace);
    column->addWidget(m_detail, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_detail, &QStackedWidget::setCurrentIndex);
    return details;
}

void ImportSheet::showFiles(const QList<QStandardItem *> &items, int current)
{
    fill(*m_fileModel, items);
    m_fileList->setCurrentIndex(m_fileModel->index(std::clamp(current, 0, std::max(0, m_fileModel->rowCount() - 1)), 0));
    showLists();
}

void ImportSheet::showReports(const QList<QStandardItem *> &items)
{
    fill(*m_reportModel, items);
    showLists();
}

void ImportSheet::showLists()
{
    m_filesTitle->setVisible(m_fileModel->rowCount() > 0);
    m_fileList->setVisible(m_fileModel->rowCount() > 0);
    m_reportsTitle->setVisible(m_reportModel->rowCount() > 0);
    m_reportList->setVisible(m_reportModel->rowCount() > 0);
}

void ImportSheet::showTabs(bool hasColumns, Tab current)
{
    if (m_tabs->isTabVisible(ColumnsTab) != hasColumns) // said twice, Qt 6.4 forgets to lay the tabs out again
        m_tabs->setTabVisible(ColumnsTab, hasColumns);
    m_tabs->setCurrentIndex(hasColumns ? current : ApplicantsTab);
    m_detail->setCurrentIndex(m_tabs->currentIndex());
    m_reviewerField->setVisible(hasColumns || m_fileModel->rowCount() == 0);
}

void ImportSheet::setSentence(const QString &text)
{
    m_sentence->setText(text);
}

void ImportSheet::setRows(const QList<ImportRowShown> &rows, const QList<ImportRowsModel::RoleChoice> &roles, const QString &ifNone, const QString &why)
{
    m_rows->setRows(rows, roles);
    m_rowTable->setColumnHidden(ImportRowsModel::RoleColumn, roles.size() < 2);
    m_noRows->setTexts(ifNone, why);
    m_duplicates->setVisible(std::any_of(rows.cbegin(), rows.cend(), [](const ImportRowShown &row) { return row.mayBeTwice.isValid(); }));
    m_rowPlace->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget *>(m_noRows) : m_rowTable);
}

void ImportSheet::setRunning(bool running)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_role), static_cast<QWidget *>(m_reviewer), static_cast<QWidget *>(m_columnTable), static_cast<QWidget *>(m_rowTable)})
        widget->setEnabled(!running);
}

} // namespace rolecall::ui
