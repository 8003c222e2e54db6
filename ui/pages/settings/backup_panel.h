// SPDX-License-Identifier: GPL-3.0-or-later
// Backups in Settings: how often, where and how many; the newest ones with a way back to each; and a copy that only a
// passphrase opens.
#pragma once

#include "ui/session/backup_keeper.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace rolecall::ui {

class ChipBar;
class ElidedLabel;
class TextLabel;

class BackupPanel : public QWidget
{
    Q_OBJECT
public:
    /// Both outlive it.
    BackupPanel(Session &session, BackupKeeper &keeper, QWidget *parent = nullptr);

Q_SIGNALS:
    /// This backup is to take the place of the open workspace.
    void restoreWanted(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeRule(QVBoxLayout *column);
    void makeState(QVBoxLayout *column);
    void makeSealing(QVBoxLayout *column);
    void show();
    void showFiles();
    void weigh();
    void takeRule();
    void saveSealed();

    Session &m_session;
    BackupKeeper &m_keeper;
    ChipBar *m_every = nullptr;
    ElidedLabel *m_folder = nullptr;
    QSpinBox *m_days = nullptr;
    QSpinBox *m_weeks = nullptr;
    TextLabel *m_state = nullptr;
    QPushButton *m_now = nullptr;
    QPushButton *m_cancel = nullptr;
    QVBoxLayout *m_fileRows = nullptr;
    QWidget *m_files = nullptr;
    QStringList m_shown; ///< paths of the rows, so that a tick does not make them anew
    QLineEdit *m_passphrase = nullptr;
    QLineEdit *m_again = nullptr;
    TextLabel *m_hint = nullptr;
    QPushButton *m_seal = nullptr;
};

} // namespace rolecall::ui
