// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip_bar.h"

#include "ui/theme/looks.h"

#include <QEvent>
#include <QLocale>

#include <algorithm>

namespace rolecall::ui {

namespace {
constexpr int spacing = 8;
}

Chip::Chip(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_text(text)
{
    setCheckable(true);
    setLook(this, ButtonLook::Chip);
}

void Chip::setCount(int count)
{
    setText(count < 0 ? m_text : QStringLiteral("%1  %2").arg(m_text, QLocale().toString(count)));
}

ChipBar::ChipBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

Chip *ChipBar::addChip(const QString &key, const QString &text, int count)
{
    auto *chip = new Chip(text, this);
    chip->setCount(count);
    m_chips.append({key, chip});
    connect(chip, &Chip::toggled, this, [this, chip](bool on) {
        if (on && m_exclusive) {
            for (const auto &[otherKey, other] : std::as_const(m_chips)) {
                if (other != chip && other->isChecked()) {
                    const QSignalBlocker quiet(other);
                    other->setChecked(false);
                }
            }
        }
        Q_EMIT changed(checked());
    });
    chip->show();
    fit();
    return chip;
}

void ChipBar::clear()
{
    for (const auto &[key, chip] : std::as_const(m_chips))
        chip->deleteLater();
    m_chips.clear();
    fit();
}

QStringList ChipBar::checked() const
{
    QStringList keys;
    for (const auto &[key, chip] : m_chips) {
        if (chip->isChecked())
            keys.append(key);
    }
    return keys;
}

void ChipBar::setChecked(const QString &key, bool on)
{
    if (Chip *wanted = chip(key))
        wanted->setChecked(on);
}

Chip *ChipBar::chip(const QString &key) const
{
    const auto found = std::find_if(m_chips.begin(), m_chips.end(), [&key](const auto &entry) { return entry.first == key; });
    return found == m_chips.end() ? nullptr : found->second;
}

QSize ChipBar::sizeHint() const
{
    int width = 0, height = 0;
    for (const auto &[key, chip] : m_chips) {
        if (chip->isHidden())
            continue;
        width += chip->sizeHint().width() + spacing;
        height = std::max(height, chip->sizeHint().height());
    }
    return {std::max(0, width - spacing), height};
}

QSize ChipBar::minimumSizeHint() const
{
    int width = 0;
    for (const auto &[key, chip] : m_chips)
        width = std::max(width, chip->isHidden() ? 0 : chip->sizeHint().width());
    return {width, sizeHint().height()};
}

int ChipBar::heightForWidth(int width) const
{
    return arrange(width, false);
}

void ChipBar::resizeEvent(QResizeEvent *event)
{
    fit();
    QWidget::resizeEvent(event);
}

bool ChipBar::event(QEvent *event)
{
    // A hidden one is not told that its chips have grown.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fit();
    return QWidget::event(event);
}

void ChipBar::fit()
{
    const int needed = arrange(width(), true);
    if (needed != minimumHeight() || needed != maximumHeight())
        setFixedHeight(needed);
}

int ChipBar::arrange(int width, bool move) const
{
    int x = 0, y = 0, line = 0;
    for (const auto &[key, chip] : m_chips) {
        if (chip->isHidden())
            continue;
        const QSize size = chip->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line + spacing;
        }
        line = size.height();
        if (move)
            chip->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(x, y), size)));
        x += size.width() + spacing;
    }
    return y + line;
}

} // namespace rolecall::ui
