// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/history.h"

#include "app/blind/identity.h"
#include "app/blind/veil.h"
#include "app/people/person_marks.h"
#include "app/shortlist/standing_updates.h"
#include "db/applications.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/reviews.h"
#include "db/roles.h"

#include <QCoreApplication>
#include <QHash>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("History", text);
}

const QString applicantMark = QStringLiteral("{applicant}");

/// Answers who an application is for, and whether its ratings may be told, once per application.
class Reader
{
public:
    explicit Reader(db::Connection &connection)
        : m_connection(connection)
    {}

    Result<HistoryEntry> entry(const db::Change &change)
    {
        HistoryEntry entry{change, change.title, change.detail};
        if (entry.title.contains(applicantMark) || entry.detail.contains(applicantMark)) {
            const QString name = nameOf(change.application);
            entry.title.replace(applicantMark, name);
            entry.detail.replace(applicantMark, name);
        }
        entry.title = withPersonNames(m_connection, entry.title);
        entry.detail = withPersonNames(m_connection, entry.detail);
        if (change.role.isValid()) { // what was typed, and the names of files, may say who somebody is
            Veil &veil = veilOf(change.role);
            entry.title = veil.text(stillThere(change.application), entry.title);
            entry.detail = veil.text(stillThere(change.application), entry.detail);
        }
        const bool aboutRatings = change.kind == QLatin1String("rating") || ((change.kind == QLatin1String("undo") || change.kind == QLatin1String("redo")) && change.application.isValid());
        if (aboutRatings && change.reviewer != m_connection.reviewer() && !mayCompare(change.application))
            entry.detail = change.detail.isEmpty() ? QString() : tr("shown once you have submitted your review");
        return entry;
    }

private:
    QString nameOf(db::ApplicationId id)
    {
        if (const auto known = m_names.constFind(id); known != m_names.constEnd())
            return *known;
        // The application may have been taken away since, by an undo.
        const QString name = db::application(m_connection, id) ? displayName(m_connection, id) : tr("an applicant who is no longer here");
        m_names.insert(id, name);
        return name;
    }

    /// An application that an undo took away since is nobody's any more.
    db::ApplicationId stillThere(db::ApplicationId id)
    {
        if (id.isValid() && !m_there.contains(id))
            m_there.insert(id, db::application(m_connection, id).has_value());
        return m_there.value(id) ? id : db::ApplicationId();
    }

    Veil &veilOf(db::RoleId role)
    {
        auto known = m_veils.find(role);
        if (known == m_veils.end())
            known = m_veils.insert(role, Veil(m_connection, role));
        return *known;
    }

    bool mayCompare(db::ApplicationId id)
    {
        if (const auto known = m_mayCompare.constFind(id); known != m_mayCompare.constEnd())
            return *known;
        const auto review = db::findReview(m_connection, id, m_connection.reviewer());
        const auto hidden = db::hiddenAmong(m_connection, {id}, m_connection.reviewer());
        const bool may = review && *review && (*review)->submitted && hidden && !hidden->contains(id);
        m_mayCompare.insert(id, may);
        return may;
    }

    db::Connection &m_connection;
    QHash<db::ApplicationId, QString> m_names;
    QHash<db::ApplicationId, bool> m_there;
    QHash<db::RoleId, Veil> m_veils;
    QHash<db::ApplicationId, bool> m_mayCompare;
};

Areas areasOf(const QStringList &tables)
{
    Areas areas;
    const auto any = [&tables](std::initializer_list<const char *> names) {
        return std::any_of(names.begin(), names.end(), [&tables](const char *name) { return tables.contains(QLatin1String(name)); });
    };
    areas.setFlag(Area::Roles, any({"role", "stage_template", "stage_template_step", "message_template"}));
    areas.setFlag(Area::Qualities, any({"quality", "posting", "duty", "contact"}));
    areas.setFlag(Area::Applications, any({"candidate", "application", "stage", "stage_visit", "tag", "application_tag", "note", "import_report", "custom_field", "candidate_field", "candidate_apart", "retention_rule"}));
    areas.setFlag(Area::Ratings, any({"review", "rating", "evidence", "agreed_level"}));
    areas.setFlag(Area::Shortlist, any({"hand_placement", "shortlist", "shortlist_entry"}));
    areas.setFlag(Area::Dates, any({"deadline", "interview", "interview_member", "interview_assessment", "question"}));
    areas.setFlag(Area::Reviewers, any({"reviewer", "panel_member"}));
    areas.setFlag(Area::Documents, any({"document"}));
    return areas;
}

/// For changes that are no single role's, such as the removal of one.
Outcome refreshAll(db::Connection &connection)
{
    const auto roles = db::roleSummaries(connection);
    if (!roles)
        return tl::unexpected(roles.error());
    for (const db::RoleSummary &role : *roles) {
        if (auto outcome = refreshStandings(connection, role.role.id); !outcome)
            return outcome;
    }
    return {};
}

Result<Done> finish(db::Connection &connection, Result<db::Reversal> reversal, const QString &message)
{
    if (!reversal)
        return tl::unexpected(reversal.error());
    const db::Change &change = reversal->change();
    const Areas areas = areasOf(reversal->tables());
    if (areas & (Area::Ratings | Area::Qualities | Area::Applications)) {
        Outcome refreshed;
        if (change.application.isValid() && !(areas & Area::Qualities)) {
            // Where the change had added the application, it is gone now and so is its standing.
            if (db::application(connection, change.application))
                refreshed = refreshStanding(connection, change.application);
        } else if (change.role.isValid()) {
            refreshed = refreshStandings(connection, change.role);
        } else {
            refreshed = refreshAll(connection);
        }
        if (!refreshed)
            return tl::unexpected(refreshed.error());
    }
    auto entry = Reader(connection).entry(change);
    if (!entry)
        return tl::unexpected(entry.error());
    if (auto outcome = reversal->commit(); !outcome)
        return tl::unexpected(outcome.error());
    // What the log alone keeps: that somebody was revealed, or that a remark was set aside.
    const Areas told = reversal->tables().isEmpty() ? Area::Qualities | Area::Applications : areas;
    return Done{message.arg(entry->title), told, change.role, change.application, {}};
}

} // namespace

Result<Done> undo(db::Connection &connection)
{
    return finish(connection, db::Reversal::undo(connection), tr("Undone: %1"));
}

Result<Done> redo(db::Connection &connection)
{
    return finish(connection, db::Reversal::redo(connection), tr("Done again: %1"));
}

Result<QList<HistoryEntry>> history(db::Connection &connection, const db::ChangeFilter &filter, int limit, db::ChangeId before)
{
    const auto changes = db::changes(connection, filter, limit, before);
    if (!changes)
        return tl::unexpected(changes.error());
    Reader reader(connection);
    QList<HistoryEntry> entries;
    for (const db::Change &change : *changes) {
        auto entry = reader.entry(change);
        if (!entry)
            return tl::unexpected(entry.error());
        entries << *entry;
    }
    return entries;
}

} // namespace rolecall::app
