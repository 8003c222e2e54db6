// SPDX-License-Identifier: GPL-3.0-or-later
// What an act of a person leaves: an entry in the change log, a sentence to show, and what to look at again.
#pragma once

#include "db/change_log.h"

#include <QFlags>
#include <functional>

namespace rolecall::app {

/// What changed, so that pages read again only what they show.
enum class Area {
    Roles = 0x01,        ///< a role's own facts, or which roles there are
    Qualities = 0x02,    ///< qualities, postings, duties
    Applications = 0x04, ///< people, applications, stages, tags, notes
    Ratings = 0x08,      ///< reviews, ratings, evidence, agreed levels, and so the standings
    Shortlist = 0x10,    ///< by-hand placements and frozen shortlists
    Dates = 0x20,        ///< deadlines
    Reviewers = 0x40,    ///< who there is, panels, who I am
    Documents = 0x80
};
Q_DECLARE_FLAGS(Areas, Area)
Q_DECLARE_OPERATORS_FOR_FLAGS(Areas)

struct Done
{
    QString message; ///< plain words in the past tense: "Rated Ada Example"; empty where nothing needs saying
    Areas areas;
    db::RoleId role{};
    db::ApplicationId application{};
    db::ChangeId change{};
};

/// Runs `work` as one change. Where Area::Ratings is touched, the standings of the application (or of the whole
/// role, where no application is named) are made anew before it is stored. Nothing remains of a work that fails.
Result<Done> perform(db::Connection &connection, const db::NewChange &change, Areas areas, const std::function<Outcome()> &work);

} // namespace rolecall::app
