// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/role_reports.h"

#include "app/agreement/agreement.h"
#include "db/connection.h"
#include "db/independence.h"
#include "db/matrix.h"
#include "db/reports.h"
#include "db/reviewers.h"
#include "db/roles.h"
#include "db/stage_history.h"
#include "db/stages.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <deque>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Reports", text);
}

QVariant days(const std::optional<double> &value)
{
    return value ? QVariant(std::round(*value * 10) / 10) : QVariant();
}

double daysBetween(const QString &from, const QDateTime &to)
{
    return std::max(0.0, double(QDateTime::fromString(from, Qt::ISODateWithMs).msecsTo(to)) / 86'400'000.0);
}

/// Everything that is read once and used by several tables.
class RoleCounts
{
public:
    RoleCounts(db::Connection &connection, db::RoleId role, const QDateTime &now) : m_connection(connection), m_role(role), m_now(now) {}

    Outcome read()
    {
        const auto stages = db::stages(m_connection, m_role);
        if (!stages)
            return tl::unexpected(stages.error());
        m_stages = *stages;
        if (auto outcome = db::forEachReportApplication(m_connection, m_role, [this](const db::ReportApplication &one) { m_applications.push_back(one); }); !outcome)
            return outcome;
        const auto hidden = db::hiddenApplications(m_connection, m_role, m_connection.reviewer());
        if (!hidden)
            return tl::unexpected(hidden.error());
        m_hidden = *hidden;
        return db::forEachStageVisit(m_connection, m_role, [this](const db::StageVisit &visit) {
            m_reached[visit.stage].insert(visit.application);
            const QDateTime until = visit.leftAt ? QDateTime::fromString(*visit.leftAt, Qt::ISODateWithMs) : m_now;
            m_daysIn[visit.stage].push_back(daysBetween(visit.enteredAt, until));
        });
    }

    int applications() const { return int(m_applications.size()); }
    int hidden() const { return int(m_hidden.size()); }

    ReportTable pipeline() const
    {
        ReportTable table{QStringLiteral("pipeline"), tr("Pipeline"),
                          tr("How many have come to each stage, and where they are now. Who came back to a stage counts once."),
                          {tr("Stage"), tr("Came here"), tr("Here now"), tr("Hired"), tr("Rejected"), tr("Withdrawn")}, {}, {1, 2}};
        for (const db::Stage &stage : m_stages) {
            int here = 0, hired = 0, rejected = 0, withdrawn = 0;
            for (const db::ReportApplication &one : m_applications) {
                if (one.stage != stage.id)
                    continue;
                ++(!one.outcome ? here : *one.outcome == u"hired" ? hired : *one.outcome == u"rejected" ? rejected : withdrawn);
            }
            table.rows << QVariantList{stage.name, int(m_reached.value(stage.id).size()), here, hired, rejected, withdrawn};
        }
        return table;
    }

    ReportTable timeInStage() const
    {
        ReportTable table{QStringLiteral("time_in_stage"), tr("Time in stage"), tr("Days that a visit lasted; one that has not ended counts up to now. Undone moves are not in it."),
                          {tr("Stage"), tr("Visits"), tr("Lower quartile, days"), tr("Median, days"), tr("Upper quartile, days"), tr("Target, days")}, {}, {3, 5}};
        for (const db::Stage &stage : m_stages) {
            const std::vector<double> values = m_daysIn.value(stage.id);
            const auto found = quartilesOf(values);
            table.rows << QVariantList{stage.name, int(values.size()), found ? days(found->lower) : QVariant(), found ? days(found->median) : QVariant(), found ? days(found->upper) : QVariant(),
                                       stage.targetDays ? QVariant(*stage.targetDays) : QVariant()};
        }
        return table;
    }

    ReportTable outcomes() const
    {
        ReportTable table{QStringLiteral("outcomes"), tr("Outcomes"), tr("How applications ended. Days count from the application, where its day is known, else from when it was entered, to the outcome."),
                          {tr("Outcome"), tr("Reason"), tr("Applicants"), tr("Median, days")}, {}, {2}};
        struct Ended
        {
            int count = 0;
            std::vector<double> days;
        };
        QMap<std::pair<QString, QString>, Ended> ended;
        int undecided = 0;
        for (const db::ReportApplication &one : m_applications) {
            if (!one.outcome) {
                ++undecided;
                continue;
            }
            Ended &entry = ended[{*one.outcome, one.outcomeReason}];
            ++entry.count;
            if (one.arrivedOn.isValid() && one.outcomeOn.isValid())
                entry.days.push_back(double(std::max<qint64>(0, one.arrivedOn.daysTo(one.outcomeOn))));
        }
        for (auto it = ended.cbegin(); it != ended.cend(); ++it) {
            const QString word = it.key().first == u"hired" ? tr("Hired") : it.key().first == u"rejected" ? tr("Rejected") : tr("Withdrawn");
            const auto found = quartilesOf(it->days);
            table.rows << QVariantList{word, it.key().second, it->count, found ? days(found->median) : QVariant()};
        }
        std::stable_sort(table.rows.begin(), table.rows.end(), [](const QVariantList &a, const QVariantList &b) { return a.at(2).toInt() > b.at(2).toInt(); });
        table.rows << QVariantList{tr("Undecided"), QString(), undecided, QVariant()};
        return table;
    }

    ReportTable sources() const
    {
        ReportTable table{QStringLiteral("sources"), tr("Sources"), tr("Where applicants come from, and how far they get."), {tr("Source"), tr("Applicants"), tr("Through the gate"), tr("Hired")}, {}, {1, 2}};
        struct Source
        {
            int applicants = 0, through = 0, hired = 0;
        };
        QMap<QString, Source> sources;
        for (const db::ReportApplication &one : m_applications) {
            Source &source = sources[one.source];
            ++source.applicants;
            source.through += one.gate == db::Gate::Through ? 1 : 0;
            source.hired += one.outcome == QStringLiteral("hired") ? 1 : 0;
        }
        for (auto it = sources.cbegin(); it != sources.cend(); ++it)
            table.rows << QVariantList{it.key().isEmpty() ? tr("not said") : it.key(), it->applicants, it->through, it->hired};
        std::stable_sort(table.rows.begin(), table.rows.end(), [](const QVariantList &a, const QVariantList &b) { return a.at(1).toInt() > b.at(1).toInt(); });
        return table;
    }

    /// What each quality does to the field. `alone`: who would be through the gate but for this one.
    Result<ReportTable> qualities(const QList<db::Quality> &qualities) const
    {
        ReportTable table{QStringLiteral("qualities"), tr("Qualities"),
                          tr("What each quality does to the field, by the panel's levels. “Alone” counts those whom no other necessary quality keeps out: what a threshold costs."),
                          {tr("Quality"), tr("List"), tr("Meet it"), tr("Below"), tr("Unrated"), tr("Alone keeps out")}, {}, {2, 3}};
        const QHash<db::QualityId, int> places = db::levelPlaces(qualities);
        struct Field
        {
            int met = 0, below = 0, unrated = 0, alone = 0;
        };
        std::vector<Field> fields(size_t(qualities.size()));
        const Outcome outcome = db::forEachStanding(m_connection, m_role, [&](const db::Standing &standing) {
            if (m_hidden.contains(standing.application))
                return true;
            for (qsizetype i = 0; i < qualities.size(); ++i) {
                const auto place = size_t(places.value(qualities.at(i).id));
                if (place >= standing.levels.size())
                    continue;
                const qint32 level = standing.levels[place];
                Field &field = fields[size_t(i)];
                if (level < 0) {
                    ++field.unrated;
                } else if (level >= qualities.at(i).threshold * db::levelUnit) {
                    ++field.met;
                } else {
                    ++field.below;
                    field.alone += qualities.at(i).tier == db::Tier::Necessary && standing.necessaryBelow == 1 && standing.necessaryUnrated == 0 ? 1 : 0;
                }
            }
            return true;
        });
        if (!outcome)
            return tl::unexpected(outcome.error());
        for (qsizetype i = 0; i < qualities.size(); ++i) {
            const Field &field = fields[size_t(i)];
            const bool isNecessary = qualities.at(i).tier == db::Tier::Necessary;
            table.rows << QVariantList{qualities.at(i).text, isNecessary ? tr("Necessary") : tr("Useful"), field.met, field.below, field.unrated, isNecessary ? QVariant(field.alone) : QVariant()};
        }
        return table;
    }

    Result<ReportTable> agreement(const QList<db::Quality> &qualities) const
    {
        ReportTable table{QStringLiteral("agreement"), tr("Agreement"), {}, {tr("Quality"), tr("Rated by two or more"), tr("Same level"), tr("Two levels apart or more"), tr("Alpha")}, {}, {}};
        const auto found = app::agreement(m_connection, m_role);
        if (!found)
            return tl::unexpected(found.error());
        QHash<db::QualityId, QString> texts;
        for (const db::Quality &quality : qualities)
            texts.insert(quality.id, quality.text);
        for (const QualitySpread &spread : found->qualities)
            table.rows << QVariantList{texts.value(spread.quality), spread.cells, spread.same, spread.apart, spread.alpha.value ? QVariant(*spread.alpha.value) : QVariant()};
        table.sentence = found->alpha.value ? tr("Krippendorff's alpha (ordinal) over all qualities is %1.").arg(plainCell(*found->alpha.value)) : tr("There is no alpha yet: %1.").arg(found->alpha.reason);
        if (!found->alpha.warning.isEmpty())
            table.sentence += u' ' + found->alpha.warning + u'.';
        return table;
    }

    Result<ReportTable> load() const
    {
        ReportTable table{QStringLiteral("load"), tr("Load"), tr("Who has how much to read, of written reviews. Waiting are undecided applicants whom the person has not submitted a review of; who is on no panel has nobody waiting."),
                          {tr("Reviewer"), tr("Submitted"), tr("In draft"), tr("Waiting")}, {}, {1, 3}};
        const auto loads = db::reviewerLoads(m_connection, m_role);
        if (!loads)
            return tl::unexpected(loads.error());
        const auto panel = db::panel(m_connection, m_role);
        if (!panel)
            return tl::unexpected(panel.error());
        const int undecided = int(std::count_if(m_applications.begin(), m_applications.end(), [](const db::ReportApplication &one) { return !one.outcome; }));
        QSet<db::ReviewerId> listed;
        const auto isOn = [&panel](db::ReviewerId reviewer) { return panel->isEmpty() || std::any_of(panel->cbegin(), panel->cend(), [reviewer](const db::Reviewer &one) { return one.id == reviewer; }); };
        for (const db::ReviewerLoad &one : *loads) {
            listed.insert(one.reviewer);
            table.rows << QVariantList{one.name, one.submitted, one.drafts, isOn(one.reviewer) ? QVariant(std::max(0, undecided - one.undecidedSubmitted)) : QVariant()};
        }
        for (const db::Reviewer &member : *panel) {
            if (!listed.contains(member.id))
                table.rows << QVariantList{member.name, 0, 0, undecided};
        }
        return table;
    }

private:
    db::Connection &m_connection;
    db::RoleId m_role;
    QDateTime m_now;
    QList<db::Stage> m_stages;
    std::deque<db::ReportApplication> m_applications; // grows without being copied
    QSet<db::ApplicationId> m_hidden;
    QHash<db::StageId, QSet<db::ApplicationId>> m_reached;
    QHash<db::StageId, std::vector<double>> m_daysIn;
};

ReportTable impactTable(const QString &question, db::Selection selection, const QList<db::GroupCount> &counts)
{
    const bool gate = selection == db::Selection::ThroughGate;
    ReportTable table{QStringLiteral("impact"), gate ? tr("%1: through the gate").arg(question) : tr("%1: hired").arg(question),
                      tr("A rate below four fifths of the highest is marked (29 CFR 1607.4(D)). With few people go by Fisher's exact test: the smaller p is, the less likely it is chance."),
                      {tr("Group"), tr("Applicants"), gate ? tr("Through the gate") : tr("Hired"), tr("Rate"), tr("Of the highest rate"), tr("Exact test, p"), tr("Four fifths")}, {}, {3}};
    for (const GroupImpact &impact : adverseImpact(counts)) {
        QString verdict = impact.ratio ? impact.below ? tr("below") : tr("not below") : tr("compared with");
        if (impact.small)
            verdict += tr(", few people");
        table.rows << QVariantList{impact.group, impact.applicants, impact.selected, impact.rate, impact.ratio ? QVariant(*impact.ratio) : QVariant(), impact.fisher ? QVariant(*impact.fisher) : QVariant(), verdict};
    }
    return table;
}

} // namespace

std::optional<Quartiles> quartilesOf(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const auto at = [&values](double share) {
        const double place = share * double(values.size() - 1);
        const auto low = size_t(place);
        const size_t high = std::min(low + 1, values.size() - 1);
        return values[low] + (place - double(low)) * (values[high] - values[low]);
    };
    return Quartiles{at(0.25), at(0.5), at(0.75)};
}

Result<RoleReports> roleReports(db::Connection &connection, db::RoleId role, const QDateTime &now)
{
    RoleCounts counts(connection, role, now);
    if (auto outcome = counts.read(); !outcome)
        return tl::unexpected(outcome.error());
    const auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    RoleReports reports;
    reports.applications = counts.applications();
    reports.hidden = counts.hidden();
    reports.tables << counts.pipeline() << counts.timeInStage() << counts.outcomes() << counts.sources();
    for (const auto &table : {counts.qualities(*qualities), counts.agreement(*qualities), counts.load()}) {
        if (!table)
            return tl::unexpected(table.error());
        reports.tables << *table;
    }
    return reports;
}

Result<QList<ReportTable>> impactReports(db::Connection &connection, db::RoleId role)
{
    const auto hidden = db::hiddenApplications(connection, role, connection.reviewer());
    if (!hidden)
        return tl::unexpected(hidden.error());
    if (!hidden->isEmpty())
        return failure(tr("Counting by group"), {}, tr("%1 applicants wait for a review of yours, and these counts would tell how others rated them").arg(hidden->size()),
                       tr("Submit your reviews first"));
    const auto questions = db::groupQuestions(connection, role);
    if (!questions)
        return tl::unexpected(questions.error());
    QList<ReportTable> tables;
    for (const QString &question : *questions) {
        for (const db::Selection selection : {db::Selection::ThroughGate, db::Selection::Hired}) {
            const auto counts = db::groupCounts(connection, role, question, selection);
            if (!counts)
                return tl::unexpected(counts.error());
            tables << impactTable(question, selection, *counts);
        }
    }
    return tables;
}

} // namespace rolecall::app
