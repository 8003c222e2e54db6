// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants from whatever they come in, on one sheet: which files, into which role, what each column means, who would
// be taken and who is in doubt; then the run, and the reports of past imports.
#pragma once

#include "app/applicants/applicant_import.h"
#include "db/import_reports.h"
#include "db/roles.h"
#include "ui/pages/import/import_cover.h"
#include "ui/pages/import/import_files.h"
#include "ui/pages/import/import_sheet.h"
#include "ui/session/session.h"
#include "ui/shell/page.h"

#include <QTemporaryDir>

class QStackedLayout;

namespace rolecall::ui {

class EmptyState;

class ImportPage : public Page
{
    Q_OBJECT
public:
    explicit ImportPage(Session &session, QWidget *parent = nullptr);

    QString title() const override { return tr("Import applicants"); }
    QString subtitle() const override { return m_subtitle; }
    QList<QAction *> actions() const override;
    void activate() override;
    /// `role`, and `files` (paths of files and folders).
    void navigateTo(const QVariantMap &arguments) override;

    void addFiles(const QStringList &paths);
    /// Files on the clipboard, or text on it: a table, a mail, a card or a CV.
    void paste();
    /// What would be stored, as the last trial found it.
    const app::ImportSummary &trial() const { return m_trial; }
    ImportSheet &sheet() { return *m_sheet; }

private:
    enum class State { Looking, Trying, Tried, Failed, Importing };

    void readRoles();
    void readReports();
    void readFiles();
    void takeOut(int row);
    void showFiles();
    void showFile(int row);
    void showReport(int row);
    void showTrial();
    void showState();
    void chooseMeaning(int column, const QString &key);
    void say(const QString &key, const app::IntakePerson &person);
    void run(bool dryRun);
    void finished(bool dryRun, const app::ImportSummary &summary, const QList<app::ImportedRow> &rows);
    app::ImportRequest request(bool dryRun) const;
    db::RoleId role() const;
    QList<ImportRowsModel::RoleChoice> roleChoices() const;
    QString trialText() const;
    bool hasColumns() const;
    ImportCover cover() const;
    /// In a blind role, for whoever has to say who somebody is.
    void showNames();

    Session &m_session;
    QString m_subtitle;
    QStringList m_paths;
    QList<ImportFile> m_files;
    ColumnMeanings m_meanings;
    QHash<QString, app::ImportAnswer> m_answers;
    std::shared_ptr<app::TextCache> m_texts;
    std::shared_ptr<app::UnpackedArchives> m_archives;
    QTemporaryDir m_pasted;
    int m_pastedCount = 0;
    QList<db::ImportReport> m_reports;
    qint64 m_wantedRole = 0;
    int m_asked = 0; ///< the latest question to the reader: older answers are left aside
    bool m_trialWaits = false; ///< for other work to end
    QSet<qint64> m_blindRoles;
    bool m_namesShown = false;   ///< the reader asked for them
    bool m_justImported = false; ///< the next step is to look at them
    State m_state = State::Looking;
    QString m_failure;
    app::ImportSummary m_trial;
    QList<app::ImportedRow> m_trialRows;

    QAction *m_import;
    QAction *m_choose;
    QAction *m_chooseFolder;
    QAction *m_begin;
    QAction *m_toApplicants;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    ImportSheet *m_sheet;
};

} // namespace rolecall::ui
