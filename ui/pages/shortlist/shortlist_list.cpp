// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shortlist/shortlist_list.h"

#include "app/shortlist/shortlist.h"
#include "db/application_lists.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/shortlist/reason_bar.h"
#include "ui/pages/shortlist/shortlist_delegate.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/flow_row.h"
#include "ui/widgets/text_room.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace rolecall::ui {

ShortlistList::ShortlistList(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new ShortlistModel(this))
    , m_view(new QListView)
    , m_find(new SearchField(tr("Find somebody of this role to put on")))
    , m_on(new QPushButton(tr("Put on…")))
    , m_off(new QPushButton(tr("Take off…")))
    , m_byRule(new QPushButton(tr("Leave to the rule")))
    , m_compare(new QPushButton(tr("Compare")))
    , m_reason(new ReasonBar)
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ShortlistDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setResizeMode(QListView::Adjust); // a narrow row is higher
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Shortlist"));
    keepRoom(*m_view, 320, Room::Least);
    m_view->installEventFilter(this);
    auto *across = new QHBoxLayout;
    across->setContentsMargins(8, 0, 0, 0); // with a row's own 16: names stand under the title
    across->addWidget(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(across, 1);
    column->addWidget(m_reason);
    column->addWidget(makeButtons());
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_compare->setEnabled(ComparePage::placeFor(m_role, selected()).has_value()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current, const QModelIndex &before) {
        showState();
        Q_EMIT currentChanged(m_model->personAt(current) && before.isValid() && m_view->hasFocus());
    });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value > m_view->verticalScrollBar()->maximum() * 3 / 4)
            Q_EMIT nearEnd();
    });
    connect(m_reason, &ReasonBar::given, this, &ShortlistList::placed);
    connect(m_reason, &ReasonBar::closed, m_view, [this] { m_view->setFocus(); });
    showState();
}

QWidget *ShortlistList::makeButtons()
{
    auto *bar = new QWidget;
    m_on->setToolTip(tr("Put this person on the list by hand, with a reason (+)"));
    m_off->setToolTip(tr("Take this person off the list by hand, with a reason (Delete)"));
    m_compare->setToolTip(tr("Side by side, two to five of the list (C)"));
    m_compare->setEnabled(false);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 4, 16, 4);
    auto *buttons = new FlowRow(0);
    row->addWidget(buttons);
    for (QPushButton *button : {m_on, m_off, m_byRule, m_compare}) {
        setLook(button, ButtonLook::Quiet);
        buttons->add(button);
    }
    keepRoom(*m_find, 264, Room::Least); // for what it asks for in words
    buttons->add(m_find);
    connect(m_on, &QPushButton::clicked, this, &ShortlistList::putOn);
    connect(m_off, &QPushButton::clicked, this, &ShortlistList::takeOff);
    connect(m_byRule, &QPushButton::clicked, this, &ShortlistList::leaveToRule);
    connect(m_compare, &QPushButton::clicked, this, &ShortlistList::compare);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { findPerson(m_find->text()); });
    return bar;
}

void ShortlistList::begin(db::RoleId role)
{
    m_role = role;
    m_reason->close();
    m_view->scrollToTop();
}

void ShortlistList::setBlind(bool blind)
{
    m_blind = blind;
    m_find->setVisible(!blind);
}

void ShortlistList::chooseOne()
{
    if (!m_view->currentIndex().isValid() && m_model->shown() > 0)
        m_view->setCurrentIndex(m_model->index(1));
    showState();
}

std::optional<ShortlistRow> ShortlistList::current() const
{
    return m_model->personAt(m_view->currentIndex());
}

void ShortlistList::showState()
{
    const auto person = current();
    const bool writable = person && !m_session.isReadOnly();
    const bool on = person && person->section == ShortlistSection::On;
    const bool byHand = person && (person->entry.placement != app::Placement::ByRule || !person->entry.byHandReason.isEmpty());
    m_on->setEnabled(writable && !on);
    m_off->setEnabled(writable && person->section != ShortlistSection::TakenOff);
    m_byRule->setEnabled(writable && byHand);
    m_find->setEnabled(!m_session.isReadOnly());
}

void ShortlistList::takeOff()
{
    if (const auto person = current(); person && m_off->isEnabled())
        m_reason->ask(person->entry.application, m_model->nameOf(person->entry.application), app::Placement::Off);
}

void ShortlistList::putOn()
{
    if (const auto person = current(); person && m_on->isEnabled())
        m_reason->ask(person->entry.application, m_model->nameOf(person->entry.application), app::Placement::On);
}

void ShortlistList::leaveToRule()
{
    if (const auto person = current(); person && m_byRule->isEnabled())
        Q_EMIT placed(person->entry.application, app::Placement::ByRule, {});
}

void ShortlistList::findPerson(const QString &words)
{
    if (words.trimmed().isEmpty())
        return;
    db::ApplicationFilter filter;
    filter.words = words;
    const auto found = db::applicationIds(m_session.connection(), m_role, filter, db::ApplicationOrder::Rule, false, 2);
    if (!found || found->size() != 1) {
        const QString problem = !found ? found.error().text() : found->isEmpty() ? tr("nobody of this role fits these words") : tr("more than one person fits these words");
        Q_EMIT m_session.failed({tr("Finding somebody for the list"), words.simplified(), problem, found && found->size() > 1 ? tr("Add another word of the name or the address") : QString()});
        return;
    }
    const db::ApplicationId id = found->first();
    if (const QModelIndex here = m_model->indexOfKey(id.number()); here.isValid()) {
        m_view->setCurrentIndex(here);
        m_view->setFocus();
        if (m_model->personAt(here)->section != ShortlistSection::On)
            putOn();
        return;
    }
    const auto rows = db::applicationRows(m_session.connection(), *found, m_session.reviewer());
    if (rows && !rows->isEmpty())
        m_reason->ask(id, m_blind ? rows->first().code : rows->first().name, app::Placement::On);
}

QList<db::ApplicationId> ShortlistList::selected() const
{
    QModelIndexList indexes = m_view->selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QList<db::ApplicationId> ids;
    for (const QModelIndex &index : std::as_const(indexes)) {
        if (const auto person = m_model->personAt(index))
            ids << person->entry.application;
    }
    return ids;
}

void ShortlistList::compare()
{
    const QList<db::ApplicationId> people = selected();
    if (ComparePage::placeFor(m_role, people))
        Q_EMIT compareRequested(people);
    else
        Q_EMIT m_session.failed({tr("Comparing applicants"), QLocale().toString(people.size()), tr("two to five can stand side by side"), tr("Select two to five of the list, with Shift or Ctrl")});
}

bool ShortlistList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_C:
            if (static_cast<QKeyEvent *>(event)->modifiers() != Qt::NoModifier)
                break;
            compare();
            return true;
        case Qt::Key_Delete:
            takeOff();
            return true;
        case Qt::Key_Plus:
        case Qt::Key_Insert:
            putOn();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT whyRequested();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rolecall::ui
