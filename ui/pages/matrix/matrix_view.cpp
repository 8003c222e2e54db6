// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/matrix/matrix_view.h"

#include "ui/delegates/applicant_cells.h"
#include "ui/delegates/gate_painter.h"
#include "ui/delegates/level_painter.h"
#include "ui/item_roles.h"
#include "ui/models/matrix_model.h"
#include "ui/pages/matrix/quality_header.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"
#include "ui/widgets/text_label.h"

#include <QGridLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>
#include <algorithm>

namespace rolecall::ui {

namespace {

/// A level, a closed eye where it is not to be seen yet, nothing while it is not read.
class MatrixCellDelegate : public LevelDelegate
{
public:
    using LevelDelegate::LevelDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colours &colours = coloursOf(option.palette);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), mixed(colours.line, colours.surface, 0.4));
        if (index.data(ThresholdRole).isNull())
            return;
        if (!index.data(HiddenRole).toBool()) {
            LevelDelegate::paint(painter, option, index);
            return;
        }
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colours.accentSoft);
        paintIcon(*painter, option.rect, Icon::EyeOff, colours.quietText, 14);
        if (option.state & QStyle::State_HasFocus)
            drawFocusRing(*painter, option.rect, option.palette, 4);
    }
};

void setCommon(QTableView *view)
{
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setCornerButtonEnabled(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setMouseTracking(true);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
}

} // namespace

MatrixView::MatrixView(MatrixModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_frozen(new QTableView)
    , m_cells(new QTableView)
    , m_header(new QualityHeader(model, m_cells))
    , m_foot(new ColumnFoot(model, m_header))
    , m_footName(new TextLabel(tr("Meet it"), TextSize::Small, Tone::Quiet))
    , m_across(new QScrollBar(Qt::Horizontal))
{
    makeFrozen();
    makeCells();
    joinViews();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_frozen, 0, 0);
    grid->addWidget(m_cells, 0, 1);
    grid->addWidget(m_footName, 1, 0);
    grid->addWidget(m_foot, 1, 1);
    grid->addWidget(m_across, 2, 1);
    grid->setColumnStretch(1, 1);
    m_footName->setContentsMargins(12, 0, 12, 0);
    m_footName->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_footName->setAutoFillBackground(true);
    m_footName->setBackgroundRole(QPalette::Window);
    layOutColumns();
}

void MatrixView::makeFrozen()
{
    setCommon(m_frozen);
    m_frozen->setModel(m_model);
    m_frozen->setFocusPolicy(Qt::NoFocus);
    m_frozen->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_frozen->setSelectionMode(QAbstractItemView::SingleSelection);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setAccessibleName(tr("Applicants with gate and score"));
    m_frozen->setItemDelegate(new ApplicantCellDelegate(ApplicantCellDelegate::Text, m_frozen));
    m_frozen->setItemDelegateForColumn(MatrixModel::GateColumn, new ApplicantCellDelegate(ApplicantCellDelegate::GateCell, m_frozen));
    m_frozen->setItemDelegateForColumn(MatrixModel::ScoreColumn, new ApplicantCellDelegate(ApplicantCellDelegate::ScoreCell, m_frozen));
    QHeaderView *header = m_frozen->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicatorClearable(true);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignBottom);
}

void MatrixView::makeCells()
{
    setCommon(m_cells);
    m_cells->setHorizontalHeader(m_header);
    m_cells->setModel(m_model);
    m_cells->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_cells->setItemDelegate(new MatrixCellDelegate(m_cells));
    m_cells->setAccessibleName(tr("Levels"));
    m_cells->setEditTriggers(QAbstractItemView::NoEditTriggers);
}

void MatrixView::joinViews()
{
    connect(m_cells->verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(), &QScrollBar::setValue);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, m_cells->verticalScrollBar(), &QScrollBar::setValue);
    QScrollBar *inner = m_cells->horizontalScrollBar();
    connect(inner, &QScrollBar::rangeChanged, this, [this, inner](int least, int most) {
        m_across->setRange(least, most);
        m_across->setPageStep(inner->pageStep());
        m_across->setSingleStep(inner->singleStep());
        m_across->setVisible(most > least);
    });
    connect(inner, &QScrollBar::valueChanged, m_across, &QScrollBar::setValue);
    connect(m_across, &QScrollBar::valueChanged, inner, &QScrollBar::setValue);
    connect(inner, &QScrollBar::valueChanged, m_foot, qOverload<>(&QWidget::update));
    m_across->hide();

    // One order at a time: a column chosen at one side takes the mark from the other.
    QHeaderView *names = m_frozen->horizontalHeader();
    const auto order = [this](QHeaderView *chosen, QHeaderView *other) {
        connect(chosen, &QHeaderView::sortIndicatorChanged, this, [this, other](int section, Qt::SortOrder direction) {
            const QSignalBlocker quiet(other);
            other->setSortIndicator(-1, Qt::AscendingOrder);
            other->viewport()->update();
            m_model->sort(section, direction);
        });
    };
    order(names, m_header);
    order(m_header, names);

    connect(m_frozen, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        const int column = std::max(m_cells->currentIndex().column(), int(MatrixModel::FirstQuality));
        m_cells->setCurrentIndex(m_model->index(index.row(), column));
        m_cells->setFocus(Qt::MouseFocusReason);
    });
    connect(m_frozen, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) { Q_EMIT rowActivated(index.row()); });
    connect(m_cells->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            m_frozen->selectionModel()->select(m_model->index(current.row(), 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        Q_EMIT columnLookedAt(current.column());
    });
    connect(m_cells, &QAbstractItemView::entered, this, [this](const QModelIndex &index) { Q_EMIT columnLookedAt(index.column()); });
    connect(m_header, &QualityHeader::hovered, this, [this](int section) { Q_EMIT columnLookedAt(section >= 0 ? section : m_cells->currentIndex().column()); });
    connect(m_model, &QAbstractItemModel::modelReset, this, &MatrixView::layOutColumns);
}

void MatrixView::startAnew()
{
    for (QHeaderView *header : {m_frozen->horizontalHeader(), static_cast<QHeaderView *>(m_header)}) {
        const QSignalBlocker quiet(header);
        header->setSortIndicator(-1, Qt::AscendingOrder);
    }
    m_cells->scrollToTop();
    m_cells->horizontalScrollBar()->setValue(0);
    if (m_model->rowCount() > 0 && m_model->columnCount() > MatrixModel::FirstQuality)
        m_cells->setCurrentIndex(m_model->index(0, MatrixModel::FirstQuality));
}

void MatrixView::layOutColumns()
{
    const QFontMetrics metrics(font());
    const int row = rowHeight(font());
    const int name = std::clamp(width() / 5, metrics.averageCharWidth() * 18, metrics.averageCharWidth() * 34);
    const int gate = gateSize({Gate::Open, 88}, font()).width() + 24;
    const int score = scoreSize(font()).width() + 24;
    // Where there is little room the name alone stands still: gate and score are in the list.
    const bool narrow = width() < name + gate + score + 4 * levelCellSize(font()).width();
    m_header->setRoom(height() * 2 / 5); // the greater part is the rows'
    const int left = narrow ? name : name + gate + score;
    for (QTableView *view : {m_frozen, m_cells}) {
        view->verticalHeader()->setDefaultSectionSize(row);
        view->horizontalHeader()->setFixedHeight(m_header->sizeHint().height());
        for (int column = 0; column < m_model->columnCount(); ++column)
            view->setColumnHidden(column, (column < MatrixModel::FirstQuality) != (view == m_frozen) || (narrow && column > MatrixModel::NameColumn && column < MatrixModel::FirstQuality));
    }
    m_frozen->setColumnWidth(MatrixModel::NameColumn, name);
    if (!narrow) {
        m_frozen->setColumnWidth(MatrixModel::GateColumn, gate);
        m_frozen->setColumnWidth(MatrixModel::ScoreColumn, score);
    }
    m_frozen->setFixedWidth(left);
    m_footName->setFixedWidth(left);
    const int qualities = m_model->columnCount() - MatrixModel::FirstQuality;
    const int least = levelCellSize(font()).width();
    const int room = width() - left - m_cells->verticalScrollBar()->sizeHint().width();
    const int cell = qualities > 0 ? std::clamp(room / qualities, least, least * 3 / 2) : least;
    for (int column = MatrixModel::FirstQuality; column < m_model->columnCount(); ++column)
        m_cells->setColumnWidth(column, cell);
    m_foot->update();
    if (m_cells->currentIndex().isValid() && m_cells->hasFocus())
        m_cells->scrollTo(m_cells->currentIndex());
}

void MatrixView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOutColumns();
}

void MatrixView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOutColumns();
}

} // namespace rolecall::ui
