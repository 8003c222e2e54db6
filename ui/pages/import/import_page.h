// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants from tables, on one sheet: which files, into which role, what each column means, what would be taken,
// and the reports of past imports.
#pragma once

#include "app/applicants/applicant_import.h"
#include "db/import_reports.h"
#include "db/roles.h"
#include "ui/models/import_models.h"
#include "ui/session/session.h"
#include "ui/shell/page.h"

class QComboBox;
class QListView;
class QStackedLayout;
class QStackedWidget;
class QStandardItemModel;
class QTableView;

namespace rolecall::ui {

class EmptyState;
class TabStrip;
class TextLabel;

class ImportPage : public Page
{
    Q_OBJECT
public:
    explicit ImportPage(Session &session, QWidget *parent = nullptr);

    QString title() const override { return tr("Import applicants"); }
    QString subtitle() const override { return m_subtitle; }
    QList<QAction *> actions() const override;
    void activate() override;
    /// `role`, and `files` (paths).
    void navigateTo(const QVariantMap &arguments) override;

    void addFiles(const QStringList &paths);
    /// What would be stored, as the last trial found it.
    const app::ImportSummary &trial() const { return m_trial; }

private:
    struct File
    {
        QString path;
        QHash<int, QString> meanings; ///< said by hand: column counted from 0, key
        app::ImportPreview preview;
        QString problem; ///< why it cannot be read
        QStringList columnMap() const;
    };

    QWidget *makeChoices();
    QWidget *makeLists();
    QWidget *makeDetails();
    QTableView *makeTable(QAbstractItemModel *model, const QString &name);
    void readRoles();
    void readReports();
    void readFiles();
    void showFiles();
    void showFile(int row);
    void showReport(int row);
    void showState();
    void chooseMeaning(int column, const QString &key);
    void run(bool dryRun);
    void finished(bool dryRun, const app::ImportSummary &summary, const QList<app::ImportedRow> &rows);
    app::ImportRequest request(bool dryRun) const;
    void showRows(const QList<ImportRowShown> &rows, const QString &ifNone);
    db::RoleId role() const;
    QString summaryText(qint64 taken, qint64 needsLook, qint64 refused) const;

    Session &m_session;
    QString m_subtitle;
    QList<File> m_files;
    QList<db::ImportReport> m_reports;
    qint64 m_wantedRole = 0;
    int m_asked = 0; ///< the latest question to the reader: older answers are left aside
    bool m_tried = false;
    app::ImportSummary m_trial;

    QAction *m_import;
    QAction *m_choose;
    QComboBox *m_role = nullptr;
    QComboBox *m_reviewer = nullptr;
    QListView *m_fileList = nullptr;
    QListView *m_reportList = nullptr;
    TextLabel *m_filesTitle = nullptr;
    TextLabel *m_reportsTitle = nullptr;
    QStandardItemModel *m_fileModel;
    QStandardItemModel *m_reportModel;
    ImportColumnsModel *m_columns;
    ImportRowsModel *m_rows;
    QTableView *m_columnTable = nullptr;
    QTableView *m_rowTable = nullptr;
    TabStrip *m_tabs = nullptr;
    TextLabel *m_sentence = nullptr;
    QStackedWidget *m_detail = nullptr;
    QStackedWidget *m_rowPlace = nullptr; ///< the rows, or that there are none
    EmptyState *m_noRows = nullptr;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    QWidget *m_sheet;
};

} // namespace rolecall::ui
