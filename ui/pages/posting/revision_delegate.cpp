// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/revision_delegate.h"

#include "app/posting/word_differences.h"
#include "ui/models/revision_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

using app::RevisionKind;

constexpr int side = 24;
constexpr int above = 10;
constexpr int boxSide = 18;
constexpr int gap = 24;
constexpr int belowTier = 2;
constexpr int aboveEffect = 4;

RevisionKind kindOf(const QModelIndex &index)
{
    return static_cast<RevisionKind>(index.data(RevisionModel::KindRole).toInt());
}

/// A paragraph broken into lines of this width.
void breakLines(QTextLayout &layout, int width)
{
    qreal y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 60));
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
}

int heightOf(const QString &text, const QFont &font, int width)
{
    if (text.isEmpty())
        return 0;
    QTextLayout layout(text, font);
    breakLines(layout, width);
    return int(layout.boundingRect().height() + 0.5);
}

QTextLayout::FormatRange marked(const app::Stretch &stretch, const QColor &colour, const QColor &ground, bool struck)
{
    QTextCharFormat format;
    format.setForeground(colour);
    format.setBackground(ground);
    format.setFontStrikeOut(struck);
    format.setFontUnderline(!struck);
    return {int(stretch.start), int(stretch.length), format};
}

int textTop(const QFont &font)
{
    return above + QFontMetrics(textFont(TextSize::Small, font)).height() + belowTier;
}

QRect checkRect(const QStyleOptionViewItem &option)
{
    const RevisionColumns columns(option.rect.width(), option.font);
    return {option.rect.left() + columns.check, option.rect.top() + textTop(option.font), boxSide, boxSide};
}

Icon iconOf(RevisionKind kind)
{
    switch (kind) {
    case RevisionKind::Reworded:
        return Icon::Edit;
    case RevisionKind::Moved:
        return Icon::Forward;
    case RevisionKind::Split:
        return Icon::Columns;
    case RevisionKind::New:
        return Icon::Add;
    case RevisionKind::Retired:
        return Icon::Remove;
    case RevisionKind::Unchanged:
        return Icon::Check;
    }
    return Icon::None;
}

} // namespace

RevisionColumns::RevisionColumns(int width, const QFont &font)
    : check(side)
    , kind(side + boxSide + 10)
    , kindWidth(std::max(QFontMetrics(textFont(TextSize::Small, font)).horizontalAdvance(RevisionModel::tr("Keep it in force")),
                         22 + QFontMetrics(font).horizontalAdvance(RevisionModel::kindLabel(RevisionKind::Unchanged))) + 8)
    , from(kind + kindWidth + 12)
    , to(0)
    , textWidth(std::max(120, (width - from - gap - side) / 2))
{
    to = from + textWidth + gap;
}

QSize RevisionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const RevisionColumns columns(view ? view->viewport()->width() : option.rect.width(), option.font);
    const QFont small = textFont(TextSize::Small, option.font);
    const int before = heightOf(index.data(RevisionModel::FromTextRole).toString(), option.font, columns.textWidth);
    int after = heightOf(index.data(RevisionModel::ToTextRole).toString(), option.font, columns.textWidth);
    const QString effect = index.data(RevisionModel::EffectRole).toString();
    int effectHeight = 0;
    if (!effect.isEmpty())
        effectHeight = aboveEffect + heightOf(effect, small, columns.textWidth);
    const bool underFrom = after == 0;
    after += underFrom ? 0 : effectHeight;
    const int kindHeight = QFontMetrics(option.font).height() + 2 + QFontMetrics(small).height();
    return {columns.from + 2 * columns.textWidth, textTop(option.font) + std::max({before + (underFrom ? effectHeight : 0), after, kindHeight}) + above + 2};
}

void RevisionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Colours &colours = coloursOf(option.palette);
    const RevisionColumns columns(option.rect.width(), option.font);
    const RevisionKind kind = kindOf(index);
    const QFont small = textFont(TextSize::Small, option.font);
    const bool isTaken = kind == RevisionKind::Unchanged || index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QRect row = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(row, colours.accentSoft);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(row, mixed(colours.surface, colours.text, 0.04));
    painter->fillRect(QRect(row.left(), row.bottom(), row.width(), 1), mixed(colours.line, colours.surface, 0.4));

    const int top = row.top() + textTop(option.font);
    if (kind != RevisionKind::Unchanged) {
        QStyleOptionButton box;
        box.palette = option.palette;
        box.rect = checkRect(option);
        box.state = QStyle::State_Enabled | (isTaken ? QStyle::State_On : QStyle::State_Off);
        (option.widget ? option.widget->style() : QApplication::style())->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
    }
    const int body = QFontMetrics(option.font).height();
    const int left = row.left() + columns.kind;
    const QColor kindColour = kind == RevisionKind::Unchanged ? colours.quietText : colours.text;
    paintIcon(*painter, QRectF(left, top, 16, body), iconOf(kind), kindColour, 14);
    painter->setFont(option.font);
    painter->setPen(kindColour);
    painter->drawText(QRect(left + 22, top, columns.kindWidth - 22, body), Qt::AlignLeft | Qt::AlignVCenter, RevisionModel::kindLabel(kind));
    painter->setFont(small);
    painter->setPen(colours.quietText);
    painter->drawText(QRect(left, top + body + 2, columns.kindWidth, QFontMetrics(small).height()), Qt::AlignLeft | Qt::AlignVCenter, index.data(RevisionModel::DecisionRole).toString());

    const QString before = index.data(RevisionModel::FromTextRole).toString();
    const QString after = index.data(RevisionModel::ToTextRole).toString();
    app::WordDifferences words;
    if (!before.isEmpty() && !after.isEmpty())
        words = app::wordDifferences(before, after);
    const auto tier = [&](int x, const QString &word, bool moved) {
        painter->setFont(small);
        painter->setPen(moved ? colours.accent : colours.quietText);
        painter->drawText(QRect(row.left() + x, row.top() + above, columns.textWidth, QFontMetrics(small).height()), Qt::AlignLeft | Qt::AlignVCenter,
                          moved ? QStringLiteral("→ ") + word : word);
    };
    const auto text = [&](int x, const QString &words_, const QList<app::Stretch> &stretches, bool earlier, const QColor &colour) {
        QTextLayout layout(words_, option.font);
        QList<QTextLayout::FormatRange> formats;
        for (const app::Stretch &stretch : stretches)
            formats << marked(stretch, earlier ? colours.notMet : colours.met, earlier ? colours.notMetSoft : colours.metSoft, earlier);
        layout.setFormats(formats);
        breakLines(layout, columns.textWidth);
        painter->setPen(colour);
        layout.draw(painter, QPointF(row.left() + x, top));
        return top + int(layout.boundingRect().height() + 0.5);
    };
    const QString fromTier = index.data(RevisionModel::FromTierRole).toString();
    const QString toTier = index.data(RevisionModel::ToTierRole).toString();
    int bottom = top;
    int effectAt = columns.to;
    if (!before.isEmpty()) {
        tier(columns.from, fromTier, false);
        // What will not be in force any more, and what is refused, stands back.
        bottom = text(columns.from, before, words.removed, true, isTaken && kind != RevisionKind::Unchanged && !after.isEmpty() ? colours.quietText : colours.text);
        effectAt = columns.from;
    }
    if (!after.isEmpty()) {
        tier(columns.to, toTier, !fromTier.isEmpty() && fromTier != toTier);
        bottom = text(columns.to, after, words.added, false, isTaken ? colours.text : colours.quietText);
        effectAt = columns.to;
    }
    if (const QString effect = index.data(RevisionModel::EffectRole).toString(); !effect.isEmpty()) {
        painter->setFont(small);
        painter->setPen(colours.quietText);
        painter->drawText(QRect(row.left() + effectAt, bottom + aboveEffect, columns.textWidth, row.bottom() - bottom), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, effect);
    }
    if (option.state & QStyle::State_HasFocus)
        drawFocusRing(*painter, row, option.palette, 4);
    painter->restore();
}

bool RevisionDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!(index.flags() & Qt::ItemIsUserCheckable))
        return false;
    bool toggles = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        // The box and the words beside it.
        QRect target = checkRect(option).adjusted(-6, -6, 6, 6);
        target.setRight(option.rect.left() + RevisionColumns(option.rect.width(), option.font).from - 8);
        target.setBottom(target.top() + 48);
        toggles = mouse->button() == Qt::LeftButton && target.contains(mouse->position().toPoint());
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        toggles = key == Qt::Key_Space || key == Qt::Key_Select;
    }
    return toggles && model->setData(index, index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

QWidget *RevisionDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setTabChangesFocus(true);
    edit->document()->setDocumentMargin(4);
    edit->setAccessibleName(tr("Wording that is taken over"));
    return edit;
}

void RevisionDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QPlainTextEdit *>(editor);
    if (!edit || edit->property("filled").toBool())
        return;
    edit->setPlainText(index.data(Qt::EditRole).toString());
    edit->selectAll();
    edit->setProperty("filled", true);
}

void RevisionDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *edit = qobject_cast<QPlainTextEdit *>(editor))
        model->setData(index, edit->toPlainText(), Qt::EditRole);
}

void RevisionDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const RevisionColumns columns(option.rect.width(), option.font);
    const int least = 3 * QFontMetrics(option.font).lineSpacing() + 12;
    editor->setGeometry(option.rect.left() + columns.to - 6, option.rect.top() + textTop(option.font) - 6, columns.textWidth + 12, std::max(least, option.rect.height() - textTop(option.font)));
}

bool RevisionDelegate::eventFilter(QObject *object, QEvent *event)
{
    auto *edit = qobject_cast<QPlainTextEdit *>(object);
    if (edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) { // a quality is one line
            Q_EMIT commitData(edit);
            Q_EMIT closeEditor(edit);
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

} // namespace rolecall::ui
