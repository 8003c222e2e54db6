// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shortlist/rule_panel.h"

#include "ui/widgets/text_label.h"
#include "ui/widgets/column_scroll.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QTimer>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int restMilliseconds = 600;
constexpr int usualMostWeight = 10; ///< a slider to 100 would be too fine for the usual weights of a few
constexpr int mostWeight = 100;

} // namespace

RuleSlider::RuleSlider(const QString &text, int least, int most, int usual, QWidget *parent)
    : QWidget(parent)
    , m_slider(new QSlider(Qt::Horizontal))
    , m_number(new QSpinBox)
    , m_rest(new QTimer(this))
{
    auto *name = new TextLabel(text, TextSize::Small);
    name->setWordWrap(true);
    m_slider->setRange(least, usual);
    m_slider->setPageStep(1);
    m_slider->setAccessibleName(text);
    m_number->setRange(least, most);
    m_number->setAccessibleName(text);
    m_number->setKeyboardTracking(false);
    m_number->setFixedWidth(72);
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMilliseconds);
    auto *across = new QHBoxLayout;
    across->setSpacing(8);
    across->addWidget(m_slider, 1);
    across->addWidget(m_number);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(name);
    column->addLayout(across);
    connect(m_slider, &QSlider::valueChanged, this, &RuleSlider::take);
    connect(m_number, &QSpinBox::valueChanged, this, &RuleSlider::take);
    connect(m_slider, &QSlider::sliderReleased, this, &RuleSlider::settle);
    connect(m_rest, &QTimer::timeout, this, &RuleSlider::settle);
}

int RuleSlider::value() const
{
    return m_number->value();
}

bool RuleSlider::isMoving() const
{
    return m_slider->isSliderDown() || m_rest->isActive();
}

void RuleSlider::setValue(int value)
{
    m_stored = value;
    if (isMoving())
        return;
    const QSignalBlocker quietSlider(m_slider);
    const QSignalBlocker quietNumber(m_number);
    if (value > m_slider->maximum())
        m_slider->setMaximum(m_number->maximum());
    m_slider->setValue(value);
    m_number->setValue(value);
}

void RuleSlider::take(int value)
{
    {
        const QSignalBlocker quietSlider(m_slider);
        const QSignalBlocker quietNumber(m_number);
        if (value > m_slider->maximum())
            m_slider->setMaximum(m_number->maximum());
        m_slider->setValue(value);
        m_number->setValue(value);
    }
    if (!m_slider->isSliderDown())
        m_rest->start();
    Q_EMIT moved(value);
}

void RuleSlider::settle()
{
    m_rest->stop();
    if (value() != m_stored) {
        m_stored = value();
        Q_EMIT settled(m_stored);
    }
}

RulePanel::RulePanel(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new TextLabel)
    , m_note(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_size(new QSpinBox)
    , m_column(new QVBoxLayout)
{
    m_sentence->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->hide();
    m_size->setRange(0, 1'000'000);
    m_size->setSpecialValueText(tr("everybody through the gate"));
    m_size->setPrefix(tr("the first "));
    m_size->setKeyboardTracking(false);
    m_size->setAccessibleName(tr("Who is on the list"));
    connect(m_size, &QSpinBox::valueChanged, this, [this] { Q_EMIT moved(); });
    connect(m_size, &QSpinBox::editingFinished, this, [this] {
        if (size() != m_storedSize) {
            m_storedSize = size();
            Q_EMIT sizeSettled(m_storedSize);
        }
    });
    auto *form = new QFormLayout;
    form->addRow(tr("On the list"), m_size);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(m_sentence);
    column->addWidget(m_note);
    column->addLayout(form);
    column->addLayout(m_column);
    column->addStretch();
    auto *scroll = new ColumnScroll;
    scroll->setWidget(inside);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

void RulePanel::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void RulePanel::setRule(const QString &sentence, const QList<db::Quality> &qualities, std::optional<int> size, bool writable)
{
    m_sentence->setText(sentence);
    const auto sameLine = [](const db::Quality &a, const db::Quality &b) { return a.id == b.id && a.tier == b.tier && a.text == b.text; };
    const bool same = m_box && std::equal(m_qualities.begin(), m_qualities.end(), qualities.begin(), qualities.end(), sameLine);
    m_qualities = qualities;
    if (!same)
        rebuild();
    for (qsizetype i = 0; i < m_qualities.size(); ++i)
        m_sliders.at(i)->setValue(m_qualities.at(i).tier == db::Tier::Necessary ? m_qualities.at(i).threshold : m_qualities.at(i).weight);
    m_storedSize = size;
    if (!m_size->hasFocus() || m_size->value() == size.value_or(0)) {
        const QSignalBlocker quiet(m_size);
        m_size->setValue(size.value_or(0));
    }
    m_size->setEnabled(writable);
    m_box->setEnabled(writable);
}

void RulePanel::rebuild()
{
    delete m_box;
    m_sliders.clear();
    m_box = new QWidget;
    auto *column = new QVBoxLayout(m_box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (const db::Tier tier : {db::Tier::Necessary, db::Tier::Useful}) {
        const bool necessary = tier == db::Tier::Necessary;
        bool first = true;
        for (const db::Quality &quality : std::as_const(m_qualities)) {
            if (quality.tier != tier)
                continue;
            if (first)
                column->addWidget(new TextLabel(necessary ? tr("Necessary: met from level") : tr("Useful: weight"), TextSize::Heading));
            first = false;
            auto *slider = new RuleSlider(quality.text, necessary ? 1 : 0, necessary ? 3 : mostWeight, necessary ? 3 : usualMostWeight);
            column->addWidget(slider);
            m_sliders << slider;
            connect(slider, &RuleSlider::moved, this, &RulePanel::moved);
            connect(slider, &RuleSlider::settled, this, [this, id = quality.id] {
                const QList<db::Quality> now = shown();
                for (const db::Quality &settled : now) {
                    if (settled.id == id)
                        return Q_EMIT qualitySettled(settled);
                }
            });
        }
    }
    m_column->addWidget(m_box);
}

QList<db::Quality> RulePanel::shown() const
{
    QList<db::Quality> list = m_qualities;
    for (qsizetype i = 0; i < list.size(); ++i)
        (list[i].tier == db::Tier::Necessary ? list[i].threshold : list[i].weight) = m_sliders.at(i)->value();
    return list;
}

std::optional<int> RulePanel::size() const
{
    return m_size->value() > 0 ? std::optional(m_size->value()) : std::nullopt;
}

RuleSlider *RulePanel::sliderOf(db::QualityId quality) const
{
    for (qsizetype i = 0; i < m_qualities.size(); ++i) {
        if (m_qualities.at(i).id == quality)
            return m_sliders.at(i);
    }
    return nullptr;
}

} // namespace rolecall::ui
