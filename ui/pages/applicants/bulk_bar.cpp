// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applicants/bulk_bar.h"

#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/flow_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedLayout>

namespace rolecall::ui {

namespace {

constexpr int mostInterviews = 50;

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(24, 8, 24, 8);
    row->setSpacing(8);
    return row;
}

} // namespace

BulkBar::BulkBar(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_count(new TextLabel)
    , m_question(new TextLabel)
    , m_field(new QComboBox)
    , m_confirm(new QPushButton)
    , m_others(new QPushButton)
    , m_stages(new QMenu(this))
{
    auto *part = new QWidget;
    auto *acts = new FlowRow(4);
    rowIn(part)->addWidget(acts);
    acts->add(m_count);
    connect(addButton(acts, tr("Tags…")), &QPushButton::clicked, this, &BulkBar::askTags);
    m_stage = addButton(acts, tr("Move to ▾"));
    connect(m_stage, &QPushButton::clicked, this, [this] { m_stages->exec(m_stage->mapToGlobal(QPoint(0, -m_stages->sizeHint().height() - 4))); });
    connect(addButton(acts, tr("Reject…")), &QPushButton::clicked, this, &BulkBar::askRejection);
    connect(addButton(acts, tr("Withdrawn…")), &QPushButton::clicked, this, &BulkBar::askWithdrawal);
    connect(addButton(acts, tr("Restore")), &QPushButton::clicked, this, &BulkBar::restoreWanted);
    connect(addButton(acts, tr("Message…")), &QPushButton::clicked, this, &BulkBar::messageWanted);
    m_interview = new QPushButton(tr("Interview…"));
    m_interview->setToolTip(tr("Plan an interview with each, one after the other: up to %1 at a time").arg(mostInterviews));
    acts->add(m_interview);
    connect(m_interview, &QPushButton::clicked, this, &BulkBar::interviewWanted);
    m_compare = new QPushButton(tr("Compare"));
    m_compare->setToolTip(tr("Side by side, two to five of them (C)"));
    setLook(m_compare, ButtonLook::Quiet); // it changes nothing
    acts->add(m_compare);
    connect(m_compare, &QPushButton::clicked, this, &BulkBar::compareWanted);
    auto *copy = new QPushButton(tr("Copy"));
    setLook(copy, ButtonLook::Quiet);
    acts->add(copy);
    connect(copy, &QPushButton::clicked, this, &BulkBar::copyWanted);

    auto *question = new QWidget;
    auto *asked = rowIn(question);
    asked->addWidget(m_question);
    asked->addWidget(m_field, 1);
    asked->addWidget(m_confirm);
    asked->addWidget(m_others);
    setPrimary(m_confirm);
    m_field->setEditable(true);
    m_field->setCompleter(nullptr); // what is typed is the reason, not what begins alike
    m_field->setInsertPolicy(QComboBox::NoInsert);
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_field->setMinimumContentsLength(16);
    auto *cancel = new QPushButton(tr("Cancel"));
    setLook(cancel, ButtonLook::Quiet);
    asked->addWidget(cancel);
    connect(m_field->lineEdit(), &QLineEdit::returnPressed, this, &BulkBar::answer);
    connect(m_others, &QPushButton::clicked, this, [this] {
        leave();
        Q_EMIT othersMoved(m_forced);
    });
    connect(m_field, &QComboBox::editTextChanged, this, [this](const QString &text) { m_confirm->setEnabled(m_asking == Asking::Withdrawal || !text.trimmed().isEmpty()); });
    connect(m_confirm, &QPushButton::clicked, this, &BulkBar::answer);
    connect(cancel, &QPushButton::clicked, this, &BulkBar::leave);

    m_stack->addWidget(part);
    m_stack->addWidget(question);
    setAccessibleName(tr("Selected applicants"));
    hide();
}

QPushButton *BulkBar::addButton(FlowRow *row, const QString &text)
{
    auto *button = new QPushButton(text);
    row->add(button);
    m_writing << button;
    return button;
}

void BulkBar::setStages(const QList<db::Stage> &stages)
{
    m_stages->clear();
    for (const db::Stage &stage : stages)
        connect(m_stages->addAction(QString(stage.name).replace(u'&', QStringLiteral("&&"))), &QAction::triggered, this, [this, id = stage.id] { Q_EMIT stageChosen(id); });
}

void BulkBar::setSelected(int count)
{
    m_count->setText(count == 1 ? tr("1 selected") : tr("%1 selected").arg(QLocale().toString(count)));
    if (count == 0 && m_asking != Asking::Nothing)
        leave();
    m_compare->setEnabled(count >= 2 && count <= 5);
    m_interview->setEnabled(!m_readOnly && count <= mostInterviews);
    setVisible(count > 0);
}

void BulkBar::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_interview->setEnabled(!readOnly);
    for (QPushButton *button : m_writing)
        button->setEnabled(!readOnly);
}

void BulkBar::askTags()
{
    ask(Asking::Tags, tr("Tags to add"), tr("Separated by commas: referred, second look"), tr("Add tags"));
}

void BulkBar::askRejection()
{
    ask(Asking::Rejection, tr("Why rejected"), tr("The reason stays with the application: who asks will be told it"), tr("Reject"), m_rejectionReasons);
}

void BulkBar::askWithdrawal()
{
    ask(Asking::Withdrawal, tr("Why withdrawn"), tr("As they gave it; may be left empty"), tr("Mark as withdrawn"), m_withdrawalReasons);
}

void BulkBar::askPastCondition(const QString &problem, db::StageId stage, int others)
{
    m_forced = stage;
    m_others->setText(others == 1 ? tr("Move the other one") : tr("Move the other %1").arg(QLocale().toString(others)));
    ask(Asking::PastCondition, problem, tr("Why they move anyway: it stays in the history"), tr("Move anyway"));
    m_others->setVisible(others > 0);
}

void BulkBar::setReasons(const QStringList &rejection, const QStringList &withdrawal)
{
    m_rejectionReasons = rejection;
    m_withdrawalReasons = withdrawal;
}

void BulkBar::ask(Asking what, const QString &question, const QString &placeholder, const QString &verb, const QStringList &offered)
{
    m_asking = what;
    m_question->setText(question);
    m_field->clear();
    m_field->addItems(offered);
    m_field->setEditText({});
    m_field->lineEdit()->setPlaceholderText(placeholder);
    m_others->hide();
    m_field->setAccessibleName(question);
    m_confirm->setText(verb);
    m_confirm->setEnabled(what == Asking::Withdrawal);
    m_stack->setCurrentIndex(1);
    m_field->setFocus(Qt::OtherFocusReason);
}

void BulkBar::answer()
{
    if (!m_confirm->isEnabled())
        return;
    const Asking asked = m_asking;
    const QString text = m_field->currentText();
    leave();
    if (asked == Asking::Tags)
        Q_EMIT tagsGiven(text);
    else if (asked == Asking::Rejection)
        Q_EMIT rejected(text);
    else if (asked == Asking::Withdrawal)
        Q_EMIT withdrawn(text);
    else if (asked == Asking::PastCondition)
        Q_EMIT stageForced(m_forced, text);
}

void BulkBar::leave()
{
    m_asking = Asking::Nothing;
    m_stack->setCurrentIndex(0);
    Q_EMIT left();
}

void BulkBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_asking != Asking::Nothing)
        leave();
    else
        QWidget::keyPressEvent(event);
}

void BulkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), coloursOf(palette()).window);
    painter.fillRect(QRect(0, 0, width(), 1), coloursOf(palette()).line);
}

} // namespace rolecall::ui
