// SPDX-License-Identifier: GPL-3.0-or-later
// Who is read: the name with how to reach them; blind, the code and, for a reason that is logged, Reveal.
#pragma once

#include "app/blind/identity.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace rolecall::ui {

class ElidedLabel;
class TextLabel;

class IdentityStrip : public QWidget
{
    Q_OBJECT
public:
    explicit IdentityStrip(QWidget *parent = nullptr);

    void setIdentity(const app::Identity &identity);
    void clear();
    void addAction(QWidget *action);

Q_SIGNALS:
    void revealRequested(const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void askReason(bool ask);

    ElidedLabel *m_name;
    TextLabel *m_contact;
    QPushButton *m_reveal;
    QWidget *m_reasonLine;
    QLineEdit *m_reason;
    QPushButton *m_confirm;
    QWidget *m_buttons;
};

} // namespace rolecall::ui
