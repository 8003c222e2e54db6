// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/today/agenda_row.h"

#include "ui/delegates/gate_painter.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

AgendaRow::AgendaRow(const QString &title, const QString &detail, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(title))
    , m_detail(new ElidedLabel(detail, TextSize::Small, Tone::Quiet))
    , m_buttons(new QHBoxLayout)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(hintWidth, 6, 8, 6);
    row->setSpacing(16);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addWidget(m_title);
    texts->addWidget(m_detail);
    if (detail.isEmpty())
        m_detail->hide();
    texts->addStretch();
    row->addLayout(texts, 1);
    m_buttons->setSpacing(4);
    row->addLayout(m_buttons);
    setAccessibleName(QStringLiteral("%1, %2").arg(title, detail));
}

void AgendaRow::setHint(Mark mark, const QString &hint)
{
    m_mark = mark;
    m_hint = hint;
    setAccessibleName(QStringLiteral("%1, %2, %3").arg(hint, m_title->text(), m_detail->text()));
    update();
}

QPushButton *AgendaRow::addAction(const QString &verb, const QString &accessibleName, int column)
{
    auto *button = new QPushButton(verb);
    setLook(button, ButtonLook::Quiet);
    button->setAccessibleName(accessibleName);
    m_buttons->addWidget(button);
    m_columns.at(size_t(column)) = button;
    return button;
}

void AgendaRow::alignActions(const QList<AgendaRow *> &rows)
{
    for (size_t column = 0; column <= lastColumn; ++column) {
        int width = 0;
        for (AgendaRow *row : rows) {
            if (auto *button = qobject_cast<QPushButton *>(row->m_columns.at(column)))
                width = std::max(width, button->sizeHint().width());
        }
        for (AgendaRow *row : rows) {
            QWidget *&place = row->m_columns.at(column);
            if (!place && width > 0) {
                place = new QWidget;
                const auto before = std::count_if(row->m_columns.cbegin(), row->m_columns.cbegin() + std::ptrdiff_t(column), [](QWidget *one) { return one != nullptr; });
                row->m_buttons->insertWidget(int(before), place);
            }
            if (place)
                place->setFixedWidth(width);
        }
    }
}

QSize AgendaRow::sizeHint() const
{
    return {QWidget::sizeHint().width(), std::max(52, QWidget::sizeHint().height())};
}

void AgendaRow::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(colours.surface, colours.text, 0.03));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0, 1, 0, -1), 6, 6);
    }
    if (!m_hint.isEmpty())
        paintState(painter, QRectF(8, 0, hintWidth - 16, height()), m_mark, m_hint, palette(), font());
}

} // namespace rolecall::ui
