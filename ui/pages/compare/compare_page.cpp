// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_page.h"

#include "ui/models/comparison_model.h"
#include "ui/pages/compare/comparison_delegate.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

const QString applicationArgument = QStringLiteral("application");
constexpr int narrowestColumn = 112;

app::Areas shownAreas()
{
    using app::Area;
    return Area::Roles | Area::Qualities | Area::Applications | Area::Ratings | Area::Reviewers;
}

} // namespace

ComparePage::ComparePage(Session &session, QWidget *parent)
    : RolePage(session, shownAreas(), parent)
    , m_model(new ComparisonModel(this))
    , m_table(new QTableView)
    , m_instead(new EmptyState({}, {}))
    , m_stack(new QStackedLayout(this))
    , m_copy(new QAction(tr("Copy"), this))
    , m_choose(new QAction(tr("Choose applicants"), this))
{
    m_instead->setActions(m_choose);
    connect(m_choose, &QAction::triggered, this, [this] { Q_EMIT placeRequested({PageId::Applicants, {{roleArgument, role().number()}}}); });
    m_copy->setToolTip(tr("Copy levels and evidence as a table"));
    connect(m_copy, &QAction::triggered, this, &ComparePage::copy);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ComparisonDelegate(m_table));
    m_table->setAccessibleName(tr("Comparison"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->installEventFilter(this);
    m_table->viewport()->installEventFilter(this);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &at) {
        if (const db::ApplicationId id = m_model->applicationAt(at.column()); id.isValid())
            Q_EMIT placeRequested(Place{PageId::Review, {{roleArgument, role().number()}, {applicationArgument, id.number()}}});
    });
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(16, 0, 8, 0);
    column->addWidget(m_table);
    m_stack->addWidget(box);
    m_stack->addWidget(m_instead);
}

std::optional<Place> ComparePage::placeFor(db::RoleId role, const QList<db::ApplicationId> &applications)
{
    if (applications.size() < app::fewestCompared || applications.size() > app::mostCompared)
        return {};
    QVariantList keys;
    for (const db::ApplicationId id : applications)
        keys << id.number();
    return Place{PageId::Compare, {{roleArgument, role.number()}, {applicationsArgument, keys}}};
}

QString ComparePage::subtitle() const
{
    const qsizetype count = m_model->comparison().applicants.size();
    return count > 0 ? tr("%1 applicants side by side").arg(count) : RolePage::subtitle();
}

void ComparePage::navigateTo(const QVariantMap &arguments)
{
    RolePage::navigateTo(arguments);
    if (const auto given = arguments.constFind(applicationsArgument); given != arguments.constEnd()) {
        m_applications.clear();
        for (const QVariant &key : given->toList())
            m_applications << db::ApplicationId(key.toLongLong());
        readAnew();
    }
}

void ComparePage::refresh(app::Areas)
{
    if (m_applications.isEmpty()) {
        m_instead->setTexts(tr("Nobody to compare yet"), tr("Select two to five applicants on Applicants, Matrix or Shortlist and press C."));
        m_stack->setCurrentWidget(m_instead);
        m_copy->setEnabled(false);
        return;
    }
    const auto comparison = app::compareApplicants(session().connection(), role(), m_applications);
    m_copy->setEnabled(comparison.has_value());
    if (!comparison) {
        m_instead->setTexts(tr("They cannot be compared"), comparison.error().text());
        m_stack->setCurrentWidget(m_instead);
        return;
    }
    m_model->setComparison(*comparison);
    m_stack->setCurrentIndex(0);
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(ComparisonModel::StandingRow, ComparisonModel::FirstApplicant));
    layOut();
    Q_EMIT headerChanged();
}

void ComparePage::layOut()
{
    const int people = m_model->columnCount() - 1;
    if (people < 1)
        return;
    const int width = m_table->viewport()->width();
    m_laidOut = width;
    const int qualities = std::clamp(width / 4, 176, 360);
    const int each = std::max(narrowestColumn, (width - qualities) / people);
    m_table->setColumnWidth(ComparisonModel::QualityColumn, qualities);
    for (int column = ComparisonModel::FirstApplicant; column <= people; ++column)
        m_table->setColumnWidth(column, each);
    m_table->resizeRowsToContents();
}

void ComparePage::copy()
{
    QGuiApplication::clipboard()->setText(m_model->tabSeparated());
}

bool ComparePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize && static_cast<QResizeEvent *>(event)->size().width() != m_laidOut)
        QMetaObject::invokeMethod(this, &ComparePage::layOut, Qt::QueuedConnection);
    if (watched == m_table && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return RolePage::eventFilter(watched, event);
}

} // namespace rolecall::ui
