// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/given_files.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace rolecall::ui {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    if (!data)
        return paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

GivenFiles::GivenFiles(QWidget &window)
    : QObject(&window)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

// Only what no page and no field took comes to the window; a shortcut for pasting would compete with theirs.
bool GivenFiles::eventFilter(QObject *watched, QEvent *event)
{
    QStringList paths;
    switch (event->type()) {
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste))
            paths = localFiles(QGuiApplication::clipboard()->mimeData());
        break;
    case QEvent::DragEnter:
    case QEvent::Drop:
        paths = localFiles(static_cast<QDropEvent *>(event)->mimeData());
        break;
    default:
        break;
    }
    if (paths.isEmpty())
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        event->accept();
    else
        static_cast<QDropEvent *>(event)->acceptProposedAction();
    if (event->type() != QEvent::DragEnter)
        Q_EMIT given(paths);
    return true;
}

} // namespace rolecall::ui
