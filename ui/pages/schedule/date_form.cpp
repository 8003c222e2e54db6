// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/date_form.h"

#include "app/agenda/approximate_date.h"
#include "app/agenda/day_offset.h"
#include "app/agenda/deadline_editing.h"
#include "db/reviewers.h"
#include "ui/models/deadline_list_model.h"
#include "ui/models/schedule_words.h"
#include "ui/pages/posting/deadline_panel.h"
#include "ui/pages/schedule/applicant_choice.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

QString whenText(const db::Deadline &deadline)
{
    return deadline.date ? QLocale().toString(*deadline.date, QLocale::ShortFormat) : app::approximateDateInWords(deadline.approx.value_or(QString()));
}

} // namespace

DateForm::DateForm(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setAccessibleName(tr("Date"));
    makeForm();
    connect(m_keep, &QPushButton::clicked, this, &DateForm::keep);
    connect(m_confirm, &QPushButton::clicked, this, [this] { setState("confirmed"); });
    connect(m_done, &QPushButton::clicked, this, [this] { setState("done"); });
    connect(m_open, &QPushButton::clicked, this, [this] { setState("confirmed"); });
    connect(m_remove, &QPushButton::clicked, this, &DateForm::remove);
    connect(m_export, &QPushButton::clicked, this, [this] { Q_EMIT exportWanted(m_deadline.id); });
    connect(m_follows, &QComboBox::currentIndexChanged, this, &DateForm::showFollows);
    connect(m_offset, &QSpinBox::valueChanged, this, &DateForm::showFollows);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &DateForm::showFollows);
    connect(m_when, &QLineEdit::textChanged, this, &DateForm::showFollows);
    for (QLineEdit *field : {m_when, m_words})
        connect(field, &QLineEdit::returnPressed, this, &DateForm::keep);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &DateForm::closed);
}

void DateForm::makeForm()
{
    m_title = new TextLabel({}, TextSize::Heading);
    m_sentence = new TextLabel({}, TextSize::Small, Tone::Quiet);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_understood = new TextLabel({}, TextSize::Small, Tone::Quiet);
    m_understood->setWordWrap(true);
    m_kind = new QComboBox;
    for (const char *kind : {"applications_close", "interviews", "start", "other"})
        m_kind->addItem(deadlineKindText(QLatin1String(kind)), QLatin1String(kind));
    m_words = new QLineEdit;
    m_when = new QLineEdit;
    m_when->setPlaceholderText(QLocale().toString(QDate(2026, 3, 14), QLocale::ShortFormat));
    m_follows = new QComboBox;
    m_follows->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_follows->setMinimumContentsLength(12);
    m_offset = new QSpinBox;
    m_offset->setRange(-365, 365);
    m_offset->setAccessibleName(tr("Days after it; negative: before it"));
    m_unit = new QComboBox;
    m_unit->addItems({tr("days"), tr("working days")});
    m_unit->setAccessibleName(tr("Days or working days"));
    m_unit->setToolTip(tr("Working days are Monday to Friday; public holidays are not known"));
    m_applicant = new ApplicantChoice(m_session, tr("the whole role"));
    m_owner = new QComboBox;
    m_remind = new QSpinBox;
    m_remind->setRange(-1, 60);
    m_remind->setSpecialValueText(tr("no reminder"));
    m_remind->setSuffix(tr(" days before"));
    m_offsetRow = new QWidget;
    auto *offset = new QHBoxLayout(m_offsetRow);
    offset->setContentsMargins(0, 0, 0, 0);
    offset->setSpacing(8);
    offset->addWidget(m_offset);
    offset->addWidget(m_unit, 1);
    auto *form = new QFormLayout;
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("What"), m_kind);
    form->addRow(tr("In words"), m_words);
    form->addRow(tr("Follows"), m_follows);
    form->addRow(tr("After it"), m_offsetRow);
    form->addRow(tr("When"), m_when);
    form->addRow(QString(), m_understood);
    form->addRow(tr("For"), m_applicant);
    form->addRow(tr("Owner"), m_owner);
    form->addRow(tr("Remind"), m_remind);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addLayout(form);
    column->addWidget(makeButtons());
    column->addStretch(1);
}

QWidget *DateForm::makeButtons()
{
    m_keep = new QPushButton(tr("Keep"));
    m_confirm = new QPushButton(tr("Confirm"));
    m_done = new QPushButton(tr("Done"));
    m_open = new QPushButton(tr("Not done"));
    m_remove = new QPushButton(tr("Remove"));
    m_export = new QPushButton(tr("Export…"));
    m_export->setToolTip(tr("This date as a calendar file"));
    auto *cancel = new QPushButton(tr("Close"));
    connect(cancel, &QPushButton::clicked, this, &DateForm::closed);
    setPrimary(m_keep);
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 8, 0, 0);
    auto *first = new QHBoxLayout;
    auto *second = new QHBoxLayout;
    for (QPushButton *button : {m_keep, cancel})
        first->addWidget(button);
    first->addStretch(1);
    for (QPushButton *button : {m_confirm, m_done, m_open, m_export, m_remove}) {
        setLook(button, ButtonLook::Quiet);
        second->addWidget(button);
    }
    second->addStretch(1);
    column->addLayout(first);
    column->addLayout(second);
    return box;
}

void DateForm::edit(const db::Deadline &deadline)
{
    m_deadline = deadline;
    // What is stored may name the applicant where the list does not.
    if (const auto stored = db::deadline(m_session.connection(), deadline.id))
        m_deadline = *stored;
    m_shownWords = deadline.title;
    const bool isNew = !deadline.id.isValid();
    m_title->setText(isNew ? tr("A new date") : deadlineTitle(deadline));
    m_sentence->setText(deadline.sentence.isEmpty() ? QString() : QStringLiteral("“%1”").arg(deadline.sentence));
    m_sentence->setVisible(!deadline.sentence.isEmpty());
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(deadline.kind)));
    m_words->setText(deadline.title);
    m_follows->clear();
    m_follows->addItem(tr("no other date"), qint64(0));
    if (const auto all = db::deadlines(m_session.connection(), deadline.role)) {
        for (const db::Deadline &other : *all) {
            if (other.id != deadline.id)
                m_follows->addItem(deadlineTitle(other), other.id.number());
        }
    }
    m_follows->setCurrentIndex(std::max(0, deadline.anchor ? m_follows->findData(deadline.anchor->deadline.number()) : 0));
    m_offset->setValue(deadline.anchor ? deadline.anchor->offset : 3);
    m_unit->setCurrentIndex(!deadline.anchor || deadline.anchor->workingDays ? 1 : 0);
    m_when->setText(whenText(deadline));
    m_applicant->setRole(deadline.role, deadline.application);
    m_applicant->setApplication(deadline.application);
    m_owner->clear();
    m_owner->addItem(tr("nobody"), qint64(0));
    if (const auto reviewers = db::reviewers(m_session.connection())) {
        for (const db::Reviewer &reviewer : *reviewers) {
            if (!reviewer.retiredAt || reviewer.id == deadline.owner)
                m_owner->addItem(reviewer.name, reviewer.id.number());
        }
    }
    m_owner->setCurrentIndex(std::max(0, m_owner->findData(deadline.owner.number())));
    m_remind->setValue(deadline.remindDays.value_or(-1));
    const bool writable = !m_session.isReadOnly();
    m_confirm->setVisible(!isNew && deadline.state == u"proposed");
    m_done->setVisible(!isNew && deadline.state != u"done");
    m_open->setVisible(!isNew && deadline.state == u"done");
    m_remove->setVisible(!isNew);
    m_export->setVisible(!isNew && deadline.date);
    for (QPushButton *button : {m_keep, m_confirm, m_done, m_open, m_remove})
        button->setEnabled(writable);
    showFollows();
}

db::Deadline DateForm::written() const
{
    db::Deadline deadline = m_deadline;
    deadline.kind = m_kind->currentData().toString();
    if (m_words->text() != m_shownWords)
        deadline.title = m_words->text().simplified();
    if (deadline.title.isEmpty())
        deadline.title = m_kind->currentText();
    deadline.anchor.reset();
    if (const db::DeadlineId anchor(m_follows->currentData().toLongLong()); anchor.isValid()) {
        deadline.anchor = db::Anchor{anchor, m_offset->value(), m_unit->currentIndex() == 1};
        deadline.approx.reset();
    } else if (m_when->text() != whenText(m_deadline)) { // what nobody touched stays as it was read
        DeadlinePanel::understand(m_when->text(), deadline.date, deadline.approx);
    }
    deadline.application = m_applicant->application();
    deadline.owner = db::ReviewerId(m_owner->currentData().toLongLong());
    deadline.remindDays = m_remind->value() < 0 ? std::nullopt : std::optional(m_remind->value());
    // What a person has written is confirmed by that.
    if (deadline.state == u"proposed")
        deadline.state = QStringLiteral("confirmed");
    return deadline;
}

void DateForm::showFollows()
{
    const db::DeadlineId anchor(m_follows->currentData().toLongLong());
    m_offsetRow->setEnabled(anchor.isValid());
    m_when->setEnabled(!anchor.isValid());
    bool complete = true;
    if (anchor.isValid()) {
        const auto from = db::deadline(m_session.connection(), anchor);
        const QDate day = from && from->date ? app::dayAfter(*from->date, m_offset->value(), m_unit->currentIndex() == 1) : QDate();
        m_understood->setText(day.isValid() ? QLocale().toString(day, QLocale::LongFormat) : tr("no day until the date it follows has one"));
    } else {
        std::optional<QDate> date;
        std::optional<QString> approx;
        if (m_when->text() == whenText(m_deadline)) {
            date = m_deadline.date;
            approx = m_deadline.approx;
        } else {
            DeadlinePanel::understand(m_when->text(), date, approx);
        }
        m_understood->setText(date ? QLocale().toString(*date, QLocale::LongFormat) : approx ? tr("kept as words: not an exact date") : tr("a day, or words such as “early March”"));
        complete = date || approx;
    }
    m_keep->setEnabled(complete && !m_session.isReadOnly());
}

void DateForm::focusFirst()
{
    m_words->setFocus();
    m_words->selectAll();
}

void DateForm::keep()
{
    if (!m_keep->isEnabled())
        return;
    const db::Deadline deadline = written();
    const bool isNew = !deadline.id.isValid();
    if (m_session.apply(isNew ? app::addDeadline(m_session.connection(), deadline) : app::changeDeadline(m_session.connection(), deadline)))
        Q_EMIT closed();
}

void DateForm::setState(const char *state)
{
    m_session.apply(app::setDeadlineState(m_session.connection(), m_deadline.id, QLatin1String(state)));
}

void DateForm::remove()
{
    if (m_session.apply(app::removeDeadline(m_session.connection(), m_deadline)))
        Q_EMIT closed();
}

} // namespace rolecall::ui
