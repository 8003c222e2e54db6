// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/quality_delegate.h"

#include "ui/models/quality_list_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/icons.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTreeView>

#include <algorithm>

namespace rolecall::ui {

namespace {

using RowKind = QualityListModel::RowKind;

constexpr int side = 12;    ///< space left and right of a line
constexpr int above = 8;    ///< and above and below
constexpr int numberGap = 8;

RowKind kindOf(const QModelIndex &index)
{
    return static_cast<RowKind>(index.data(QualityListModel::RowKindRole).toInt());
}

bool isNecessary(const QModelIndex &index)
{
    return index.data(QualityListModel::TierRole).toInt() == int(db::Tier::Necessary);
}

int numberWidth(const QFont &font)
{
    return int(tabularWidth(font, QStringLiteral("88"))) + 1;
}

/// Where the words of a line stand; `width` is that of the text column.
QRect textRect(const QRect &cell, const QFont &font)
{
    return cell.adjusted(side + numberWidth(font) + numberGap, above, -side, -above);
}

QRect boundsOf(const QString &text, const QFont &font, int width)
{
    return QFontMetrics(font).boundingRect(QRect(0, 0, std::max(width, 60), 100'000), Qt::TextWordWrap | Qt::AlignLeft, text);
}

constexpr int remarksGap = 2;

/// The line beneath the words that says what the linter asks of them.
int remarksHeight(const QModelIndex &index, const QFont &font)
{
    return index.data(QualityListModel::RemarksRole).toString().isEmpty() ? 0 : QFontMetrics(textFont(TextSize::Small, font)).height() + remarksGap;
}

} // namespace

QSize QualityDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const RowKind kind = kindOf(index);
    if (kind == RowKind::Heading || kind == RowKind::RetiredHeading)
        return {80, QFontMetrics(textFont(TextSize::Heading, option.font)).height() + (index.row() == 0 ? 16 : 28)};
    if (index.column() == QualityListModel::ValueColumn)
        return {96, rowHeight(option.font)};
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const int width = view ? view->columnWidth(QualityListModel::TextColumn) : option.rect.width();
    const QRect text = textRect(QRect(0, 0, width, 100), option.font);
    return {160, std::max(rowHeight(option.font), boundsOf(index.data().toString(), option.font, text.width()).height() + remarksHeight(index, option.font) + 2 * above)};
}

void QualityDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Colours &colours = coloursOf(option.palette);
    painter->save();
    const RowKind kind = kindOf(index);
    const bool heading = kind == RowKind::Heading || kind == RowKind::RetiredHeading;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.accentSoft);
    else if (!heading && (option.state & QStyle::State_MouseOver))
        painter->fillRect(option.rect, mixed(colours.surface, colours.text, 0.04));
    if (!heading && kind != RowKind::Add)
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), mixed(colours.line, colours.surface, 0.4));
    if (index.column() == QualityListModel::ValueColumn)
        paintValue(*painter, option, index);
    else
        paintText(*painter, option, index);
    if ((option.state & QStyle::State_HasFocus) && !heading)
        drawFocusRing(*painter, option.rect, option.palette, 4);
    painter->restore();
}

void QualityDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    const RowKind kind = kindOf(index);
    const QString text = index.data().toString();
    if (kind == RowKind::Heading || kind == RowKind::RetiredHeading) {
        painter.setFont(textFont(TextSize::Heading, option.font));
        painter.setPen(colours.text);
        painter.drawText(option.rect.adjusted(side, 0, 0, -6), Qt::AlignLeft | Qt::AlignBottom, text);
        return;
    }
    const QRect words = textRect(option.rect, option.font);
    const QRect number(option.rect.left() + side, words.top(), numberWidth(option.font), QFontMetrics(option.font).height());
    painter.setFont(option.font);
    if (kind == RowKind::Add) {
        paintIcon(painter, QRectF(number), Icon::Add, colours.accent, 14);
        painter.setPen(colours.accent);
        painter.drawText(words, Qt::AlignLeft | Qt::AlignTop, text);
        return;
    }
    painter.setPen(colours.quietText);
    if (kind == RowKind::Quality)
        drawTabular(painter, number, Qt::AlignRight, QString::number(index.data(QualityListModel::PlaceRole).toInt() + 1));
    painter.setPen(kind == RowKind::Retired ? colours.quietText : colours.text);
    painter.drawText(words, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, text);
    if (const QString remarks = index.data(QualityListModel::RemarksRole).toString(); !remarks.isEmpty()) {
        const QFont small = textFont(TextSize::Small, option.font);
        const int top = words.top() + boundsOf(text, option.font, words.width()).height() + remarksGap;
        const QRect line(words.left(), top, words.width(), QFontMetrics(small).height());
        paintIcon(painter, QRectF(line.left(), line.top(), 14, line.height()), Icon::Info, colours.partly, 13);
        painter.setFont(small);
        painter.setPen(colours.partly);
        painter.drawText(line.adjusted(20, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, QFontMetrics(small).elidedText(remarks, Qt::ElideRight, line.width() - 20));
    }
}

void QualityDelegate::paintValue(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    const RowKind kind = kindOf(index);
    const QString text = index.data().toString();
    const QRect line = option.rect.adjusted(0, above, -side, 0);
    if (kind == RowKind::Heading) {
        painter.setFont(textFont(TextSize::Small, option.font));
        painter.setPen(colours.quietText);
        painter.drawText(option.rect.adjusted(0, 0, -side, -8), Qt::AlignRight | Qt::AlignBottom, text);
    } else if (kind == RowKind::Retired) {
        painter.setPen(colours.accent);
        painter.drawText(line, Qt::AlignRight | Qt::AlignTop, text);
    } else if (kind == RowKind::Quality) {
        // A quiet field: it can be changed here.
        const int height = QFontMetrics(option.font).height() + 4;
        const QRect field(option.rect.right() - side - 55, option.rect.top() + above - 2, 56, height);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(option.state & (QStyle::State_MouseOver | QStyle::State_Selected) ? colours.control : colours.line, 1));
        painter.setBrush(colours.surface);
        painter.drawRoundedRect(QRectF(field).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(colours.text);
        const bool necessary = isNecessary(index);
        drawTabular(painter, QRectF(field).adjusted(0, 0, -20, 0), Qt::AlignRight, text);
        paintIcon(painter, QRectF(field.right() - 18, field.top(), 16, field.height()), necessary ? Icon::ChevronDown : Icon::Edit, colours.quietText, necessary ? 12 : 11);
    }
}

QWidget *QualityDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.column() == QualityListModel::TextColumn) {
        auto *edit = new QPlainTextEdit(parent);
        edit->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        edit->setTabChangesFocus(true);
        edit->document()->setDocumentMargin(above - 2);
        edit->setAccessibleName(kindOf(index) == RowKind::Add ? tr("New quality") : tr("Wording of the quality"));
        return edit;
    }
    if (isNecessary(index)) {
        auto *box = new QComboBox(parent);
        for (int level = 1; level <= 3; ++level)
            box->addItem(m_labels.size() == 4 ? QStringLiteral("%1 %2").arg(level).arg(m_labels.at(level)) : QString::number(level), level);
        box->setAccessibleName(tr("Met from level"));
        connect(box, &QComboBox::activated, this, [this, box] {
            auto *self = const_cast<QualityDelegate *>(this);
            Q_EMIT self->commitData(box);
            Q_EMIT self->closeEditor(box);
        });
        return box;
    }
    auto *spin = new QSpinBox(parent);
    spin->setRange(0, 100);
    spin->setAccessibleName(tr("Weight"));
    return spin;
}

void QualityDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *edit = qobject_cast<QPlainTextEdit *>(editor)) {
        // Called again when the data changes elsewhere: what is being typed stays.
        if (!edit->property("filled").toBool()) {
            edit->setPlainText(index.data(Qt::EditRole).toString());
            edit->selectAll();
            edit->setProperty("filled", true);
        }
    } else if (auto *box = qobject_cast<QComboBox *>(editor)) {
        box->setCurrentIndex(box->findData(index.data(Qt::EditRole).toInt()));
    } else if (auto *spin = qobject_cast<QSpinBox *>(editor)) {
        spin->setValue(index.data(Qt::EditRole).toInt());
        spin->selectAll();
    }
}

void QualityDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (const auto *edit = qobject_cast<QPlainTextEdit *>(editor))
        model->setData(index, edit->toPlainText(), Qt::EditRole);
    else if (const auto *box = qobject_cast<QComboBox *>(editor))
        model->setData(index, box->currentData(), Qt::EditRole);
    else if (auto *spin = qobject_cast<QSpinBox *>(editor)) {
        spin->interpretText();
        model->setData(index, spin->value(), Qt::EditRole);
    }
}

void QualityDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() == QualityListModel::TextColumn) {
        QRect rect = option.rect;
        rect.setLeft(textRect(rect, option.font).left() - above);
        rect.setHeight(std::max(rect.height(), 2 * QFontMetrics(option.font).lineSpacing() + 2 * above));
        editor->setGeometry(rect);
        return;
    }
    const int height = editor->sizeHint().height();
    editor->setGeometry(option.rect.left(), option.rect.top() + 1, option.rect.width() - 4, std::min(height, std::max(option.rect.height() - 2, height)));
}

bool QualityDelegate::eventFilter(QObject *object, QEvent *event)
{
    // A line is one line: Enter stores it, also in the field that wraps.
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        auto *edit = qobject_cast<QPlainTextEdit *>(object);
        if (edit && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            Q_EMIT commitData(edit);
            Q_EMIT closeEditor(edit);
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

} // namespace rolecall::ui
