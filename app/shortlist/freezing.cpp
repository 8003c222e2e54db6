// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortlist/freezing.h"

#include "app/blind/veil.h"
#include "app/shortlist/rule.h"
#include "db/connection.h"
#include "db/roles.h"
#include "db/shortlist_rows.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace rolecall::app {

namespace {

constexpr int nearMissesKept = 1000;
constexpr int formatVersion = 1;

QString tr(const char *text)
{
    return QCoreApplication::translate("Freezing", text);
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString gateName(db::Gate gate)
{
    return gate == db::Gate::Through ? QStringLiteral("through") : gate == db::Gate::Open ? QStringLiteral("open") : QStringLiteral("below");
}

std::optional<db::Gate> gateFromName(const QString &name)
{
    for (const db::Gate gate : {db::Gate::Through, db::Gate::Open, db::Gate::Below}) {
        if (gateName(gate) == name)
            return gate;
    }
    return {};
}

QString ruleJson(const Rule &rule, const QList<db::Quality> &qualities, std::optional<int> size, const ShortlistView &view, const QList<db::Posting> &postings)
{
    QJsonArray lines;
    for (const RuleQuality &one : rule) {
        const auto quality = std::find_if(qualities.begin(), qualities.end(), [&one](const db::Quality &other) { return other.id == one.quality; });
        lines << QJsonObject{{QStringLiteral("uuid"), quality->uuid}, {QStringLiteral("tier"), db::tierName(one.tier)}, {QStringLiteral("text"), quality->text},
                             {QStringLiteral("threshold"), one.threshold}, {QStringLiteral("weight"), one.weight}};
    }
    QJsonObject object{{QStringLiteral("version"), formatVersion},
                       {QStringLiteral("size"), size ? QJsonValue(*size) : QJsonValue()},
                       {QStringLiteral("level_unit"), db::levelUnit},
                       {QStringLiteral("score_unit"), db::scoreUnit},
                       {QStringLiteral("qualities"), lines},
                       {QStringLiteral("through"), view.gates.through},
                       {QStringLiteral("open"), view.gates.open},
                       {QStringLiteral("below"), view.gates.below},
                       {QStringLiteral("near_misses"), view.nearMissCount}};
    if (!postings.isEmpty())
        object.insert(QStringLiteral("posting"), QJsonObject{{QStringLiteral("file"), postings.first().fileName}, {QStringLiteral("revision"), postings.first().revision},
                                                             {QStringLiteral("sha256"), postings.first().sha256}});
    return compact(object);
}

std::optional<FrozenRule> ruleFromJson(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (object.value(QStringLiteral("version")).toInt() != formatVersion || object.value(QStringLiteral("level_unit")).toInt() != db::levelUnit)
        return {};
    FrozenRule rule;
    if (const QJsonValue size = object.value(QStringLiteral("size")); !size.isNull())
        rule.size = size.toInt();
    for (const QJsonValue &value : object.value(QStringLiteral("qualities")).toArray()) {
        const QJsonObject line = value.toObject();
        rule.qualities << FrozenQuality{line.value(QStringLiteral("uuid")).toString(), db::tierFromName(line.value(QStringLiteral("tier")).toString()), line.value(QStringLiteral("text")).toString(),
                                        line.value(QStringLiteral("threshold")).toInt(), line.value(QStringLiteral("weight")).toInt()};
    }
    rule.gates = {object.value(QStringLiteral("through")).toInt(), object.value(QStringLiteral("open")).toInt(), object.value(QStringLiteral("below")).toInt()};
    rule.nearMissCount = object.value(QStringLiteral("near_misses")).toInt();
    const QJsonObject posting = object.value(QStringLiteral("posting")).toObject();
    rule.postingFile = posting.value(QStringLiteral("file")).toString();
    rule.postingRevision = posting.value(QStringLiteral("revision")).toInt();
    rule.postingSha256 = posting.value(QStringLiteral("sha256")).toString();
    return rule;
}

Rule arithmeticOf(const FrozenRule &frozen)
{
    Rule rule;
    for (const FrozenQuality &quality : frozen.qualities)
        rule.push_back({db::QualityId(qint64(rule.size()) + 1), quality.tier, quality.weight, quality.threshold});
    return rule;
}

QString standingJson(const db::Standing &standing, const QList<db::ReviewMark> &reviews)
{
    QJsonArray levels;
    for (const qint32 level : standing.levels)
        levels << (level == db::unratedLevel ? QJsonValue() : QJsonValue(level));
    QJsonArray marks;
    for (const db::ReviewMark &review : reviews)
        marks << QJsonObject{{QStringLiteral("uuid"), review.uuid}, {QStringLiteral("revision"), review.revision}};
    return compact({{QStringLiteral("gate"), gateName(standing.gate)},
                    {QStringLiteral("useful_score"), standing.usefulScore ? QJsonValue(*standing.usefulScore) : QJsonValue()},
                    {QStringLiteral("necessary_mean"), standing.necessaryMean},
                    {QStringLiteral("coverage"), standing.coverage},
                    {QStringLiteral("levels"), levels},
                    {QStringLiteral("reviews"), marks}});
}

std::optional<FrozenPerson> personFromRow(const db::FrozenRow &row, const Rule &rule, const FrozenRule &frozen)
{
    const QJsonObject object = QJsonDocument::fromJson(row.standing.toUtf8()).object();
    const auto gate = gateFromName(object.value(QStringLiteral("gate")).toString());
    std::vector<qint32> levels;
    for (const QJsonValue &value : object.value(QStringLiteral("levels")).toArray())
        levels.push_back(value.isNull() ? db::unratedLevel : std::clamp(value.toInt(), 0, 3 * db::levelUnit));
    if (!gate || levels.size() != rule.size())
        return {};
    FrozenPerson person{row.application, row.rank, row.placement, row.reason, standingOf(rule, std::move(levels)), {}, false};
    person.standing.application = row.application;
    person.standing.gate = *gate;
    const QJsonValue score = object.value(QStringLiteral("useful_score"));
    person.standing.usefulScore = score.isNull() ? std::nullopt : std::optional(score.toInteger());
    person.standing.necessaryMean = object.value(QStringLiteral("necessary_mean")).toInteger();
    person.standing.coverage = object.value(QStringLiteral("coverage")).toInteger();
    for (const QJsonValue &value : object.value(QStringLiteral("reviews")).toArray())
        person.reviews << db::ReviewMark{value.toObject().value(QStringLiteral("uuid")).toString(), value.toObject().value(QStringLiteral("revision")).toInt()};
    person.onList = row.placement == u"on" || (row.placement == u"rule" && row.rank && (!frozen.size || *row.rank <= *frozen.size));
    return person;
}

} // namespace

Result<Done> freezeShortlist(db::Connection &connection, db::RoleId role, const QString &name, Progress *progress)
{
    const QString called = name.simplified();
    if (called.isEmpty())
        return failure(tr("Freezing the shortlist"), {}, tr("it has no name"), tr("Name it, so that it can be told from others"));
    const auto facts = db::role(connection, role);
    const auto postings = db::postings(connection, role);
    const auto placements = db::handPlacements(connection, role);
    const auto view = shortlist(connection, role, {{}, nearMissesKept, -1}); // all who are through: what lies beyond the size proves the cut
    const auto marks = db::submittedReviewMarks(connection, role);
    for (const Error *error : {facts ? nullptr : &facts.error(), postings ? nullptr : &postings.error(), placements ? nullptr : &placements.error(), view ? nullptr : &view.error(),
                               marks ? nullptr : &marks.error()}) {
        if (error)
            return tl::unexpected(*error);
    }
    const Rule rule = ruleOf(view->qualities);
    if (rule.empty())
        return failure(tr("Freezing the shortlist"), facts->title, tr("the role has no quality, so there is no rule"), tr("Add its qualities on the Posting page"));

    db::FrozenShortlist head;
    head.role = role;
    head.name = called;
    head.rule = ruleJson(rule, view->qualities, facts->shortlistSize, *view, *postings);
    if (!postings->isEmpty())
        head.posting = postings->first().id;
    return perform(connection, {QStringLiteral("shortlist"), tr("Froze the shortlist “%1”").arg(called), {}, role, {}}, Area::Shortlist, [&]() -> Outcome {
        const auto id = db::insertFrozenShortlist(connection, head);
        if (!id)
            return tl::unexpected(id.error());
        int position = 0;
        if (progress)
            progress->setTotal(view->entries.size() + view->nearMisses.size() + view->takenOff.size());
        const auto store = [&](const QList<ShortlistEntry> &entries, const QString &usual) -> Outcome {
            for (const ShortlistEntry &entry : entries) {
                if (progress && progress->isCancelled())
                    return failure(tr("Freezing the shortlist"), called, tr("it was cancelled"));
                const auto hand = placements->constFind(entry.application);
                const bool byHand = hand != placements->constEnd();
                const QString placement = byHand ? (hand->on ? QStringLiteral("on") : QStringLiteral("off")) : usual;
                const db::FrozenRow row{entry.application, entry.rank, placement, byHand ? hand->reason : QString(), standingJson(entry.standing, marks->value(entry.application))};
                if (auto outcome = db::insertFrozenRow(connection, *id, position, row); !outcome)
                    return outcome;
                ++position;
                if (progress)
                    progress->setDone(position);
            }
            return {};
        };
        Outcome stored = store(view->entries, QStringLiteral("rule"));
        if (stored)
            stored = store(view->nearMisses, QStringLiteral("near_miss"));
        if (stored)
            stored = store(view->takenOff, QStringLiteral("off"));
        return stored;
    });
}

Result<FrozenList> frozenList(db::Connection &connection, db::ShortlistId id)
{
    const auto head = db::frozenShortlist(connection, id);
    if (!head)
        return tl::unexpected(head.error());
    const auto rows = db::frozenRows(connection, id);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto damaged = [&] { return failure(tr("Reading the frozen shortlist"), head->name, tr("what is stored cannot be read as one"), tr("Check the workspace, or open a backup of it")); };
    auto frozen = ruleFromJson(head->rule);
    if (!frozen)
        return damaged();
    FrozenList list{*head, std::move(*frozen), {}};
    Veil veil(connection, head->role);
    const Rule rule = arithmeticOf(list.rule);
    qint64 nobody = 0;
    for (const db::FrozenRow &row : *rows) {
        auto person = personFromRow(row, rule, list.rule);
        if (!person)
            return damaged();
        person->reason = veil.text(person->application, person->reason);
        // Places without anybody are told apart by keys that no application has.
        if (!person->application.isValid())
            person->application = person->standing.application = db::ApplicationId(--nobody);
        list.people << std::move(*person);
    }
    return list;
}

FrozenCheck recompute(const FrozenList &list)
{
    const Rule rule = arithmeticOf(list.rule);
    FrozenCheck check;
    check.people = int(list.people.size());
    QHash<db::ApplicationId, int> ranks;
    std::vector<db::Standing> through;
    std::vector<db::Standing> anew;
    for (const FrozenPerson &person : list.people) {
        db::Standing standing = standingOf(rule, person.standing.levels);
        standing.application = person.application;
        if (standing.gate == db::Gate::Through && person.placement != u"off")
            through.push_back(standing);
        anew.push_back(std::move(standing));
    }
    std::stable_sort(through.begin(), through.end(), standsBefore);
    int rank = 0;
    for (size_t place = 0; place < through.size(); ++place) {
        if (place == 0 || standsBefore(through[place - 1], through[place]))
            rank = int(place) + 1;
        ranks.insert(through[place].application, rank);
    }
    for (qsizetype i = 0; i < list.people.size(); ++i) {
        const FrozenPerson &person = list.people.at(i);
        const db::Standing &standing = anew[size_t(i)];
        const auto found = ranks.constFind(person.application);
        const int expected = found == ranks.constEnd() ? 0 : *found; // ranks begin at 1
        const bool nearMiss = standing.gate == db::Gate::Below && standing.necessaryBelow == 1;
        const bool same = standing.gate == person.standing.gate && standing.usefulScore == person.standing.usefulScore && standing.necessaryMean == person.standing.necessaryMean
                          && standing.coverage == person.standing.coverage && expected == person.rank.value_or(0) && (person.placement != u"near_miss" || nearMiss)
                          && (person.placement != u"rule" || expected > 0);
        if (!same)
            check.differing << person.application;
    }
    return check;
}

} // namespace rolecall::app
