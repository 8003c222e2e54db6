// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/matrix/evidence_panel.h"

#include "ui/delegates/level_painter.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace rolecall::ui {

EvidencePanel::EvidencePanel(QWidget *parent)
    : QWidget(parent)
    , m_applicant(new TextLabel({}, TextSize::Heading))
    , m_quality(new TextLabel({}, TextSize::Body, Tone::Quiet))
    , m_scroll(new QScrollArea)
{
    setAccessibleName(tr("Evidence"));
    keepRoom(*this, 336, Room::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 16, 16);
    column->setSpacing(8);
    for (TextLabel *label : {m_applicant, m_quality}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_scroll, 1);
    auto *buttons = new QHBoxLayout;
    auto *open = new QPushButton(tr("Open in Review"));
    auto *close = new QPushButton(tr("Close"));
    setLook(close, ButtonLook::Quiet);
    buttons->addWidget(open);
    buttons->addWidget(close);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(open, &QPushButton::clicked, this, &EvidencePanel::reviewWanted);
    connect(close, &QPushButton::clicked, this, &EvidencePanel::closed);
    m_open = open;
    hide();
}

TextLabel *EvidencePanel::addText(const QString &text, bool quiet, bool small)
{
    auto *label = new TextLabel(text, small ? TextSize::Small : TextSize::Body, quiet ? Tone::Quiet : Tone::Normal);
    label->setTextFormat(Qt::PlainText); // what people wrote is never markup
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
    return label;
}

void EvidencePanel::addReview(const QString &who, const QList<db::Rating> &ratings, const QList<db::Evidence> &evidence, const db::Quality &quality)
{
    LevelMark mark;
    mark.threshold = quality.threshold;
    for (const db::Rating &rating : ratings) {
        if (rating.quality != quality.id)
            continue;
        if (rating.level)
            mark.level = *rating.level;
        mark.ask = rating.ask;
        mark.reconfirm = rating.reconfirm;
    }
    addText(tr("%1: %2").arg(who, levelDescription(mark)), false, false);
    bool any = false;
    for (const db::Evidence &one : evidence) {
        if (one.quality != quality.id)
            continue;
        any = true;
        if (!one.quote.isEmpty())
            addText(one.page ? tr("“%1” (page %2)").arg(one.quote).arg(*one.page) : tr("“%1”").arg(one.quote), false, false)->setContentsMargins(12, 0, 0, 0);
        if (!one.note.isEmpty())
            addText(one.note, false, false)->setContentsMargins(12, 0, 0, 0);
    }
    if (!any)
        addText(tr("No evidence noted"), true, true)->setContentsMargins(12, 0, 0, 0);
    m_column->addSpacing(8);
}

void EvidencePanel::show(const QString &applicant, const db::Quality &quality, const app::ReviewSheet &sheet, const QString &ownName)
{
    m_applicant->setText(applicant);
    m_quality->setText(quality.text);
    m_body = new QWidget;
    m_column = new QVBoxLayout(m_body);
    m_column->setContentsMargins(0, 8, 8, 8);
    m_column->setSpacing(4);
    for (const db::AgreedLevel &agreed : sheet.agreed) {
        if (agreed.quality == quality.id)
            addText(tr("Agreed by the panel: %1. %2").arg(agreed.level).arg(agreed.reason), false, false);
    }
    const QString own = ownName.isEmpty() ? tr("You") : tr("%1 (you)").arg(ownName);
    if (!sheet.own)
        addText(tr("You have not begun a review of this applicant."), true, false);
    else
        addReview(sheet.own->submitted ? own : tr("%1, draft").arg(own), sheet.ratings, sheet.evidence, quality);
    for (const app::ReviewSheet::Other &other : sheet.others)
        addReview(app::reviewerLabel(other.review), other.ratings, other.evidence, quality);
    if (sheet.hiddenOthers > 0)
        addText(sheet.hiddenOthers == 1 ? tr("1 more review is shown once your own is submitted.") : tr("%1 more reviews are shown once your own is submitted.").arg(sheet.hiddenOthers), true, false);
    m_column->addStretch(1);
    m_body->setAutoFillBackground(false);
    m_scroll->setWidget(m_body); // and the one before goes
    m_scroll->viewport()->setAutoFillBackground(false);
    QWidget::show();
    m_open->setFocus(Qt::OtherFocusReason);
}

void EvidencePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void EvidencePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, 1, height()), coloursOf(palette()).line);
}

} // namespace rolecall::ui
