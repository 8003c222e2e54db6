// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody is put on or taken off by hand: the reason is asked for in place, and there is no way around it.
#pragma once

#include "app/shortlist/shortlist.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace rolecall::ui {

class TextLabel;

class ReasonBar : public QWidget
{
    Q_OBJECT
public:
    explicit ReasonBar(QWidget *parent = nullptr);

    void ask(db::ApplicationId application, const QString &name, app::Placement placement);
    void close();
    QLineEdit &field() { return *m_reason; }

Q_SIGNALS:
    void given(rolecall::db::ApplicationId application, rolecall::app::Placement placement, const QString &reason);
    void closed();

private:
    void give();

    TextLabel *m_question;
    QLineEdit *m_reason;
    QPushButton *m_do;
    db::ApplicationId m_application;
    app::Placement m_placement = app::Placement::On;
};

} // namespace rolecall::ui
