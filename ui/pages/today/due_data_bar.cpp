// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/due_data_bar.h"

#include "db/retention.h"
#include "ui/pages/today/agenda_row.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolecall::ui {

DueDataBar::DueDataBar(Session &session, QWidget *parent, std::function<QDate()> today)
    : QWidget(parent)
    , m_session(session)
    , m_today(std::move(today))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 0);
    hide();
    connect(&session, &Session::changed, this, [this](app::Areas areas) {
        if (areas & (app::Area::Applications | app::Area::Dates | app::Area::Roles))
            refresh();
    });
    refresh();
}

void DueDataBar::refresh()
{
    m_session.reader().ask<int>(
        this,
        [today = m_today()](db::Connection &connection) -> Result<int> {
            const auto due = db::duePeople(connection, today);
            if (!due)
                return tl::unexpected(due.error());
            return int(due->size());
        },
        [this](Result<int> people) { show(people ? *people : 0); });
}

void DueDataBar::show(int people)
{
    if (people == m_people && (m_row || people == 0))
        return;
    m_people = people;
    delete m_row;
    m_row = nullptr;
    setVisible(people > 0);
    if (people == 0)
        return;
    m_row = new AgendaRow(people == 1 ? tr("The data of 1 person are due for erasure") : tr("The data of %1 people are due for erasure").arg(QLocale().toString(people)),
                          tr("The period that was set for them has passed. Nothing is erased before you agree."));
    m_row->setHint(Mark::Attention, tr("due"));
    connect(m_row->addAction(tr("Look"), tr("Look at whose data are due for erasure")), &QPushButton::clicked, this, &DueDataBar::lookWanted);
    layout()->addWidget(m_row);
}

} // namespace rolecall::ui
