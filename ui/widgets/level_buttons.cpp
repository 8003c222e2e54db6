// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/level_buttons.h"

#include "ui/delegates/level_painter.h"
#include "ui/theme/colours.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QRadioButton>
#include <QStyleOption>

namespace rolecall::ui {

/// A radio button for screen readers, a segment for the eye.
class LevelButton : public QRadioButton
{
    Q_OBJECT
public:
    explicit LevelButton(int index)
        : m_index(index)
    {
        setAutoExclusive(false); // the group may also have none chosen
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        const int side = rowHeight(font());
        return {side + 4, side};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    bool hitButton(const QPoint &point) const override { return rect().contains(point); }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Space)
            QRadioButton::keyPressEvent(event);
        else
            event->ignore(); // the group knows the keys
    }
    void paintEvent(QPaintEvent *) override
    {
        const Colours &colours = coloursOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        LevelMark mark;
        mark.ask = m_index == 4;
        if (!mark.ask)
            mark.level = m_index;
        const QColor inks[] = {colours.notMet, colours.partly, colours.met, colours.met, colours.accent};
        const QColor grounds[] = {colours.notMetSoft, colours.partlySoft, colours.metSoft, colours.metSoft, colours.accentSoft};
        const QRectF body = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
        const bool hover = underMouse() && isEnabled();
        painter.setPen(QPen(isChecked() ? inks[m_index] : hover ? colours.control : mixed(colours.line, colours.text, 0.08), isChecked() ? 1.5 : 1));
        painter.setBrush(isChecked() ? grounds[m_index] : hover ? mixed(colours.surface, colours.text, 0.04) : colours.surface);
        painter.drawRoundedRect(body, 5, 5);
        QFont digit(font());
        if (isChecked())
            digit.setWeight(QFont::DemiBold);
        painter.setFont(digit);
        painter.setPen(!isEnabled() ? palette().color(QPalette::Disabled, QPalette::Text) : isChecked() ? inks[m_index] : colours.text);
        painter.drawText(rect(), Qt::AlignCenter, levelText(mark));
        if (hasFocus())
            drawFocusRing(painter, rect(), palette(), 6);
    }

private:
    int m_index;
};

LevelButtons::LevelButtons(QWidget *parent)
    : QWidget(parent)
    , m_label(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_labels{tr("No evidence"), tr("Partly"), tr("Meets"), tr("Exceeds")}
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    for (int i = 0; i < 5; ++i) {
        m_buttons[i] = new LevelButton(i);
        connect(m_buttons[i], &QRadioButton::clicked, this, [this, i] { choose(i); });
        if (i == askIndex)
            row->addSpacing(6);
        row->addWidget(m_buttons[i]);
    }
    row->addSpacing(10);
    row->addWidget(m_label, 1);
    refresh();
}

void LevelButtons::setChoice(const LevelChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    refresh();
}

void LevelButtons::setLabels(const QStringList &labels)
{
    for (int i = 0; i < 4 && i < labels.size(); ++i)
        m_labels[i] = labels.at(i);
    refresh();
}

void LevelButtons::setLabelVisible(bool visible)
{
    m_label->setVisible(visible);
}

void LevelButtons::setSubject(const QString &quality)
{
    m_subject = quality;
    setAccessibleName(quality);
    refresh();
}

void LevelButtons::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (plain && event->key() >= Qt::Key_0 && event->key() <= Qt::Key_3)
        return choose(event->key() - Qt::Key_0);
    if (plain && (event->key() == Qt::Key_Question || event->text() == QLatin1String("?")))
        return choose(askIndex);
    if (plain && (event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Delete)) {
        m_choice = {};
        refresh();
        Q_EMIT chosen(m_choice);
        return;
    }
    if (plain && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        const int step = (event->key() == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight) ? 1 : -1;
        for (int i = 0; i < 5; ++i) {
            if (m_buttons[i]->hasFocus() && i + step >= 0 && i + step < 5)
                return m_buttons[i + step]->setFocus(Qt::TabFocusReason);
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

void LevelButtons::choose(int index)
{
    m_choice = index == askIndex ? LevelChoice{std::nullopt, true} : LevelChoice{index, false};
    refresh();
    Q_EMIT chosen(m_choice);
}

void LevelButtons::refresh()
{
    const int current = m_choice.ask ? askIndex : m_choice.level.value_or(-1);
    const int entry = current < 0 ? 0 : current;
    for (int i = 0; i < 5; ++i) {
        m_buttons[i]->setChecked(i == current);
        m_buttons[i]->setFocusPolicy(i == entry ? Qt::StrongFocus : Qt::ClickFocus);
        m_buttons[i]->setToolTip(nameOf(i));
        m_buttons[i]->setAccessibleName(m_subject.isEmpty() ? nameOf(i) : tr("%1: %2").arg(m_subject, nameOf(i)));
    }
    setFocusProxy(m_buttons[entry]);
    m_label->setText(current < 0 ? tr("Not rated") : nameOf(current));
}

QString LevelButtons::nameOf(int index) const
{
    return index == askIndex ? tr("Ask at interview") : m_labels.at(index);
}

} // namespace rolecall::ui

#include "level_buttons.moc"
