// SPDX-License-Identifier: GPL-3.0-or-later
// Many applicants into one role, straight through SQLite's own interface: Qt Sql converts every value and looks every
// statement up again, which costs more than SQLite's work itself. Within one ChangeScope; one import is one change.
#pragma once

#include "db/change_log.h"
#include "db/documents.h"
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
    RoleId role; ///< where it is not the load's own
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

/// An application that is there already.
struct KnownApplication
{
    ApplicationId id; ///< invalid: none
    std::string nameKey;
    bool fromThisLoad = false;
};

/// A file that came with an application. The views need to live until addDocument() returns.
struct BulkDocument
{
    std::string_view sha256; ///< of the bytes, hexadecimal
    std::string_view fileName;
    QByteArrayView bytes;
    const DocumentText *text = nullptr; ///< none: it is read when somebody looks at it
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
    /// Whose address it is within one role.
    Result<KnownApplication> applicationOf(std::string_view email, RoleId role);
    /// Those of one role with this name key; at most two, as more says nothing new.
    Result<std::vector<KnownApplication>> applicationsNamed(std::string_view nameKey, RoleId role);
    /// Name and e-mail address of an application's person.
    struct Person
    {
        QString name;
        QString email;
    };
    Result<Person> personOf(ApplicationId application);
    Result<ApplicationId> add(const BulkApplicant &applicant);
    /// False where the application has these bytes already.
    Result<bool> addDocument(ApplicationId application, const BulkDocument &document);
    Outcome addNote(ApplicationId application, std::string_view text);
    /// The review of the applicant added last, begun where no rating did: what its evidence belongs to.
    Result<ReviewId> reviewOfLast();
    /// From here on back to here: a file that breaks off leaves nothing of itself. What the caller keeps of keys made since
    /// is for the caller to forget.
    Outcome mark();
    Outcome backToMark();
    /// Indexes the text and logs the ranges. Called once, before the scope's commit.
    Outcome finish();

private:
    struct Statements;
    Error lastError() const;
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
