// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/question_panel.h"

#include "app/interviews/interview_editing.h"
#include "ui/delegates/row_delegates.h"
#include "ui/item_roles.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolecall::ui {

QuestionPanel::QuestionPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_list(new QListWidget)
    , m_missing(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_quality(new QComboBox)
    , m_text(new QLineEdit)
    , m_guidance(new QPlainTextEdit)
    , m_keep(new QPushButton(tr("Keep")))
    , m_new(new QPushButton(tr("New question")))
    , m_up(new QPushButton(tr("Up")))
    , m_down(new QPushButton(tr("Down")))
    , m_remove(new QPushButton(tr("Remove")))
{
    setAccessibleName(tr("Questions"));
    auto *title = new TextLabel(tr("Questions"), TextSize::Heading);
    auto *sentence = new TextLabel(tr("Everybody is asked the same. Each interviewer finds them on the score sheet."), TextSize::Small, Tone::Quiet);
    auto *back = new QPushButton(tr("Back to the schedule"));
    setLook(back, ButtonLook::Quiet);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(24, 12, 16, 8);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(title);
    words->addWidget(sentence);
    head->addLayout(words, 1);
    head->addWidget(back, 0, Qt::AlignTop);
    m_list->setItemDelegate(new AgendaRowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Questions in their order"));
    m_list->installEventFilter(this);
    m_missing->setWordWrap(true);
    m_missing->setContentsMargins(24, 8, 16, 8);
    m_quality->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_quality->setMinimumContentsLength(16);
    m_text->setPlaceholderText(tr("What is asked"));
    m_guidance->setPlaceholderText(tr("What a good answer shows"));
    m_guidance->setTabChangesFocus(true);
    m_guidance->setMaximumHeight(120);
    setPrimary(m_keep);
    auto *form = new QFormLayout;
    form->setContentsMargins(24, 8, 24, 16);
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("About"), m_quality);
    form->addRow(tr("Question"), m_text);
    form->addRow(tr("Guidance"), m_guidance);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_new);
    for (QPushButton *button : {m_up, m_down, m_remove}) {
        setLook(button, ButtonLook::Quiet);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    form->addRow(QString(), buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    auto *rows = new QHBoxLayout; // with a row's own 16: the words stand under the title
    rows->setContentsMargins(8, 0, 0, 0);
    rows->addWidget(m_list);
    column->addLayout(rows, 1);
    column->addWidget(m_missing);
    column->addLayout(form);
    connect(back, &QPushButton::clicked, this, &QuestionPanel::closed);
    connect(m_keep, &QPushButton::clicked, this, &QuestionPanel::keep);
    connect(m_new, &QPushButton::clicked, this, [this] { begin({}); });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &QuestionPanel::remove);
    connect(m_text, &QLineEdit::returnPressed, this, &QuestionPanel::keep);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) { m_keep->setEnabled(!text.trimmed().isEmpty() && !m_session.isReadOnly()); });
    connect(m_list, &QListWidget::currentRowChanged, this, &QuestionPanel::showCurrent);
}

void QuestionPanel::setRole(db::RoleId role)
{
    m_role = role;
    m_edited = {};
    reload();
    begin({});
}

void QuestionPanel::reload()
{
    const auto questions = db::questions(m_session.connection(), m_role);
    const auto qualities = db::qualities(m_session.connection(), m_role);
    if (!questions || !qualities)
        return;
    m_questions = *questions;
    m_qualities = *qualities;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    QStringList missing;
    for (const db::Question &question : std::as_const(m_questions)) {
        const auto quality = std::find_if(m_qualities.cbegin(), m_qualities.cend(), [&question](const db::Quality &one) { return one.id == question.quality; });
        auto *item = new QListWidgetItem(question.text, m_list);
        item->setData(DetailRole, quality == m_qualities.cend() ? tr("Asked of everybody, about no single quality") : quality->text);
        item->setData(IdRole, question.id.number());
        item->setToolTip(question.guidance);
        if (question.id == m_edited)
            m_list->setCurrentItem(item);
    }
    for (const db::Quality &quality : std::as_const(m_qualities)) {
        if (quality.tier == db::Tier::Necessary && std::none_of(m_questions.cbegin(), m_questions.cend(), [&quality](const db::Question &question) { return question.quality == quality.id; }))
            missing << tr("“%1”").arg(quality.text);
    }
    m_missing->setText(missing.isEmpty() ? QString() : tr("No question about the necessary %1").arg(missing.mid(0, 3).join(QStringLiteral(", "))) + (missing.size() > 3 ? tr(" and %1 more").arg(missing.size() - 3) : QString()));
    m_missing->setVisible(!missing.isEmpty());
    const qint64 kept = m_quality->currentData().toLongLong();
    m_quality->clear();
    m_quality->addItem(tr("no single quality"), qint64(0));
    for (const db::Quality &quality : std::as_const(m_qualities))
        m_quality->addItem(quality.text, quality.id.number());
    m_quality->setCurrentIndex(std::max(0, m_quality->findData(kept)));
    const bool there = current();
    for (QPushButton *button : {m_up, m_down, m_remove})
        button->setEnabled(there && !m_session.isReadOnly());
}

const db::Question *QuestionPanel::current() const
{
    const auto found = std::find_if(m_questions.cbegin(), m_questions.cend(), [this](const db::Question &question) { return question.id == m_edited; });
    return m_edited.isValid() && found != m_questions.cend() ? &*found : nullptr;
}

void QuestionPanel::showCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    begin(db::QuestionId(item ? item->data(IdRole).toLongLong() : 0));
}

void QuestionPanel::begin(db::QuestionId question)
{
    m_edited = question;
    const db::Question *shown = current();
    m_quality->setCurrentIndex(shown ? std::max(0, m_quality->findData(shown->quality.number())) : 0);
    m_text->setText(shown ? shown->text : QString());
    m_guidance->setPlainText(shown ? shown->guidance : QString());
    m_keep->setEnabled(shown && !m_session.isReadOnly());
    for (QPushButton *button : {m_up, m_down, m_remove})
        button->setEnabled(shown && !m_session.isReadOnly());
    if (!shown) {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(-1);
        m_text->setFocus();
    }
}

void QuestionPanel::keep()
{
    if (!m_keep->isEnabled())
        return;
    db::Question question;
    if (const db::Question *shown = current())
        question = *shown;
    question.role = m_role;
    question.quality = db::QualityId(m_quality->currentData().toLongLong());
    question.text = m_text->text();
    question.guidance = m_guidance->toPlainText();
    const bool isNew = !question.id.isValid();
    if (m_session.apply(app::keepQuestion(m_session.connection(), question)) && isNew)
        begin({});
}

void QuestionPanel::move(int places)
{
    if (current())
        m_session.apply(app::moveQuestion(m_session.connection(), m_role, m_edited, places));
}

void QuestionPanel::remove()
{
    if (current())
        m_session.apply(app::removeQuestion(m_session.connection(), m_role, m_edited));
}

bool QuestionPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete) {
            remove();
            return true;
        }
        if (key->modifiers() & Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Insert) {
            begin({});
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rolecall::ui
