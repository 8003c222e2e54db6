// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/score_sheet.h"

#include "app/agenda/zoned_time.h"
#include "app/blind/identity.h"
#include "app/blind/veil.h"
#include "app/reviews/reviewing.h"
#include "db/roles.h"
#include "ui/models/schedule_words.h"
#include "ui/pages/review/criteria_pane.h"
#include "ui/pages/review/review_keys.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace rolecall::ui {

using app::ReviewSource;

ScoreSheet::ScoreSheet(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new TextLabel({}, TextSize::Heading))
    , m_detail(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_questionBox(new QWidget)
    , m_questions(new QVBoxLayout(m_questionBox))
    , m_criteria(new CriteriaPane)
{
    setAccessibleName(tr("Score sheet"));
    auto *back = new QPushButton(tr("Back to the schedule"));
    setLook(back, ButtonLook::Quiet);
    connect(back, &QPushButton::clicked, this, &ScoreSheet::closed);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_detail);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 12, 16, 8);
    head->addLayout(words, 1);
    head->addWidget(back, 0, Qt::AlignTop);
    m_questions->setContentsMargins(24, 4, 16, 16);
    m_questions->setSpacing(6);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_questionBox);
    scroll->viewport()->setAutoFillBackground(false);
    m_questionBox->setAutoFillBackground(false);
    auto *splitter = new QSplitter;
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(scroll);
    splitter->addWidget(m_criteria);
    splitter->setSizes({440, 420});
    m_criteria->setMinimumWidth(320);
    m_criteria->setHint(tr("↑ ↓ quality  ·  0–3 rate  ·  ? ask  ·  ⌫ clear  ·  N note  ·  Ctrl+Enter submit"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(splitter, 1);
    connect(m_criteria, &CriteriaPane::rated, this, [this](db::QualityId quality, const LevelChoice &choice) { rate(quality, choice, false); });
    connect(m_criteria, &CriteriaPane::noteGiven, this, [this](db::QualityId quality, const db::Evidence &evidence) {
        if (isSealed())
            return;
        db::Connection &connection = m_session.connection();
        m_session.apply(evidence.id.isValid() ? app::editEvidence(connection, m_interview.application, evidence, ReviewSource::Interview)
                                              : app::addNoteEvidence(connection, m_interview.application, quality, evidence.note, ReviewSource::Interview));
    });
    connect(m_criteria, &CriteriaPane::evidenceRemoved, this, [this](const db::Evidence &evidence) {
        if (!isSealed())
            m_session.apply(app::removeEvidence(m_session.connection(), m_interview.application, evidence.id, ReviewSource::Interview));
    });
    connect(m_criteria, &CriteriaPane::submitRequested, this, [this] { m_session.apply(app::submitReview(m_session.connection(), m_interview.application, ReviewSource::Interview)); });
    connect(m_criteria, &CriteriaPane::withdrawRequested, this, [this] { m_session.apply(app::withdrawReview(m_session.connection(), m_interview.application, ReviewSource::Interview)); });
}

void ScoreSheet::show(const db::Interview &interview)
{
    m_interview = interview;
    reload();
    m_criteria->setFocus(Qt::OtherFocusReason);
}

void ScoreSheet::reload()
{
    db::Connection &connection = m_session.connection();
    const auto role = db::role(connection, m_interview.role);
    const auto qualities = db::qualities(connection, m_interview.role);
    const auto assessments = db::assessments(connection, m_interview.id);
    if (!role || !qualities || !assessments)
        return;
    // One's own share of the interview; everything where nothing was shared out.
    QList<db::Quality> mine;
    for (const db::Quality &quality : *qualities) {
        if (assessments->contains(db::Assessment{quality.id, m_session.reviewer()}))
            mine << quality;
    }
    if (mine.isEmpty())
        mine = *qualities;
    m_title->setText(tr("Scores: %1").arg(app::displayName(connection, m_interview.application)));
    m_detail->setText(QStringLiteral("%1 · %2, %3 · %4").arg(m_interview.roleTitle, QLocale().toString(m_interview.localStart.date(), QLocale::LongFormat),
                                                          app::clockText(m_interview.localStart.time()), interviewStatusText(m_interview.status)));
    // The rows are made anew only where they are others: one of them may be what was just clicked.
    QStringList shown{role->levelLabels};
    for (const db::Quality &quality : std::as_const(mine))
        shown << QString::number(quality.id.number()) << quality.text;
    if (shown != m_shown)
        m_criteria->setQualities(mine, role->levelLabels);
    m_shown = shown;
    showQuestions(mine);
    showSheet();
}

void ScoreSheet::showQuestions(const QList<db::Quality> &mine)
{
    while (QLayoutItem *old = m_questions->takeAt(0)) {
        if (old->widget())
            old->widget()->deleteLater();
        delete old;
    }
    const auto questions = db::questions(m_session.connection(), m_interview.role).value_or(QList<db::Question>());
    const auto add = [this](const QString &text, TextSize size, Tone tone) {
        auto *label = new TextLabel(text, size, tone);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_questions->addWidget(label);
    };
    const auto addFor = [&](db::QualityId quality, const QString &heading) {
        bool any = false;
        for (const db::Question &question : questions) {
            if (question.quality != quality)
                continue;
            if (!any)
                add(heading, TextSize::Small, Tone::Quiet);
            any = true;
            add(question.text, TextSize::Body, Tone::Normal);
            if (!question.guidance.isEmpty())
                add(tr("A good answer: %1").arg(question.guidance), TextSize::Small, Tone::Quiet);
        }
        if (any)
            m_questions->addSpacing(8);
    };
    addFor({}, tr("Asked of everybody"));
    for (const db::Quality &quality : mine)
        addFor(quality.id, quality.text);
    if (questions.isEmpty())
        add(tr("The role has no questions yet. They are written under Questions on the schedule, so that everybody is asked the same."), TextSize::Body, Tone::Quiet);
    m_questions->addStretch(1);
}

void ScoreSheet::showSheet()
{
    const auto sheet = app::reviewSheet(m_session.connection(), m_interview.application, ReviewSource::Interview);
    if (!sheet) {
        m_criteria->showNobody();
        m_criteria->notify(sheet.error().text());
        return;
    }
    const auto veil = std::make_shared<app::Veil>(m_session.connection(), m_interview.role);
    m_criteria->showSheet(*sheet, [veil, id = m_interview.application](const QString &text) { return veil->text(id, text); });
}

bool ScoreSheet::isSealed()
{
    if (!m_criteria->isSubmitted())
        return false;
    showSheet(); // a click has changed what the buttons show
    m_criteria->notify(tr("You submitted these scores, so they are sealed. Withdraw them to change them; the history keeps both."));
    return true;
}

void ScoreSheet::rate(db::QualityId quality, const LevelChoice &choice, bool goOn)
{
    if (!quality.isValid() || isSealed())
        return;
    m_criteria->showChoice(quality, choice);
    if (!m_session.apply(app::rate(m_session.connection(), m_interview.application, quality, choice.level, choice.ask, ReviewSource::Interview)))
        showSheet();
    else if (goOn)
        m_criteria->step(1);
}

void ScoreSheet::showEvent(QShowEvent *event)
{
    qApp->installEventFilter(this);
    QWidget::showEvent(event);
}

void ScoreSheet::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QWidget::hideEvent(event);
}

bool ScoreSheet::eventFilter(QObject *watched, QEvent *event)
{
    // The keys of Review, wherever the focus is on the sheet, except where something is being written.
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    if (!widget || !(widget == this || isAncestorOf(widget)))
        return false;
    const auto command = reviewCommand(*static_cast<QKeyEvent *>(event), widget->focusWidget() ? widget->focusWidget() : widget);
    if (!command)
        return false;
    const auto act = [&]() -> std::function<void()> {
        switch (*command) {
        case ReviewCommand::NextQuality:
            return [this] { m_criteria->step(1); };
        case ReviewCommand::PreviousQuality:
            return [this] { m_criteria->step(-1); };
        case ReviewCommand::Rate0:
        case ReviewCommand::Rate1:
        case ReviewCommand::Rate2:
        case ReviewCommand::Rate3:
            return [this, level = int(*command) - int(ReviewCommand::Rate0)] { rate(m_criteria->current(), {level, false}, true); };
        case ReviewCommand::Ask:
            return [this] { rate(m_criteria->current(), {{}, true}, true); };
        case ReviewCommand::Clear:
            return [this] { rate(m_criteria->current(), {}, false); };
        case ReviewCommand::Note:
            return [this] {
                if (!isSealed())
                    m_criteria->askNote();
            };
        case ReviewCommand::Submit:
            return [this] {
                if (!isSealed())
                    Q_EMIT m_criteria->submitRequested();
            };
        default:
            return {};
        }
    }();
    if (!act)
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress)
        act();
    return true;
}

} // namespace rolecall::ui
