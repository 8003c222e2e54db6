// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/backup_panel.h"

#include "app/agenda/zoned_time.h"
#include "app/sealing/passphrase.h"
#include "app/sealing/sealed_copies.h"
#include "ui/shell/file_choice.h"
#include "ui/theme/looks.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int labelWidth = 112;
constexpr int fieldWidth = 300;
constexpr qsizetype mostRows = 6;

TextLabel *wrapped(const QString &text, TextSize size, Tone tone)
{
    auto *label = new TextLabel(text, size, tone);
    label->setWordWrap(true);
    return label;
}

QHBoxLayout *line(QVBoxLayout *column, const QString &label, QWidget *field)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *name = new TextLabel(label);
    keepRoom(*name, labelWidth, Room::Least);
    name->setBuddy(field);
    row->addWidget(name);
    row->addWidget(field);
    column->addLayout(row);
    return row;
}

QSpinBox *count(const QString &name)
{
    auto *box = new QSpinBox;
    box->setRange(0, 1000);
    box->setAccessibleName(name);
    return box;
}

QLineEdit *secret(const QString &name)
{
    auto *field = new QLineEdit;
    field->setEchoMode(QLineEdit::Password);
    keepRoom(*field, fieldWidth, Room::Fixed);
    field->setAccessibleName(name);
    return field;
}

} // namespace

BackupPanel::BackupPanel(Session &session, BackupKeeper &keeper, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_keeper(keeper)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("Backups"), TextSize::Heading));
    column->addWidget(wrapped(tr("Made in the background when something has changed, checked, and readable by you alone. For all workspaces on this computer."), TextSize::Small, Tone::Quiet));
    makeRule(column);
    makeState(column);
    column->addSpacing(24);
    column->addWidget(new TextLabel(tr("Encrypted copy"), TextSize::Heading));
    column->addWidget(wrapped(tr("For a memory stick or another place that is not yours alone: only the passphrase opens it. Rolecall keeps it nowhere."), TextSize::Small, Tone::Quiet));
    makeSealing(column);
    connect(&keeper, &BackupKeeper::changed, this, &BackupPanel::show);
    show();
}

void BackupPanel::makeRule(QVBoxLayout *column)
{
    m_every = new ChipBar;
    m_every->setExclusive(true);
    const QStringList names{tr("Never"), tr("Every day"), tr("Every week")};
    for (int i = 0; i < names.size(); ++i)
        m_every->addChip(QString::number(i), names.at(i));
    m_every->setChecked(QString::number(int(m_keeper.rule().every)), true);
    line(column, tr("Make one"), m_every);
    connect(m_every, &ChipBar::changed, this, [this](const QStringList &checked) {
        if (checked.isEmpty())
            m_every->setChecked(QString::number(int(m_keeper.rule().every)), true); // the chosen one stays
        else
            takeRule();
    });

    m_days = count(tr("Daily backups to keep"));
    m_weeks = count(tr("Weekly backups to keep"));
    m_days->setValue(m_keeper.rule().days);
    m_weeks->setValue(m_keeper.rule().weeks);
    m_days->setMinimum(1);
    QHBoxLayout *kept = line(column, tr("Keep"), m_days);
    kept->addWidget(new TextLabel(tr("daily and")));
    kept->addWidget(m_weeks);
    kept->addWidget(new TextLabel(tr("weekly ones")));
    kept->addStretch();
    connect(m_days, &QSpinBox::valueChanged, this, &BackupPanel::takeRule);
    connect(m_weeks, &QSpinBox::valueChanged, this, &BackupPanel::takeRule);

    m_folder = new ElidedLabel(QDir::toNativeSeparators(m_keeper.rule().folder));
    auto *choose = new QPushButton(tr("Choose…"));
    choose->setAccessibleName(tr("Choose the folder for backups"));
    QHBoxLayout *folder = line(column, tr("Folder"), m_folder);
    folder->setStretch(1, 1);
    folder->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Folder for backups"), m_keeper.rule().folder);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
            app::BackupRule rule = m_keeper.rule();
            rule.folder = path;
            m_folder->setText(QDir::toNativeSeparators(path));
            m_keeper.setRule(rule);
        });
        dialog->open();
    });
}

void BackupPanel::makeState(QVBoxLayout *column)
{
    m_state = new TextLabel;
    m_now = new QPushButton(tr("Back up now"));
    m_cancel = new QPushButton(tr("Cancel"));
    setLook(m_cancel, ButtonLook::Quiet);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(roomFor(labelWidth, font()) + 8, 8, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_now);
    row->addWidget(m_state);
    row->addWidget(m_cancel);
    row->addStretch();
    column->addLayout(row);
    m_fileRows = new QVBoxLayout;
    m_fileRows->setContentsMargins(roomFor(labelWidth, font()) + 8, 0, 0, 0);
    column->addLayout(m_fileRows);
    connect(m_now, &QPushButton::clicked, &m_keeper, &BackupKeeper::makeNow);
    connect(m_cancel, &QPushButton::clicked, &m_keeper, &BackupKeeper::cancel);
}

void BackupPanel::makeSealing(QVBoxLayout *column)
{
    m_passphrase = secret(tr("Passphrase"));
    m_again = secret(tr("The same passphrase again"));
    line(column, tr("Passphrase"), m_passphrase)->addStretch();
    line(column, tr("Again"), m_again)->addStretch();
    m_hint = wrapped({}, TextSize::Small, Tone::Quiet);
    auto *hint = new QHBoxLayout;
    hint->setContentsMargins(roomFor(labelWidth, font()) + 8, 0, 0, 0);
    hint->addWidget(m_hint);
    column->addLayout(hint);
    m_seal = new QPushButton(tr("Save an encrypted copy…"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(roomFor(labelWidth, font()) + 8, 0, 0, 0);
    row->addWidget(m_seal);
    row->addStretch();
    column->addLayout(row);
    for (QLineEdit *field : {m_passphrase, m_again})
        connect(field, &QLineEdit::textChanged, this, &BackupPanel::weigh);
    connect(m_seal, &QPushButton::clicked, this, &BackupPanel::saveSealed);
    weigh();
}

void BackupPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_keeper.readFiles();
}

void BackupPanel::show()
{
    const bool working = m_keeper.isWorking();
    m_now->setEnabled(!working);
    m_cancel->setVisible(working);
    if (working) {
        const double fraction = m_keeper.fraction();
        m_state->setText(fraction < 0 ? tr("Backing up…") : tr("Backing up… %1 %").arg(int(fraction * 100)));
    } else if (m_keeper.files().isEmpty()) {
        m_state->setText(tr("There is no backup of this workspace yet"));
    } else {
        m_state->setText(tr("The last one: %1").arg(app::momentText(m_keeper.files().first().madeAt.toLocalTime())));
    }
    showFiles();
}

void BackupPanel::showFiles()
{
    QStringList paths;
    for (const app::BackupFile &file : m_keeper.files().mid(0, mostRows))
        paths << file.path;
    if (paths == m_shown && m_files)
        return;
    m_shown = paths;
    delete m_files;
    m_files = new QWidget;
    auto *column = new QVBoxLayout(m_files);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const app::BackupFile &file : m_keeper.files().mid(0, mostRows)) {
        const QString moment = app::momentText(file.madeAt.toLocalTime());
        auto *row = new QHBoxLayout;
        row->setSpacing(16);
        auto *when = new TextLabel(moment);
        keepRoom(*when, 160, Room::Least);
        row->addWidget(when);
        row->addWidget(new TextLabel(QLocale().formattedDataSize(file.bytes), TextSize::Body, Tone::Quiet));
        auto *restore = new QPushButton(tr("Restore"));
        setLook(restore, ButtonLook::Quiet);
        restore->setAccessibleName(tr("Restore the backup of %1").arg(moment));
        restore->setToolTip(tr("The workspace as it is now is kept beside it"));
        restore->setEnabled(!m_session.isReadOnly());
        connect(restore, &QPushButton::clicked, this, [this, path = file.path] { Q_EMIT restoreWanted(path); });
        row->addWidget(restore);
        row->addStretch();
        column->addLayout(row);
    }
    if (m_keeper.files().size() > mostRows)
        column->addWidget(new TextLabel(tr("and %1 older ones in the folder").arg(m_keeper.files().size() - mostRows), TextSize::Small, Tone::Quiet));
    m_fileRows->addWidget(m_files);
}

void BackupPanel::takeRule()
{
    app::BackupRule rule = m_keeper.rule();
    if (const QStringList every = m_every->checked(); !every.isEmpty())
        rule.every = static_cast<app::BackupRule::Every>(every.first().toInt());
    rule.days = m_days->value();
    rule.weeks = m_weeks->value();
    m_keeper.setRule(rule);
}

void BackupPanel::weigh()
{
    const app::PassphraseHint hint = app::passphraseHint(m_passphrase->text());
    const bool alike = m_passphrase->text() == m_again->text();
    m_hint->setText(alike || m_again->text().isEmpty() ? hint.words : tr("The two are not the same"));
    m_seal->setEnabled(alike && !m_passphrase->text().isEmpty());
}

void BackupPanel::saveSealed()
{
    const QString name = QFileInfo(m_session.path()).completeBaseName();
    const QString suggestion = QDir(QFileInfo(freeWorkspacePath(name)).absolutePath()).filePath(name + u'.' + app::sealedSuffix);
    chooseNewFile(this, tr("Save an encrypted copy"), sealedFilter(), suggestion, app::sealedSuffix, [this](const QString &path) {
        m_session.run(
            tr("Encrypting a copy"),
            [path, passphrase = app::passphraseBytes(m_passphrase->text())](db::Connection &connection, app::Progress &progress) -> Result<app::Done> {
                if (auto outcome = app::backUpSealed(connection, path, passphrase, &progress); !outcome)
                    return tl::unexpected(outcome.error());
                return app::Done{tr("Saved an encrypted copy as %1").arg(QFileInfo(path).fileName()), {}, {}, {}, {}};
            },
            [this](const Result<app::Done> &done) {
                if (done) {
                    m_passphrase->clear();
                    m_again->clear();
                }
            });
    });
}

} // namespace rolecall::ui
