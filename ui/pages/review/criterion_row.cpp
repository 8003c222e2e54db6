// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/criterion_row.h"

#include "ui/pages/review/evidence_item.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int sideMargin = 16;

} // namespace

CriterionRow::CriterionRow(const db::Quality &quality, const QStringList &levelLabels, QWidget *parent)
    : QWidget(parent)
    , m_quality(quality)
    , m_levels(new LevelButtons)
    , m_reconfirm(new QWidget)
    , m_confirm(new QPushButton(tr("Confirm")))
    , m_others(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_note(new QLineEdit)
    , m_evidenceBox(new QWidget)
    , m_evidence(new QVBoxLayout(m_evidenceBox))
{
    auto *text = new TextLabel(quality.text);
    text->setWordWrap(true);
    m_levels->setSubject(quality.text);
    m_levels->setLabels(levelLabels);
    if (auto *label = m_levels->findChild<TextLabel *>()) {
        QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        policy.setRetainSizeWhenHidden(true); // the buttons stay together at the left
        label->setSizePolicy(policy);
        m_levelsWidth = m_levels->minimumSizeHint().width() + label->fontMetrics().horizontalAdvance(tr("Ask at interview")) + 2 * sideMargin;
    }
    m_note->setPlaceholderText(tr("Why this level? Enter keeps the note"));
    m_note->setAccessibleName(tr("Note on: %1").arg(quality.text));
    m_note->installEventFilter(this);
    m_others->setWordWrap(true);
    m_evidence->setContentsMargins(0, 2, 0, 0);
    m_evidence->setSpacing(4);

    setLook(m_confirm, ButtonLook::Quiet);
    m_confirm->setToolTip(tr("The level stands for the wording of now (C)"));
    m_confirm->setAccessibleName(tr("Confirm the level of: %1").arg(quality.text));
    auto *earlier = new TextLabel(tr("Rated on an earlier wording: confirm, or rate again"), TextSize::Small, Tone::Quiet);
    earlier->setWordWrap(true);
    auto *again = new QHBoxLayout(m_reconfirm);
    again->setContentsMargins(0, 0, 0, 0);
    again->setSpacing(4);
    again->addWidget(earlier, 1);
    again->addWidget(m_confirm);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(sideMargin, 10, 12, 10);
    column->setSpacing(6);
    column->addWidget(text);
    if (!quality.footnote.isEmpty()) {
        auto *footnote = new TextLabel(quality.footnote, TextSize::Small, Tone::Quiet);
        footnote->setWordWrap(true);
        column->addWidget(footnote);
    }
    column->addWidget(m_levels);
    column->addWidget(m_reconfirm);
    column->addWidget(m_others);
    column->addWidget(m_evidenceBox);
    column->addWidget(m_note);
    for (QWidget *hidden : {m_reconfirm, static_cast<QWidget *>(m_others), static_cast<QWidget *>(m_note), m_evidenceBox})
        hidden->hide();

    connect(m_levels, &LevelButtons::chosen, this, [this](const LevelChoice &choice) {
        Q_EMIT entered();
        Q_EMIT chosen(choice);
    });
    connect(m_confirm, &QPushButton::clicked, this, &CriterionRow::confirmed);
    connect(m_note, &QLineEdit::returnPressed, this, [this] {
        db::Evidence evidence = m_changed;
        evidence.note = m_note->text().trimmed();
        closeNote();
        if (!evidence.note.isEmpty() || evidence.id.isValid())
            Q_EMIT noteGiven(evidence);
    });
}

void CriterionRow::setState(const CriterionState &state)
{
    m_levels->setChoice(state.choice);
    setToConfirm(state.reconfirm);
    m_others->setText(state.others);
    m_others->setVisible(!state.others.isEmpty());
    showEvidence(state.evidence);
}

void CriterionRow::setToConfirm(bool toConfirm)
{
    m_toConfirm = toConfirm;
    m_reconfirm->setVisible(toConfirm);
}

void CriterionRow::showEvidence(const QList<ShownEvidence> &evidence)
{
    while (QLayoutItem *item = m_evidence->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const ShownEvidence &shown : evidence) {
        auto *item = new EvidenceItem(shown.evidence, shown.shown, shown.editable);
        m_evidence->addWidget(item);
        connect(item, &EvidenceItem::clicked, this, [this, shown] {
            Q_EMIT entered();
            if (!shown.evidence.quote.isEmpty())
                Q_EMIT evidenceOpened(shown.evidence);
            else if (shown.editable)
                askNote(shown.evidence);
        });
        connect(item, &EvidenceItem::removeRequested, this, [this, shown] { Q_EMIT evidenceRemoved(shown.evidence); });
    }
    m_evidenceBox->setVisible(!evidence.isEmpty());
}

void CriterionRow::setCurrent(bool current)
{
    if (current == m_current)
        return;
    m_current = current;
    update();
}

void CriterionRow::askNote(const db::Evidence &evidence)
{
    m_changed = evidence;
    m_note->setText(evidence.note);
    m_note->show();
    m_note->setFocus(Qt::OtherFocusReason);
}

void CriterionRow::closeNote()
{
    m_note->clear();
    m_note->hide();
    Q_EMIT noteClosed();
}

bool CriterionRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        closeNote();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CriterionRow::resizeEvent(QResizeEvent *event)
{
    // The level's name beside the buttons gives way where there is no room for it.
    m_levels->setLabelVisible(width() >= m_levelsWidth);
    QWidget::resizeEvent(event);
}

void CriterionRow::mousePressEvent(QMouseEvent *)
{
    Q_EMIT entered();
}

void CriterionRow::paintEvent(QPaintEvent *)
{
    if (!m_current)
        return;
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), mixed(colours.surface, colours.accentSoft, 0.55));
    painter.fillRect(QRect(0, 0, 3, height()), colours.accent);
}

} // namespace rolecall::ui
