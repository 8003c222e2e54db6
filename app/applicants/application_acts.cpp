// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/application_acts.h"

#include "app/blind/identity.h"
#include "db/application_changes.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/stages.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

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

Result<db::Stage> stageOf(db::Connection &connection, db::ApplicationId application, db::StageId stage)
{
    const auto found = db::application(connection, application);
    if (!found)
        return tl::unexpected(found.error());
    const auto stages = db::stages(connection, found->role);
    if (!stages)
        return tl::unexpected(stages.error());
    const auto target = std::find_if(stages->cbegin(), stages->cend(), [stage](const db::Stage &one) { return one.id == stage; });
    if (target == stages->cend())
        return failure(tr("Moving applicants"), {}, tr("the stage does not belong to this role"), tr("Choose a stage of the role"));
    return *target;
}

Result<KeptOut> keptOutOf(db::Connection &connection, const QList<db::ApplicationId> &applications, const db::Stage &target)
{
    KeptOut kept{target.name, {}};
    if (!target.throughGate)
        return kept;
    const auto below = db::notThroughGate(connection, applications, target.id);
    if (!below)
        return tl::unexpected(below.error());
    const auto hidden = db::hiddenAmong(connection, applications, connection.reviewer());
    if (!hidden)
        return tl::unexpected(hidden.error());
    const QSet<db::ApplicationId> known(below->cbegin(), below->cend());
    for (const db::ApplicationId id : applications) {
        if (known.contains(id) || hidden->contains(id))
            kept.applications << id;
    }
    kept.someHidden = !hidden->isEmpty();
    return kept;
}

QStringList builtInReasons(const QString &outcome)
{
    if (outcome == QLatin1String("rejected"))
        return {tr("Does not meet a necessary quality"), tr("Others are stronger in the useful qualities"), tr("The application is incomplete"), tr("Not available when the work begins"),
                tr("The position is filled")};
    if (outcome == QLatin1String("withdrawn"))
        return {tr("Took another position"), tr("Pay or conditions did not fit"), tr("Personal reasons"), tr("No longer answers")};
    return {tr("Accepted the offer")};
}

} // namespace

Result<Done> moveToStage(db::Connection &connection, const QList<db::ApplicationId> &applications, db::StageId stage, const StageMove &how)
{
    if (applications.isEmpty())
        return performAct(connection, applications, {{}, tr("Moving applicants"), {}, {}, {}}, [] { return Result<int>(0); });
    const auto target = stageOf(connection, applications.first(), stage);
    if (!target)
        return tl::unexpected(target.error());
    const auto kept = keptOutOf(connection, applications, *target);
    if (!kept)
        return tl::unexpected(kept.error());
    const QString reason = how.anyway.simplified();
    if (!kept->applications.isEmpty() && reason.isEmpty())
        return failure(tr("Moving to %1").arg(target->name), {}, keptOutWords(connection, *kept, applications.size()), tr("Move the others alone, or say why they move anyway"));
    const QString detail = kept->applications.isEmpty() ? QString() : tr("Moved past the condition of the stage: %1").arg(reason);
    return performAct(connection, applications,
                      {QStringLiteral("stage"), tr("Moving applicants"), tr("Moved {who} to %1").arg(target->name), tr("they are all in %1 already").arg(target->name), detail},
                      [&]() -> Result<int> {
                          const auto moved = db::setStage(connection, applications, stage);
                          if (!moved)
                              return moved;
                          const auto opened = how.reopen ? db::clearOutcome(connection, applications) : Result<int>(0);
                          if (!opened)
                              return opened;
                          const auto hired = target->kind == QLatin1String("hired") ? db::setFirstOutcome(connection, applications, QStringLiteral("hired"), tr("Accepted the offer")) : Result<int>(0);
                          return hired ? Result<int>(std::max({*moved, *opened, *hired})) : hired;
                      });
}

Result<KeptOut> keptOut(db::Connection &connection, const QList<db::ApplicationId> &applications, db::StageId stage)
{
    if (applications.isEmpty())
        return KeptOut();
    const auto target = stageOf(connection, applications.first(), stage);
    if (!target)
        return tl::unexpected(target.error());
    return keptOutOf(connection, applications, *target);
}

QString keptOutWords(db::Connection &connection, const KeptOut &kept, qsizetype of)
{
    if (kept.applications.isEmpty())
        return {};
    const QString who = kept.applications.size() == 1 ? displayName(connection, kept.applications.first()) : of == kept.applications.size() ? tr("%n applicants", int(of)) : tr("%1 of %2").arg(kept.applications.size()).arg(of);
    if (kept.someHidden)
        return kept.applications.size() == 1 ? tr("%1 may not be through the gate: that is shown once your own review is submitted").arg(who)
                                             : tr("%1 are not through the gate, or it is not shown before your own review is submitted").arg(who);
    return kept.applications.size() == 1 ? tr("%1 is not through the gate").arg(who) : tr("%1 are not through the gate").arg(who);
}

Result<Done> hire(db::Connection &connection, const QList<db::ApplicationId> &applications, const QString &reason)
{
    const QString given = reason.simplified();
    const QString why = given.isEmpty() ? tr("Accepted the offer") : given;
    return performAct(connection, applications, {QStringLiteral("outcome"), tr("Marking as hired"), tr("Marked {who} as hired"), {}, why},
                      [&] { return db::setOutcome(connection, applications, QStringLiteral("hired"), why); });
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

Result<QStringList> usualReasons(db::Connection &connection, db::RoleId role, const QString &outcome)
{
    auto reasons = db::outcomeReasons(connection, role, outcome);
    if (!reasons)
        return reasons;
    for (const QString &reason : builtInReasons(outcome)) {
        if (!reasons->contains(reason, Qt::CaseInsensitive))
            *reasons << reason;
    }
    return reasons;
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
