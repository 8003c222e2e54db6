// SPDX-License-Identifier: GPL-3.0-or-later
// A table's rows as applicants, read ahead in a thread of their own: parsing and storing go on side by side.
#pragma once

#include "app/applicants/cell_parsing.h"
#include "app/table/column_mapping.h"
#include "app/table/table_stream.h"

#include <QStringList>
#include <memory>
#include <string>
#include <vector>

namespace rolecall::app {

/// One row, ready to be stored. Texts are UTF-8; empty: absent.
struct ApplicantRecord
{
    qint64 row = 0; ///< line of the file where it begins
    bool needsLook = false;
    bool refused = false;
    std::string name, nameKey, email, phone, location, links, source, appliedOn, stage, outcome, outcomeReason, note;
    std::vector<std::string> tags;
    std::vector<std::string> documents; ///< names of files that belong to the applicant
    std::vector<qint8> ratings;                         ///< per rating column, as db::BulkApplicant has them
    std::vector<std::pair<int, std::string>> evidence;  ///< rating column's quality index and its note
    QStringList messages;

    void clear();
};

/// Turns rows into records; knows the columns, nothing of what is stored.
class ApplicantRows
{
public:
    ApplicantRows(std::unique_ptr<TableStream> stream, ColumnMapping mapping);

    /// The quality index of each rating column, in the order of ApplicantRecord::ratings.
    const std::vector<int> &ratedQualities() const { return m_ratedQualities; }
    bool next(ApplicantRecord &record);
    const TableStream &stream() const { return *m_stream; }

private:
    void readField(ApplicantField field, int column, std::string_view cell, ApplicantRecord &record);
    void readDate(int column, std::string_view cell, ApplicantRecord &record);
    void readDocumentNames(int column, std::string_view cell, ApplicantRecord &record);
    void readRating(size_t place, std::string_view cell, ApplicantRecord &record);
    void finish(ApplicantRecord &record);
    void look(ApplicantRecord &record, const QString &message);

    std::unique_ptr<TableStream> m_stream;
    ColumnMapping m_mapping;
    std::vector<int> m_ratedQualities;
    std::vector<int> m_ratingPlace; ///< per column: index into ratings, -1 for none
    std::vector<DateOrder> m_dateOrder; ///< per column
    std::vector<std::string> m_flagOf; ///< per column: the outcome word that a yes in it stands for
    bool m_reasonEnds = false;
    QStringList m_columnNames;
    TableRow m_row;
    std::string m_given, m_family;
};

} // namespace rolecall::app
