// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/criteria_pane.h"

#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTimer>

namespace rolecall::ui {

namespace {

QString evidenceText(const db::Evidence &evidence)
{
    if (evidence.quote.isEmpty())
        return evidence.note;
    const QString quote = QStringLiteral("“%1”").arg(evidence.quote.simplified());
    return evidence.note.isEmpty() ? quote : QStringLiteral("%1 %2").arg(quote, evidence.note);
}

} // namespace

CriteriaPane::CriteriaPane(QWidget *parent)
    : QWidget(parent)
    , m_scroll(new QScrollArea)
    , m_noticeLine(new QWidget)
    , m_notice(new TextLabel)
    , m_noticeAction(new QPushButton)
    , m_state(new TextLabel)
    , m_hidden(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_hint(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_submit(new QPushButton)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Criteria"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_notice->setWordWrap(true);
    m_hidden->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_hint->setText(tr("J K applicant  ·  ↑ ↓ quality  ·  0–3 rate  ·  ? ask  ·  ⌫ clear  ·  E quote  ·  N note  ·  O one quality at a time  ·  Ctrl+Enter submit"));
    m_state->setWordWrap(true);
    setLook(m_noticeAction, ButtonLook::Quiet);
    setPrimary(m_submit);

    auto *notice = new QHBoxLayout(m_noticeLine);
    notice->setContentsMargins(16, 8, 12, 8);
    notice->addWidget(m_notice, 1);
    notice->addWidget(m_noticeAction);
    auto *stand = new QHBoxLayout;
    stand->setSpacing(12);
    stand->addWidget(m_state, 1);
    stand->addWidget(m_submit);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(16, 10, 16, 12);
    foot->setSpacing(8);
    foot->addLayout(stand);
    foot->addWidget(m_hidden);
    foot->addWidget(m_hint);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_noticeLine);
    column->addWidget(m_scroll, 1);
    column->addLayout(foot);
    m_scroll->viewport()->installEventFilter(this);
    setQualities({}, {});
    showNobody();

    connect(m_submit, &QPushButton::clicked, this, [this] { m_submitted ? Q_EMIT withdrawRequested() : Q_EMIT submitRequested(); });
    connect(m_noticeAction, &QPushButton::clicked, this, [this] {
        const auto run = m_noticeRun;
        notify({});
        if (run)
            run();
    });
}

void CriteriaPane::setHint(const QString &keys)
{
    m_hint->setText(keys);
}

void CriteriaPane::setQualities(const QList<db::Quality> &qualities, const QStringList &levelLabels)
{
    const db::QualityId kept = current();
    m_qualities = qualities;
    m_rows.clear();
    m_headings.clear();
    m_current = -1;
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    m_list = new QVBoxLayout(content);
    m_list->setContentsMargins(0, 0, 0, 8);
    m_list->setSpacing(0);
    for (const db::Quality &quality : qualities) {
        if (!m_headings.contains(int(quality.tier)))
            addHeading(quality.tier == db::Tier::Necessary ? tr("Necessary") : tr("Useful"), quality.tier);
        auto *row = new CriterionRow(quality, levelLabels);
        const db::QualityId id = quality.id;
        m_list->addWidget(row);
        m_rows << row;
        connect(row, &CriterionRow::entered, this, [this, id] { setCurrent(id); });
        connect(row, &CriterionRow::chosen, this, [this, id](const LevelChoice &choice) { Q_EMIT rated(id, choice); });
        connect(row, &CriterionRow::confirmed, this, [this, id] {
            setCurrent(id);
            setFocus(Qt::OtherFocusReason);
            Q_EMIT confirmed(id);
        });
        connect(row, &CriterionRow::noteGiven, this, [this, id](const db::Evidence &evidence) { Q_EMIT noteGiven(id, evidence); });
        connect(row, &CriterionRow::noteClosed, this, [this] { setFocus(Qt::OtherFocusReason); });
        connect(row, &CriterionRow::evidenceOpened, this, &CriteriaPane::evidenceOpened);
        connect(row, &CriterionRow::evidenceRemoved, this, &CriteriaPane::evidenceRemoved);
    }
    m_list->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setBackgroundRole(QPalette::Base);
    setCurrent(kept.isValid() && rowOf(kept) ? kept : qualities.isEmpty() ? db::QualityId() : qualities.first().id);
}

bool CriteriaPane::eventFilter(QObject *watched, QEvent *event)
{
    // A notice that comes above takes room: the quality that is being rated stays in sight.
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize && m_current >= 0 && m_current < m_rows.size())
        QTimer::singleShot(0, m_rows.at(m_current), [this, row = m_rows.at(m_current)] { m_scroll->ensureWidgetVisible(row, 0, 24); });
    return QWidget::eventFilter(watched, event);
}

void CriteriaPane::addHeading(const QString &text, db::Tier tier)
{
    auto *heading = new TextLabel(text, TextSize::Heading);
    heading->setContentsMargins(16, m_headings.isEmpty() ? 12 : 20, 12, 6);
    m_list->addWidget(heading);
    m_headings.insert(int(tier), heading);
}

void CriteriaPane::showNobody()
{
    m_somebody = false;
    m_submitted = false;
    for (CriterionRow *row : std::as_const(m_rows)) {
        row->setState({});
        row->setEnabled(false);
    }
    m_hidden->hide();
    notify({});
    showState();
}

void CriteriaPane::showSheet(const app::ReviewSheet &sheet, const std::function<QString(const QString &)> &safe)
{
    m_somebody = true;
    const bool wasSubmitted = m_submitted;
    m_submitted = sheet.own && sheet.own->submitted;
    if (!m_submitted || !wasSubmitted)
        notify({});
    m_submittedOn = m_submitted ? QLocale().toString(QDateTime::fromString(*sheet.own->submittedAt, Qt::ISODateWithMs).toLocalTime().date(), QLocale::ShortFormat) : QString();
    QHash<db::QualityId, CriterionState> states;
    for (const db::Rating &rating : sheet.ratings) {
        states[rating.quality].choice = {rating.level, rating.ask};
        states[rating.quality].reconfirm = rating.reconfirm;
    }
    for (const db::Evidence &evidence : sheet.evidence)
        states[evidence.quality].evidence << ShownEvidence{evidence, safe(evidenceText(evidence)), !m_submitted};
    QHash<db::QualityId, QStringList> others;
    for (const app::ReviewSheet::Other &other : sheet.others) {
        for (const db::Rating &rating : other.ratings)
            others[rating.quality] << tr("%1: %2").arg(app::reviewerLabel(other.review), rating.level ? QString::number(*rating.level) : tr("ask"));
        for (const db::Evidence &evidence : other.evidence)
            states[evidence.quality].evidence << ShownEvidence{evidence, tr("%1: %2").arg(app::reviewerLabel(other.review), safe(evidenceText(evidence))), false};
    }
    for (const db::AgreedLevel &agreed : sheet.agreed)
        others[agreed.quality].prepend(tr("Agreed: %1").arg(agreed.level));
    for (CriterionRow *row : std::as_const(m_rows)) {
        CriterionState state = states.value(row->quality());
        state.others = others.value(row->quality()).join(QStringLiteral("  ·  "));
        row->setState(state);
        row->setEnabled(true);
    }
    m_hidden->setText(sheet.hiddenOthers == 1 ? tr("1 submitted review by another is shown after yours is submitted") : tr("%1 submitted reviews by others are shown after yours is submitted").arg(sheet.hiddenOthers));
    m_hidden->setVisible(sheet.hiddenOthers > 0);
    showState();
}

void CriteriaPane::showState()
{
    int rated = 0;
    int toConfirm = 0;
    for (const CriterionRow *row : std::as_const(m_rows)) {
        rated += row->choice() != LevelChoice();
        toConfirm += row->isToConfirm();
    }
    m_submit->setVisible(m_somebody && !m_rows.isEmpty());
    m_submit->setText(m_submitted ? tr("Withdraw") : tr("Submit review"));
    setLook(m_submit, m_submitted ? ButtonLook::Plain : ButtonLook::Primary);
    m_submit->setToolTip(m_submitted ? tr("Open the review again; the history keeps that it was submitted") : tr("Seal the review (Ctrl+Enter)"));
    if (!m_somebody)
        m_state->setText({});
    else if (m_submitted)
        m_state->setText(tr("Submitted on %1").arg(m_submittedOn));
    else
        m_state->setText(rated == 0 ? tr("Not begun") : tr("Draft, %1 of %2").arg(rated).arg(m_rows.size()));
    if (m_somebody && toConfirm > 0)
        m_state->setText(tr("%1 · %2 to confirm (C)").arg(m_state->text()).arg(toConfirm));
}

void CriteriaPane::showOnly(db::QualityId quality)
{
    for (CriterionRow *row : std::as_const(m_rows))
        row->setVisible(!quality.isValid() || row->quality() == quality);
    const auto only = std::find_if(m_qualities.cbegin(), m_qualities.cend(), [quality](const db::Quality &other) { return other.id == quality; });
    for (auto heading = m_headings.cbegin(); heading != m_headings.cend(); ++heading)
        heading.value()->setVisible(only == m_qualities.cend() || heading.key() == int(only->tier));
}

CriterionRow *CriteriaPane::rowOf(db::QualityId quality) const
{
    for (CriterionRow *row : m_rows) {
        if (row->quality() == quality)
            return row;
    }
    return nullptr;
}

db::QualityId CriteriaPane::current() const
{
    return m_current >= 0 && m_current < m_rows.size() ? m_rows.at(m_current)->quality() : db::QualityId();
}

void CriteriaPane::setCurrent(db::QualityId quality)
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const bool current = m_rows.at(i)->quality() == quality;
        m_rows.at(i)->setCurrent(current);
        if (current) {
            m_current = i;
            m_scroll->ensureWidgetVisible(m_rows.at(i), 0, 24);
        }
    }
}

bool CriteriaPane::step(int direction)
{
    const int next = m_current + direction;
    if (next < 0 || next >= m_rows.size())
        return false;
    setCurrent(m_rows.at(next)->quality());
    return true;
}

void CriteriaPane::showChoice(db::QualityId quality, const LevelChoice &choice)
{
    if (CriterionRow *row = rowOf(quality)) {
        row->setChoice(choice);
        row->setToConfirm(false);
        showState();
        row->repaint();
    }
}

bool CriteriaPane::isToConfirm(db::QualityId quality) const
{
    const CriterionRow *row = rowOf(quality);
    return row && row->isToConfirm();
}

bool CriteriaPane::goToConfirm()
{
    const auto waiting = std::find_if(m_rows.cbegin(), m_rows.cend(), [](const CriterionRow *row) { return row->isToConfirm() && !row->isHidden(); });
    if (waiting == m_rows.cend())
        return false;
    setCurrent((*waiting)->quality());
    return true;
}

LevelChoice CriteriaPane::choice(db::QualityId quality) const
{
    const CriterionRow *row = rowOf(quality);
    return row ? row->choice() : LevelChoice();
}

void CriteriaPane::askNote()
{
    if (m_current >= 0 && m_somebody) {
        CriterionRow *row = m_rows.at(m_current);
        row->askNote();
        // The row grows by the field only when it is laid out anew.
        QTimer::singleShot(0, row, [this, row] { m_scroll->ensureWidgetVisible(row, 0, 24); });
    }
}

void CriteriaPane::notify(const QString &sentence, const QString &action, std::function<void()> run)
{
    m_notice->setText(sentence);
    m_noticeAction->setText(action);
    m_noticeAction->setVisible(!action.isEmpty());
    m_noticeRun = std::move(run);
    m_noticeLine->setVisible(!sentence.isEmpty());
}

} // namespace rolecall::ui
