// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/retention.h"

#include "db/connection.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

constexpr int mostMonths = 1200;

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Retention", text, nullptr, count);
}

} // namespace

QStringList retentionOutcomes()
{
    return {QStringLiteral("rejected"), QStringLiteral("withdrawn"), QStringLiteral("undecided"), QStringLiteral("hired")};
}

QString outcomeLabel(const QString &outcome)
{
    if (outcome == u"rejected")
        return tr("Rejected");
    if (outcome == u"withdrawn")
        return tr("Withdrawn");
    return outcome == u"hired" ? tr("Hired") : tr("Undecided");
}

Result<Done> setRetention(db::Connection &connection, db::RoleId role, const QString &outcome, std::optional<int> months)
{
    if (!retentionOutcomes().contains(outcome) || (months && (*months < 0 || *months > mostMonths)))
        return failure(tr("Setting how long data are kept"), outcomeLabel(outcome), tr("this is no period"), tr("Choose 0 to %1 months").arg(mostMonths));
    const QString label = outcomeLabel(outcome);
    const QString title = !months ? tr("No period for data of the outcome “%1”").arg(label) : tr("Data of the outcome “%1” are kept for %n months", *months).arg(label);
    return perform(connection, {QStringLiteral("retention"), title, {}, role}, Area::Dates, [&] { return db::setRetention(connection, role, outcome, months); });
}

} // namespace rolecall::app
