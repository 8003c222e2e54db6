// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/welcome/welcome_page.h"

#include "ui/shell/file_choice.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int columnWidth = 640;

QString shortFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QString home = QDir::homePath();
    return QDir::toNativeSeparators(folder == home || folder.startsWith(home + u'/') ? QStringLiteral("~") + folder.mid(home.size()) : folder);
}

} // namespace

WelcomePage::WelcomePage(const QStringList &recent, QWidget *parent)
    : Page(parent)
    , m_rescue(new RescuePanel)
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(16, 24, 16, 24); // with a quiet button's own 8: files stand under the title
    column->setSpacing(24);
    for (QWidget *card : {static_cast<QWidget *>(m_rescue), makeBeginning()}) {
        auto *inset = new QHBoxLayout;
        inset->setContentsMargins(8, 0, 8, 0);
        inset->addWidget(card);
        column->addLayout(inset);
    }
    // One question at a time: who has a damaged file does not begin a new one.
    connect(m_rescue, &RescuePanel::opened, m_dropZone, &QWidget::hide);
    connect(m_rescue, &RescuePanel::closed, m_dropZone, &QWidget::show);
    if (!recent.isEmpty())
        column->addWidget(makeRecent(recent));
    column->addStretch();
    auto *across = new QHBoxLayout(this);
    across->setContentsMargins(0, 0, 0, 0);
    auto *content = new QWidget;
    content->setLayout(column);
    keepRoom(*content, columnWidth + 48, Room::Most);
    across->addWidget(content);
    across->addStretch();
}

QString WelcomePage::subtitle() const
{
    return tr("Read applicants against a posting, and leave with a shortlist that can be defended");
}

QWidget *WelcomePage::makeBeginning()
{
    m_dropZone = new QWidget;
    auto *column = new QVBoxLayout(m_dropZone);
    column->setContentsMargins(32, 32, 32, 32);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("Drop a posting here"), TextSize::Heading));
    auto *sentence = new TextLabel(tr("Text, Markdown or HTML. Its necessary and useful qualities become the criteria; nothing leaves this computer."), TextSize::Body, Tone::Quiet);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 16, 0, 0);
    buttons->setSpacing(8);
    auto *choose = new QPushButton(tr("Choose a posting…"));
    setPrimary(choose);
    connect(choose, &QPushButton::clicked, this, [this] {
        chooseFiles(this, tr("Begin with a posting"), postingFilter(), [this](const QStringList &paths) { Q_EMIT postingsChosen(paths); });
    });
    auto *example = new QPushButton(tr("Open the example"));
    example->setToolTip(tr("An invented observatory with two roles and 46 invented applicants, as a workspace of your own to try things in"));
    connect(example, &QPushButton::clicked, this, &WelcomePage::exampleWanted);
    auto *open = new QPushButton(tr("Open a workspace…"));
    connect(open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    auto *empty = new QPushButton(tr("New workspace…"));
    connect(empty, &QPushButton::clicked, this, &WelcomePage::newWanted);
    for (QPushButton *button : {choose, example, open, empty})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    return m_dropZone;
}

QWidget *WelcomePage::makeRecent(const QStringList &recent)
{
    auto *list = new QWidget;
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *heading = new TextLabel(tr("Open lately"), TextSize::Small, Tone::Quiet);
    heading->setContentsMargins(8, 0, 0, 4);
    column->addWidget(heading);
    for (const QString &path : recent) {
        auto *row = new QHBoxLayout;
        row->setSpacing(16);
        auto *button = new QPushButton(lineIcon(Icon::Document), QFileInfo(path).completeBaseName());
        setLook(button, ButtonLook::Quiet);
        button->setToolTip(QDir::toNativeSeparators(path));
        connect(button, &QPushButton::clicked, this, [this, path] { Q_EMIT workspaceChosen(path); });
        row->addWidget(button);
        row->addWidget(new ElidedLabel(shortFolder(path), TextSize::Small, Tone::Quiet), 1);
        column->addLayout(row);
    }
    return list;
}

void WelcomePage::paintEvent(QPaintEvent *)
{
    if (!m_dropZone->isVisible())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(coloursOf(palette()).control, 1.2);
    pen.setDashPattern({4, 4});
    painter.setPen(pen);
    const QPoint origin = m_dropZone->mapTo(this, QPoint());
    painter.drawRoundedRect(QRectF(QRect(origin, m_dropZone->size())).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
}

} // namespace rolecall::ui
