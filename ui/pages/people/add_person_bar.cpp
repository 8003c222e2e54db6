// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/add_person_bar.h"

#include "app/people/person_acts.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>

namespace rolecall::ui {

AddPersonBar::AddPersonBar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_name(new QLineEdit)
    , m_email(new QLineEdit)
    , m_add(new QPushButton(tr("Add")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the person to add"));
    m_email->setPlaceholderText(tr("E-mail"));
    m_email->setAccessibleName(tr("E-mail address of the person to add"));
    auto *cancel = new QPushButton(tr("Cancel"));
    setLook(cancel, ButtonLook::Quiet);
    row->addWidget(m_name, 1);
    row->addWidget(m_email, 1);
    row->addWidget(m_add);
    row->addWidget(cancel);
    hide();
    for (QLineEdit *edit : {m_name, m_email}) {
        connect(edit, &QLineEdit::returnPressed, this, &AddPersonBar::add);
        connect(edit, &QLineEdit::textChanged, this, [this] { m_add->setEnabled(!m_name->text().trimmed().isEmpty() || !m_email->text().trimmed().isEmpty()); });
    }
    connect(m_add, &QPushButton::clicked, this, &AddPersonBar::add);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    auto *leave = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, &QWidget::hide);
}

void AddPersonBar::open()
{
    m_name->clear();
    m_email->clear();
    m_add->setEnabled(false);
    show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void AddPersonBar::add()
{
    db::Candidate person;
    person.name = m_name->text();
    person.email = m_email->text();
    db::CandidateId id;
    const auto done = app::addPerson(m_session.connection(), person, &id);
    if (done) {
        Q_EMIT added(id);
        hide();
    }
    m_session.apply(done);
}

} // namespace rolecall::ui
