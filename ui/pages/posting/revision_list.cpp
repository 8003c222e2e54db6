// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/revision_list.h"

#include "ui/delegates/row_delegates.h"
#include "ui/item_roles.h"

#include <QAction>
#include <QClipboard>
#include <QDateTime>
#include <QGuiApplication>
#include <QLocale>
#include <QSignalBlocker>

namespace rolecall::ui {

namespace {

constexpr int shownHash = 12; ///< characters; the whole stands in the tool tip and can be copied

} // namespace

RevisionList::RevisionList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new AgendaRowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Revisions of the posting"));
    auto *copy = new QAction(tr("Copy the SHA-256"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, [this] {
        if (currentRow() >= 0)
            QGuiApplication::clipboard()->setText(m_revisions.at(currentRow()).sha256);
    });
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            Q_EMIT revisionChosen(m_revisions.at(row).revision);
    });
}

void RevisionList::setRevisions(const QList<db::Posting> &revisions)
{
    const bool newer = revisions.isEmpty() || m_revisions.isEmpty() || revisions.first().id != m_revisions.first().id;
    const int kept = newer || currentRow() < 0 ? 0 : currentRow();
    const QSignalBlocker blocker(this);
    m_revisions = revisions;
    clear();
    for (qsizetype place = 0; place < revisions.size(); ++place) {
        const db::Posting &posting = revisions.at(place);
        const QDateTime taken = QDateTime::fromString(posting.importedAt, Qt::ISODateWithMs).toLocalTime();
        auto *item = new QListWidgetItem(tr("Revision %1 · %2").arg(posting.revision).arg(posting.fileName), this);
        item->setData(DetailRole, tr("taken in on %1 · SHA-256 %2…").arg(QLocale().toString(taken.date(), QLocale::ShortFormat), posting.sha256.left(shownHash)));
        item->setData(MarkRole, int(place == 0 ? Mark::Good : Mark::Quiet));
        item->setData(MarkTextRole, place == 0 ? tr("in force") : tr("replaced"));
        item->setToolTip(tr("SHA-256 %1 (Ctrl+C copies it)").arg(posting.sha256));
        item->setData(Qt::AccessibleTextRole, tr("Revision %1, %2, %3, SHA-256 %4").arg(posting.revision).arg(posting.fileName, item->data(MarkTextRole).toString(), posting.sha256));
    }
    setCurrentRow(std::min(kept, int(revisions.size()) - 1));
}

int RevisionList::chosen() const
{
    return currentRow() >= 0 && currentRow() < m_revisions.size() ? m_revisions.at(currentRow()).revision : 0;
}

} // namespace rolecall::ui
