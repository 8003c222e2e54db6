// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/applicant_cells.h"

#include "ui/delegates/gate_painter.h"
#include "ui/item_roles.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTableView>
#include <algorithm>
#include <utility>

namespace rolecall::ui {

namespace {

constexpr int side = 8; // as the style gives to headers
const char *const hoveredRow = "hoveredRow";

class RowHover : public QObject
{
public:
    explicit RowHover(QTableView &table)
        : QObject(&table)
        , m_table(table)
    {
        table.setMouseTracking(true);
        table.viewport()->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::MouseMove)
            hover(m_table.rowAt(static_cast<QMouseEvent *>(event)->position().toPoint().y()));
        else if (event->type() == QEvent::Leave)
            hover(-1);
        return QObject::eventFilter(watched, event);
    }

private:
    void hover(int row)
    {
        if (row == m_row)
            return;
        for (const int changed : {std::exchange(m_row, row), row}) {
            if (changed >= 0)
                m_table.viewport()->update(0, m_table.rowViewportPosition(changed), m_table.viewport()->width(), m_table.rowHeight(changed));
        }
        m_table.setProperty(hoveredRow, row);
    }

    QTableView &m_table;
    int m_row = -1;
};

} // namespace

void hoverRows(QTableView &table)
{
    table.setProperty(hoveredRow, -1);
    new RowHover(table);
}

ApplicantCellDelegate::ApplicantCellDelegate(Kind kind, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_kind(kind)
{}

void ApplicantCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.accentSoft);
    else if (option.state & QStyle::State_MouseOver || (option.widget && option.widget->property(hoveredRow).isValid() && option.widget->property(hoveredRow).toInt() == index.row()))
        painter->fillRect(option.rect, mixed(colours.surface, colours.text, 0.04));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), mixed(colours.line, colours.surface, 0.4));
    const QRect inner = option.rect.adjusted(side, 0, -side, -1);
    const QVariant gate = index.data(GateRole);
    if (m_kind == GateCell && index.data(HiddenRole).toBool()) {
        const int eye = 16;
        paintIcon(*painter, QRect(inner.left(), inner.top(), eye, inner.height()), Icon::EyeOff, colours.quietText, 14);
        painter->setFont(option.font);
        painter->setPen(colours.quietText);
        const QRect rest = inner.adjusted(eye + 4, 0, 0, 0);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, rest.width()));
    } else if (m_kind == GateCell && !gate.isNull()) {
        paintGate(*painter, inner, {Gate(gate.toInt()), index.data(GateCountRole).toInt()}, option.palette, option.font);
    } else if (m_kind == ScoreCell && !gate.isNull()) {
        ScoreMark mark;
        if (const QVariant score = index.data(ScoreRole); !score.isNull())
            mark.score = score.toDouble();
        if (const QVariant coverage = index.data(CoverageRole); !coverage.isNull())
            mark.coverage = coverage.toDouble();
        paintScore(*painter, inner, mark, option.palette, option.font);
    } else if (m_kind == Text) {
        const QString text = index.data(Qt::DisplayRole).toString();
        painter->setFont(option.font);
        painter->setPen(index.column() == 0 ? colours.text : mixed(colours.text, colours.quietText, 0.5));
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, option.fontMetrics.elidedText(text, Qt::ElideRight, inner.width()));
    }
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(*painter, option.rect, option.palette, 4);
    painter->restore();
}

QSize ApplicantCellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int height = rowHeight(option.font);
    if (m_kind == GateCell)
        return {gateSize({Gate::Open, 88}, option.font).width() + 2 * side, height};
    if (m_kind == ScoreCell)
        return {scoreSize(option.font).width() + 2 * side, height};
    return {option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 2 * side, height};
}

} // namespace rolecall::ui
