// SPDX-License-Identifier: GPL-3.0-or-later
// A posting has been dropped: what it holds, and what can be done with it, in a strip above the page.
#pragma once

#include <QByteArray>
#include <QWidget>

class QPushButton;

namespace rolecall::ui {

class Session;
class ElidedLabel;

class PostingOffer : public QWidget
{
    Q_OBJECT
public:
    explicit PostingOffer(Session &session, QWidget *parent = nullptr);

    void offer(const QByteArray &bytes, const QString &fileName);
    void withdraw();

Q_SIGNALS:
    /// The first of the roles that were made of it.
    void rolesAdded(qint64 first);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void add();

    Session &m_session;
    ElidedLabel *m_text;
    QPushButton *m_add;
    QByteArray m_bytes;
    QString m_fileName;
};

} // namespace rolecall::ui
