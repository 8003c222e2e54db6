// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/agreement/settle_panel.h"

#include "ui/theme/looks.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/flow_row.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolecall::ui {

SettlePanel::SettlePanel(QWidget *parent)
    : QWidget(parent)
    , m_body(new QWidget)
    , m_name(new TextLabel({}, TextSize::Heading))
    , m_quality(new TextLabel({}, TextSize::Body, Tone::Quiet))
    , m_words(new TextLabel)
    , m_levels(new ChipBar)
    , m_reason(new QLineEdit)
    , m_settle(new QPushButton(tr("Settle")))
    , m_back(new QPushButton(tr("Take back")))
{
    setAccessibleName(tr("Settle a level"));
    keepRoom(*this, 304, Room::Least);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    for (TextLabel *label : {m_name, m_quality, m_words}) {
        label->setTextFormat(Qt::PlainText); // what people wrote is never markup
        label->setWordWrap(true);
    }
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *read = new QWidget; // what is read scrolls, what is decided stands beneath
    auto *words = new QVBoxLayout(read);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(8);
    for (TextLabel *label : {m_name, m_quality, m_words})
        words->addWidget(label);
    words->addStretch();
    auto *scroll = new ColumnScroll;
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(read);
    read->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
    m_levels->setExclusive(true);
    m_levels->setAccessibleName(tr("Agreed level"));
    for (int level = 0; level <= 3; ++level)
        m_levels->addChip(QString::number(level), QString::number(level))->setAccessibleName(tr("Level %1").arg(level));
    auto *level = new FlowRow(8);
    level->add(new TextLabel(tr("The panel settles on"), TextSize::Small, Tone::Quiet));
    level->add(m_levels);
    column->addWidget(level);
    m_reason->setPlaceholderText(tr("Why, as it will be exported"));
    m_reason->setAccessibleName(tr("Reason"));
    column->addWidget(m_reason);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    setPrimary(m_settle);
    setLook(m_back, ButtonLook::Quiet);
    auto *open = new QPushButton(tr("Open in Review"));
    setLook(open, ButtonLook::Quiet);
    buttons->addWidget(m_settle);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(open);
    column->addLayout(buttons);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_body);
    connect(m_levels, &ChipBar::changed, this, &SettlePanel::enable);
    connect(m_reason, &QLineEdit::textChanged, this, &SettlePanel::enable);
    connect(m_reason, &QLineEdit::returnPressed, this, &SettlePanel::settle);
    connect(m_settle, &QPushButton::clicked, this, &SettlePanel::settle);
    connect(m_back, &QPushButton::clicked, this, &SettlePanel::takenBack);
    connect(open, &QPushButton::clicked, this, &SettlePanel::reviewWanted);
    showNothing();
}

void SettlePanel::showNothing()
{
    m_key = 0;
    m_body->hide();
}

void SettlePanel::show(const AgendaLine &line, const std::optional<app::ComparedCell> &cell, bool readOnly)
{
    m_readOnly = readOnly;
    m_name->setText(line.name);
    m_quality->setText(line.quality.tier == db::Tier::Necessary ? tr("%1 (necessary, met from level %2)").arg(line.quality.text).arg(line.quality.threshold)
                                                                 : tr("%1 (useful, weight %2)").arg(line.quality.text).arg(line.quality.weight));
    showEvidence(line, cell);
    const bool same = line.key == m_key && m_back->isVisibleTo(this) == line.item.agreed.has_value();
    m_key = line.key;
    m_back->setVisible(line.item.agreed.has_value());
    if (!same) {
        for (int level = 0; level <= 3; ++level)
            m_levels->setChecked(QString::number(level), line.item.agreed == level);
        m_reason->setText(line.item.agreed && cell ? cell->agreedReason : QString());
    }
    m_levels->setEnabled(!readOnly);
    m_reason->setReadOnly(readOnly);
    m_back->setEnabled(!readOnly);
    m_body->show();
    enable();
}

void SettlePanel::showEvidence(const AgendaLine &line, const std::optional<app::ComparedCell> &cell)
{
    QStringList words;
    for (const QString &level : line.levels)
        words << level;
    if (cell) {
        words << QString();
        for (const app::ComparedEvidence &one : cell->evidence) {
            const QString text = one.quoted ? (one.page ? tr("“%1” (page %2)").arg(one.text).arg(*one.page) : tr("“%1”").arg(one.text)) : one.text;
            words << tr("%1: %2").arg(one.reviewer, text);
        }
        if (cell->evidence.isEmpty())
            words << tr("Nobody noted evidence for it.");
    }
    m_words->setText(words.join(u'\n'));
}

int SettlePanel::chosen() const
{
    const QStringList checked = m_levels->checked();
    return checked.isEmpty() ? -1 : checked.first().toInt();
}

void SettlePanel::choose(int level)
{
    if (m_key == 0 || m_readOnly || level < 0 || level > 3)
        return;
    for (int each = 0; each <= 3; ++each)
        m_levels->setChecked(QString::number(each), each == level);
    m_reason->setFocus(Qt::OtherFocusReason);
    m_reason->selectAll();
    enable();
}

void SettlePanel::enable()
{
    m_settle->setEnabled(!m_readOnly && chosen() >= 0 && !m_reason->text().trimmed().isEmpty());
}

void SettlePanel::settle()
{
    if (m_settle->isEnabled())
        Q_EMIT settled(chosen(), m_reason->text());
    else if (chosen() < 0)
        m_levels->chip(QStringLiteral("0"))->setFocus(Qt::OtherFocusReason);
    else
        m_reason->setFocus(Qt::OtherFocusReason);
}

void SettlePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rolecall::ui
