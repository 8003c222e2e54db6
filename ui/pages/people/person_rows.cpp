// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/person_rows.h"

#include "app/people/retention.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int iconSide = 16;

TextLabel *wrapped(const QString &text, TextSize size, Tone tone)
{
    auto *label = new TextLabel(text, size, tone);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QPushButton *quietButton(const QString &text, const QString &accessibleName)
{
    auto *button = new QPushButton(text);
    setLook(button, ButtonLook::Quiet);
    button->setAccessibleName(accessibleName);
    return button;
}

QString day(const QString &stored)
{
    const QDateTime at = QDateTime::fromString(stored, Qt::ISODateWithMs);
    return at.isValid() ? QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat) : stored.left(10);
}

} // namespace

RecordRow::RecordRow(const QString &text, const QString &detail, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(wrapped(text, TextSize::Body, Tone::Normal));
    column->addWidget(wrapped(detail, TextSize::Small, Tone::Quiet));
    m_row->addLayout(column, 1);
}

void RecordRow::setIcon(Icon icon)
{
    m_icon = icon;
    m_row->setContentsMargins(iconSide + 8, 0, 0, 0);
    update();
}

QPushButton *RecordRow::addButton(const QString &text, const QString &accessibleName)
{
    QPushButton *button = quietButton(text, accessibleName);
    m_row->addWidget(button, 0, Qt::AlignTop);
    return button;
}

void RecordRow::paintEvent(QPaintEvent *)
{
    if (m_icon == Icon::None)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(painter, QRectF(0, 2, iconSide, iconSide), m_icon, coloursOf(palette()).quietText);
}

Icon timelineIcon(app::TimelineKind kind)
{
    switch (kind) {
    case app::TimelineKind::Applied:
        return Icon::Add;
    case app::TimelineKind::Document:
        return Icon::Document;
    case app::TimelineKind::Mail:
        return Icon::Mail;
    case app::TimelineKind::Review:
        return Icon::Star;
    case app::TimelineKind::Interview:
        return Icon::Calendar;
    case app::TimelineKind::Stage:
        return Icon::Forward;
    case app::TimelineKind::Outcome:
        return Icon::Check;
    case app::TimelineKind::Note:
        return Icon::Edit;
    case app::TimelineKind::Other:
        break;
    }
    return Icon::History;
}

ApplicationBox::ApplicationBox(const db::PersonApplication &application, bool readOnly, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(4);
    QStringList details{application.outcome.isEmpty() ? tr("%1 since %2").arg(application.stageName, day(application.stageSince))
                                                      : tr("%1 on %2: %3").arg(app::outcomeLabel(application.outcome), day(application.outcomeAt), application.outcomeReason)};
    if (!application.source.isEmpty())
        details << tr("from %1").arg(application.source);
    auto *row = new RecordRow(application.roleTitle, details.join(QStringLiteral(" · ")));
    connect(row->addButton(tr("Review"), tr("Review the application for %1").arg(application.roleTitle)), &QPushButton::clicked, this, &ApplicationBox::reviewWanted);
    connect(row->addButton(tr("List"), tr("Show it among the applicants for %1").arg(application.roleTitle)), &QPushButton::clicked, this, &ApplicationBox::listWanted);
    column->addWidget(row);
    auto *tags = new QLineEdit(application.tags.join(QStringLiteral(", ")));
    tags->setPlaceholderText(tr("Tags, parted by commas"));
    tags->setAccessibleName(tr("Tags of the application for %1").arg(application.roleTitle));
    tags->setReadOnly(readOnly);
    tags->setCursorPosition(0);
    connect(tags, &QLineEdit::editingFinished, this, [this, tags] {
        if (tags->isModified()) {
            tags->setModified(false);
            Q_EMIT tagsGiven(tags->text());
        }
    });
    column->addWidget(tags);
}

NoteBox::NoteBox(const db::PersonNote &note, const QString &role, bool own, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->setSpacing(2);
    const QString who = note.reviewer.isValid() ? note.reviewerName : tr("came with the application");
    auto *head = new QHBoxLayout;
    head->addWidget(wrapped(QStringLiteral("%1 · %2 · %3").arg(who, day(note.createdAt), role), TextSize::Small, Tone::Quiet), 1);
    column->addLayout(head);
    m_text = wrapped(note.text, TextSize::Body, Tone::Normal);
    column->addWidget(m_text);
    if (!own)
        return;
    m_buttons = new QWidget;
    auto *row = new QHBoxLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    QPushButton *change = quietButton(tr("Edit"), tr("Edit this note"));
    QPushButton *remove = quietButton(tr("Delete"), tr("Delete this note"));
    row->addWidget(change);
    row->addWidget(remove);
    row->addStretch();
    column->addWidget(m_buttons);
    connect(change, &QPushButton::clicked, this, [this, text = note.text] { edit(text); });
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT changed(QString()); });
}

void NoteBox::edit(const QString &text)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    m_text->hide();
    m_buttons->hide();
    auto *editor = new QPlainTextEdit(text);
    editor->setAccessibleName(tr("The note's text"));
    editor->setTabChangesFocus(true);
    editor->setFixedHeight(5 * editor->fontMetrics().lineSpacing() + 16);
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto *save = new QPushButton(tr("Save"));
    QPushButton *cancel = quietButton(tr("Cancel"), tr("Leave the note as it is"));
    row->addWidget(save);
    row->addWidget(cancel);
    row->addStretch();
    column->addWidget(editor);
    column->addWidget(foot);
    editor->setFocus(Qt::OtherFocusReason);
    connect(editor, &QPlainTextEdit::textChanged, save, [editor, save] { save->setEnabled(!editor->toPlainText().trimmed().isEmpty()); });
    connect(save, &QPushButton::clicked, this, [this, editor] { Q_EMIT changed(editor->toPlainText()); });
    connect(cancel, &QPushButton::clicked, this, [this, editor, foot] {
        editor->deleteLater();
        foot->deleteLater();
        m_text->show();
        m_buttons->show();
    });
}

} // namespace rolecall::ui
