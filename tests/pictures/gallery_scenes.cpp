// SPDX-License-Identifier: GPL-3.0-or-later
// Every widget and delegate beside the others: what does not match shows.
#include "sample_data.h"
#include "scene.h"

#include "ui/delegates/level_painter.h"
#include "ui/delegates/row_delegates.h"
#include "ui/theme/icons.h"
#include "ui/theme/looks.h"
#include "ui/theme/typography.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/level_buttons.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/progress_strip.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/table_setup.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace rolecall::pictures {

using namespace rolecall::ui;

namespace {

QWidget *ground()
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    return page;
}

QPushButton *button(const char *text, ButtonLook look = ButtonLook::Plain)
{
    auto *made = new QPushButton(QString::fromUtf8(text));
    setLook(made, look);
    return made;
}

QHBoxLayout *rowOf(const QList<QWidget *> &widgets)
{
    auto *row = new QHBoxLayout;
    for (QWidget *widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

QWidget *controls()
{
    QWidget *page = ground();
    auto *columns = new QHBoxLayout(page);
    columns->setContentsMargins(24, 24, 24, 24);
    columns->setSpacing(40);
    auto *left = new QVBoxLayout;
    left->setSpacing(16);
    left->addWidget(new TextLabel(QStringLiteral("Title: 38 applicants"), TextSize::Title));
    left->addWidget(new TextLabel(QStringLiteral("Heading: Necessary qualities"), TextSize::Heading));
    left->addWidget(new TextLabel(QStringLiteral("Body text, as in a posting or a note.")));
    left->addWidget(new TextLabel(QStringLiteral("Small and quiet: closes 14 March, in 3 days"), TextSize::Small, Tone::Quiet));
    auto *disabled = button("Not now");
    disabled->setEnabled(false);
    left->addLayout(rowOf({button("Import applicants", ButtonLook::Primary), button("Export"), button("Learn how", ButtonLook::Quiet), button("Erase", ButtonLook::Caution), disabled}));
    auto *focused = button("Focused", ButtonLook::Primary);
    focused->setObjectName(QStringLiteral("focused"));
    auto *tool = new QToolButton;
    tool->setIcon(lineIcon(Icon::Filter));
    auto *checkedTool = new QToolButton;
    checkedTool->setIcon(lineIcon(Icon::Board));
    checkedTool->setCheckable(true);
    checkedTool->setChecked(true);
    for (QToolButton *each : {tool, checkedTool})
        each->setAutoRaise(true);
    left->addLayout(rowOf({focused, tool, checkedTool}));
    auto *chips = new ChipBar;
    chips->addChip(QStringLiteral("new"), QStringLiteral("New"), 12);
    chips->addChip(QStringLiteral("review"), QStringLiteral("In review"), 21)->setChecked(true);
    chips->addChip(QStringLiteral("mine"), QStringLiteral("Unrated by me"), 7);
    chips->addChip(QStringLiteral("near"), QStringLiteral("Near miss"))->setChecked(true);
    chips->addChip(QStringLiteral("tag"), QStringLiteral("Referred"));
    left->addWidget(chips);
    left->addWidget(new SearchField(QStringLiteral("Search applicants")));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    auto *combo = new QComboBox;
    combo->addItems({QStringLiteral("Review"), QStringLiteral("Interview")});
    auto *spin = new QSpinBox;
    spin->setValue(5);
    auto *date = new QDateEdit(QDate(2026, 3, 14));
    form->addRow(QStringLiteral("Stage"), combo);
    form->addRow(QStringLiteral("Size of the shortlist"), spin);
    form->addRow(QStringLiteral("Closes"), date);
    left->addLayout(form);
    auto *check = new QCheckBox(QStringLiteral("Hide identities"));
    check->setChecked(true);
    auto *part = new QCheckBox(QStringLiteral("Some"));
    part->setTristate(true);
    part->setCheckState(Qt::PartiallyChecked);
    auto *radio = new QRadioButton(QStringLiteral("Dark"));
    radio->setChecked(true);
    left->addLayout(rowOf({check, part, new QCheckBox(QStringLiteral("Off")), radio, new QRadioButton(QStringLiteral("Light"))}));
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setValue(40);
    left->addWidget(slider);
    left->addStretch();
    columns->addLayout(left, 1);

    auto *right = new QVBoxLayout;
    right->setSpacing(16);
    const LevelChoice choices[] = {{0, false}, {1, false}, {2, false}, {3, false}, {std::nullopt, true}, {}};
    for (const LevelChoice &choice : choices) {
        auto *levels = new LevelButtons;
        levels->setChoice(choice);
        right->addWidget(levels);
    }
    auto *note = new QPlainTextEdit(QStringLiteral("“Led the migration of the registry to PostgreSQL” – CV, page 2"));
    note->setFixedHeight(72);
    right->addWidget(note);
    auto *strip = new ProgressStrip;
    strip->start(QStringLiteral("Importing applicants"));
    strip->setProgress(1240, 3800);
    right->addWidget(strip);
    auto *unknown = new ProgressStrip;
    unknown->start(QStringLiteral("Reading documents"));
    right->addWidget(unknown);
    const Message messages[] = {{Message::Kind::Info, QStringLiteral("Nothing new in this file."), {}},
        {Message::Kind::Success, QStringLiteral("Imported 38 applicants, 2 need a look."), {{QStringLiteral("Show"), {}}, {QStringLiteral("Undo"), {}}}},
        {Message::Kind::Warning, QStringLiteral("Two rows name the same address."), {{QStringLiteral("Show"), {}}}},
        {Message::Kind::Failure, QStringLiteral("Saving panel.rolecall: the disk is full. Free some space and try again."), {{QStringLiteral("Retry"), {}}}}};
    for (const Message &message : messages) {
        auto *bar = new MessageBar;
        bar->show(message);
        right->addWidget(bar);
    }
    right->addStretch();
    columns->addLayout(right, 1);
    return page;
}

QWidget *lists()
{
    QWidget *page = ground();
    auto *columns = new QHBoxLayout(page);
    columns->setContentsMargins(0, 8, 0, 8);
    columns->setSpacing(0);
    const auto list = [page](QAbstractItemModel *model, QAbstractItemDelegate *delegate) {
        auto *view = new QListView(page);
        view->setModel(model);
        view->setItemDelegate(delegate);
        view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
        view->setCurrentIndex(model->index(1, 0));
        return view;
    };
    auto *queue = list(applicantsModel(page, false), new ApplicantRowDelegate(page));
    queue->setFixedWidth(280);
    columns->addWidget(queue);
    auto *middle = new QVBoxLayout;
    middle->addWidget(list(applicantsModel(page, true), new ApplicantRowDelegate(page)), 3);
    middle->addWidget(list(agendaModel(page), new AgendaRowDelegate(page)), 2);
    columns->addLayout(middle, 1);
    return page;
}

QWidget *matrix()
{
    QWidget *page = ground();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 8, 0, 0);
    auto *table = new QTableView;
    table->setModel(matrixModel(table, 60));
    auto *levels = new LevelDelegate(table);
    for (int i = 1; i < 8; ++i) {
        table->setItemDelegateForColumn(i, levels);
        table->setColumnWidth(i, 64);
    }
    table->setColumnWidth(0, 240);
    setUpTable(*table);
    table->horizontalHeader()->setSortIndicatorShown(true);
    table->horizontalHeader()->setSortIndicator(2, Qt::DescendingOrder);
    table->setCurrentIndex(table->model()->index(3, 2));
    table->setObjectName(QStringLiteral("focused"));
    table->setSelectionBehavior(QAbstractItemView::SelectItems);
    column->addWidget(table, 3);
    auto *grid = new QTableView;
    grid->setModel(matrixModel(grid, 60));
    grid->setAlternatingRowColors(true);
    grid->setSelectionBehavior(QAbstractItemView::SelectRows);
    grid->selectRow(1);
    column->addWidget(grid, 2);
    return page;
}

QWidget *empty()
{
    QWidget *page = ground();
    auto *column = new QVBoxLayout(page);
    auto *state = new EmptyState(QStringLiteral("No role yet"), QStringLiteral("A role begins with its posting: Rolecall reads what is necessary and what is useful, and you decide."));
    state->setActions(new QAction(QStringLiteral("Choose a posting"), page), new QAction(QStringLiteral("Open the example"), page));
    state->setDropHint(QStringLiteral("or drop a posting here, or paste its text"));
    column->addWidget(state);
    return page;
}

void focus(QWidget *window)
{
    window->activateWindow();
    if (auto *widget = window->findChild<QWidget *>(QStringLiteral("focused")))
        widget->setFocus(Qt::TabFocusReason);
}

} // namespace

void addGalleryScenes(QList<Scene> &scenes)
{
    scenes.append({QStringLiteral("gallery-controls"), controls, focus});
    scenes.append({QStringLiteral("gallery-controls-largest-text"), controls, focus, TextScale::Largest});
    scenes.append({QStringLiteral("gallery-lists"), lists, {}});
    scenes.append({QStringLiteral("gallery-matrix"), matrix, focus});
    scenes.append({QStringLiteral("gallery-empty"), empty, {}});
}

} // namespace rolecall::pictures
