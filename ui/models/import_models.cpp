// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/import_models.h"

#include <QComboBox>

#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int valuesShown = 4;

} // namespace

void ImportColumnsModel::setPreview(const app::ImportPreview &preview)
{
    const bool sameShape = preview.columns == m_preview.columns;
    if (!sameShape)
        beginResetModel();
    m_preview = preview;
    m_meanings = app::columnMeanings(preview.mapping);
    if (!sameShape)
        endResetModel();
    else if (!m_preview.columns.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ImportColumnsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_preview.columns.size());
}

int ImportColumnsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportColumnsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::ToolTipRole))
        return {};
    switch (index.column()) {
    case NameColumn:
        return m_preview.columns.at(index.row());
    case MeaningColumn:
        return app::meaningOf(m_preview.mapping, index.row());
    default: {
        QStringList values;
        for (const QStringList &row : m_preview.rows) {
            const QString value = row.value(index.row()).simplified();
            if (!value.isEmpty() && values.size() < valuesShown)
                values << value;
        }
        return values.join(QStringLiteral("  ·  "));
    }
    }
}

QVariant ImportColumnsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Column") : section == MeaningColumn ? tr("Means") : tr("First values");
}

Qt::ItemFlags ImportColumnsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == MeaningColumn ? flags | Qt::ItemIsEditable : flags;
}

bool ImportColumnsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString key = value.toString();
    if (role != Qt::EditRole || index.column() != MeaningColumn || key.isEmpty())
        return false;
    Q_EMIT meaningChosen(index.row(), key);
    return true;
}

QWidget *MeaningDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *box = new QComboBox(parent);
    const auto *model = static_cast<const ImportColumnsModel *>(index.model());
    for (const app::ColumnMeaning &meaning : model->meanings())
        box->addItem(meaning.label, meaning.key);
    box->setAccessibleName(ImportColumnsModel::tr("What “%1” means").arg(index.siblingAtColumn(ImportColumnsModel::NameColumn).data().toString()));
    connect(box, &QComboBox::activated, this, [this, box] {
        Q_EMIT const_cast<MeaningDelegate *>(this)->commitData(box);
        Q_EMIT const_cast<MeaningDelegate *>(this)->closeEditor(box);
    });
    return box;
}

void MeaningDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *box = static_cast<QComboBox *>(editor);
    box->setCurrentIndex(box->findText(index.data().toString()));
}

void MeaningDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *box = static_cast<QComboBox *>(editor);
    // Leaving the box without choosing says nothing about the column.
    if (box->currentIndex() >= 0 && box->currentText() != index.data().toString())
        model->setData(index, box->currentData(), Qt::EditRole);
}

} // namespace rolecall::ui
