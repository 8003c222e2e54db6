// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/side_bar.h"

#include "ui/theme/colours.h"
#include "ui/theme/style.h"
#include "ui/theme/typography.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rolecall::ui {

namespace {

class EntryDelegate : public QStyledItemDelegate
{
public:
    explicit EntryDelegate(const SideBarModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int row = rowHeight(option.font);
        return {160, m_model.entry(index.row()).kind == SideBarEntry::Kind::Heading ? row + 8 : row};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const SideBarEntry &entry = m_model.entry(index.row());
        const Colours &colours = coloursOf(option.palette);
        const bool heading = entry.kind == SideBarEntry::Kind::Heading;
        const bool selected = option.state & QStyle::State_Selected;
        const QRectF body = QRectF(option.rect).adjusted(8, 1, -8, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (!heading && (selected || option.state & QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? colours.accentSoft : mixed(colours.window, colours.text, 0.06));
            painter->drawRoundedRect(body, 6, 6);
        }
        QFont font = heading ? textFont(TextSize::Small, option.font) : option.font;
        if (selected)
            font.setWeight(QFont::Medium);
        painter->setFont(font);
        QRectF text = body.adjusted(entry.kind == SideBarEntry::Kind::Heading ? 10 : 38, 0, -10, 0);
        if (heading)
            text.setTop(text.top() + 10);
        if (entry.icon != Icon::None)
            paintIcon(*painter, QRectF(body.left() + 10, body.top(), 18, body.height()), entry.icon, selected ? colours.accent : colours.quietText);
        if (entry.count) {
            const QString count = QLocale().toString(*entry.count);
            painter->setPen(entry.attention ? colours.notMet : colours.quietText);
            drawTabular(*painter, text, Qt::AlignRight, count);
            text.setRight(text.right() - tabularWidth(font, count) - 8);
        }
        painter->setPen(heading ? colours.quietText : selected ? colours.accent : colours.text);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(font).elidedText(entry.text, Qt::ElideRight, static_cast<int>(text.width())));
        if (option.state & QStyle::State_HasFocus)
            drawFocusRing(*painter, body, option.palette);
        painter->restore();
    }

private:
    const SideBarModel &m_model;
};

} // namespace

void SideBarModel::setEntries(const QList<SideBarEntry> &entries)
{
    const bool sameRows = std::equal(entries.begin(), entries.end(), m_entries.begin(), m_entries.end(), [](const auto &a, const auto &b) {
        return a.kind == b.kind && a.target == b.target;
    });
    if (sameRows) {
        m_entries = entries;
        if (!entries.isEmpty())
            Q_EMIT dataChanged(index(0), index(static_cast<int>(entries.size()) - 1));
        return;
    }
    beginResetModel();
    m_entries = entries;
    endResetModel();
}

int SideBarModel::rowOf(const QVariant &target) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries.at(row).target.isValid() && m_entries.at(row).target == target)
            return row;
    }
    return -1;
}

int SideBarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant SideBarModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SideBarEntry &entry = m_entries.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return entry.text;
    if (role == Qt::AccessibleTextRole)
        return entry.count ? tr("%1, %2").arg(entry.text, QLocale().toString(*entry.count)) : entry.text;
    return {};
}

Qt::ItemFlags SideBarModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_entries.at(index.row()).kind == SideBarEntry::Kind::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

SideBar::SideBar(QWidget *parent)
    : QListView(parent)
{
    setModel(&m_model);
    setItemDelegate(new EntryDelegate(m_model, this));
    setAccessibleName(tr("Navigation"));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    connect(this, &QListView::clicked, this, &SideBar::choose);
}

void SideBar::setEntries(const QList<SideBarEntry> &entries)
{
    m_model.setEntries(entries);
    setCurrentTarget(m_current);
}

void SideBar::setCurrentTarget(const QVariant &target)
{
    m_current = target;
    const int row = m_model.rowOf(target);
    if (row < 0)
        selectionModel()->clear();
    else
        setCurrentIndex(m_model.index(row));
}

QSize SideBar::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 30, 400};
}

void SideBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        return choose(currentIndex());
    QListView::keyPressEvent(event);
}

void SideBar::choose(const QModelIndex &index)
{
    if (index.isValid() && m_model.entry(index.row()).target.isValid())
        Q_EMIT chosen(m_model.entry(index.row()).target);
}

} // namespace rolecall::ui
