// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/duplicates_panel.h"

#include "app/people/duplicates.h"
#include "ui/delegates/row_delegates.h"
#include "ui/models/duplicates_model.h"
#include "ui/theme/looks.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int listWidth = 288;
enum Field { Name, Email, Phone, Location, FirstCustom };

TextLabel *wrapped(const QString &text, TextSize size = TextSize::Body, Tone tone = Tone::Normal)
{
    auto *label = new TextLabel(text, size, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QString applicationsOf(const app::PersonFile &file)
{
    QStringList lines;
    for (const db::PersonApplication &one : file.applications)
        lines << QStringLiteral("%1 (%2)").arg(one.roleTitle, one.stageName);
    return lines.isEmpty() ? DuplicatesPanel::tr("none") : lines.join(u'\n');
}

QString documentsOf(const app::PersonFile &file)
{
    QStringList lines;
    for (const db::Document &one : file.documents)
        lines << one.fileName;
    return lines.isEmpty() ? DuplicatesPanel::tr("none") : lines.join(u'\n');
}

} // namespace

namespace {

/// One of two entries side by side: what has no room ends in an ellipsis, and the tool tip has it whole.
class ElidedChoice : public QRadioButton
{
public:
    using QRadioButton::QRadioButton;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionButton option;
        initStyleOption(&option);
        option.text = fontMetrics().elidedText(option.text, Qt::ElideRight, style()->subElementRect(QStyle::SE_RadioButtonContents, &option, this).width());
        painter.drawControl(QStyle::CE_RadioButton, option);
    }
};

} // namespace

DuplicatesPanel::DuplicatesPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new DuplicatesModel(this))
    , m_view(new QListView)
    , m_none(new EmptyState(tr("Nobody is here twice"), tr("People who share an address, a number, a file or a name are proposed here, to be joined or kept apart.")))
    , m_looking(new EmptyState(tr("Looking for people who are here twice…"), {}))
    , m_title(wrapped({}, TextSize::Heading))
    , m_reasons(wrapped({}, TextSize::Small, Tone::Quiet))
    , m_effect(wrapped({}, TextSize::Small, Tone::Quiet))
    , m_tableHolder(new QWidget)
    , m_merge(new QPushButton(tr("Merge into one")))
    , m_apart(new QPushButton(tr("Two people")))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new AgendaRowDelegate(m_view));
    m_view->setAccessibleName(tr("Pairs of people who may be one"));
    keepRoom(*m_view, listWidth, Room::Fixed);
    m_view->setUniformItemSizes(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFrameShape(QFrame::NoFrame);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &DuplicatesPanel::showPair);

    auto *pair = new QWidget;
    auto *column = new QVBoxLayout(pair);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_reasons);
    auto *holder = new QVBoxLayout(m_tableHolder);
    holder->setContentsMargins(0, 8, 0, 8);
    column->addWidget(m_tableHolder);
    column->addWidget(m_effect);
    auto *buttons = new QHBoxLayout;
    setPrimary(m_merge);
    m_merge->setToolTip(tr("Undo makes them two again"));
    buttons->addWidget(m_merge);
    buttons->addWidget(m_apart);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch();
    for (QPushButton *button : {m_merge, m_apart})
        button->setEnabled(!session.isReadOnly());
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    pair->setAutoFillBackground(false);
    scroll->setWidget(pair);
    scroll->viewport()->setAutoFillBackground(false);
    m_content = new QWidget;
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(8, 0, 0, 0); // with a row's own 16: the names stand under the title
    row->setSpacing(0);
    row->addWidget(m_view);
    row->addWidget(new Rule(Qt::Vertical));
    row->addWidget(scroll, 1);
    m_stack = new QStackedLayout(this);
    m_stack->addWidget(m_looking);
    m_stack->addWidget(m_none);
    m_stack->addWidget(m_content);
    connect(m_merge, &QPushButton::clicked, this, &DuplicatesPanel::merge);
    connect(m_apart, &QPushButton::clicked, this, &DuplicatesPanel::keepApart);
}

void DuplicatesPanel::choose(db::CandidateId person)
{
    m_wanted = person;
    for (int row = 0; person.isValid() && row < m_model->rowCount(); ++row) {
        const app::DuplicatePair &pair = m_model->row(row).pair;
        if (pair.first != person && pair.second != person)
            continue;
        m_wanted = {};
        m_view->setCurrentIndex(m_model->index(row));
        m_view->scrollTo(m_view->currentIndex());
        return;
    }
}

int DuplicatesPanel::count() const
{
    return m_model->rowCount();
}

void DuplicatesPanel::refresh()
{
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    m_session.reader().ask<QList<DuplicateRow>>(this, &DuplicatesModel::read, [this](Result<QList<DuplicateRow>> rows) {
        m_reading = false;
        if (!rows) {
            m_none->setTexts(tr("Duplicates could not be looked for"), rows.error().text());
            m_stack->setCurrentWidget(m_none);
            return;
        }
        const int before = m_view->currentIndex().row();
        m_model->show(*rows);
        m_stack->setCurrentWidget(rows->isEmpty() ? static_cast<QWidget *>(m_none) : m_content);
        if (!rows->isEmpty() && !m_view->currentIndex().isValid())
            m_view->setCurrentIndex(m_model->index(std::clamp(before, 0, m_model->rowCount() - 1)));
        else
            showPair();
        if (m_wanted.isValid())
            choose(std::exchange(m_wanted, {}));
        Q_EMIT counted(m_model->rowCount());
        if (m_again)
            refresh();
    });
}

void DuplicatesPanel::compare(db::CandidateId first, db::CandidateId second)
{
    m_view->clearSelection();
    m_view->setCurrentIndex({});
    m_reasons->setText(tr("Chosen by hand"));
    m_stack->setCurrentWidget(m_content);
    readPair(first, second);
}

void DuplicatesPanel::showPair()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const DuplicateRow &row = m_model->row(index.row());
    m_reasons->setText(tr("%1% alike: %2").arg(row.pair.score).arg(app::reasonsInWords(row.pair.reasons).join(QStringLiteral(", "))));
    readPair(row.pair.first, row.pair.second);
}

void DuplicatesPanel::readPair(db::CandidateId first, db::CandidateId second)
{
    using Both = std::pair<app::PersonFile, app::PersonFile>;
    m_first = first;
    m_second = second;
    m_session.reader().ask<Both>(
        this,
        [first, second](db::Connection &connection) -> Result<Both> {
            auto one = app::readPersonFile(connection, first);
            if (!one)
                return tl::unexpected(one.error());
            auto other = app::readPersonFile(connection, second);
            if (!other)
                return tl::unexpected(other.error());
            return Both{std::move(*one), std::move(*other)};
        },
        [this, first, second](Result<Both> both) {
            if (first != m_first || second != m_second)
                return;
            if (both)
                fill(both->first, both->second);
            else
                m_session.apply(Outcome(tl::unexpected(both.error())));
        });
}

void DuplicatesPanel::fill(const app::PersonFile &first, const app::PersonFile &second)
{
    m_title->setText(first.person.name == second.person.name ? tr("%1, twice").arg(first.person.name) : tr("%1 and %2").arg(first.person.name, second.person.name));
    delete m_table;
    qDeleteAll(m_choices);
    m_choices.clear();
    m_fields.clear();
    m_table = new QWidget;
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(8);
    m_grid->setColumnMinimumWidth(0, 96);
    m_grid->setColumnStretch(1, 1);
    m_grid->setColumnStretch(2, 1);
    m_grid->addWidget(wrapped(tr("The entry that stays"), TextSize::Small, Tone::Quiet), 0, 1);
    m_grid->addWidget(wrapped(tr("The entry that goes"), TextSize::Small, Tone::Quiet), 0, 2);
    const db::Candidate &one = first.person, &other = second.person;
    addChoice(tr("Name"), one.name, other.name, Name);
    addChoice(tr("E-mail"), one.email.value_or(QString()), other.email.value_or(QString()), Email);
    addChoice(tr("Phone"), one.phone.value_or(QString()), other.phone.value_or(QString()), Phone);
    addChoice(tr("Location"), one.location.value_or(QString()), other.location.value_or(QString()), Location);
    for (const db::CustomField &field : first.fields) {
        addChoice(field.name, first.values.value(field.id), second.values.value(field.id), FirstCustom + int(m_fields.size()));
        m_fields << field.id;
    }
    for (const auto &[name, left, right] : {std::tuple(tr("Applications"), applicationsOf(first), applicationsOf(second)), std::tuple(tr("Documents"), documentsOf(first), documentsOf(second))}) {
        const int row = m_grid->rowCount();
        m_grid->addWidget(new TextLabel(name, TextSize::Small, Tone::Quiet), row, 0, Qt::AlignTop);
        m_grid->addWidget(wrapped(left), row, 1, Qt::AlignTop);
        m_grid->addWidget(wrapped(right), row, 2, Qt::AlignTop);
    }
    m_tableHolder->layout()->addWidget(m_table);
    preview();
}

void DuplicatesPanel::addChoice(const QString &name, const QString &first, const QString &second, int field)
{
    auto *group = new QButtonGroup(this);
    const int row = m_grid->rowCount();
    m_grid->addWidget(new TextLabel(name, TextSize::Small, Tone::Quiet), row, 0);
    for (const auto &[id, text] : {std::pair(0, first), std::pair(1, second)}) {
        auto *button = new ElidedChoice(text.isEmpty() ? tr("nothing") : text);
        button->setAccessibleName(tr("%1: %2").arg(name, button->text()));
        button->setToolTip(text);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // the two share what room there is
        group->addButton(button, id);
        m_grid->addWidget(button, row, id + 1);
        // Where there is nothing to choose between, nothing asks.
        button->setEnabled(first != second && !text.isEmpty() && !m_session.isReadOnly());
    }
    group->button(first.isEmpty() && !second.isEmpty() ? 1 : 0)->setChecked(true);
    Q_ASSERT(m_choices.size() == field);
    Q_UNUSED(field)
    m_choices << group;
}

app::MergeChoice DuplicatesPanel::choice() const
{
    const auto other = [this](int field) { return m_choices.value(field) && m_choices.at(field)->checkedId() == 1; };
    app::MergeChoice choice{m_first, m_second, other(Name), other(Email), other(Phone), other(Location), {}};
    for (int i = 0; i < m_fields.size(); ++i) {
        if (other(FirstCustom + i))
            choice.otherFields.insert(m_fields.at(i));
    }
    return choice;
}

void DuplicatesPanel::preview()
{
    const auto preview = app::previewMerge(m_session.connection(), choice());
    m_effect->setText(preview ? preview->sentences.join(u'\n') : preview.error().text());
}

void DuplicatesPanel::merge()
{
    m_session.apply(app::mergePeople(m_session.connection(), choice()));
}

void DuplicatesPanel::keepApart()
{
    m_session.apply(app::keepApart(m_session.connection(), m_first, m_second));
}

} // namespace rolecall::ui
