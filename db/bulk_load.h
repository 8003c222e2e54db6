// SPDX-License-Identifier: GPL-3.0-or-later
// Many applicants into one role, straight through SQLite's own interface: Qt Sql converts every value and looks every
// statement up again, which costs more than SQLite's work itself. Within one ChangeScope; one import is one change.
#pragma once

#include "db/change_log.h"
#include "db/standings.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rolecall::db {

/// One applicant as it is stored. All text is UTF-8; views need to live until add() returns. Empty: absent.
struct BulkApplicant
{
    std::string_view name;
    std::string_view nameKey; ///< db::nameKey() of the name
    std::string_view email;
    std::string_view phone;
    std::string_view location;
    std::string_view links;
    std::string_view source;
    std::string_view appliedOn; ///< YYYY-MM-DD
    std::string_view outcome;   ///< hired, rejected, withdrawn; then with its reason
    std::string_view outcomeReason;
    std::string_view note;
    StageId stage;
    const std::vector<qint64> *tags = nullptr; ///< keys of tag
    /// For each rating column: 0 to 3, or unrated (-1); bulkAskOnly, or bulkAskWithLevel added to a level, where it is to be asked at interview.
    const std::vector<qint8> *ratings = nullptr;
    const Standing *standing = nullptr;
};
constexpr qint8 bulkUnrated = -1;
constexpr qint8 bulkAskOnly = 16;     ///< ask at interview, no level
constexpr qint8 bulkAskWithLevel = 8; ///< added to a level

/// Who else is like a newcomer.
struct Likeness
{
    qint64 sameEmail = 0; ///< candidate with the same e-mail address; 0: none
    qint64 sameName = 0;  ///< candidate with the same name key
};

class BulkLoad
{
public:
    /// `qualities` are those of the rating columns, in ascending order of id. A valid `reviewer` gets a submitted review for
    /// each applicant with a rating.
    static Result<std::unique_ptr<BulkLoad>> begin(Connection &connection, ChangeScope &scope, RoleId role, ReviewerId reviewer,
                                                   const std::vector<QualityId> &qualities);
    ~BulkLoad();
    Q_DISABLE_COPY_MOVE(BulkLoad)

    Result<Likeness> likeness(std::string_view email, std::string_view nameKey);
    Result<ApplicationId> add(const BulkApplicant &applicant);
    /// The review of the applicant added last, begun where no rating did: what its evidence belongs to.
    Result<ReviewId> reviewOfLast();
    /// Indexes the text and logs the ranges. Called once, before the scope's commit.
    Outcome finish();

private:
    struct Statements;
    BulkLoad(Connection &connection, ChangeScope &scope);
    Connection &m_connection;
    ChangeScope &m_scope;
    std::unique_ptr<Statements> m_statements;
};

/// The key of a tag, made where there is none yet. Within a ChangeScope.
Result<qint64> tagKey(Connection &connection, const QString &name);

/// A larger page cache, and references that are not checked while many rows that are right by their making are added.
/// SQLite takes the settings only between transactions, so this stands around the ChangeScope of a bulk load.
class BulkSettings
{
public:
    explicit BulkSettings(Connection &connection);
    ~BulkSettings();
    Q_DISABLE_COPY_MOVE(BulkSettings)

private:
    Connection &m_connection;
};

} // namespace rolecall::db
