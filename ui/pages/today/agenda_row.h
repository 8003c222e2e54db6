// SPDX-License-Identifier: GPL-3.0-or-later
// One thing of the day: when, what, for which role, and what to do about it right here.
#pragma once

#include "ui/item_roles.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace rolecall::ui {

class ElidedLabel;

class AgendaRow : public QWidget
{
    Q_OBJECT
public:
    AgendaRow(const QString &title, const QString &detail, QWidget *parent = nullptr);

    /// The hint at the left: a word with a mark, such as "in 3 days".
    void setHint(Mark mark, const QString &hint);
    QPushButton *addAction(const QString &verb, const QString &accessibleName);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr int hintWidth = 136;
    ElidedLabel *m_title;
    ElidedLabel *m_detail;
    QHBoxLayout *m_buttons;
    Mark m_mark = Mark::None;
    QString m_hint;
};

} // namespace rolecall::ui
