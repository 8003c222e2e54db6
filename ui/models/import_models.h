// SPDX-License-Identifier: GPL-3.0-or-later
// The two tables of an import: a file's columns with what each means, and rows that want a person's eye.
#pragma once

#include "app/applicants/import_preview.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace rolecall::ui {

/// One row per column of the file: its name, what it means (can be edited), its first values.
class ImportColumnsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, MeaningColumn, ValuesColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void setPreview(const app::ImportPreview &preview);
    const QList<app::ColumnMeaning> &meanings() const { return m_meanings; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// `value`: the key of a meaning.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// A person said what a column (counted from 0) means.
    void meaningChosen(int column, const QString &key);

private:
    app::ImportPreview m_preview;
    QList<app::ColumnMeaning> m_meanings;
};

/// Chooses among the meanings with a combo box.
class MeaningDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

struct ImportRowShown
{
    QString place; ///< the row, with the file where there are several
    bool refused = false;
    QString name;
    QString email;
    QString why;
};

class ImportRowsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    void setRows(const QList<ImportRowShown> &rows);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ImportRowShown> m_rows;
};

} // namespace rolecall::ui
