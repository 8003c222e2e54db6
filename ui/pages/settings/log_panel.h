// SPDX-License-Identifier: GPL-3.0-or-later
// The program's log in Settings: to read, to copy and to save for a report.
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace rolecall::ui {

class LogPanel : public QWidget
{
    Q_OBJECT
public:
    explicit LogPanel(const QString &path, QWidget *parent = nullptr);
    /// Opens it as the button does.
    void showLog(bool shown);

private:
    void read();
    void save();

    QString m_path;
    QPlainTextEdit *m_text;
    QPushButton *m_show;
    QPushButton *m_copy;
    QPushButton *m_save;
};

} // namespace rolecall::ui
