// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/people_page.h"

#include "db/people.h"
#include "db/retention.h"
#include "db/roles.h"
#include "ui/delegates/applicant_cells.h"
#include "ui/models/people_model.h"
#include "ui/pages/people/add_person_bar.h"
#include "ui/pages/people/duplicates_panel.h"
#include "ui/pages/people/person_panel.h"
#include "ui/theme/looks.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/column_fit.h"
#include "ui/widgets/table_setup.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

const QString columnsKey = QStringLiteral("people/columns");
enum Part { ListPart, DuplicatesPart };

struct Counts
{
    db::PeopleCounts people;
    QList<db::CandidateId> due;
};

} // namespace

PeoplePage::PeoplePage(Session &session, WindowSettings &settings, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_settings(settings)
    , m_model(new PeopleModel(session, this))
    , m_add(new QAction(tr("Add a person"), this))
    , m_tabs(new TabStrip)
    , m_table(new QTableView)
    , m_panel(new PersonPanel(session))
    , m_duplicates(new DuplicatesPanel(session))
    , m_addBar(new AddPersonBar(session))
    , m_search(new SearchField(tr("Name, address, phone or place")))
    , m_role(new QComboBox)
    , m_due(new Chip(tr("Due for erasure")))
    , m_shown(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_chosen(new TextLabel)
    , m_bulk(new QWidget)
    , m_compare(new QPushButton(tr("Compare and merge")))
    , m_eraseSelected(new QPushButton(tr("Erase…")))
    , m_empty(new EmptyState(tr("Nobody yet"), tr("People come with the applicants of a role, or are added by hand.")))
    , m_noMatch(new EmptyState(tr("Nobody matches"), tr("No person matches the words and filters above.")))
    , m_failed(new EmptyState(tr("The people cannot be read"), {}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 24, 0); // the first word stands under the title
    m_tabs->addTab(tr("People"));
    m_tabs->addTab(tr("Duplicates"));
    m_tabs->setAccessibleName(tr("Parts of the page"));
    head->addWidget(m_tabs);
    head->addStretch();
    column->addLayout(head);
    m_parts = new QStackedLayout;
    m_parts->addWidget(makeList());
    m_parts->addWidget(m_duplicates);
    column->addLayout(m_parts, 1);
    m_add->setEnabled(!session.isReadOnly());
    connect(m_add, &QAction::triggered, this, [this] {
        m_tabs->setCurrentIndex(ListPart);
        m_addBar->open();
    });
    connect(m_tabs, &QTabBar::currentChanged, m_parts, &QStackedLayout::setCurrentIndex);
    connect(m_duplicates, &DuplicatesPanel::counted, this, [this](int pairs) { m_tabs->setTabText(DuplicatesPart, pairs > 0 ? tr("Duplicates %1").arg(QLocale().toString(pairs)) : tr("Duplicates")); });
    connect(m_panel, &PersonPanel::placeRequested, this, &Page::placeRequested);
    connect(m_panel, &PersonPanel::exportWanted, this, &PeoplePage::askToExport);
    connect(m_panel, &PersonPanel::eraseWanted, this, [this](db::CandidateId person) { askToErase({person}); });
    connect(m_addBar, &AddPersonBar::added, this, [this](db::CandidateId person) { m_wanted = person.number(); });
    connect(&session, &Session::changed, this, &PeoplePage::onChanged);
    connect(&session, &Session::reviewerChanged, this, [this] { onChanged(app::Area::Applications); });
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_tabs->setCurrentIndex(ListPart);
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

QWidget *PeoplePage::makeList()
{
    makeTable();
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(24, 16, 24, 8);
    head->setSpacing(8);
    head->addWidget(m_addBar);
    auto *filters = new QHBoxLayout;
    filters->setSpacing(8);
    m_search->setMinimumWidth(200);
    filters->addWidget(m_search, 2);
    m_role->setAccessibleName(tr("Role"));
    m_role->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_role->setMinimumContentsLength(18);
    filters->addWidget(m_role, 1);
    m_due->setCheckable(true);
    filters->addWidget(m_due);
    filters->addStretch(1);
    head->addLayout(filters);
    head->addWidget(m_shown);
    column->addLayout(head);

    m_list = new QWidget;
    auto *row = new QHBoxLayout(m_list);
    row->setContentsMargins(16, 0, 0, 0); // with a cell's own 8: text stands under the title
    row->setSpacing(0);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(m_table, 1);
    auto *bulk = new QHBoxLayout(m_bulk);
    bulk->setContentsMargins(8, 8, 16, 8);
    bulk->addWidget(m_chosen);
    bulk->addStretch();
    bulk->addWidget(m_compare);
    setLook(m_eraseSelected, ButtonLook::Caution);
    bulk->addWidget(m_eraseSelected);
    m_bulk->hide();
    left->addWidget(m_bulk);
    row->addLayout(left, 1);
    row->addWidget(new Rule(Qt::Vertical));
    row->addWidget(m_panel);
    m_stack = new QStackedLayout;
    for (QWidget *widget : {m_list, static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_noMatch), static_cast<QWidget *>(m_failed)})
        m_stack->addWidget(widget);
    column->addLayout(m_stack, 1);

    m_empty->setActions(m_session.isReadOnly() ? nullptr : m_add);
    auto *clear = new QAction(tr("Clear filters"), this);
    connect(clear, &QAction::triggered, this, [this] {
        m_search->clear();
        m_role->setCurrentIndex(0);
        m_due->setChecked(false);
        readFilter();
    });
    m_noMatch->setActions(clear);
    auto *retry = new QAction(tr("Try again"), this);
    connect(retry, &QAction::triggered, m_model, &PeopleModel::refresh);
    m_failed->setActions(retry);
    connect(m_search, &SearchField::searched, this, &PeoplePage::readFilter);
    connect(m_search, &SearchField::leftDownwards, m_table, [this] { m_table->setFocus(Qt::OtherFocusReason); });
    connect(m_role, &QComboBox::activated, this, &PeoplePage::readFilter);
    connect(m_due, &QAbstractButton::toggled, this, &PeoplePage::readFilter);
    connect(m_model, &PeopleModel::loadingChanged, this, &PeoplePage::showState);
    connect(m_compare, &QPushButton::clicked, this, [this] {
        const QList<db::CandidateId> two = selected();
        m_tabs->setCurrentIndex(DuplicatesPart);
        m_duplicates->compare(std::min(two.value(0), two.value(1)), std::max(two.value(0), two.value(1)));
    });
    connect(m_eraseSelected, &QPushButton::clicked, this, [this] { askToErase(selected()); });
    return part;
}

void PeoplePage::makeTable()
{
    m_table->setModel(m_model);
    setUpTable(*m_table);
    m_table->setAccessibleName(tr("People"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setCornerButtonEnabled(false);
    hoverRows(*m_table);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setItemDelegate(new ApplicantCellDelegate(ApplicantCellDelegate::Text, m_table));
    QHeaderView *header = m_table->horizontalHeader();
    auto *fit = new ColumnFit(*m_table, {{18, 28}, {20, 42}, {22, 30}, {15, 20}, {14, 22}, {10, 20}, {12, 14}});
    header->setAccessibleName(tr("Columns"));
    rememberColumns(*m_table, m_settings, columnsKey, fit);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(PeopleModel::NameColumn, Qt::AscendingOrder);
    header->setSectionsClickable(true);
    connect(header, &QHeaderView::sortIndicatorChanged, m_model, &QAbstractItemModel::sort);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PeoplePage::showSelection);
    connect(m_model, &PeopleModel::listed, this, [this](bool sorted) {
        if (sorted)
            m_table->scrollToTop();
        showSelected();
    });
}

void PeoplePage::navigateTo(const QVariantMap &arguments)
{
    m_wanted = arguments.value(personArgument).toLongLong();
    if (arguments.value(dueArgument).toBool())
        m_due->setChecked(true);
    const bool duplicates = arguments.value(duplicatesArgument).toBool();
    m_tabs->setCurrentIndex(duplicates ? DuplicatesPart : ListPart);
    if (duplicates)
        m_duplicates->choose(db::CandidateId(m_wanted));
}

void PeoplePage::activate()
{
    // The list is what the page is for; who walks through the navigation stays there.
    if (const QWidget *now = window()->focusWidget(); isVisible() && m_parts->currentIndex() == ListPart && (!now || now == m_tabs))
        m_table->setFocus(Qt::OtherFocusReason);
    if (!m_stale) {
        showSelected();
        return;
    }
    m_stale = false;
    const QVariant before = m_role->currentData();
    m_role->clear();
    m_role->addItem(tr("All roles"), 0);
    const auto roles = db::roleSummaries(m_session.connection());
    for (const db::RoleSummary &role : roles ? *roles : QList<db::RoleSummary>())
        m_role->addItem(role.role.title, role.role.id.number());
    m_role->setCurrentIndex(std::max(0, m_role->findData(before)));
    readCounts();
    readFilter();
    m_panel->refresh();
    m_duplicates->refresh();
}

void PeoplePage::readCounts()
{
    m_session.reader().ask<Counts>(
        this,
        [today = QDate::currentDate()](db::Connection &connection) -> Result<Counts> {
            const auto people = db::peopleCounts(connection);
            if (!people)
                return tl::unexpected(people.error());
            const auto due = db::duePeople(connection, today);
            if (!due)
                return tl::unexpected(due.error());
            Counts counts{*people, {}};
            for (const db::DuePerson &person : *due)
                counts.due << person.id;
            return counts;
        },
        [this](Result<Counts> counts) {
            if (!counts)
                return;
            m_people = counts->people.shown;
            m_hidden = counts->people.hidden;
            const bool changed = m_duePeople != counts->due;
            m_duePeople = counts->due;
            m_due->setCount(int(m_duePeople.size()));
            m_due->setVisible(!m_duePeople.isEmpty() || m_due->isChecked());
            QStringList parts{m_people == 1 ? tr("1 person") : tr("%1 people").arg(QLocale().toString(m_people))};
            if (m_hidden > 0)
                parts << (m_hidden == 1 ? tr("1 stands behind a code in a blind role, and is not shown here") : tr("%1 stand behind codes in blind roles, and are not shown here").arg(QLocale().toString(m_hidden)));
            m_subtitle = parts.join(QStringLiteral(" · "));
            Q_EMIT headerChanged();
            if (changed && m_due->isChecked())
                readFilter();
            showState();
        });
}

void PeoplePage::readFilter()
{
    db::PersonFilter filter;
    filter.words = m_search->text();
    filter.role = db::RoleId(m_role->currentData().toLongLong());
    if (m_due->isChecked()) {
        filter.only = m_duePeople;
        if (filter.only.isEmpty())
            filter.only << db::CandidateId(-1); // nobody is due
    }
    m_model->setFilter(filter);
}

void PeoplePage::showState()
{
    const int rows = m_model->rowCount();
    const bool filtering = m_model->filter() != db::PersonFilter();
    QWidget *shown = rows == 0 ? m_stack->currentWidget() : m_list; // what is shown stays until the answer is there
    if (m_model->error() && rows == 0) {
        m_failed->setTexts(tr("The people cannot be read"), m_model->error()->text());
        shown = m_failed;
    } else if (rows == 0 && !m_model->isLoading()) {
        shown = filtering ? m_noMatch : m_empty;
    }
    m_stack->setCurrentWidget(shown);
    const bool empty = shown == m_empty;
    m_search->setVisible(!empty);
    m_role->setVisible(!empty && m_role->count() > 1);
    m_shown->setVisible(!empty && (filtering || (m_model->isLoading() && rows > 0)));
    const QString people = QLocale().toString(std::max(m_people, rows));
    m_shown->setText(m_model->isLoading() && rows > 0 ? tr("Reading the order…") : filtering ? tr("%1 of %2 people").arg(QLocale().toString(rows), people) : tr("%1 people").arg(QLocale().toString(rows)));
}

QList<db::CandidateId> PeoplePage::selected() const
{
    QList<db::CandidateId> people;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            people << m_model->personAt(row);
    }
    return people;
}

void PeoplePage::showSelection()
{
    qsizetype count = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        count += range.height();
    m_bulk->setVisible(count > 1);
    m_chosen->setText(tr("%1 people selected").arg(QLocale().toString(count)));
    m_compare->setVisible(count == 2);
    m_eraseSelected->setEnabled(!m_session.isReadOnly());
    const QModelIndex current = m_table->currentIndex();
    if (count > 0 && current.isValid())
        m_panel->showPerson(m_model->personAt(current.row()));
}

void PeoplePage::showSelected()
{
    if (m_wanted > 0) {
        const int row = m_model->rowOf(db::CandidateId(m_wanted));
        if (row >= 0) {
            m_table->selectRow(row);
            m_table->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
            m_wanted = 0;
        }
    }
    if (!m_table->selectionModel()->hasSelection() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    showSelection();
    m_panel->setVisible(m_model->rowCount() > 0);
}

void PeoplePage::onChanged(app::Areas areas)
{
    if (!(areas & (app::Area::Applications | app::Area::Ratings | app::Area::Documents | app::Area::Roles | app::Area::Reviewers | app::Area::Dates)))
        return;
    m_stale = true;
    if (isVisible())
        activate();
}

} // namespace rolecall::ui
