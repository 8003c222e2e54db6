// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/shell/fuzzy_match.h"
#include "ui/theme/colours.h"
#include "ui/theme/typography.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text_label.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {
constexpr int mostShown = 50;
}

class PaletteModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;
    QList<PaletteEntry> entries;

    void setEntries(QList<PaletteEntry> newEntries)
    {
        beginResetModel();
        entries = std::move(newEntries);
        endResetModel();
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(entries.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const PaletteEntry &entry = entries.at(index.row());
        if (role == Qt::DisplayRole)
            return entry.title;
        if (role == Qt::AccessibleTextRole)
            return entry.detail.isEmpty() ? entry.title : QStringLiteral("%1, %2").arg(entry.title, entry.detail);
        return {};
    }
};

namespace {

class PaletteDelegate : public QStyledItemDelegate
{
public:
    PaletteDelegate(const PaletteModel &model, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_model(model)
    {
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return {200, rowHeight(option.font) + 4}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PaletteEntry &entry = m_model.entries.at(index.row());
        const Colours &colours = coloursOf(option.palette);
        const bool selected = option.state & QStyle::State_Selected;
        const QRectF body = QRectF(option.rect).adjusted(8, 1, -8, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected || option.state & QStyle::State_MouseOver) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(selected ? colours.accentSoft : mixed(colours.surface, colours.text, 0.04));
            painter->drawRoundedRect(body, 6, 6);
        }
        paintIcon(*painter, QRectF(body.left() + 10, body.top(), 18, body.height()), entry.icon, selected ? colours.accent : colours.quietText);
        QRectF text = body.adjusted(38, 0, -12, 0);
        const QFont small = textFont(TextSize::Small, option.font);
        painter->setFont(small);
        painter->setPen(colours.quietText);
        const int width = std::min(QFontMetrics(small).horizontalAdvance(entry.detail) + 1, static_cast<int>(text.width() / 2));
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, QFontMetrics(small).elidedText(entry.detail, Qt::ElideRight, width));
        text.setRight(text.right() - width - 16);
        painter->setFont(option.font);
        painter->setPen(colours.text);
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(option.font).elidedText(entry.title, Qt::ElideRight, static_cast<int>(text.width())));
        painter->restore();
    }

private:
    const PaletteModel &m_model;
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_model(new PaletteModel(this))
    , m_field(new SearchField(tr("Go to a role, an applicant, a text or an action")))
    , m_list(new QListView)
    , m_nothing(new TextLabel(tr("Nothing fits. Try fewer letters."), TextSize::Body, Tone::Quiet))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 8, 1, 8);
    column->setSpacing(8);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 0, 8, 0);
    top->addWidget(m_field);
    column->addLayout(top);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(*m_model, this));
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the keys; Up and Down move here
    m_list->setAccessibleName(tr("What fits"));
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_list, 1);
    m_nothing->setContentsMargins(16, 8, 16, 8);
    column->addWidget(m_nothing);
    connect(m_field, &SearchField::searched, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    setAccessibleName(tr("Command palette"));
    hide();
}

void CommandPalette::open()
{
    m_before = QApplication::focusWidget();
    m_field->clear();
    search({});
    show();
    raise();
    place();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::close()
{
    const QPointer<QWidget> before = m_before;
    m_before = nullptr;
    hide();
    if (before)
        before->setFocus(Qt::OtherFocusReason);
}

void CommandPalette::refresh()
{
    if (!isVisible())
        return;
    const int row = m_list->currentIndex().row();
    search(m_query);
    m_list->setCurrentIndex(m_model->index(std::clamp(row, 0, std::max(0, m_model->rowCount() - 1))));
}

QStringList CommandPalette::titles() const
{
    QStringList titles;
    for (const PaletteEntry &entry : m_model->entries)
        titles.append(entry.title);
    return titles;
}

void CommandPalette::search(const QString &query)
{
    m_query = query;
    QList<PaletteEntry> found;
    for (const PaletteProvider &provider : std::as_const(m_providers)) {
        for (PaletteEntry &entry : provider(query)) {
            if (entry.fit <= 0)
                entry.fit = fitOf(query, entry.title);
            if (entry.fit > 0)
                found.append(std::move(entry));
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.fit > b.fit; });
    if (found.size() > mostShown)
        found.resize(mostShown);
    m_nothing->setVisible(found.isEmpty());
    m_list->setVisible(!found.isEmpty());
    m_model->setEntries(std::move(found));
    m_list->setCurrentIndex(m_model->index(0));
    place();
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int width = std::min(600, window->width() - 48);
    const int row = rowHeight(font()) + 4;
    const int rows = std::clamp(m_model->rowCount(), 1, 10);
    const int height = std::min(m_field->sizeHint().height() + 24 + rows * row + 2, window->height() - 96);
    setGeometry((window->width() - width) / 2, 64, width, height);
}

void CommandPalette::run()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= m_model->entries.size())
        return;
    const auto action = m_model->entries.at(row).run;
    close();
    if (action)
        action();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(colours.surface);
    painter.setPen(colours.control);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget()) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        else if (event->type() == QEvent::MouseButtonPress && isVisible())
            close();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible() && static_cast<QFocusEvent *>(event)->reason() == Qt::MouseFocusReason) {
        close();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int last = m_model->rowCount() - 1;
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Down:
        m_list->setCurrentIndex(m_model->index(std::min(row + 1, last)));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentIndex(m_model->index(std::max(row - 1, 0)));
        return true;
    case Qt::Key_PageDown:
        m_list->setCurrentIndex(m_model->index(std::min(row + 8, last)));
        return true;
    case Qt::Key_PageUp:
        m_list->setCurrentIndex(m_model->index(std::max(row - 8, 0)));
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // the focus stays inside while it is open
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_field->text() != m_query)
            search(m_field->text()); // what was typed since the last pause counts
        run();
        return true;
    default:
        return false;
    }
}

} // namespace rolecall::ui
