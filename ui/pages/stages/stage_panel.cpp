// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/stages/stage_panel.h"

#include "app/pipeline/stage_editing.h"
#include "app/pipeline/stage_templates.h"
#include "ui/pages/stages/stage_editor.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"
#include "ui/widgets/column_scroll.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

QHBoxLayout *rowOf(QWidget *field, QPushButton *button)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(field, 1);
    row->addWidget(button);
    return row;
}

} // namespace

StagePanel::StagePanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_editor(new StageEditor)
    , m_question(makeQuestion())
{
    auto *title = new QHBoxLayout;
    title->addWidget(new TextLabel(tr("Stages"), TextSize::Heading), 1);
    auto *done = new QPushButton(tr("Close"));
    setLook(done, ButtonLook::Quiet);
    title->addWidget(done);
    auto *inside = new QWidget;
    auto *parts = new QVBoxLayout(inside);
    parts->setContentsMargins(16, 0, 24, 16);
    parts->setSpacing(8);
    parts->addWidget(m_question);
    parts->addWidget(m_editor);
    parts->addWidget(makeTemplates());
    parts->addStretch();
    auto *scroll = new ColumnScroll; // a low window has no room for all of it
    scroll->setWidget(inside);
    scroll->setFocusPolicy(Qt::NoFocus);
    inside->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    title->setContentsMargins(16, 0, 24, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(title);
    column->addWidget(scroll, 1);
    keepRoom(*this, 400, Room::Fixed);
    m_editor->setReadOnly(session.isReadOnly());
    connect(done, &QPushButton::clicked, this, &StagePanel::close);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this, &StagePanel::close);
    // What was refused shows again what holds.
    const auto apply = [this](const Result<app::Done> &result) {
        if (m_session.apply(result))
            return;
        m_editor->refused();
        read();
    };
    connect(m_editor, &StageEditor::added, this, [this, apply](const db::StageStep &step) { apply(app::addStage(m_session.connection(), m_role, step)); });
    connect(m_editor, &StageEditor::changed, this, [this, apply](int row, const db::StageStep &step) { apply(app::changeStage(m_session.connection(), m_role, m_stages.at(row).id, step)); });
    connect(m_editor, &StageEditor::moved, this, [this, apply](int from, int to) { apply(app::moveStage(m_session.connection(), m_role, m_stages.at(from).id, to)); });
    connect(m_editor, &StageEditor::removed, this, &StagePanel::remove);
    connect(&session, &Session::changed, this, [this](app::Areas areas, db::RoleId role) {
        if (isVisible() && (!role.isValid() || role == m_role) && (areas & (app::Area::Applications | app::Area::Roles)))
            read();
    });
}

QWidget *StagePanel::makeQuestion()
{
    auto *part = new QWidget;
    m_asked = new TextLabel;
    m_asked->setWordWrap(true);
    m_heir = new QComboBox;
    m_heir->setAccessibleName(tr("The stage they go to"));
    m_heir->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_heir->setMinimumContentsLength(12);
    auto *move = new QPushButton(tr("Move them and remove"));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(move);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_asked);
    column->addWidget(m_heir);
    column->addLayout(buttons);
    part->hide();
    connect(move, &QPushButton::clicked, this, [this] { removeFor(db::StageId(m_heir->currentData().toLongLong())); });
    connect(cancel, &QPushButton::clicked, part, &QWidget::hide);
    return part;
}

QWidget *StagePanel::makeTemplates()
{
    auto *part = new QWidget;
    m_template = new QComboBox;
    m_template->setAccessibleName(tr("Template"));
    m_template->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_template->setMinimumContentsLength(16);
    m_take = new QPushButton(tr("Use"));
    m_take->setToolTip(tr("Take the stages of this template. Nobody is moved: a stage that is not in it stays while somebody stands there"));
    m_name = new QLineEdit;
    m_name->setPlaceholderText(tr("A name for a new template"));
    m_name->setAccessibleName(tr("Name of the template"));
    m_name->setMaxLength(80);
    m_save = new QPushButton(tr("Save as template"));
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("Templates are edited in Settings; a new role takes the default one."), TextSize::Small, Tone::Quiet));
    column->addLayout(rowOf(m_template, m_take));
    column->addLayout(rowOf(m_name, m_save));
    m_take->setEnabled(!m_session.isReadOnly());
    m_save->setEnabled(false);
    connect(m_take, &QPushButton::clicked, this, &StagePanel::takeTemplate);
    connect(m_save, &QPushButton::clicked, this, &StagePanel::saveTemplate);
    connect(m_name, &QLineEdit::returnPressed, this, &StagePanel::saveTemplate);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) { m_save->setEnabled(!m_session.isReadOnly() && !text.trimmed().isEmpty()); });
    return part;
}

void StagePanel::showRole(db::RoleId role)
{
    m_role = role;
    m_question->hide();
    show();
    read();
    m_editor->view().setFocus(Qt::OtherFocusReason);
}

void StagePanel::read()
{
    auto stages = db::stages(m_session.connection(), m_role);
    auto counts = db::stageCounts(m_session.connection(), m_role);
    if (!stages || !counts) {
        m_session.apply(Outcome(tl::unexpected(stages ? counts.error() : stages.error())));
        return;
    }
    m_stages = std::move(*stages);
    m_counts = std::move(*counts);
    QList<StageRow> rows;
    for (const db::Stage &stage : std::as_const(m_stages))
        rows << StageRow{app::stepOf(stage), m_counts.value(stage.id)};
    m_editor->setRows(rows);
    readTemplates();
}

void StagePanel::readTemplates()
{
    const auto templates = app::stageTemplates(m_session.connection());
    const QString before = m_template->currentText();
    m_template->clear();
    if (templates) {
        for (const db::StageTemplate &one : *templates)
            m_template->addItem(one.name, one.uuid);
    }
    m_template->setCurrentIndex(std::max(0, m_template->findText(before)));
}

void StagePanel::remove(int row)
{
    m_going = m_stages.at(row).id;
    const int standing = m_counts.value(m_going);
    if (standing == 0) {
        removeFor({});
        return;
    }
    m_asked->setText(standing == 1 ? tr("One applicant stands in %1. Where do they go?").arg(m_stages.at(row).name)
                                   : tr("%1 applicants stand in %2. Where do they go?").arg(QLocale().toString(standing), m_stages.at(row).name));
    m_heir->clear();
    for (const db::Stage &stage : std::as_const(m_stages)) {
        if (stage.id != m_going)
            m_heir->addItem(stage.name, stage.id.number());
    }
    m_heir->setCurrentIndex(std::max(0, row - 1)); // the stage before it
    m_question->show();
    m_heir->setFocus(Qt::OtherFocusReason);
}

void StagePanel::removeFor(db::StageId heir)
{
    m_question->hide();
    m_session.apply(app::removeStage(m_session.connection(), m_role, m_going, heir));
    m_editor->view().setFocus(Qt::OtherFocusReason);
}

void StagePanel::takeTemplate()
{
    const auto templates = app::stageTemplates(m_session.connection());
    if (!templates)
        return;
    for (const db::StageTemplate &one : *templates) {
        if (one.uuid == m_template->currentData().toString())
            m_session.apply(app::applyStageTemplate(m_session.connection(), m_role, one));
    }
}

void StagePanel::saveTemplate()
{
    if (!m_save->isEnabled())
        return;
    const QString name = m_name->text();
    if (m_session.apply(app::saveStagesAsTemplate(m_session.connection(), m_role, name))) {
        m_name->clear();
        m_template->setCurrentIndex(std::max(0, m_template->findText(name.simplified())));
    }
}

void StagePanel::close()
{
    hide();
    Q_EMIT closed();
}

} // namespace rolecall::ui
