// SPDX-License-Identifier: GPL-3.0-or-later
// The rule with its controls: a threshold for each necessary quality, a weight for each useful one, and the size.
// While one is moved the page shows what would be; when it comes to rest it is stored.
#pragma once

#include "db/qualities.h"

#include <QWidget>

class QSlider;
class QSpinBox;
class QTimer;
class QVBoxLayout;

namespace rolecall::ui {

class TextLabel;

/// A slider with its number beside it.
class RuleSlider : public QWidget
{
    Q_OBJECT
public:
    RuleSlider(const QString &text, int least, int most, int usual, QWidget *parent = nullptr);

    int value() const;
    /// Shows a stored value without telling.
    void setValue(int value);
    bool isMoving() const;
    QSlider &slider() { return *m_slider; }
    QSpinBox &number() { return *m_number; }

Q_SIGNALS:
    void moved(int value);   ///< on its way
    void settled(int value); ///< let go, or at rest for a moment after keys or the wheel

private:
    void take(int value);
    void settle();

    QSlider *m_slider;
    QSpinBox *m_number;
    QTimer *m_rest;
    int m_stored = 0;
};

class RulePanel : public QWidget
{
    Q_OBJECT
public:
    explicit RulePanel(QWidget *parent = nullptr);

    /// Shows what is stored; a control that is being moved stays.
    void setRule(const QString &sentence, const QList<db::Quality> &qualities, std::optional<int> size, bool writable);
    /// A sentence under the rule's; empty: none.
    void setNote(const QString &note);
    /// The qualities as the controls stand.
    QList<db::Quality> shown() const;
    std::optional<int> size() const;
    RuleSlider *sliderOf(db::QualityId quality) const;

Q_SIGNALS:
    void moved();
    void qualitySettled(const rolecall::db::Quality &quality);
    void sizeSettled(std::optional<int> size);

private:
    void rebuild();

    TextLabel *m_sentence;
    TextLabel *m_note;
    QSpinBox *m_size;
    QWidget *m_box = nullptr;
    QVBoxLayout *m_column;
    QList<db::Quality> m_qualities;
    QList<RuleSlider *> m_sliders;
    std::optional<int> m_storedSize;
};

} // namespace rolecall::ui
