// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/import_models.h"

#include "ui/theme/colours.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

namespace rolecall::ui {

namespace {

QString stateText(const ImportRowShown &row)
{
    if (row.isAnswered)
        return ImportRowsModel::tr("Taken, as you say");
    if (row.isInDoubt)
        return ImportRowsModel::tr("Who is it?");
    switch (row.state) {
    case app::RowState::Taken:
        return ImportRowsModel::tr("Taken");
    case app::RowState::NeedsLook:
        return ImportRowsModel::tr("Needs a look");
    case app::RowState::Refused:
        break;
    }
    return ImportRowsModel::tr("Refused");
}

} // namespace

void ImportRowsModel::setRows(const QList<ImportRowShown> &rows, const QList<RoleChoice> &roles)
{
    beginResetModel();
    m_rows = rows;
    m_roles = roles;
    endResetModel();
}

int ImportRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ImportRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportRowShown &row = m_rows.at(index.row());
    if (role == Qt::AccessibleTextRole && index.column() == PersonColumn && row.isInDoubt && row.person.isEmpty())
        return tr("Nobody yet: choose or type who applies");
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case PlaceColumn:
        return row.place;
    case StateColumn:
        return stateText(row);
    case PersonColumn:
        return row.isInDoubt && row.person.isEmpty() && role == Qt::DisplayRole ? tr("Choose or type") : row.person;
    case RoleColumn:
        for (const RoleChoice &choice : m_roles) {
            if (choice.role == row.role)
                return choice.title;
        }
        return {};
    default:
        if (role == Qt::ToolTipRole && row.mayBeTwice.isValid())
            return tr("%1. Enter, or a double click: the two side by side").arg(row.why);
        return row.why;
    }
}

QVariant ImportRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("From"), tr("State"), tr("Applicant"), tr("Role"), tr("Why")};
    return names[section];
}

Qt::ItemFlags ImportRowsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool canBeSaid = index.isValid() && !m_rows.at(index.row()).key.isEmpty();
    const bool isEditable = canBeSaid && (index.column() == PersonColumn || (index.column() == RoleColumn && m_roles.size() > 1));
    return isEditable ? flags | Qt::ItemIsEditable : flags;
}

bool ImportRowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    ImportRowShown &row = m_rows[index.row()];
    if (index.column() == RoleColumn) {
        const db::RoleId chosen(value.toLongLong());
        if (!chosen.isValid() || chosen == row.role)
            return false;
        row.role = chosen;
        Q_EMIT dataChanged(index, index);
        Q_EMIT roleSaid(row.key, chosen);
        return true;
    }
    const app::IntakePerson person = app::IntakePerson::fromText(value.toString());
    if (person.isNobody() || person.text() == row.person)
        return false;
    row.person = person.text();
    row.isAnswered = true;
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(ColumnCount - 1));
    Q_EMIT personSaid(row.key, person);
    return true;
}

// What waits for a word is told apart by its own words and by the accent; a cell that can be changed shows its arrow.
void ImportRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem shown = option;
    initStyleOption(&shown, index);
    if (index.column() == ImportRowsModel::WhyColumn)
        shown.textElideMode = Qt::ElideRight; // a sentence is read from its beginning
    const auto *model = static_cast<const ImportRowsModel *>(index.model());
    const ImportRowShown &row = model->rows().at(index.row());
    const Colours &colours = coloursOf(option.palette);
    if (row.isInDoubt && !row.isAnswered && (index.column() == ImportRowsModel::StateColumn || index.column() == ImportRowsModel::PersonColumn))
        shown.palette.setColor(QPalette::Text, colours.accent);
    else if (index.column() == ImportRowsModel::StateColumn && row.state != app::RowState::Taken && !row.isAnswered)
        shown.palette.setColor(QPalette::Text, row.state == app::RowState::Refused ? colours.notMet : colours.partly);
    if (row.mayBeTwice.isValid() && index.column() == ImportRowsModel::WhyColumn) {
        shown.font.setUnderline(true);
        shown.palette.setColor(QPalette::Text, colours.accent);
    }
    const bool isEditable = index.flags() & Qt::ItemIsEditable;
    constexpr int arrowWidth = 16;
    if (isEditable) {
        QStyleOptionViewItem ground = shown;
        ground.text.clear();
        shown.rect.adjust(0, 0, -arrowWidth, 0);
        shown.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, shown.widget);
    }
    shown.widget->style()->drawControl(QStyle::CE_ItemViewItem, &shown, painter, shown.widget);
    if (isEditable) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(shown.palette.color(QPalette::Text), 1.5));
        const QPointF middle(option.rect.right() - arrowWidth / 2.0, option.rect.center().y() + 0.5);
        const QPointF arrow[] = {middle + QPointF(-3, -1.5), middle + QPointF(0, 1.5), middle + QPointF(3, -1.5)};
        painter->drawPolyline(arrow, 3);
        painter->restore();
    }
}

QWidget *ImportRowDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = static_cast<const ImportRowsModel *>(index.model());
    const ImportRowShown &row = model->rows().at(index.row());
    auto *box = new QComboBox(parent);
    if (index.column() == ImportRowsModel::RoleColumn) {
        for (const ImportRowsModel::RoleChoice &choice : model->roles())
            box->addItem(choice.title, choice.role.number());
        box->setAccessibleName(ImportRowsModel::tr("Role for %1").arg(row.place));
    } else {
        box->setEditable(true);
        box->setInsertPolicy(QComboBox::NoInsert);
        for (const app::IntakePerson &person : row.choices)
            box->addItem(person.text());
        box->lineEdit()->setPlaceholderText(ImportRowsModel::tr("Name <address>"));
        box->setAccessibleName(ImportRowsModel::tr("Who applies with %1").arg(row.place));
    }
    connect(box, &QComboBox::activated, this, [this, box] {
        Q_EMIT const_cast<ImportRowDelegate *>(this)->commitData(box);
        Q_EMIT const_cast<ImportRowDelegate *>(this)->closeEditor(box);
    });
    return box;
}

void ImportRowDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = static_cast<QComboBox *>(editor);
    if (!box->isEditable()) {
        box->setCurrentIndex(box->findText(index.data().toString()));
        return;
    }
    const QString text = index.data(Qt::EditRole).toString();
    box->setCurrentIndex(box->findText(text));
    box->setEditText(text);
    box->lineEdit()->selectAll();
}

void ImportRowDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *box = static_cast<QComboBox *>(editor);
    model->setData(index, box->isEditable() ? QVariant(box->currentText()) : box->currentData(), Qt::EditRole);
}

} // namespace rolecall::ui
