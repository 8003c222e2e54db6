// SPDX-License-Identifier: GPL-3.0-or-later
// Long work, in place: what is being done, how far it is, and Cancel.
#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace rolecall::ui {

class ElidedLabel;

class ProgressStrip : public QWidget
{
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget *parent = nullptr);

    /// Shows the strip at its beginning.
    void start(const QString &what, bool cancellable = true);
    /// `total` 0: how much there is to do is not known.
    void setProgress(qint64 done, qint64 total, const QString &detail = {});
    /// 0 to 1; negative: not known.
    void setFraction(double fraction);
    void finish();

Q_SIGNALS:
    void cancelled();

private:
    ElidedLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QString m_what;
};

} // namespace rolecall::ui
