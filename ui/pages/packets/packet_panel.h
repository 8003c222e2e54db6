// SPDX-License-Identifier: GPL-3.0-or-later
// Beside the applicants: sending the role to a colleague's machine, and taking their ratings back, conflict by conflict.
#pragma once

#include "app/packets/packet_export.h"
#include "app/packets/packet_merge.h"

#include <QWidget>
#include <memory>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace rolecall::app {
class Unsealed;
}

namespace rolecall::ui {

class Session;
class TextLabel;

class PacketPanel : public QWidget
{
    Q_OBJECT
public:
    explicit PacketPanel(Session &session, QWidget *parent = nullptr);

    /// Asks whom the role goes to; `chosen`: the applicants that are marked in the list, where only they may go.
    void showSending(db::RoleId role, const QString &title, bool alwaysBlind, const QList<db::ApplicationId> &chosen);
    /// Asks for the file, then shows what is in it.
    void chooseReturned();
    void showReturned(const QString &path);
    void sendTo(const QString &path);
    void merge();

    QLineEdit &reviewer() { return *m_reviewer; }
    QCheckBox &encrypting() { return *m_encrypt; }
    QLineEdit &passphrase() { return *m_passphrase; }
    const app::PacketProposal &proposal() const { return m_proposal; }

Q_SIGNALS:
    void closed();

private:
    QWidget *makeSending();
    QWidget *makeReturned();
    QWidget *makeLocked();
    void unlock();
    bool canSend() const;
    void send();
    void showProposal();
    QWidget *conflictBox(qsizetype index);
    void close();

    Session &m_session;
    db::RoleId m_role;
    QString m_title;
    QList<db::ApplicationId> m_chosen;
    QString m_path; ///< of the packet that came back
    app::PacketProposal m_proposal;
    QStackedWidget *m_pages;
    QLineEdit *m_reviewer;
    QCheckBox *m_blind, *m_documents, *m_onlyChosen;
    QCheckBox *m_encrypt;
    QLineEdit *m_passphrase;
    TextLabel *m_hint;
    QPushButton *m_save;
    TextLabel *m_summary, *m_conflictTitle, *m_left;
    QVBoxLayout *m_conflicts;
    QPushButton *m_merge;
    QString m_sealed; ///< an encrypted packet that came back
    TextLabel *m_lockedWords = nullptr;
    QLineEdit *m_unlock = nullptr;
    std::shared_ptr<app::Unsealed> m_unsealed; ///< in the clear while it is looked at
};

} // namespace rolecall::ui
