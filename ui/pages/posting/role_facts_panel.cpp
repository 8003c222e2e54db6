// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/role_facts_panel.h"

#include "app/roles/contact_editing.h"
#include "app/roles/role_editing.h"
#include "ui/session/session.h"
#include "ui/widgets/text_label.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolecall::ui {

RoleFactsPanel::RoleFactsPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLineEdit)
    , m_organisation(new QLineEdit)
    , m_location(new QLineEdit)
    , m_contacts(new QLineEdit)
    , m_summary(new TextLabel({}, TextSize::Body, Tone::Quiet))
    , m_remove(new QPushButton(tr("Remove this role")))
{
    m_contacts->setPlaceholderText(tr("addresses, parted by commas"));
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Organisation"), m_organisation);
    form->addRow(tr("&Place"), m_location);
    form->addRow(tr("&Contacts"), m_contacts);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(form);
    column->addWidget(m_summary);
    m_remove->setToolTip(tr("With its applications, ratings and dates, as one change that can be undone; people and their documents stay"));
    m_remove->setEnabled(!session.isReadOnly());
    column->addWidget(m_remove, 0, Qt::AlignLeft);
    column->addStretch();
    connect(m_remove, &QPushButton::clicked, this, &RoleFactsPanel::remove);
    connect(m_title, &QLineEdit::editingFinished, this, &RoleFactsPanel::storeTitle);
    connect(m_organisation, &QLineEdit::editingFinished, this, [this] {
        const QString text = m_organisation->text().simplified();
        if (text != m_role.organisation)
            storeRole(tr("Changed the organisation"), [text](db::Role &role) { role.organisation = text; });
    });
    connect(m_location, &QLineEdit::editingFinished, this, [this] {
        const QString text = m_location->text().simplified();
        if (text != m_role.location.value_or(QString()))
            storeRole(tr("Changed the place"), [text](db::Role &role) { role.location = text.isEmpty() ? std::nullopt : std::optional(text); });
    });
    connect(m_contacts, &QLineEdit::editingFinished, this, &RoleFactsPanel::storeContacts);
    for (QLineEdit *field : {m_title, m_organisation, m_location, m_contacts})
        field->setReadOnly(session.isReadOnly());
}

void RoleFactsPanel::show(QLineEdit *field, const QString &text)
{
    if (!field->hasFocus() || !field->isModified())
        field->setText(text);
}

Outcome RoleFactsPanel::reload(db::RoleId id)
{
    const auto role = db::role(m_session.connection(), id);
    if (!role)
        return tl::unexpected(role.error());
    const auto contacts = db::contacts(m_session.connection(), id);
    if (!contacts)
        return tl::unexpected(contacts.error());
    if (role->id != m_role.id) {
        for (QLineEdit *field : {m_title, m_organisation, m_location, m_contacts})
            field->setModified(false);
    }
    m_role = *role;
    m_stored = *contacts;
    show(m_title, role->title);
    show(m_organisation, role->organisation);
    show(m_location, role->location.value_or(QString()));
    show(m_contacts, contacts->join(QStringLiteral(", ")));
    m_summary->setText(role->summary);
    return {};
}

void RoleFactsPanel::storeTitle()
{
    const QString text = m_title->text().simplified();
    m_title->setModified(false);
    if (text.isEmpty() || text == m_role.title) {
        m_title->setText(m_role.title);
        return;
    }
    m_session.apply(app::renameRole(m_session.connection(), m_role.id, text));
}

void RoleFactsPanel::remove()
{
    // A role of many applicants takes seconds.
    m_session.run(tr("Removing %1").arg(m_role.title), [id = m_role.id](db::Connection &connection, app::Progress &) { return app::removeRole(connection, id); },
                  [this](const Result<app::Done> &done) {
                      if (done)
                          Q_EMIT removed();
                  });
}

void RoleFactsPanel::storeRole(const QString &what, const std::function<void(db::Role &)> &change)
{
    m_organisation->setModified(false);
    m_location->setModified(false);
    db::Role role = m_role;
    change(role);
    m_session.apply(app::changeRole(m_session.connection(), role, what));
}

void RoleFactsPanel::storeContacts()
{
    const QStringList emails = app::contactsFrom(m_contacts->text());
    if (emails == m_stored) {
        m_contacts->setModified(false);
        return;
    }
    if (m_session.apply(app::changeContacts(m_session.connection(), m_role.id, emails)))
        m_contacts->setModified(false);
}

} // namespace rolecall::ui
