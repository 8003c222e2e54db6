// SPDX-License-Identifier: GPL-3.0-or-later
// A posting has been dropped: what it holds, and what can be done with it, in a strip above the page. It may be a newer
// text of the role that is shown, or a role of its own: the person says which.
#pragma once

#include "app/roles/role_revising.h"

#include <QByteArray>
#include <QWidget>

class QPushButton;

namespace rolecall::ui {

class Session;
class TextLabel;

class PostingOffer : public QWidget
{
    Q_OBJECT
public:
    explicit PostingOffer(Session &session, QWidget *parent = nullptr);

    /// `role` is the one that is shown.
    void offer(db::RoleId role, const QByteArray &bytes, const QString &fileName);
    void withdraw();

Q_SIGNALS:
    /// The first of the roles that were made of it.
    void rolesAdded(qint64 first);
    /// It is a newer text of the role: its differences are to be looked over.
    void revisionWanted(const rolecall::app::Revision &revision);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showProposal(const Result<app::Revision> &proposal);
    void add();
    void revise();

    Session &m_session;
    TextLabel *m_text;
    QPushButton *m_revise;
    QPushButton *m_add;
    QByteArray m_bytes;
    QString m_fileName;
    std::optional<app::Revision> m_revision;
    quint64 m_question = 0; ///< answers to earlier questions are too late
};

} // namespace rolecall::ui
