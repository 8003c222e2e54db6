// SPDX-License-Identifier: GPL-3.0-or-later
// Which of several roles an application is for, by what its subject or its file's name says. A role is meant where all
// the telling words of its title are there; where that is true of two, neither is.
#pragma once

#include "db/id.h"

#include <QHash>
#include <QList>
#include <QStringList>
#include <optional>

namespace rolecall::app {

class RoleGuess
{
public:
    struct Title
    {
        db::RoleId role;
        QString text;
    };
    explicit RoleGuess(const QList<Title> &titles);

    std::optional<db::RoleId> of(const QString &words) const;
    QString titleOf(db::RoleId role) const;

private:
    struct Known
    {
        Title title;
        QStringList words;
    };
    QList<Known> m_known;
};

} // namespace rolecall::app
