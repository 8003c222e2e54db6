// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/message_template_section.h"

#include "app/messages/message_fields.h"
#include "app/messages/message_templates.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

QHBoxLayout *row(const QString &label, QWidget *field, std::initializer_list<QPushButton *> buttons, bool wide)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    auto *name = new TextLabel(label);
    keepRoom(*name, 112, Room::Least);
    name->setBuddy(field);
    line->addWidget(name, 0, Qt::AlignTop);
    line->addWidget(field, wide ? 1 : 0);
    for (QPushButton *button : buttons)
        line->addWidget(button);
    if (!wide)
        line->addStretch();
    return line;
}

} // namespace

MessageTemplateSection::MessageTemplateSection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_template(new QComboBox)
    , m_name(new QLineEdit)
    , m_subject(new QLineEdit)
    , m_body(new QPlainTextEdit)
    , m_problem(new TextLabel({}, TextSize::Small))
    , m_field(new QPushButton(tr("Insert a field ▾")))
    , m_save(new QPushButton(tr("Save the text")))
    , m_add(new QPushButton(tr("Add template")))
    , m_remove(new QPushButton(tr("Remove")))
{
    m_template->setAccessibleName(tr("Message template"));
    keepRoom(*m_template, 300, Room::Fixed);
    m_name->setAccessibleName(tr("Name of the message template"));
    m_name->setMaxLength(80);
    keepRoom(*m_name, 300, Room::Fixed);
    m_subject->setAccessibleName(tr("Subject"));
    m_body->setAccessibleName(tr("Text of the message"));
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(12 * fontMetrics().lineSpacing() + 16);
    m_problem->setWordWrap(true);
    setLook(m_remove, ButtonLook::Quiet);
    setLook(m_field, ButtonLook::Quiet);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("Messages"), TextSize::Heading));
    auto *words = new TextLabel(tr("What messages to applicants are drafted from. {Fields} are filled in for each of them. Rolecall sends nothing itself."), TextSize::Small, Tone::Quiet);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addLayout(row(tr("Template"), m_template, {m_add, m_remove}, false));
    column->addLayout(row(tr("Name"), m_name, {}, false));
    column->addLayout(row(tr("Subject"), m_subject, {}, true));
    column->addLayout(row(tr("Text"), m_body, {}, true));
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(112 + 8, 0, 0, 0);
    foot->setSpacing(8);
    foot->addWidget(m_save);
    foot->addWidget(m_field);
    foot->addWidget(m_problem, 1);
    column->addLayout(foot);

    auto *fields = new QMenu(this);
    for (const app::MessageField &field : app::messageFields())
        connect(fields->addAction(QStringLiteral("{%1}  %2").arg(field.name, field.meaning)), &QAction::triggered, this, [this, name = field.name] {
            m_body->insertPlainText(QStringLiteral("{%1}").arg(name));
            m_body->setFocus(Qt::OtherFocusReason);
        });
    connect(m_field, &QPushButton::clicked, this, [this, fields] { fields->exec(m_field->mapToGlobal(QPoint(0, m_field->height()))); });
    connect(m_template, &QComboBox::activated, this, &MessageTemplateSection::show);
    for (QLineEdit *field : {m_name, m_subject})
        connect(field, &QLineEdit::textChanged, this, &MessageTemplateSection::showState);
    connect(m_body, &QPlainTextEdit::textChanged, this, &MessageTemplateSection::showState);
    connect(m_save, &QPushButton::clicked, this, &MessageTemplateSection::store);
    connect(m_add, &QPushButton::clicked, this, &MessageTemplateSection::add);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const int place = m_template->currentIndex(); place >= 0)
            m_session.apply(app::removeMessageTemplate(m_session.connection(), m_templates.at(place)));
    });
}

void MessageTemplateSection::read()
{
    const auto templates = app::messageTemplates(m_session.connection());
    if (!templates) {
        m_session.apply(Outcome(tl::unexpected(templates.error())));
        return;
    }
    const auto same = [](const db::MessageTemplate &one, const db::MessageTemplate &other) {
        return one.uuid == other.uuid && one.name == other.name && one.subject == other.subject && one.body == other.body;
    };
    if (std::equal(templates->cbegin(), templates->cend(), m_templates.cbegin(), m_templates.cend(), same))
        return; // what is being typed stays
    const QVariant before = m_template->currentData();
    m_templates = *templates;
    m_template->clear();
    for (const db::MessageTemplate &one : std::as_const(m_templates))
        m_template->addItem(one.name, one.uuid);
    m_template->setCurrentIndex(std::max(0, m_template->findData(before)));
    show(m_template->currentIndex());
}

void MessageTemplateSection::show(int place)
{
    if (place < 0 || place >= m_templates.size())
        return;
    m_name->setText(m_templates.at(place).name);
    m_subject->setText(m_templates.at(place).subject);
    m_body->setPlainText(m_templates.at(place).body);
    const bool readOnly = m_session.isReadOnly();
    m_name->setReadOnly(readOnly);
    m_subject->setReadOnly(readOnly);
    m_body->setReadOnly(readOnly);
    m_field->setEnabled(!readOnly);
    m_add->setEnabled(!readOnly);
    m_remove->setEnabled(!readOnly && m_templates.size() > 1);
    showState();
}

db::MessageTemplate MessageTemplateSection::typed() const
{
    db::MessageTemplate made = m_templates.value(m_template->currentIndex());
    made.name = m_name->text().simplified();
    made.subject = m_subject->text().simplified();
    made.body = m_body->toPlainText();
    return made;
}

void MessageTemplateSection::showState()
{
    const db::MessageTemplate now = typed(), before = m_templates.value(m_template->currentIndex());
    const QString problem = app::templateProblem(now);
    const bool changed = now.name != before.name || now.subject != before.subject || now.body != before.body;
    m_save->setEnabled(changed && problem.isEmpty() && !m_session.isReadOnly());
    m_problem->setText(!problem.isEmpty() ? tr("⚠ This cannot be saved: %1").arg(problem) : changed ? tr("Not saved yet") : QString());
}

void MessageTemplateSection::store()
{
    m_session.apply(app::saveMessageTemplate(m_session.connection(), typed()));
}

void MessageTemplateSection::add()
{
    db::MessageTemplate made = m_templates.value(m_template->currentIndex()); // begins as a copy of what is shown
    made.uuid.clear();
    QString name = tr("New message");
    for (int number = 2; std::any_of(m_templates.cbegin(), m_templates.cend(), [&name](const db::MessageTemplate &one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; }); ++number)
        name = tr("New message %1").arg(number);
    made.name = name;
    if (!m_session.apply(app::saveMessageTemplate(m_session.connection(), made)))
        return;
    m_template->setCurrentIndex(std::max(0, m_template->findText(name)));
    show(m_template->currentIndex());
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

} // namespace rolecall::ui
