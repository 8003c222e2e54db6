// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interviews/interview_cover.h"

#include "app/blind/veil.h"

#include <map>

namespace rolecall::app {

void coverInterviews(db::Connection &connection, QList<db::Interview> &interviews)
{
    std::map<db::RoleId, Veil> veils; // each reads the names of its role once
    for (db::Interview &interview : interviews) {
        if (!interview.blind)
            continue;
        Veil &veil = veils.try_emplace(interview.role, connection, interview.role).first->second;
        interview.place = veil.place(interview.application, interview.place);
        interview.link = veil.link(interview.application, interview.link);
        interview.note = veil.text(interview.application, interview.note);
    }
}

db::Interview covered(db::Connection &connection, const db::Interview &interview)
{
    QList<db::Interview> one{interview};
    coverInterviews(connection, one);
    return one.first();
}

} // namespace rolecall::app
