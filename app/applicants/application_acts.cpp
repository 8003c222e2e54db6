// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/application_acts.h"

#include "db/application_changes.h"
#include "db/applications.h"
#include "db/stages.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("ApplicationActs", text, nullptr, count);
}

/// One act over applications of one role: `what` says it with {who} for whom, `work` returns how many it changed.
struct Act
{
    QString kind;
    QString tried;
    QString what; ///< "Moved {who} to Interview"
    QString unchanged;
    QString detail;
};

template<class Work> Result<Done> performAct(db::Connection &connection, const QList<db::ApplicationId> &applications, const Act &act, Work work)
{
    if (applications.isEmpty())
        return failure(act.tried, {}, tr("no applicant is selected"), tr("Select applicants first"));
    const auto first = db::application(connection, applications.first());
    if (!first)
        return tl::unexpected(first.error());
    const bool single = applications.size() == 1;
    const QString who = single ? QStringLiteral("{applicant}") : tr("%n applicants", int(applications.size()));
    db::NewChange change{act.kind, QString(act.what).replace(QLatin1String("{who}"), who), act.detail, first->role, single ? applications.first() : db::ApplicationId()};
    return perform(connection, change, Area::Applications, [&]() -> Outcome {
        const Result<int> changed = work();
        if (!changed)
            return tl::unexpected(changed.error());
        if (*changed == 0)
            return failure(act.tried, {}, act.unchanged, {});
        return {};
    });
}

} // namespace

Result<Done> moveToStage(db::Connection &connection, const QList<db::ApplicationId> &applications, db::StageId stage)
{
    if (applications.isEmpty())
        return performAct(connection, applications, {{}, tr("Moving applicants"), {}, {}, {}}, [] { return Result<int>(0); });
    const auto first = db::application(connection, applications.first());
    if (!first)
        return tl::unexpected(first.error());
    const auto stages = db::stages(connection, first->role);
    if (!stages)
        return tl::unexpected(stages.error());
    const auto target = std::find_if(stages->cbegin(), stages->cend(), [stage](const db::Stage &one) { return one.id == stage; });
    if (target == stages->cend())
        return failure(tr("Moving applicants"), {}, tr("the stage does not belong to this role"), tr("Choose a stage of the role"));
    return performAct(connection, applications,
                      {QStringLiteral("stage"), tr("Moving applicants"), tr("Moved {who} to %1").arg(target->name), tr("they are all in %1 already").arg(target->name), {}},
                      [&] { return db::setStage(connection, applications, stage); });
}

Result<Done> reject(db::Connection &connection, const QList<db::ApplicationId> &applications, const QString &reason)
{
    const QString why = reason.simplified();
    if (why.isEmpty())
        return failure(tr("Rejecting"), {}, tr("a rejection needs its reason"), tr("Say why, in a few words"));
    return performAct(connection, applications, {QStringLiteral("outcome"), tr("Rejecting"), tr("Rejected {who}"), {}, why},
                      [&] { return db::setOutcome(connection, applications, QStringLiteral("rejected"), why); });
}

Result<Done> withdraw(db::Connection &connection, const QList<db::ApplicationId> &applications, const QString &reason)
{
    const QString given = reason.simplified();
    const QString why = given.isEmpty() ? tr("Withdrawn by the applicant") : given;
    return performAct(connection, applications, {QStringLiteral("outcome"), tr("Marking as withdrawn"), tr("Marked {who} as withdrawn"), {}, why},
                      [&] { return db::setOutcome(connection, applications, QStringLiteral("withdrawn"), why); });
}

Result<Done> restore(db::Connection &connection, const QList<db::ApplicationId> &applications)
{
    return performAct(connection, applications, {QStringLiteral("outcome"), tr("Restoring"), tr("Restored {who}"), tr("none of them has an outcome"), {}},
                      [&] { return db::clearOutcome(connection, applications); });
}

Result<Done> tag(db::Connection &connection, const QList<db::ApplicationId> &applications, const QString &tags)
{
    QStringList names;
    for (const QString &part : tags.split(u',')) {
        if (const QString name = part.simplified(); !name.isEmpty() && !names.contains(name, Qt::CaseInsensitive))
            names << name;
    }
    if (names.isEmpty())
        return failure(tr("Adding tags"), {}, tr("no tag was typed"), tr("Type tags, separated by commas"));
    return performAct(connection, applications, {QStringLiteral("tag"), tr("Adding tags"), tr("Tagged {who}: %1").arg(names.join(QStringLiteral(", "))), tr("they all have them already"), {}},
                      [&] { return db::addTags(connection, applications, names); });
}

} // namespace rolecall::app
