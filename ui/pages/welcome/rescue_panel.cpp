// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/rescue_panel.h"

#include "app/agenda/zoned_time.h"
#include "app/sealing/passphrase.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr qsizetype mostBackups = 5;
constexpr int fieldWidth = 300;

TextLabel *wrapped(const QString &text, TextSize size = TextSize::Body, Tone tone = Tone::Normal)
{
    auto *label = new TextLabel(text, size, tone);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

RescuePanel::RescuePanel(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    hide();
}

QVBoxLayout *RescuePanel::begin(const QString &title, const QString &path)
{
    delete m_content;
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(8);
    column->addWidget(wrapped(title, TextSize::Heading));
    column->addWidget(new ElidedLabel(QDir::toNativeSeparators(path), TextSize::Small, Tone::Quiet));
    m_problem = wrapped({});
    column->addWidget(m_problem);
    m_problem->hide();
    m_column->addWidget(m_content);
    show();
    Q_EMIT opened();
    return column;
}

void RescuePanel::addClose(QHBoxLayout *buttons)
{
    auto *close = new QPushButton(tr("Close"));
    buttons->addWidget(close);
    buttons->addStretch();
    connect(close, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
}

void RescuePanel::showDamaged(const QString &path, const QString &problem, const QList<app::BackupFile> &backups)
{
    QVBoxLayout *column = begin(tr("“%1” is damaged").arg(QFileInfo(path).completeBaseName()), path);
    showProblem(problem);
    column->addWidget(wrapped(tr("Nothing was changed in it. What can be read is recovered into a new workspace beside it; a backup brings back everything up to its day."), TextSize::Body, Tone::Quiet));
    column->addSpacing(8);
    for (const app::BackupFile &backup : backups.mid(0, mostBackups)) {
        const QString moment = app::momentText(backup.madeAt.toLocalTime());
        auto *row = new QHBoxLayout;
        row->setSpacing(16);
        row->addWidget(new TextLabel(tr("Backup of %1").arg(moment)));
        row->addWidget(new TextLabel(QLocale().formattedDataSize(backup.bytes), TextSize::Body, Tone::Quiet));
        auto *restore = new QPushButton(tr("Restore"));
        setLook(restore, ButtonLook::Quiet);
        restore->setAccessibleName(tr("Restore the backup of %1").arg(moment));
        restore->setToolTip(tr("The damaged file is kept beside it"));
        connect(restore, &QPushButton::clicked, this, [this, path, file = backup.path] { Q_EMIT restoreWanted(file, path); });
        row->addWidget(restore);
        row->addStretch();
        column->addLayout(row);
    }
    if (backups.isEmpty())
        column->addWidget(wrapped(tr("Rolecall has made no backup of it on this computer."), TextSize::Small, Tone::Quiet));
    auto *recover = new QPushButton(tr("Recover into a new workspace"));
    setPrimary(recover);
    auto *other = new QPushButton(tr("Restore another backup…"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 16, 0, 0);
    buttons->setSpacing(8);
    buttons->addWidget(recover);
    buttons->addWidget(other);
    addClose(buttons);
    column->addLayout(buttons);
    connect(recover, &QPushButton::clicked, this, [this, path] { Q_EMIT recoverWanted(path); });
    connect(other, &QPushButton::clicked, this, [this, path] { Q_EMIT otherBackupWanted(path); });
    recover->setFocus(Qt::OtherFocusReason);
}

void RescuePanel::showSealed(const QString &path)
{
    QVBoxLayout *column = begin(tr("“%1” is encrypted").arg(QFileInfo(path).completeBaseName()), path);
    column->addWidget(wrapped(tr("Its passphrase opens it. What is inside is saved as a workspace of yours; the encrypted file stays as it is."), TextSize::Body, Tone::Quiet));
    auto *passphrase = new QLineEdit;
    passphrase->setEchoMode(QLineEdit::Password);
    passphrase->setAccessibleName(tr("Passphrase"));
    passphrase->setPlaceholderText(tr("Passphrase"));
    passphrase->setMaximumWidth(fieldWidth);
    column->addSpacing(8);
    column->addWidget(passphrase);
    auto *open = new QPushButton(tr("Decrypt and open"));
    setPrimary(open);
    open->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 8, 0, 0);
    buttons->setSpacing(8);
    buttons->addWidget(open);
    addClose(buttons);
    column->addLayout(buttons);
    connect(passphrase, &QLineEdit::textChanged, this, [this, open](const QString &text) {
        open->setEnabled(!text.isEmpty());
        m_problem->hide();
    });
    connect(passphrase, &QLineEdit::returnPressed, open, &QPushButton::click);
    connect(open, &QPushButton::clicked, this, [this, path, passphrase] { Q_EMIT unsealWanted(path, app::passphraseBytes(passphrase->text())); });
    // After whoever shows this has given the page its own focus.
    QTimer::singleShot(0, passphrase, [passphrase] { passphrase->setFocus(Qt::OtherFocusReason); });
}

void RescuePanel::showProblem(const QString &problem)
{
    if (!m_problem)
        return;
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void RescuePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &colours = coloursOf(palette());
    painter.setPen(QPen(colours.line, 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace rolecall::ui
