// SPDX-License-Identifier: GPL-3.0-or-later
// One run of an import, from the open change to the counts: rows of tables first, then messages, cards and documents,
// which may belong to somebody in a table or already in the role.
#pragma once

#include "app/applicants/applicant_import.h"
#include "app/applicants/applicant_rows.h"
#include "app/applicants/import_plan.h"
#include "app/intake/role_guess.h"
#include "db/bulk_load.h"
#include "db/import_reports.h"

#include <unordered_map>

namespace rolecall::app {

class ImportRun
{
public:
    ImportRun(db::Connection &connection, const ImportRequest &request, ImportPlan &plan, db::BulkLoad &load, RoleGuess roles, Progress *progress);

    Outcome run(const ImportSources &sources);
    /// What is said where somebody like them was there already.
    static QString sameAddress();
    static QString sameAddressElsewhere();
    static QString sameName();
    const ImportSummary &summary() const { return m_summary; }
    /// What was wrong with the first file of which nothing could be read.
    const std::optional<Error> &firstUnreadable() const { return m_firstUnreadable; }
    bool readAnything() const { return m_readAnything; }

private:
    // import_run.cpp: tables and the report
    Outcome importTable(const ImportSource &source, bool isAlone);
    Outcome storeRows(ApplicantRows &rows);
    Outcome storeRecord(ApplicantRecord &record);
    Result<db::ApplicationId> addRecord(ApplicantRecord &record);
    Outcome addEvidence(const ApplicantRecord &record);
    Outcome refuseSource(const QString &shown, const Error &error);
    Outcome tell(ImportedRow row, db::ApplicationId application, bool isOfTable);
    Outcome cancelled() const;
    /// What marks an application that came after the closing date, whatever it came in.
    static QString lateTag();
    static QString lateMessage(const ImportPlan &plan);

    // import_run_items.cpp: messages, cards, documents
    Outcome importItems(const QList<ImportSource> &sources);
    Outcome storeItem(IntakeItem &item);
    db::RoleId roleOf(IntakeItem &item, const ImportAnswer &answer);
    /// Whose the item is; fills in what is said about that. An invalid one: nobody's yet.
    Result<db::KnownApplication> knownOwner(IntakeItem &item, db::RoleId role);
    Outcome joinTo(const db::KnownApplication &known, IntakeItem &item, db::RoleId role);
    Outcome addItem(IntakeItem &item, db::RoleId role);
    Outcome refuseItem(const IntakeItem &item, db::RoleId role, bool isInDoubt);
    Result<int> addDocuments(db::ApplicationId application, const IntakeItem &item);
    Result<ImportPlan *> planFor(db::RoleId role);
    ImportedRow rowOf(const IntakeItem &item, RowState state, db::RoleId role) const;

    db::Connection &m_connection;
    const ImportRequest &m_request;
    ImportPlan &m_plan;
    db::BulkLoad &m_load;
    RoleGuess m_roles;
    Progress *m_progress;
    ImportSummary m_summary;
    db::ImportReport m_report;
    QString m_file; ///< that is being read
    qint64 m_reportRow = 0;
    int m_storedRows = 0;
    qint64 m_doneBytes = 0;
    bool m_hasTables = false;
    bool m_hasOthers = false;
    bool m_readAnything = false;
    std::optional<Error> m_firstUnreadable;
    const std::vector<int> *m_ratedQualities = nullptr;
    std::vector<qint64> m_tags;
    std::vector<qint8> m_ratings;
    std::unordered_multimap<std::string, db::ApplicationId> m_fileOwners; ///< by a file's name in small letters, from tables
    std::map<db::RoleId, ImportPlan> m_otherPlans;
};

} // namespace rolecall::app
