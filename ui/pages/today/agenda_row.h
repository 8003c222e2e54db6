// SPDX-License-Identifier: GPL-3.0-or-later
// One thing of the day: when, what, for which role, and what to do about it right here.
#pragma once

#include "ui/item_roles.h"

#include <QWidget>

#include <array>

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
    /// Verbs stand in columns: `column` 0 to 3, the last one at the row's end.
    QPushButton *addAction(const QString &verb, const QString &accessibleName, int column = lastColumn);
    /// Gives each column of verbs the same width in all rows; a row without a verb leaves its place empty.
    static void alignActions(const QList<AgendaRow *> &rows);
    static constexpr int lastColumn = 3;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    static constexpr int hintWidth = 136;
    ElidedLabel *m_title;
    ElidedLabel *m_detail;
    QHBoxLayout *m_buttons;
    std::array<QWidget *, lastColumn + 1> m_columns{};
    Mark m_mark = Mark::None;
    QString m_hint;
};

} // namespace rolecall::ui
