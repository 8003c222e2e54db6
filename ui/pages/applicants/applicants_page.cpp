// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applicants/applicants_page.h"

#include "app/applicants/application_acts.h"
#include "app/blind/veil.h"
#include "ui/delegates/applicant_cells.h"
#include "ui/models/application_list_model.h"
#include "ui/models/board_model.h"
#include "ui/pages/applicants/bulk_bar.h"
#include "ui/pages/board/board_view.h"
#include "ui/pages/lists/table_copy.h"
#include "ui/pages/messages/message_panel.h"
#include "ui/pages/packets/packet_panel.h"
#include "ui/pages/stages/stage_panel.h"
#include "ui/shell/window_settings.h"
#include "ui/theme/icons.h"
#include "ui/theme/typography.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/table_setup.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace rolecall::ui {

namespace {

const QString columnsKey = QStringLiteral("applicants/columns");
constexpr qsizetype quickActs = 100; ///< more applications at once are changed, or copied, in another thread

} // namespace

ApplicantsPage::ApplicantsPage(Session &session, WindowSettings &settings, QWidget *parent)
    : ApplicationsPage(session, settings, parent)
    , m_model(new ApplicationListModel(session, this))
    , m_table(new QTableView)
    , m_boardModel(new BoardModel(session, this))
    , m_board(new BoardView(*m_boardModel))
    , m_views(new QStackedWidget)
    , m_viewChips(new ChipBar)
    , m_columns(new QToolButton)
    , m_bulk(new BulkBar)
    , m_send(new QAction(tr("Send for review…"), this))
    , m_takeBack(new QAction(tr("Take ratings back…"), this))
    , m_editStages(new QPushButton(tr("Edit stages")))
    , m_packets(new PacketPanel(session))
    , m_stages(new StagePanel(session))
    , m_messages(new MessagePanel(session))
{
    makeTable();
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    for (QWidget *panel : {static_cast<QWidget *>(m_packets), static_cast<QWidget *>(m_stages), static_cast<QWidget *>(m_messages)}) {
        row->addWidget(panel);
        panel->hide();
    }
    auto *table = new QWidget;
    auto *across = new QHBoxLayout(table);
    across->setContentsMargins(16, 0, 16, 0); // with a cell's own 8: text stands under the title
    across->addWidget(m_table);
    m_views->addWidget(table);
    m_views->addWidget(m_board);
    column->addWidget(m_views, 1);
    column->addWidget(m_bulk);
    setUp(m_model, content);
    makeColumns();
    makeBoard();
    makeBulkBar();

    m_takeBack->setEnabled(!session.isReadOnly());
    connect(m_send, &QAction::triggered, this, &ApplicantsPage::sendForReview);
    connect(m_takeBack, &QAction::triggered, this, [this] {
        showPanel(nullptr);
        m_packets->chooseReturned();
    });
    connect(m_editStages, &QPushButton::clicked, this, &ApplicantsPage::editStages);
    const auto closed = [this] {
        showSelection();
        focusList();
    };
    connect(m_packets, &PacketPanel::closed, this, closed);
    connect(m_stages, &StagePanel::closed, this, closed);
    connect(m_messages, &MessagePanel::closed, this, closed);
}

void ApplicantsPage::showPanel(QWidget *shown)
{
    for (QWidget *panel : {static_cast<QWidget *>(m_packets), static_cast<QWidget *>(m_stages), static_cast<QWidget *>(m_messages)})
        panel->setVisible(panel == shown);
    showSelection();
}

void ApplicantsPage::editStages()
{
    showPanel(m_stages);
    m_stages->showRole(role());
}

void ApplicantsPage::writeMessage()
{
    const QList<db::ApplicationId> ids = selected();
    if (ids.isEmpty())
        return;
    showPanel(m_messages);
    m_messages->showFor(ids);
}

void ApplicantsPage::planInterviews()
{
    QVariantList applications;
    for (const db::ApplicationId id : selected())
        applications << id.number();
    if (!applications.isEmpty())
        Q_EMIT placeRequested({PageId::Schedule, {{roleArgument, role().number()}, {QStringLiteral("applications"), applications}}});
}

void ApplicantsPage::makeBulkBar()
{
    m_bulk->setReadOnly(session().isReadOnly());
    connect(m_bulk, &BulkBar::tagsGiven, this, [this](const QString &tags) {
        act(tr("Adding tags"), [tags](db::Connection &connection, const QList<db::ApplicationId> &ids) { return app::tag(connection, ids, tags); });
    });
    connect(m_bulk, &BulkBar::stageChosen, this, [this](db::StageId stage) { moveTo(stage, showsBoard()); });
    connect(m_bulk, &BulkBar::stageForced, this, [this](db::StageId stage, const QString &reason) {
        act(tr("Moving applicants"), [stage, how = app::StageMove{reason, m_reopens}](db::Connection &connection, const QList<db::ApplicationId> &ids) { return app::moveToStage(connection, ids, stage, how); });
    });
    connect(m_bulk, &BulkBar::othersMoved, this, [this](db::StageId stage) {
        const auto kept = app::keptOut(session().connection(), selected(), stage);
        if (!kept) {
            session().apply(Outcome(tl::unexpected(kept.error())));
            return;
        }
        const QSet<db::ApplicationId> out(kept->applications.cbegin(), kept->applications.cend());
        QList<db::ApplicationId> others = selected();
        others.removeIf([&out](db::ApplicationId id) { return out.contains(id); });
        actOn(tr("Moving applicants"), others,
              [stage, how = app::StageMove{{}, m_reopens}](db::Connection &connection, const QList<db::ApplicationId> &ids) { return app::moveToStage(connection, ids, stage, how); });
    });
    connect(m_bulk, &BulkBar::rejected, this, [this](const QString &reason) {
        act(tr("Rejecting"), [reason](db::Connection &connection, const QList<db::ApplicationId> &ids) { return app::reject(connection, ids, reason); });
    });
    connect(m_bulk, &BulkBar::withdrawn, this, [this](const QString &reason) {
        act(tr("Marking as withdrawn"), [reason](db::Connection &connection, const QList<db::ApplicationId> &ids) { return app::withdraw(connection, ids, reason); });
    });
    connect(m_bulk, &BulkBar::restoreWanted, this, [this] {
        act(tr("Restoring"), [](db::Connection &connection, const QList<db::ApplicationId> &ids) { return app::restore(connection, ids); });
    });
    connect(m_bulk, &BulkBar::copyWanted, this, &ApplicantsPage::copySelected);
    connect(m_bulk, &BulkBar::compareWanted, this, [this] { openCompare(selected()); });
    connect(m_bulk, &BulkBar::messageWanted, this, &ApplicantsPage::writeMessage);
    connect(m_bulk, &BulkBar::interviewWanted, this, &ApplicantsPage::planInterviews);
    connect(m_bulk, &BulkBar::left, this, &ApplicantsPage::focusList);
}

void ApplicantsPage::focusList()
{
    if (showsBoard())
        m_board->takeFocus();
    else
        m_table->setFocus(Qt::OtherFocusReason);
}

void ApplicantsPage::readStages()
{
    const auto stages = db::stages(session().connection(), role());
    m_bulk->setStages(stages ? *stages : QList<db::Stage>());
    filterBar()->setStages(stages ? *stages : QList<db::Stage>());
}

void ApplicantsPage::readReasons()
{
    using Reasons = std::pair<QStringList, QStringList>;
    session().reader().ask<Reasons>(
        this,
        [role = role()](db::Connection &connection) -> Result<Reasons> {
            const auto rejection = app::usualReasons(connection, role, QStringLiteral("rejected")), withdrawal = app::usualReasons(connection, role, QStringLiteral("withdrawn"));
            if (!rejection || !withdrawal)
                return tl::unexpected((rejection ? withdrawal : rejection).error());
            return Reasons{*rejection, *withdrawal};
        },
        [this](const Result<Reasons> &reasons) {
            if (reasons)
                m_bulk->setReasons(reasons->first, reasons->second);
        });
}

QList<QAction *> ApplicantsPage::actions() const
{
    return ApplicationsPage::actions() + QList<QAction *>{m_send, m_takeBack};
}

void ApplicantsPage::sendForReview()
{
    showPanel(m_packets);
    m_packets->showSending(role(), title(), isBlind(), selected());
}

void ApplicantsPage::makeTable()
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Applicants"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    hoverRows(*m_table);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(font()));
    m_table->setItemDelegate(new ApplicantCellDelegate(ApplicantCellDelegate::Text, m_table));
    m_table->setItemDelegateForColumn(ApplicationListModel::GateColumn, new ApplicantCellDelegate(ApplicantCellDelegate::GateCell, m_table));
    m_table->setItemDelegateForColumn(ApplicationListModel::ScoreColumn, new ApplicantCellDelegate(ApplicantCellDelegate::ScoreCell, m_table));
    m_table->installEventFilter(this);
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) { openReview(m_model->applicationAt(index.row())); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ApplicantsPage::showSelection);
    // The row at the top of the view stays there when others come or go; a new order begins at its top.
    connect(m_model, &ApplicationPagesModel::aboutToList, this, [this] { m_top = m_model->applicationAt(m_table->rowAt(0)); });
    connect(m_model, &ApplicationPagesModel::listed, this, [this](bool sorted) {
        if (sorted)
            m_table->scrollToTop();
        else if (const int row = m_table->verticalScrollBar()->value() > 0 ? m_model->rowOf(m_top) : -1; row >= 0)
            m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtTop);
        showSelection();
    });
}

void ApplicantsPage::makeColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setMinimumSectionSize(48);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setAccessibleName(tr("Columns"));
    auto *fit = new ColumnFit(*m_table, {{16, 28}, {19, 24}, {13, 16}, {13, 22}, {24, 26}, {14, 24}, {12, 20}, {12, 24}, {13, 15}, {22, 32}});
    header->setSectionHidden(ApplicationListModel::EmailColumn, true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    m_table->setSortingEnabled(false);
    connect(header, &QHeaderView::sortIndicatorChanged, m_model, &QAbstractItemModel::sort);
    header->setSectionsClickable(true);
    rememberColumns(*m_table, settings(), columnsKey, fit);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) { showColumnMenu(header->mapToGlobal(at)); });

    m_columns->setIcon(lineIcon(Icon::Columns));
    m_columns->setAutoRaise(true);
    m_columns->setToolTip(tr("Columns"));
    m_columns->setAccessibleName(tr("Choose columns"));
    connect(m_columns, &QToolButton::clicked, this, [this] { showColumnMenu(m_columns->mapToGlobal(QPoint(0, m_columns->height()))); });
    toolsRow()->addWidget(m_columns);
}

void ApplicantsPage::showColumnMenu(const QPoint &at)
{
    QHeaderView *header = m_table->horizontalHeader();
    QMenu menu(this);
    for (int column = 1; column < ApplicationListModel::ColumnCount; ++column) {
        QAction *action = menu.addAction(ApplicationListModel::columnName(column));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, header, [header, column](bool shown) { header->setSectionHidden(column, !shown); });
    }
    menu.exec(at);
    settings().setValue(columnsKey, header->saveState());
}

void ApplicantsPage::roleShown()
{
    showPanel(nullptr);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    readStages();
    readReasons();
    if (showsBoard())
        m_boardModel->setRole(role());
    m_boardStale = !showsBoard();
    m_table->scrollToTop();
    if (m_model->rowCount() > 0)
        m_table->selectionModel()->setCurrentIndex(m_model->index(0, 0), QItemSelectionModel::NoUpdate);
    // The list is what the page is for; who walks through the navigation stays there.
    if (const QWidget *now = window()->focusWidget(); isVisible() && (!now || isAncestorOf(now)))
        focusList();
    showSelection();
}

void ApplicantsPage::goTo(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    if (showsBoard()) {
        m_board->goTo(m_model->applicationAt(row));
        return;
    }
    m_table->setFocus(Qt::OtherFocusReason);
    m_table->selectRow(row);
    m_table->scrollTo(m_model->index(row, 0));
}

bool ApplicantsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
            openReview(m_model->applicationAt(m_table->currentIndex().row()));
            return true;
        }
        if (key->key() == Qt::Key_C && key->modifiers() == Qt::NoModifier) {
            openCompare(selected());
            return true;
        }
        if (key->matches(QKeySequence::Copy)) {
            copySelected();
            return true;
        }
    }
    return ApplicationsPage::eventFilter(watched, event);
}

QList<db::ApplicationId> ApplicantsPage::selected() const
{
    if (showsBoard())
        return m_board->selected();
    QList<int> rows;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::sort(rows.begin(), rows.end());
    QList<db::ApplicationId> ids;
    for (const int row : std::as_const(rows))
        ids << m_model->applicationAt(row);
    return ids;
}

void ApplicantsPage::showSelection()
{
    int count = showsBoard() ? m_board->selectedCount() : 0;
    if (!showsBoard()) {
        for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
            count += range.height();
    }
    // Beside the panel there is no room for both, and the selection is then what goes into a packet.
    m_bulk->setSelected(m_packets->isHidden() && m_stages->isHidden() && m_messages->isHidden() ? count : 0);
}

void ApplicantsPage::copySelected()
{
    const QList<db::ApplicationId> ids = selected();
    if (ids.isEmpty())
        return;
    const QHeaderView *header = m_table->horizontalHeader();
    QList<int> columns;
    for (int visual = 0; visual < header->count(); ++visual) {
        if (const int column = header->logicalIndex(visual); !header->isSectionHidden(column))
            columns << column;
    }
    const auto written = [ids, columns, blind = isBlind(), role = role(), reviewer = session().reviewer()](db::Connection &connection) -> Result<QString> {
        QStringList cells;
        for (const int column : columns)
            cells << ApplicationListModel::columnName(column);
        QString text = tabSeparatedLine(cells);
        constexpr qsizetype atOnce = 500;
        for (qsizetype first = 0; first < ids.size(); first += atOnce) {
            auto read = db::applicationRows(connection, ids.mid(first, atOnce), reviewer);
            if (!read)
                return tl::unexpected(read.error());
            app::coverRows(connection, role, *read);
            for (const db::ApplicationRow &row : *read) {
                cells.clear();
                for (const int column : columns)
                    cells << ApplicationListModel::cellText(row, column, blind);
                text += tabSeparatedLine(cells);
            }
        }
        return text;
    };
    const auto take = [this](Result<QString> text) {
        if (text)
            QGuiApplication::clipboard()->setText(*text);
        else
            session().apply(Outcome(tl::unexpected(text.error())));
    };
    if (ids.size() <= quickActs)
        take(written(session().connection()));
    else
        session().reader().ask<QString>(this, written, take);
}

void ApplicantsPage::act(const QString &title, Act act)
{
    actOn(title, selected(), std::move(act));
}

void ApplicantsPage::actOn(const QString &title, const QList<db::ApplicationId> &ids, Act act)
{
    if (ids.isEmpty())
        return;
    if (ids.size() <= quickActs)
        session().apply(act(session().connection(), ids));
    else
        session().run(title, [act = std::move(act), ids](db::Connection &connection, app::Progress &) { return act(connection, ids); });
}

} // namespace rolecall::ui
