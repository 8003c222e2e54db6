// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/messages/message_panel.h"

#include "app/messages/message_fields.h"
#include "app/messages/message_templates.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr qsizetype namedAtMost = 6; ///< of those that are left out; the others are counted

TextLabel *wrapped(TextSize size, Tone tone)
{
    auto *label = new TextLabel({}, size, tone);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

MessagePanel::MessagePanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_open([](const QUrl &url) { return QDesktopServices::openUrl(url); })
    , m_template(new QComboBox)
    , m_notes(new QCheckBox(tr("With what reviewers noted")))
    , m_to(new ElidedLabel)
    , m_subject(new ElidedLabel)
    , m_body(new QPlainTextEdit)
    , m_place(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_said(wrapped(TextSize::Small, Tone::Normal))
    , m_leftOut(wrapped(TextSize::Small, Tone::Quiet))
    , m_before(new QPushButton(tr("Previous")))
    , m_next(new QPushButton(tr("Next")))
    , m_mail(new QPushButton(tr("Open in mail program")))
    , m_save(new QPushButton)
{
    auto *title = new QHBoxLayout;
    title->addWidget(new TextLabel(tr("Message"), TextSize::Heading), 1);
    auto *done = new QPushButton(tr("Close"));
    setLook(done, ButtonLook::Quiet);
    title->addWidget(done);
    m_template->setAccessibleName(tr("Template"));
    m_template->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_template->setMinimumContentsLength(16);
    m_notes->setToolTip(tr("The notes of submitted reviews, without who wrote them"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setAccessibleName(tr("The message"));
    setPrimary(m_mail);
    for (QPushButton *button : {m_before, m_next})
        setLook(button, ButtonLook::Quiet);
    auto *form = new QFormLayout;
    form->addRow(tr("Template"), m_template);
    form->addRow(QString(), m_notes);
    form->addRow(tr("To"), m_to);
    form->addRow(tr("Subject"), m_subject);
    auto *steps = new QHBoxLayout;
    steps->setSpacing(0);
    steps->addWidget(m_place, 1);
    steps->addWidget(m_before);
    steps->addWidget(m_next);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_mail);
    buttons->addWidget(m_save);
    buttons->addStretch();
    auto *note = wrapped(TextSize::Small, Tone::Quiet);
    note->setText(tr("Rolecall sends nothing: the draft goes to your own mail program, where you can still change it."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 24, 16);
    column->setSpacing(8);
    column->addLayout(title);
    column->addLayout(form);
    column->addWidget(m_body, 1);
    column->addLayout(steps);
    column->addWidget(m_said);
    column->addWidget(m_leftOut);
    column->addWidget(note);
    column->addLayout(buttons);
    keepRoom(*this, 416, Room::Fixed);
    connect(done, &QPushButton::clicked, this, &MessagePanel::close);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this, &MessagePanel::close);
    connect(m_template, &QComboBox::activated, this, &MessagePanel::draft);
    connect(m_notes, &QCheckBox::clicked, this, &MessagePanel::draft);
    connect(m_before, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(1); });
    connect(m_mail, &QPushButton::clicked, this, &MessagePanel::openInMail);
    connect(m_save, &QPushButton::clicked, this, &MessagePanel::choose);
}

void MessagePanel::showFor(const QList<db::ApplicationId> &applications)
{
    m_applications = applications;
    m_shown = 0;
    readTemplates();
    say({}, false);
    show();
    draft();
    m_template->setFocus(Qt::OtherFocusReason);
}

void MessagePanel::readTemplates()
{
    const QVariant before = m_template->currentData();
    m_template->clear();
    const auto templates = app::messageTemplates(m_session.connection());
    m_templates = templates ? *templates : QList<db::MessageTemplate>();
    for (const db::MessageTemplate &one : std::as_const(m_templates))
        m_template->addItem(one.name, one.uuid);
    m_template->setCurrentIndex(std::max(0, m_template->findData(before)));
}

std::optional<db::MessageTemplate> MessagePanel::chosen() const
{
    const int place = m_template->currentIndex();
    return place < 0 || place >= m_templates.size() ? std::nullopt : std::optional(m_templates.at(place));
}

void MessagePanel::draft()
{
    const auto from = chosen();
    if (!from)
        return;
    const bool feedback = app::usedFields(from->body).contains(QStringLiteral("feedback"));
    m_notes->setVisible(feedback);
    const quint64 question = ++m_question;
    m_session.reader().ask<app::Drafts>(
        this,
        [applications = m_applications, from = *from, choices = app::DraftChoices{feedback && m_notes->isChecked()}](db::Connection &connection) {
            return app::draftMessages(connection, applications, from, choices);
        },
        [this, question](Result<app::Drafts> drafts) {
            if (question != m_question)
                return;
            m_drafts = drafts ? std::move(*drafts) : app::Drafts();
            say(drafts ? QString() : drafts.error().text(), !drafts);
            showDraft();
        });
}

void MessagePanel::showDraft()
{
    const int count = int(m_drafts.drafts.size());
    m_shown = std::clamp(m_shown, 0, std::max(0, count - 1));
    const bool any = count > 0;
    m_mail->setEnabled(any);
    m_save->setEnabled(any);
    m_save->setText(count > 1 ? tr("Save %1 files…").arg(QLocale().toString(count)) : tr("Save as file…"));
    m_before->setEnabled(m_shown > 0);
    m_next->setEnabled(m_shown < count - 1);
    m_place->setText(count > 1 ? tr("%1 of %2").arg(QLocale().toString(m_shown + 1), QLocale().toString(count)) : QString());
    for (QPushButton *button : {m_before, m_next})
        button->setVisible(count > 1);
    const app::MessageDraft shown = any ? m_drafts.drafts.at(m_shown) : app::MessageDraft();
    m_to->setText(any ? QStringLiteral("%1 <%2>").arg(shown.name, shown.to) : QString());
    m_subject->setText(shown.subject);
    m_body->setPlainText(shown.body);
    if (any && !shown.holes.isEmpty()) {
        QStringList holes;
        for (const QString &hole : shown.holes)
            holes << QString(hole).replace(u'_', u' ');
        say(tr("Nothing is known for: %1. It stands in brackets.").arg(holes.join(QStringLiteral(", "))), true);
    } else if (any) {
        say({}, false);
    }
    QStringList lines;
    for (const app::LeftOut &one : m_drafts.leftOut.mid(0, namedAtMost))
        lines << tr("%1: %2").arg(one.who, one.why);
    if (const auto more = m_drafts.leftOut.size() - lines.size(); more > 0)
        lines << tr("and %1 more").arg(QLocale().toString(more));
    m_leftOut->setText(lines.isEmpty() ? QString() : tr("No draft for\n%1").arg(lines.join(u'\n')));
    m_leftOut->setVisible(!lines.isEmpty());
}

void MessagePanel::say(const QString &words, bool problem)
{
    m_said->setText(problem && !words.isEmpty() ? QStringLiteral("⚠ %1").arg(words) : words);
    m_said->setVisible(!words.isEmpty());
}

void MessagePanel::step(int by)
{
    m_shown += by;
    showDraft();
}

void MessagePanel::openInMail()
{
    const auto from = chosen();
    if (!from || m_shown >= m_drafts.drafts.size())
        return;
    const app::MessageDraft draft = m_drafts.drafts.at(m_shown);
    const auto link = app::mailtoUrl(draft);
    if (!link) {
        say(tr("The message is too long for a link to the mail program. Save it as a file, and open that."), true);
        m_save->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_open(*link)) {
        say(tr("No mail program answered. Save it as a file, and open that."), true);
        return;
    }
    m_session.apply(app::noteDrafts(m_session.connection(), {draft}, from->name));
}

void MessagePanel::choose()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Save the drafts in a folder"), QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    if (!folder.isEmpty())
        saveIn(folder);
}

void MessagePanel::saveIn(const QString &folder)
{
    const auto from = chosen();
    if (!from || m_drafts.drafts.isEmpty())
        return;
    m_session.run(tr("Writing the drafts"),
                  [drafts = m_drafts.drafts, name = from->name, folder](db::Connection &connection, app::Progress &progress) -> Result<app::Done> {
                      const auto written = app::saveDrafts(drafts, name, folder, &progress);
                      return written ? app::noteDrafts(connection, drafts, name) : Result<app::Done>(tl::unexpected(written.error()));
                  },
                  [this, folder, count = m_drafts.drafts.size()](const Result<app::Done> &done) {
                      if (done)
                          say(count == 1 ? tr("One file is in %1").arg(QDir::toNativeSeparators(folder)) : tr("%1 files are in %2").arg(QLocale().toString(count), QDir::toNativeSeparators(folder)), false);
                  });
}

void MessagePanel::close()
{
    hide();
    Q_EMIT closed();
}

} // namespace rolecall::ui
