// SPDX-License-Identifier: GPL-3.0-or-later
// A line edit to search as one types: tells what to look for after a short pause, so that lists are not asked per key.
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace rolecall::ui {

class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

Q_SIGNALS:
    /// 120 ms after the last key, at once on Enter and when cleared.
    void searched(const QString &text);
    /// Down: the list beneath may take the focus.
    void leftDownwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void tell();

    QTimer m_pause;
    QString m_told;
};

} // namespace rolecall::ui
