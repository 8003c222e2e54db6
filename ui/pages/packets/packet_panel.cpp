// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/packets/packet_panel.h"

#include "app/sealing/passphrase.h"
#include "app/sealing/sealed_copies.h"
#include "ui/session/session.h"
#include "ui/shell/file_choice.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"
#include "ui/widgets/column_scroll.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

TextLabel *wrapped(const QString &text, TextSize size = TextSize::Body, Tone tone = Tone::Normal)
{
    auto *label = new TextLabel(text, size, tone);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString reviewCount(int count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(count);
}

} // namespace

PacketPanel::PacketPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_pages(new QStackedWidget)
    , m_reviewer(new QLineEdit)
    , m_blind(new QCheckBox(tr("Blind: a code in place of each name")))
    , m_documents(new QCheckBox(tr("With documents")))
    , m_onlyChosen(new QCheckBox)
    , m_encrypt(new QCheckBox(tr("Encrypt with a passphrase")))
    , m_passphrase(new QLineEdit)
    , m_hint(wrapped({}, TextSize::Small, Tone::Quiet))
    , m_save(new QPushButton(tr("Save the packet…")))
    , m_summary(wrapped({}))
    , m_conflictTitle(wrapped({}, TextSize::Heading))
    , m_left(wrapped({}, TextSize::Small, Tone::Quiet))
    , m_conflicts(new QVBoxLayout)
    , m_merge(new QPushButton(tr("Merge")))
{
    auto *sending = new ColumnScroll;
    sending->setWidget(makeSending());
    sending->setFocusPolicy(Qt::NoFocus);
    sending->widget()->setAutoFillBackground(false);
    sending->viewport()->setAutoFillBackground(false);
    m_pages->addWidget(sending);
    m_pages->addWidget(makeReturned());
    m_pages->addWidget(makeLocked());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 24, 16); // its right edge is the page's
    column->addWidget(m_pages);
    keepRoom(*this, 400, Room::Fixed);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this, &PacketPanel::close);
}

QWidget *PacketPanel::makeSending()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(wrapped(tr("Send for review"), TextSize::Heading));
    column->addWidget(wrapped(tr("A file with the role, its applicants and their documents. A colleague opens it in Rolecall, rates, and sends it back; nobody else's ratings are in it."), TextSize::Body, Tone::Quiet));
    auto *whom = new TextLabel(tr("&For"));
    whom->setBuddy(m_reviewer);
    m_reviewer->setPlaceholderText(tr("The colleague's name"));
    m_reviewer->setAccessibleName(tr("The colleague's name"));
    m_reviewer->setMaxLength(200);
    m_documents->setChecked(true);
    m_blind->setToolTip(tr("Documents go as text without names, addresses and numbers"));
    setPrimary(m_save);
    auto *cancel = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(cancel);
    buttons->addStretch();
    column->addSpacing(8);
    column->addWidget(whom);
    column->addWidget(m_reviewer);
    for (QCheckBox *box : {m_blind, m_documents, m_onlyChosen})
        column->addWidget(box);
    column->addWidget(m_encrypt);
    column->addWidget(m_passphrase);
    column->addWidget(m_hint);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addStretch();
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setPlaceholderText(tr("Passphrase"));
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_encrypt->setToolTip(tr("Only the passphrase opens the packet. Tell it to the colleague by another way"));
    const auto weigh = [this] {
        m_passphrase->setVisible(m_encrypt->isChecked());
        m_hint->setVisible(m_encrypt->isChecked());
        m_hint->setText(app::passphraseHint(m_passphrase->text()).words);
        m_save->setEnabled(canSend());
    };
    connect(m_encrypt, &QCheckBox::toggled, this, weigh);
    connect(m_passphrase, &QLineEdit::textChanged, this, weigh);
    weigh();
    connect(m_reviewer, &QLineEdit::textChanged, this, [this] { m_save->setEnabled(canSend()); });
    connect(m_reviewer, &QLineEdit::returnPressed, this, &PacketPanel::send);
    connect(m_save, &QPushButton::clicked, this, &PacketPanel::send);
    connect(cancel, &QPushButton::clicked, this, &PacketPanel::close);
    return page;
}

QWidget *PacketPanel::makeReturned()
{
    auto *page = new QWidget;
    auto *inside = new QWidget;
    auto *list = new QVBoxLayout(inside);
    list->setContentsMargins(0, 0, 8, 0);
    list->setSpacing(8);
    list->addWidget(m_conflictTitle);
    list->addLayout(m_conflicts);
    list->addWidget(m_left);
    list->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setPrimary(m_merge);
    auto *cancel = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_merge);
    buttons->addWidget(cancel);
    buttons->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(wrapped(tr("Ratings that came back"), TextSize::Heading));
    column->addWidget(m_summary);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    connect(m_merge, &QPushButton::clicked, this, &PacketPanel::merge);
    connect(cancel, &QPushButton::clicked, this, &PacketPanel::close);
    return page;
}

bool PacketPanel::canSend() const
{
    return !m_reviewer->text().trimmed().isEmpty() && (!m_encrypt->isChecked() || !m_passphrase->text().isEmpty());
}

// An encrypted packet that came back waits for its passphrase.
QWidget *PacketPanel::makeLocked()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(wrapped(tr("The packet is encrypted"), TextSize::Heading));
    column->addWidget(m_lockedWords = wrapped({}, TextSize::Body, Tone::Quiet));
    m_unlock = new QLineEdit;
    m_unlock->setEchoMode(QLineEdit::Password);
    m_unlock->setPlaceholderText(tr("Passphrase"));
    m_unlock->setAccessibleName(tr("Passphrase"));
    column->addWidget(m_unlock);
    auto *open = new QPushButton(tr("Decrypt"));
    setPrimary(open);
    open->setEnabled(false);
    auto *cancel = new QPushButton(tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(open);
    buttons->addWidget(cancel);
    buttons->addStretch();
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addStretch();
    connect(m_unlock, &QLineEdit::textChanged, this, [open](const QString &text) { open->setEnabled(!text.isEmpty()); });
    connect(m_unlock, &QLineEdit::returnPressed, open, &QPushButton::click);
    connect(open, &QPushButton::clicked, this, &PacketPanel::unlock);
    connect(cancel, &QPushButton::clicked, this, &PacketPanel::close);
    return page;
}

void PacketPanel::unlock()
{
    using Opened = std::shared_ptr<app::Unsealed>;
    m_session.reader().ask<Opened>(
        this,
        [sealed = m_sealed, workspace = m_session.path(), passphrase = app::passphraseBytes(m_unlock->text())](db::Connection &) -> Result<Opened> {
            auto opened = app::Unsealed::open(sealed, workspace, passphrase);
            return opened ? Result<Opened>(std::move(*opened)) : Result<Opened>(tl::unexpected(opened.error().error));
        },
        [this](const Result<Opened> &opened) {
            if (!opened) {
                m_lockedWords->setText(opened.error().problem + QStringLiteral(". ") + opened.error().remedy + u'.');
                m_unlock->selectAll();
                return;
            }
            m_unlock->clear();
            m_unsealed = *opened;
            showReturned(m_unsealed->path());
        });
}

void PacketPanel::showSending(db::RoleId role, const QString &title, bool alwaysBlind, const QList<db::ApplicationId> &chosen)
{
    m_role = role;
    m_title = title;
    m_chosen = chosen;
    m_blind->setChecked(alwaysBlind || m_blind->isChecked());
    m_blind->setEnabled(!alwaysBlind);
    m_onlyChosen->setText(tr("Only the %1 that are selected in the list").arg(chosen.size()));
    m_onlyChosen->setChecked(chosen.size() > 1);
    m_onlyChosen->setVisible(chosen.size() > 1);
    m_save->setEnabled(canSend());
    m_pages->setCurrentIndex(0);
    show();
    m_reviewer->setFocus(Qt::OtherFocusReason);
}

void PacketPanel::send()
{
    if (!canSend())
        return;
    const QString suffix = m_encrypt->isChecked() ? app::sealedSuffix : QStringLiteral("rolecall");
    QString name = tr("%1 for %2").arg(m_title.simplified(), m_reviewer->text().simplified());
    name.replace(QRegularExpression(QStringLiteral("[^\\p{L}\\p{N} _-]")), QString());
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    chooseNewFile(this, tr("Save the packet"), m_encrypt->isChecked() ? sealedFilter() : workspaceFilter(), QDir(folder).filePath(name.left(100).trimmed() + u'.' + suffix), suffix,
                  [this](const QString &path) { sendTo(path); });
}

void PacketPanel::sendTo(const QString &path)
{
    app::PacketOptions options;
    options.reviewerName = m_reviewer->text();
    options.blind = m_blind->isChecked();
    options.documents = m_documents->isChecked();
    if (m_onlyChosen->isChecked())
        options.applications = m_chosen;
    const QByteArray passphrase = m_encrypt->isChecked() ? app::passphraseBytes(m_passphrase->text()) : QByteArray();
    m_session.run(tr("Writing %1").arg(QFileInfo(path).fileName()), [role = m_role, options, path, passphrase](db::Connection &connection, app::Progress &progress) {
        Result<app::PacketWritten> written = app::PacketWritten();
        const auto write = [&](const QString &to) {
            written = app::exportPacket(connection, role, options, to, &progress);
            return written ? Outcome() : Outcome(tl::unexpected(written.error()));
        };
        const Outcome outcome = passphrase.isEmpty() ? write(path) : app::writeSealed(connection.path(), path, passphrase, &progress, write);
        return outcome ? Result<app::Done>(written->done) : Result<app::Done>(tl::unexpected(outcome.error()));
    }, [this](const Result<app::Done> &done) {
        if (!done)
            return;
        m_passphrase->clear();
        m_reviewer->clear(); // the next packet is for somebody else
        close();
    });
}

void PacketPanel::chooseReturned()
{
    chooseFile(this, tr("Take ratings back from a packet"), tr("Packets (*.rolecall *.%1)").arg(app::sealedSuffix), [this](const QString &path) { showReturned(path); });
}

void PacketPanel::showReturned(const QString &path)
{
    if (app::isSealed(path)) {
        m_sealed = path;
        m_lockedWords->setText(tr("The passphrase that %1 was encrypted with opens it.").arg(QFileInfo(path).fileName()));
        m_pages->setCurrentIndex(2);
        show();
        m_unlock->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_session.reader().ask<app::PacketProposal>(
        this, [path](db::Connection &connection) { return app::proposeMerge(connection, path); },
        [this, path](const Result<app::PacketProposal> &proposal) {
            if (!proposal) {
                m_session.apply(Outcome(tl::unexpected(proposal.error())));
                return;
            }
            m_path = path;
            m_proposal = *proposal;
            showProposal();
        });
}

void PacketPanel::showProposal()
{
    while (QLayoutItem *item = m_conflicts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList parts;
    if (m_proposal.added > 0)
        parts << reviewCount(m_proposal.added, tr("one new review"), tr("%1 new reviews"));
    if (m_proposal.updated > 0)
        parts << reviewCount(m_proposal.updated, tr("one newer than here"), tr("%1 newer than here"));
    if (m_proposal.unchanged > 0)
        parts << reviewCount(m_proposal.unchanged, tr("one that is here already"), tr("%1 that are here already"));
    if (m_proposal.older > 0)
        parts << reviewCount(m_proposal.older, tr("one older than here, left"), tr("%1 older than here, left"));
    if (m_proposal.drafts > 0)
        parts << reviewCount(m_proposal.drafts, tr("one not submitted, left"), tr("%1 not submitted, left"));
    const QString who = m_proposal.reviewers.isEmpty() ? m_proposal.packet.reviewerName : m_proposal.reviewers.join(tr(", "));
    m_summary->setText(parts.isEmpty() ? tr("%1, from %2: no review can be taken").arg(m_proposal.roleTitle, who) : tr("%1, from %2: %3").arg(m_proposal.roleTitle, who, parts.join(tr("; "))));
    m_conflictTitle->setText(m_proposal.conflicts.size() == 1 ? tr("One choice to make") : tr("%1 choices to make").arg(m_proposal.conflicts.size()));
    m_conflictTitle->setVisible(!m_proposal.conflicts.isEmpty());
    for (qsizetype i = 0; i < m_proposal.conflicts.size(); ++i)
        m_conflicts->addWidget(conflictBox(i));
    m_left->setText(tr("Left out: %1").arg(m_proposal.leftOut.join(tr("; "))));
    m_left->setVisible(!m_proposal.leftOut.isEmpty());
    m_merge->setEnabled(m_proposal.changesAnything() && !m_session.isReadOnly());
    m_pages->setCurrentIndex(1);
    show();
    m_merge->setFocus(Qt::OtherFocusReason);
}

QWidget *PacketPanel::conflictBox(qsizetype index)
{
    const app::PacketConflict &conflict = m_proposal.conflicts.at(index);
    auto *box = new QWidget;
    box->setAccessibleName(conflict.subject);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 8);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int row = 0;
    grid->addWidget(wrapped(conflict.subject), row++, 0, 1, 2);
    grid->addWidget(wrapped(conflict.reason, TextSize::Small, Tone::Quiet), row++, 0, 1, 2);
    if (conflict.canTake) {
        auto *ours = new QRadioButton(tr("Keep ours"));
        auto *theirs = new QRadioButton(tr("Take theirs"));
        auto *group = new QButtonGroup(box);
        group->addButton(ours);
        group->addButton(theirs);
        (conflict.take ? theirs : ours)->setChecked(true);
        grid->addWidget(ours, row, 0);
        grid->addWidget(theirs, row++, 1);
        connect(theirs, &QRadioButton::toggled, this, [this, index](bool take) {
            m_proposal.conflicts[index].take = take;
            m_merge->setEnabled(m_proposal.changesAnything() && !m_session.isReadOnly());
        });
    }
    for (const app::PacketConflict::Line &line : conflict.lines) {
        grid->addWidget(wrapped(line.label, TextSize::Small, Tone::Quiet), row++, 0, 1, 2);
        grid->addWidget(wrapped(line.ours), row, 0, Qt::AlignTop);
        grid->addWidget(wrapped(line.theirs), row++, 1, Qt::AlignTop);
    }
    return box;
}

void PacketPanel::merge()
{
    m_session.run(tr("Merging %1").arg(QFileInfo(m_path).fileName()),
                  [path = m_path, proposal = m_proposal](db::Connection &connection, app::Progress &) { return app::mergePacket(connection, path, proposal); },
                  [this](const Result<app::Done> &done) {
                      if (done)
                          close();
                  });
}

void PacketPanel::close()
{
    m_unsealed.reset(); // nothing in the clear stays
    hide();
    Q_EMIT closed();
}

} // namespace rolecall::ui
