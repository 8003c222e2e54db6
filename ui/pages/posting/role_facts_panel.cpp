// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/role_facts_panel.h"

#include "app/roles/contact_editing.h"
#include "app/roles/role_editing.h"
#include "ui/session/session.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
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
    , m_blind(new QCheckBox(tr("&Read blind")))
    , m_reasonLine(new QWidget)
    , m_reason(new QLineEdit)
    , m_showNames(new QPushButton(tr("Show the names")))
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
    column->addWidget(makeBlind());
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

QWidget *RoleFactsPanel::makeBlind()
{
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *what = new TextLabel(tr("Codes stand for the applicants on every page and in what is exported, and documents are masked. A single one is revealed in Review, with a reason."), TextSize::Small, Tone::Quiet);
    what->setWordWrap(true);
    m_reason->setPlaceholderText(tr("Why the names are shown from now on: it stays in the history"));
    m_reason->setAccessibleName(tr("Why the names are shown"));
    m_showNames->setEnabled(false);
    auto *row = new QHBoxLayout(m_reasonLine);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_reason, 1);
    row->addWidget(m_showNames);
    m_reasonLine->hide();
    column->addWidget(m_blind);
    column->addWidget(what);
    column->addWidget(m_reasonLine);
    m_blind->setEnabled(!m_session.isReadOnly());
    connect(m_blind, &QCheckBox::clicked, this, &RoleFactsPanel::blindClicked);
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &text) { m_showNames->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, this, &RoleFactsPanel::showNames);
    connect(m_showNames, &QPushButton::clicked, this, &RoleFactsPanel::showNames);
    auto *escape = new QShortcut(Qt::Key_Escape, m_reasonLine);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &RoleFactsPanel::showBlind);
    return box;
}

/// To hide takes one click; to show asks why first.
void RoleFactsPanel::blindClicked()
{
    if (m_blind->isChecked() == m_role.blind)
        return showBlind();
    if (m_role.blind) {
        m_reasonLine->show();
        m_reason->setFocus(Qt::OtherFocusReason);
    } else if (!m_session.apply(app::setBlind(m_session.connection(), m_role.id, true))) {
        showBlind();
    }
}

void RoleFactsPanel::showNames()
{
    if (!m_reason->text().trimmed().isEmpty())
        m_session.apply(app::setBlind(m_session.connection(), m_role.id, false, m_reason->text()));
}

void RoleFactsPanel::showBlind()
{
    const bool hadFocus = m_reasonLine->isAncestorOf(window()->focusWidget());
    m_blind->setChecked(m_role.blind);
    m_reason->clear();
    m_reasonLine->hide();
    if (hadFocus)
        m_blind->setFocus(Qt::OtherFocusReason);
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
    const bool sameBlindness = role->id == m_role.id && role->blind == m_role.blind;
    m_role = *role;
    if (!sameBlindness) // a reason that is being typed stays
        showBlind();
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
