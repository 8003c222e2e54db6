// SPDX-License-Identifier: GPL-3.0-or-later
// The Import page's one sheet: into which role, the files and past imports at the left, columns and applicants at the
// right. It lays out and shows; the page decides.
#pragma once

#include "ui/models/import_models.h"

#include <QWidget>

class QComboBox;
class QListView;
class QPushButton;
class QStackedWidget;
class QStandardItem;
class QStandardItemModel;
class QTableView;

namespace rolecall::ui {

class EmptyState;
class TabStrip;
class TextLabel;

class ImportSheet : public QWidget
{
    Q_OBJECT
public:
    explicit ImportSheet(QWidget *parent = nullptr);

    enum Tab { ColumnsTab, ApplicantsTab };

    QComboBox &role() { return *m_role; }
    QComboBox &reviewer() { return *m_reviewer; }
    QListView &files() { return *m_fileList; }
    QListView &reports() { return *m_reportList; }
    QTableView &rowTable() { return *m_rowTable; }
    ImportColumnsModel &columns() { return *m_columns; }
    ImportRowsModel &rows() { return *m_rows; }

    void showFiles(const QList<QStandardItem *> &items, int current);
    void showReports(const QList<QStandardItem *> &items);
    /// A list without entries takes no room.
    void showLists();
    /// `hasColumns`: the file has columns to look at.
    void showTabs(bool hasColumns, Tab current);
    void setSentence(const QString &text);
    /// The rows, or in their place why there are none.
    void setRows(const QList<ImportRowShown> &rows, const QList<ImportRowsModel::RoleChoice> &roles, const QString &ifNone, const QString &why);
    /// Says that names are hidden, and why; `canShow`: offers to show them all the same.
    void setNamesHidden(bool hidden, bool canShow);
    /// What is shown cannot be changed while the import runs.
    void setRunning(bool running);

    static QStandardItem *item(const QString &title, const QString &detail, int mark, const QString &word);

Q_SIGNALS:
    void roleChosen();
    void fileShown(int row);
    void reportShown(int row);
    void fileTakenOut(int row);
    void namesWanted();
    /// Somebody who may be here twice; not valid: any of them.
    void duplicatesWanted(rolecall::db::CandidateId person);

private:
    QWidget *makeChoices();
    QWidget *makeLists();
    QWidget *makeDetails();
    QWidget *makeBlindLine();
    QTableView *makeTable(QAbstractItemModel *model, const QString &name);

    ImportColumnsModel *m_columns;
    ImportRowsModel *m_rows;
    QStandardItemModel *m_fileModel;
    QStandardItemModel *m_reportModel;
    QComboBox *m_role = nullptr;
    QComboBox *m_reviewer = nullptr;
    QWidget *m_reviewerField = nullptr;
    QListView *m_fileList = nullptr;
    QListView *m_reportList = nullptr;
    TextLabel *m_filesTitle = nullptr;
    TextLabel *m_reportsTitle = nullptr;
    QTableView *m_columnTable = nullptr;
    QTableView *m_rowTable = nullptr;
    TabStrip *m_tabs = nullptr;
    TextLabel *m_sentence = nullptr;
    QWidget *m_blindLine = nullptr;
    QPushButton *m_showNames = nullptr;
    QPushButton *m_duplicates = nullptr;
    QStackedWidget *m_detail = nullptr;
    QStackedWidget *m_rowPlace = nullptr; ///< the rows, or that there are none
    EmptyState *m_noRows = nullptr;
};

} // namespace rolecall::ui
