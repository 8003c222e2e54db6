// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are dropped on a window where nothing else takes them, or pasted there.
#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace rolecall::ui {

/// Paths of the local files in it; null stands for nothing.
QStringList localFiles(const QMimeData *data);

class GivenFiles : public QObject
{
    Q_OBJECT
public:
    /// Watches the window from now on, and lives as long as it does.
    explicit GivenFiles(QWidget &window);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void given(const QStringList &paths);
};

} // namespace rolecall::ui
