// SPDX-License-Identifier: GPL-3.0-or-later
// Labels in the four text sizes that follow a change of scheme or text size by themselves.
#pragma once

#include "ui/theme/typography.h"

#include <QLabel>

namespace rolecall::ui {

enum class Tone { Normal, Quiet };

class TextLabel : public QLabel
{
    Q_OBJECT
public:
    explicit TextLabel(const QString &text = {}, TextSize size = TextSize::Body, Tone tone = Tone::Normal, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    TextSize m_size;
};

/// One line that is cut short with an ellipsis where there is no room; the full text is then its tool tip and
/// always its accessible name.
class ElidedLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, TextSize size = TextSize::Body, Tone tone = Tone::Normal, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    bool isElided() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_text;
    TextSize m_size;
    Tone m_tone;
};

} // namespace rolecall::ui
