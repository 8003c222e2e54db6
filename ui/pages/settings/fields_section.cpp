// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/fields_section.h"

#include "app/people/person_acts.h"
#include "ui/pages/people/field_editor.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int labelWidth = 112;

QStringList choicesOf(const QString &typed)
{
    QStringList choices;
    for (const QString &part : typed.split(u',')) {
        if (const QString choice = part.simplified(); !choice.isEmpty() && !choices.contains(choice, Qt::CaseInsensitive))
            choices << choice;
    }
    return choices;
}

} // namespace

FieldsSection::FieldsSection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_rows(new QVBoxLayout)
    , m_name(new QLineEdit)
    , m_kind(new QComboBox)
    , m_choices(new QLineEdit)
    , m_add(new QPushButton(tr("Add field")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("Fields of a person"), TextSize::Heading));
    auto *words = new TextLabel(tr("What this workspace keeps of a person beside name, address, phone, place and links. They are filled in on the Applicants page, exported and erased with the person."), TextSize::Small, Tone::Quiet);
    words->setWordWrap(true);
    column->addWidget(words);
    m_rows->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_rows);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *label = new TextLabel(tr("New field"));
    keepRoom(*label, labelWidth, Room::Least);
    label->setBuddy(m_name);
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the field to add"));
    m_kind->setAccessibleName(tr("Kind of the field to add"));
    for (const QString &kind : fieldKinds())
        m_kind->addItem(fieldKindName(kind), kind);
    m_choices->setPlaceholderText(tr("Choices, parted by commas"));
    m_choices->setAccessibleName(tr("Choices of the field to add"));
    row->addWidget(label);
    row->addWidget(m_name, 1);
    row->addWidget(m_kind);
    row->addWidget(m_add);
    column->addLayout(row);
    auto *second = new QHBoxLayout;
    second->setContentsMargins(roomFor(labelWidth, font()) + 8, 0, 0, 0);
    second->addWidget(m_choices);
    column->addLayout(second);
    connect(m_add, &QPushButton::clicked, this, &FieldsSection::add);
    connect(m_name, &QLineEdit::returnPressed, this, &FieldsSection::add);
    connect(m_name, &QLineEdit::textChanged, this, &FieldsSection::showKind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &FieldsSection::showKind);
    showKind();
}

void FieldsSection::showKind()
{
    m_choices->setVisible(m_kind->currentData().toString() == u"choice");
    m_add->setEnabled(!m_session.isReadOnly() && !m_name->text().trimmed().isEmpty());
}

void FieldsSection::refresh()
{
    if (m_list)
        m_list->deleteLater();
    m_list = new QWidget;
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(roomFor(labelWidth, font()) + 8, 0, 0, 0);
    column->setSpacing(4);
    const auto fields = db::customFields(m_session.connection());
    for (const db::CustomField &field : fields ? *fields : QList<db::CustomField>()) {
        auto *row = new QHBoxLayout;
        auto *name = new QLineEdit(field.name);
        name->setAccessibleName(tr("Name of the field %1").arg(field.name));
        name->setReadOnly(m_session.isReadOnly());
        connect(name, &QLineEdit::editingFinished, this, [this, field, name] {
            if (!name->isModified())
                return;
            name->setModified(false);
            db::CustomField changed = field;
            changed.name = name->text();
            if (!m_session.apply(app::changeCustomField(m_session.connection(), changed)))
                name->setText(field.name);
        });
        row->addWidget(name, 1);
        const QString kind = field.choices.isEmpty() ? fieldKindName(field.kind) : field.choices.join(QStringLiteral(", "));
        row->addWidget(new TextLabel(kind, TextSize::Small, Tone::Quiet), 1);
        auto *remove = new QPushButton(tr("Remove"));
        setLook(remove, ButtonLook::Quiet);
        remove->setAccessibleName(tr("Remove the field %1").arg(field.name));
        remove->setEnabled(!m_session.isReadOnly());
        const auto count = db::valueCount(m_session.connection(), field.id);
        if (count && *count > 0)
            remove->setToolTip(tr("Goes with the values of %1 people; Undo brings them back").arg(*count));
        connect(remove, &QPushButton::clicked, this, [this, field] { m_session.apply(app::removeCustomField(m_session.connection(), field)); });
        row->addWidget(remove);
        column->addLayout(row);
    }
    m_list->setVisible(fields && !fields->isEmpty());
    m_rows->addWidget(m_list);
}

void FieldsSection::add()
{
    if (!m_add->isEnabled())
        return;
    db::CustomField field;
    field.name = m_name->text();
    field.kind = m_kind->currentData().toString();
    if (field.kind == u"choice")
        field.choices = choicesOf(m_choices->text());
    if (m_session.apply(app::addCustomField(m_session.connection(), field))) {
        m_name->clear();
        m_choices->clear();
    }
}

} // namespace rolecall::ui
