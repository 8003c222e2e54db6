// SPDX-License-Identifier: GPL-3.0-or-later
// The two tables of an import: a file's columns with what each means, and rows that want a person's eye.
#pragma once

#include "app/applicants/applicant_import.h"
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

/// A row of a table, a message, a card or an applicant's documents, in a trial or in a report.
struct ImportRowShown
{
    QString place; ///< the file, and where in it
    app::RowState state = app::RowState::Taken;
    bool isInDoubt = false;  ///< waits for a word about who it is
    bool isAnswered = false; ///< that was said
    QString key;             ///< empty: nothing can be said about it
    QString person;          ///< "Ada Example <ada@example.org>"
    QList<app::IntakePerson> choices;
    db::RoleId role;
    QString why;
    db::CandidateId mayBeTwice; ///< valid where the reason is a likeness to somebody who was there
};

/// Where a trial has several roles to choose from, a column says into which one a row goes.
class ImportRowsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PlaceColumn, StateColumn, PersonColumn, RoleColumn, WhyColumn, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;
    struct RoleChoice
    {
        db::RoleId role;
        QString title;
    };

    void setRows(const QList<ImportRowShown> &rows, const QList<RoleChoice> &roles);
    const QList<ImportRowShown> &rows() const { return m_rows; }
    const QList<RoleChoice> &roles() const { return m_roles; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// A person as text, or a role's number.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void personSaid(const QString &key, const rolecall::app::IntakePerson &person);
    void roleSaid(const QString &key, rolecall::db::RoleId role);

private:
    QList<ImportRowShown> m_rows;
    QList<RoleChoice> m_roles;
};

/// Chooses a person among those found, or types another; and a role among those there are.
class ImportRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
};

} // namespace rolecall::ui
