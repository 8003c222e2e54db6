// SPDX-License-Identifier: GPL-3.0-or-later
// What people wrote about a role's applicants, fit to be seen: where an identity is hidden it is taken out, and so are the
// names of all others who applied. Every surface that shows or writes such a text asks here.
#pragma once

#include "app/blind/masking.h"
#include "db/application_lists.h"
#include "db/import_reports.h"

namespace rolecall::db {
class Connection;
}

namespace rolecall::app {

class Veil
{
public:
    enum class For {
        Reader,  ///< as the connection's reviewer may see it: whom they had revealed to them is not hidden
        Everybody ///< for a file that others read, whether the role is blind or not
    };
    /// Reads little: names and facts are read when the first text needs them. The connection outlives it.
    Veil(db::Connection &connection, db::RoleId role, For whom = For::Reader);

    /// An application that is not valid: a text about the role. Where nothing can be told apart, because the facts
    /// cannot be read, nothing is shown.
    QString text(db::ApplicationId application, const QString &text);
    /// The same, with the way back into the original.
    MaskedText masked(db::ApplicationId application, const QString &text);
    /// Of a meeting's place, which the panel needs: names alone are taken out.
    QString place(db::ApplicationId application, const QString &text);
    /// A link that names somebody is not shown; another one is, whole.
    QString link(db::ApplicationId application, const QString &text);
    /// Whether texts about them are changed at all.
    bool hides(db::ApplicationId application);

private:
    bool turnTo(db::ApplicationId application);

    db::Connection *m_connection;
    db::RoleId m_role;
    bool m_everybody;
    std::optional<bool> m_blind;
    std::shared_ptr<const OtherNames> m_others;
    bool m_othersAreRead = false;
    std::optional<db::ApplicationId> m_application; ///< whose facts these are
    CandidateFacts m_facts;
    QString m_code;
    bool m_hidden = false;
};

/// The reasons of outcomes in the rows of a list of one role.
void coverRows(db::Connection &connection, db::RoleId role, QList<db::ApplicationRow> &rows);

/// What was imported, and from which files: a file is often named after the person.
void coverReports(db::Connection &connection, db::RoleId role, QList<db::ImportReport> &reports);

/// Of everybody who applied, where they are no more than can be looked for in each text (2,000); else none.
std::shared_ptr<const OtherNames> otherNames(db::Connection &connection, db::RoleId role);

} // namespace rolecall::app
