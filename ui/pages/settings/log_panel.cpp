// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/log_panel.h"

#include "app/log/event_log.h"
#include "ui/shell/file_choice.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int textHeight = 240;

} // namespace

LogPanel::LogPanel(const QString &path, QWidget *parent)
    : QWidget(parent)
    , m_path(path)
    , m_text(new QPlainTextEdit)
    , m_show(new QPushButton)
    , m_copy(new QPushButton(tr("Copy")))
    , m_save(new QPushButton(tr("Save…")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("Log"), TextSize::Heading));
    auto *words = new TextLabel(tr("What the program did and what went wrong, to read and to attach to a report. Nothing about applicants, roles or files is in it."), TextSize::Small, Tone::Quiet);
    words->setWordWrap(true);
    column->addWidget(words);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_show, m_copy, m_save})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFixedHeight(textHeight);
    m_text->setAccessibleName(tr("Log"));
    m_text->setPlaceholderText(tr("Nothing is in it yet"));
    column->addWidget(m_text);
    connect(m_show, &QPushButton::clicked, this, [this] { showLog(m_text->isHidden()); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        read();
        QApplication::clipboard()->setText(m_text->toPlainText());
    });
    connect(m_save, &QPushButton::clicked, this, &LogPanel::save);
    showLog(false);
}

void LogPanel::showLog(bool shown)
{
    if (shown)
        read();
    m_text->setVisible(shown);
    m_show->setText(shown ? tr("Hide the log") : tr("Show the log"));
}

void LogPanel::read()
{
    m_text->setPlainText(app::EventLog(m_path).text());
    m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum()); // the latest is last
}

void LogPanel::save()
{
    chooseNewFile(this, tr("Save the log"), tr("Text (*.txt)"), QFileInfo(freeWorkspacePath(tr("Rolecall log"))).absolutePath() + u'/' + tr("Rolecall log") + QStringLiteral(".txt"),
                  QStringLiteral("txt"), [this](const QString &path) {
                      read();
                      QSaveFile file(path);
                      const QByteArray bytes = m_text->toPlainText().toUtf8();
                      // What cannot be written is said by the button itself: there is no other place for it here.
                      const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
                      m_save->setText(saved ? tr("Saved") : tr("Not saved: %1").arg(file.errorString()));
                  });
}

} // namespace rolecall::ui
