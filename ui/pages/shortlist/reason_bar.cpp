// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shortlist/reason_bar.h"

#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace rolecall::ui {

ReasonBar::ReasonBar(QWidget *parent)
    : QWidget(parent)
    , m_question(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_reason(new QLineEdit)
    , m_do(new QPushButton)
{
    m_question->setWordWrap(true);
    m_reason->setPlaceholderText(tr("The reason, as it will be exported"));
    m_reason->setAccessibleName(tr("Reason"));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_reason, 1);
    row->addWidget(cancel);
    row->addWidget(m_do);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 8, 16, 8);
    column->setSpacing(4);
    column->addWidget(m_question);
    column->addLayout(row);
    hide();
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &text) { m_do->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, this, &ReasonBar::give);
    connect(m_do, &QPushButton::clicked, this, &ReasonBar::give);
    connect(cancel, &QPushButton::clicked, this, &ReasonBar::close);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &ReasonBar::close);
}

void ReasonBar::ask(db::ApplicationId application, const QString &name, app::Placement placement)
{
    m_application = application;
    m_placement = placement;
    const bool on = placement == app::Placement::On;
    m_question->setText((on ? tr("Why is %1 put on the list, against the rule?") : tr("Why is %1 taken off the list, against the rule?")).arg(name));
    m_do->setText(on ? tr("Put on") : tr("Take off"));
    m_reason->clear();
    m_do->setEnabled(false);
    show();
    m_reason->setFocus();
}

void ReasonBar::close()
{
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void ReasonBar::give()
{
    const QString reason = m_reason->text().simplified();
    if (reason.isEmpty())
        return;
    Q_EMIT given(m_application, m_placement, reason);
}

} // namespace rolecall::ui
