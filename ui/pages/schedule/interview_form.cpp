// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/interview_form.h"

#include "app/agenda/zoned_time.h"
#include "app/interviews/interview_cover.h"
#include "app/reviews/reviewing.h"
#include "db/stages.h"
#include "ui/models/schedule_words.h"
#include "ui/pages/schedule/applicant_choice.h"
#include "ui/pages/schedule/assess_grid.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/text_label.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int checkDelay = 150; // milliseconds

} // namespace

InterviewForm::InterviewForm(Session &session, app::Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_clock(std::move(clock))
{
    setAccessibleName(tr("Interview"));
    makeForm();
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(checkDelay);
    const auto later = [this] {
        if (!m_filling)
            m_checkTimer.start();
    };
    connect(&m_checkTimer, &QTimer::timeout, this, &InterviewForm::check);
    connect(m_applicant, &QComboBox::currentTextChanged, this, later);
    connect(m_zone, &QComboBox::currentTextChanged, this, later);
    connect(m_day, &QDateEdit::dateChanged, this, later);
    connect(m_time, &QTimeEdit::timeChanged, this, later);
    connect(m_minutes, &QSpinBox::valueChanged, this, later);
    connect(m_second, &QCheckBox::toggled, this, later);
    connect(m_grid, &AssessGrid::changed, this, later);
    connect(m_panel, &ChipBar::changed, this, [this, later] {
        showGrid(m_grid->ticked());
        later();
    });
    connect(m_keep, &QPushButton::clicked, this, &InterviewForm::keep);
    connect(m_confirm, &QPushButton::clicked, this, [this] { setStatus("confirmed"); });
    connect(m_held, &QPushButton::clicked, this, [this] { setStatus("done"); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { setStatus("cancelled"); });
    connect(m_again, &QPushButton::clicked, this, [this] { setStatus("proposed"); });
    connect(m_score, &QPushButton::clicked, this, [this] { Q_EMIT scoreWanted(m_plan.interview.id); });
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportWanted(m_plan.interview.id); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_session.apply(app::removeInterview(m_session.connection(), m_plan.interview.id)))
            Q_EMIT closed();
    });
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &InterviewForm::closed);
    auto *store = new QShortcut(Qt::CTRL | Qt::Key_Return, this);
    store->setContext(Qt::WidgetWithChildrenShortcut);
    connect(store, &QShortcut::activated, this, &InterviewForm::keep);
}

void InterviewForm::makeForm()
{
    m_title = new TextLabel({}, TextSize::Heading);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_state = new TextLabel({}, TextSize::Small, Tone::Quiet);
    m_checks = new TextLabel({}, TextSize::Small);
    m_checks->setTextFormat(Qt::PlainText);
    m_checks->setWordWrap(true);
    m_checks->setAccessibleName(tr("What is not right"));
    m_applicant = new ApplicantChoice(m_session, {});
    m_stage = new QComboBox;
    m_day = new QDateEdit;
    m_day->setCalendarPopup(true);
    m_day->setAccessibleName(tr("Day"));
    m_time = new QTimeEdit;
    m_time->setDisplayFormat(app::clockFormat());
    m_time->setAccessibleName(tr("Time"));
    m_zone = new ZoneChoice;
    m_second = new QCheckBox(tr("the second of the two"));
    m_minutes = new QSpinBox;
    m_minutes->setRange(5, 24 * 60);
    m_minutes->setSingleStep(5);
    m_minutes->setSuffix(tr(" minutes"));
    m_place = new QLineEdit;
    m_link = new QLineEdit;
    m_note = new QLineEdit;
    m_note->setToolTip(tr("Stays in the workspace: it is not in the calendar file"));
    m_panel = new ChipBar;
    m_panel->setAccessibleName(tr("Panel of the interview"));
    m_grid = new AssessGrid;
    auto *when = new QHBoxLayout;
    when->setSpacing(8);
    when->addWidget(m_day, 3);
    when->addWidget(m_time, 2);
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Applicant"), m_applicant);
    form->addRow(tr("Stage"), m_stage);
    form->addRow(tr("When"), when);
    form->addRow(tr("On the clock of"), m_zone);
    form->addRow(QString(), m_second);
    form->addRow(tr("Lasts"), m_minutes);
    form->addRow(tr("Place"), m_place);
    form->addRow(tr("Link"), m_link);
    form->addRow(tr("Panel"), m_panel);
    form->addRow(tr("Note"), m_note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addLayout(form);
    column->addSpacing(4);
    column->addWidget(new TextLabel(tr("Who assesses what"), TextSize::Small, Tone::Quiet));
    column->addWidget(m_grid);
    column->addWidget(m_checks);
    column->addWidget(makeButtons());
    column->addStretch(1);
}

QWidget *InterviewForm::makeButtons()
{
    m_keep = new QPushButton(tr("Keep"));
    m_keep->setToolTip(tr("Ctrl+Enter"));
    m_score = new QPushButton(tr("Score…"));
    m_confirm = new QPushButton(tr("Confirm"));
    m_held = new QPushButton(tr("Held"));
    m_cancel = new QPushButton(tr("Call off"));
    m_again = new QPushButton(tr("Propose again"));
    m_export = new QPushButton(tr("Export…"));
    m_export->setToolTip(tr("An invitation as a calendar file"));
    m_remove = new QPushButton(tr("Remove"));
    auto *close = new QPushButton(tr("Close"));
    connect(close, &QPushButton::clicked, this, &InterviewForm::closed);
    setPrimary(m_keep);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 8, 0, 0);
    auto *first = new QHBoxLayout;
    for (QPushButton *button : {m_keep, m_score, close})
        first->addWidget(button);
    first->addStretch(1);
    auto *second = new QHBoxLayout;
    second->setSpacing(0);
    for (QPushButton *button : {m_confirm, m_held, m_again, m_cancel, m_export, m_remove}) {
        setLook(button, ButtonLook::Quiet);
        second->addWidget(button);
    }
    second->addStretch(1);
    column->addLayout(first);
    column->addLayout(second);
    return box;
}

void InterviewForm::edit(db::RoleId role, const app::InterviewPlan &plan)
{
    m_filling = true;
    m_role = role;
    m_plan = plan;
    const db::Interview &interview = plan.interview;
    const bool isNew = !interview.id.isValid();
    readPeople();
    m_applicant->setRole(role, interview.application);
    m_applicant->setApplication(interview.application);
    m_applicant->setEnabled(isNew);
    m_title->setText(isNew ? tr("A new interview") : tr("Interview: %1").arg(m_applicant->currentText()));
    setFurther(0);
    m_state->setText(isNew ? QString() : interviewStatusText(interview.status));
    m_state->setVisible(!isNew);
    m_stage->setCurrentIndex(std::max(0, m_stage->findData(m_plan.interview.stage.number()))); // readPeople() proposes one
    m_day->setDate(interview.localStart.date());
    m_time->setTime(interview.localStart.time());
    m_zone->setZone(interview.zone);
    m_second->setChecked(plan.secondOfTwice);
    m_minutes->setValue(interview.minutes);
    m_shown = app::covered(m_session.connection(), interview);
    m_place->setText(m_shown.place);
    m_link->setText(m_shown.link);
    m_note->setText(m_shown.note);
    showGrid(plan.assessments);
    const bool open = interview.isOpen();
    m_confirm->setVisible(!isNew && (interview.status == u"proposed" || interview.status == u"moved"));
    m_held->setVisible(!isNew && open);
    m_cancel->setVisible(!isNew && open);
    m_again->setVisible(!isNew && interview.status == u"cancelled");
    m_score->setVisible(!isNew && interview.status != u"cancelled" && plan.panel.contains(m_session.reviewer()));
    m_export->setVisible(!isNew);
    m_remove->setVisible(!isNew);
    for (QPushButton *button : {m_keep, m_confirm, m_held, m_cancel, m_again, m_remove})
        button->setEnabled(!m_session.isReadOnly());
    m_filling = false;
    check();
}

void InterviewForm::setFurther(int count)
{
    m_keep->setText(count > 0 ? tr("Keep, then the next") : tr("Keep"));
    if (count > 0) {
        m_state->setText(count == 1 ? tr("One more is planned after this one") : tr("%1 more are planned after this one").arg(count));
        m_state->show();
    }
}

void InterviewForm::readPeople()
{
    m_stage->clear();
    if (const auto stages = db::stages(m_session.connection(), m_role)) {
        int first = -1;
        for (const db::Stage &stage : *stages) {
            if (first < 0 && stage.kind == u"interview")
                first = m_stage->count();
            m_stage->addItem(stage.name, stage.id.number());
        }
        if (!m_plan.interview.id.isValid() && !m_plan.interview.stage.isValid() && first >= 0)
            m_plan.interview.stage = db::StageId(m_stage->itemData(first).toLongLong());
    }
    m_qualities = db::qualities(m_session.connection(), m_role).value_or(QList<db::Quality>());
    // Answers of the panel's calendars stand beside the names.
    QHash<db::ReviewerId, QString> answers;
    if (m_plan.interview.id.isValid()) {
        const auto members = db::members(m_session.connection(), m_plan.interview.id).value_or(QList<db::InterviewMember>());
        for (const db::InterviewMember &member : members) {
            if (member.answer)
                answers.insert(member.reviewer, *member.answer == u"accepted" ? tr("comes") : *member.answer == u"declined" ? tr("cannot") : tr("perhaps"));
        }
    }
    m_reviewers.clear();
    m_panel->clear();
    const auto all = db::reviewers(m_session.connection()).value_or(QList<db::Reviewer>());
    for (const db::Reviewer &reviewer : all) {
        if (reviewer.retiredAt && !m_plan.panel.contains(reviewer.id))
            continue;
        m_reviewers << reviewer;
        const QString answer = answers.value(reviewer.id);
        m_panel->addChip(QString::number(reviewer.id.number()), answer.isEmpty() ? reviewer.name : QStringLiteral("%1 (%2)").arg(reviewer.name, answer));
        m_panel->setChecked(QString::number(reviewer.id.number()), m_plan.panel.contains(reviewer.id));
    }
}

QList<db::ReviewerId> InterviewForm::panel() const
{
    QList<db::ReviewerId> list;
    const QStringList checked = m_panel->checked();
    for (const QString &key : checked)
        list << db::ReviewerId(key.toLongLong());
    return list;
}

void InterviewForm::showGrid(const QList<db::Assessment> &ticked)
{
    const QList<db::ReviewerId> sitting = panel();
    QList<db::Reviewer> people;
    for (const db::Reviewer &reviewer : std::as_const(m_reviewers)) {
        if (sitting.contains(reviewer.id))
            people << reviewer;
    }
    QSet<db::QualityId> asked;
    if (const db::ApplicationId applicant = m_applicant->application(); applicant.isValid()) {
        // Marks that this reader may see: their own, and those of others where nothing is hidden.
        if (const auto sheet = app::reviewSheet(m_session.connection(), applicant)) {
            const auto add = [&asked](const QList<db::Rating> &ratings) {
                for (const db::Rating &rating : ratings) {
                    if (rating.ask)
                        asked.insert(rating.quality);
                }
            };
            add(sheet->ratings);
            for (const app::ReviewSheet::Other &other : sheet->others)
                add(other.ratings);
        }
    }
    m_grid->show(m_qualities, people, ticked, asked);
}

app::InterviewPlan InterviewForm::written() const
{
    app::InterviewPlan plan = m_plan;
    plan.interview.application = m_applicant->isEnabled() ? m_applicant->application() : m_plan.interview.application;
    plan.interview.stage = db::StageId(m_stage->currentData().toLongLong());
    plan.interview.localStart = QDateTime(m_day->date(), m_time->time(), Qt::UTC);
    plan.interview.zone = m_zone->zone();
    plan.interview.minutes = m_minutes->value();
    // What stands as it was shown stays as it is stored: names may be hidden in it.
    const auto keepOrTake = [](QString &stored, const QString &shown, const QString &typed) {
        if (typed != shown)
            stored = typed;
    };
    keepOrTake(plan.interview.place, m_shown.place, m_place->text().simplified());
    keepOrTake(plan.interview.link, m_shown.link, m_link->text().trimmed());
    keepOrTake(plan.interview.note, m_shown.note, m_note->text().simplified());
    plan.secondOfTwice = m_second->isChecked();
    plan.panel = panel();
    plan.assessments = m_grid->ticked();
    return plan;
}

void InterviewForm::check()
{
    m_checkTimer.stop();
    const app::InterviewPlan plan = written();
    const auto checks = app::checkInterview(m_session.connection(), plan, m_clock());
    m_warnings = checks ? app::checksInWords(*checks) : QStringList{checks.error().text()};
    const bool twice = checks && checks->time.kind == app::LocalKind::Twice;
    m_second->setVisible(twice);
    QStringList lines;
    for (const QString &warning : std::as_const(m_warnings))
        lines << QStringLiteral("⚠ %1").arg(warning);
    m_checks->setText(lines.join(u'\n'));
    m_checks->setVisible(!lines.isEmpty());
    m_keep->setEnabled(checks && plan.interview.application.isValid() && !m_session.isReadOnly());
}

void InterviewForm::focusFirst()
{
    m_applicant->isEnabled() ? m_applicant->setFocus() : m_day->setFocus();
}

void InterviewForm::keep()
{
    check();
    const app::InterviewPlan plan = written();
    if (m_keep->isEnabled() && m_session.apply(app::keepInterview(m_session.connection(), plan)))
        Q_EMIT kept(plan);
}

void InterviewForm::setStatus(const char *status)
{
    m_session.apply(app::setInterviewStatus(m_session.connection(), m_plan.interview.id, QLatin1String(status)));
}

} // namespace rolecall::ui
