// SPDX-License-Identifier: GPL-3.0-or-later
// In the place of a workspace that is damaged or encrypted: what can be done now, and nothing that harms the file.
#pragma once

#include "app/safety/backups.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace rolecall::ui {

class TextLabel;

class RescuePanel : public QWidget
{
    Q_OBJECT
public:
    explicit RescuePanel(QWidget *parent = nullptr);

    /// A damaged file, what was found, and its backups, newest first.
    void showDamaged(const QString &path, const QString &problem, const QList<app::BackupFile> &backups);
    /// An encrypted one that waits for its passphrase.
    void showSealed(const QString &path);
    /// The passphrase was not the right one, or something else went wrong.
    void showProblem(const QString &problem);

Q_SIGNALS:
    void recoverWanted(const QString &damaged);
    void restoreWanted(const QString &backup, const QString &workspace);
    void otherBackupWanted(const QString &workspace);
    void unsealWanted(const QString &sealed, const QByteArray &passphrase);
    void opened();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *begin(const QString &title, const QString &path);
    void addClose(class QHBoxLayout *buttons);

    QWidget *m_content = nullptr;
    QVBoxLayout *m_column;
    TextLabel *m_problem = nullptr;
};

} // namespace rolecall::ui
