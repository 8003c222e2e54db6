// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/stage_template_section.h"

#include "app/pipeline/stage_templates.h"
#include "ui/pages/stages/stage_editor.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

StageTemplateSection::StageTemplateSection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_template(new QComboBox)
    , m_name(new QLineEdit)
    , m_default(new QPushButton(tr("Use for new roles")))
    , m_add(new QPushButton(tr("Add template")))
    , m_remove(new QPushButton(tr("Remove")))
    , m_editor(new StageEditor)
{
    m_template->setAccessibleName(tr("Stage template"));
    keepRoom(*m_template, 300, Room::Fixed);
    m_name->setAccessibleName(tr("Name of the template"));
    m_name->setMaxLength(80);
    keepRoom(*m_name, 300, Room::Fixed);
    m_editor->alignFields(112);
    setLook(m_remove, ButtonLook::Quiet);
    const auto row = [](const QString &label, QWidget *field, std::initializer_list<QPushButton *> buttons) {
        auto *line = new QHBoxLayout;
        line->setSpacing(8);
        auto *name = new TextLabel(label);
        keepRoom(*name, 112, Room::Least);
        name->setBuddy(field);
        line->addWidget(name);
        line->addWidget(field);
        for (QPushButton *button : buttons)
            line->addWidget(button);
        line->addStretch();
        return line;
    };
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("Stages"), TextSize::Heading));
    auto *words = new TextLabel(tr("The steps a role begins with. A role's own stages are edited beside its applicants; what is changed here changes no role."), TextSize::Small, Tone::Quiet);
    words->setWordWrap(true);
    column->addWidget(words);
    column->addLayout(row(tr("Template"), m_template, {m_add, m_remove}));
    column->addLayout(row(tr("Name"), m_name, {m_default}));
    column->addWidget(m_editor);
    connect(m_template, &QComboBox::activated, this, &StageTemplateSection::show);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const QString name = m_name->text().simplified();
        if (const int place = m_template->currentIndex(); place >= 0 && !name.isEmpty() && name != m_templates.at(place).name)
            change([&name](db::StageTemplate &one) { one.name = name; });
    });
    connect(m_default, &QPushButton::clicked, this, [this] { change([](db::StageTemplate &one) { one.isDefault = true; }); });
    connect(m_add, &QPushButton::clicked, this, &StageTemplateSection::add);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (const int place = m_template->currentIndex(); place >= 0)
            m_session.apply(app::removeStageTemplate(m_session.connection(), m_templates.at(place)));
    });
    connect(m_editor, &StageEditor::added, this, [this](const db::StageStep &step) { change([&step](db::StageTemplate &one) { one.steps << step; }); });
    connect(m_editor, &StageEditor::changed, this, [this](int place, const db::StageStep &step) { change([place, &step](db::StageTemplate &one) { one.steps[place] = step; }); });
    connect(m_editor, &StageEditor::moved, this, [this](int from, int to) { change([from, to](db::StageTemplate &one) { one.steps.move(from, to); }); });
    connect(m_editor, &StageEditor::removed, this, [this](int place) { change([place](db::StageTemplate &one) { one.steps.removeAt(place); }); });
}

void StageTemplateSection::read()
{
    const auto templates = app::stageTemplates(m_session.connection());
    if (!templates) {
        m_session.apply(Outcome(tl::unexpected(templates.error())));
        return;
    }
    const QVariant before = m_template->currentData();
    m_templates = *templates;
    m_template->clear();
    int standard = 0;
    for (const db::StageTemplate &one : std::as_const(m_templates)) {
        if (one.isDefault)
            standard = m_template->count();
        m_template->addItem(one.isDefault ? tr("%1 (for new roles)").arg(one.name) : one.name, one.uuid);
    }
    const int place = m_template->findData(before);
    m_template->setCurrentIndex(place < 0 ? standard : place);
    show(m_template->currentIndex());
}

void StageTemplateSection::show(int place)
{
    if (place < 0 || place >= m_templates.size())
        return;
    const db::StageTemplate &shown = m_templates.at(place);
    const bool writable = !m_session.isReadOnly();
    m_name->setText(shown.name);
    m_name->setReadOnly(!writable);
    m_default->setEnabled(writable && !shown.isDefault);
    m_add->setEnabled(writable);
    m_remove->setEnabled(writable && m_templates.size() > 1);
    QList<StageRow> rows;
    for (const db::StageStep &step : shown.steps)
        rows << StageRow{step};
    m_editor->setRows(rows);
    m_editor->setReadOnly(!writable);
}

void StageTemplateSection::change(const std::function<void(db::StageTemplate &)> &how)
{
    const int place = m_template->currentIndex();
    if (place < 0)
        return;
    db::StageTemplate changed = m_templates.at(place);
    how(changed);
    if (m_session.apply(app::saveStageTemplate(m_session.connection(), changed)))
        return;
    m_editor->refused();
    read(); // shows what holds
}

void StageTemplateSection::add()
{
    db::StageTemplate made;
    made.uuid.clear();
    QString name = tr("New template");
    for (int number = 2; std::any_of(m_templates.cbegin(), m_templates.cend(), [&name](const db::StageTemplate &one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; }); ++number)
        name = tr("New template %1").arg(number);
    made.name = name;
    made.steps = m_templates.value(m_template->currentIndex()).steps; // begins as a copy of what is shown
    if (!m_session.apply(app::saveStageTemplate(m_session.connection(), made)))
        return;
    for (int place = 0; place < m_templates.size(); ++place) {
        if (m_templates.at(place).name == name) {
            m_template->setCurrentIndex(place);
            show(place);
        }
    }
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

} // namespace rolecall::ui
