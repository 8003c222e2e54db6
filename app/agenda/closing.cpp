// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agenda/closing.h"

#include "app/blind/veil.h"
#include "db/connection.h"
#include "db/roles.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Closing", text);
}

Result<Done> setClosed(db::Connection &connection, db::RoleId id, const db::NewChange &change, bool closed)
{
    auto role = db::role(connection, id);
    if (!role)
        return tl::unexpected(role.error());
    role->closedAt = closed ? std::optional(connection.now()) : std::nullopt;
    return perform(connection, change, Area::Roles | Area::Dates, [&] { return db::updateRole(connection, *role); });
}

} // namespace

Result<QList<db::PassedClosing>> closePassedRoles(db::Connection &connection, const QDate &today)
{
    const auto passed = db::passedClosings(connection, today);
    if (!passed)
        return passed;
    const db::ReviewerId person = connection.reviewer();
    for (const db::PassedClosing &closing : *passed) {
        connection.setReviewer({}); // nobody did it: the day came
        const auto done = setClosed(connection, closing.role, {QStringLiteral("closing"), tr("Closed for applications: the closing date has passed"), closing.closed.toString(Qt::ISODate), closing.role}, true);
        connection.setReviewer(person);
        if (!done)
            return tl::unexpected(done.error());
    }
    return passed;
}

Result<Done> closeRole(db::Connection &connection, db::RoleId role)
{
    return setClosed(connection, role, {QStringLiteral("role"), tr("Closed the role for applications"), {}, role}, true);
}

Result<Done> reopenRole(db::Connection &connection, db::RoleId role)
{
    return setClosed(connection, role, {QStringLiteral("role"), tr("Opened the role for applications again"), {}, role}, false);
}

QString shownTitle(db::Connection &connection, const db::Deadline &deadline)
{
    if (!deadline.application.isValid())
        return deadline.title;
    return Veil(connection, deadline.role).text(deadline.application, deadline.title);
}

bool isLate(const QString &appliedOn, const std::optional<QDate> &closing)
{
    const QDate came = QDate::fromString(appliedOn.left(10), Qt::ISODate);
    return closing && came.isValid() && came > *closing;
}

} // namespace rolecall::app
