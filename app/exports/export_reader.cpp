// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/export_reader.h"

#include "app/reviews/reviewing.h"
#include "app/shortlist/rule.h"
#include "db/connection.h"
#include "db/reviewers.h"

#include <QCoreApplication>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text, int count = -1)
{
    return QCoreApplication::translate("Export", text, nullptr, count);
}

} // namespace

QString evidenceText(const db::SubmittedEvidence &evidence)
{
    if (evidence.quote.isEmpty())
        return evidence.note;
    QStringList place;
    if (!evidence.documentName.isEmpty())
        place << evidence.documentName;
    if (evidence.page)
        place << tr("page %1").arg(*evidence.page + 1);
    QString text = tr("“%1”").arg(evidence.quote);
    if (!place.isEmpty())
        text += QStringLiteral(" (%1)").arg(place.join(QStringLiteral(", ")));
    if (!evidence.note.isEmpty())
        text += QStringLiteral(" ") + evidence.note;
    return text;
}

QString levelText(qint32 level)
{
    if (level == db::unratedLevel)
        return {};
    QString text = QString::number(double(level) / db::levelUnit, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

QString gateText(const db::Standing &standing)
{
    switch (standing.gate) {
    case db::Gate::Through:
        return tr("through");
    case db::Gate::Open:
        return tr("open (%n to rate)", standing.necessaryUnrated);
    case db::Gate::Below:
        break;
    }
    return tr("below (%n)", standing.necessaryBelow);
}

QStringList levelLabels(const db::Role &role)
{
    return role.levelLabels.size() == 4 ? role.levelLabels : QStringList{tr("no evidence"), tr("partly"), tr("meets"), tr("exceeds")};
}

Result<ExportReader> ExportReader::open(db::Connection &connection, db::RoleId role, bool blindWanted)
{
    ExportReader reader(connection);
    auto facts = db::role(connection, role);
    if (!facts)
        return tl::unexpected(facts.error());
    auto postings = db::postings(connection, role);
    if (!postings)
        return tl::unexpected(postings.error());
    auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    const auto reviewers = db::reviewers(connection);
    if (!reviewers)
        return tl::unexpected(reviewers.error());
    for (const db::Reviewer &reviewer : *reviewers) {
        if (reviewer.id == connection.reviewer())
            reader.m_reviewer = reviewer.name;
    }
    const auto toConfirm = db::submittedToConfirm(connection, role);
    if (!toConfirm)
        return tl::unexpected(toConfirm.error());
    reader.m_toConfirm = *toConfirm;
    reader.m_role = std::move(*facts);
    reader.m_postings = std::move(*postings);
    reader.m_qualities = std::move(*qualities);
    reader.m_blind = blindWanted || reader.m_role.blind;
    if (reader.m_blind)
        reader.m_veil = std::make_shared<Veil>(connection, role, Veil::For::Everybody);
    const Rule rule = ruleOf(reader.m_qualities);
    for (const db::Quality &quality : std::as_const(reader.m_qualities))
        reader.m_places.push_back(size_t(std::find_if(rule.begin(), rule.end(), [&quality](const RuleQuality &one) { return one.quality == quality.id; }) - rule.begin()));
    return reader;
}

QString ExportReader::ruleSentence() const
{
    return app::ruleSentence(m_qualities);
}

QString ExportReader::earlierWordingNote() const
{
    if (m_toConfirm.ratings == 0)
        return {};
    if (m_toConfirm.ratings == 1)
        return tr("1 submitted level was given on an earlier wording of its quality, or in the other tier, and has not been confirmed since.");
    return tr("%1 submitted levels of %2 applicants were given on an earlier wording of their quality, or in the other tier, and have not been confirmed since.")
        .arg(m_toConfirm.ratings)
        .arg(m_toConfirm.applications);
}

QString ExportReader::exportedAt() const
{
    return m_connection->now();
}

qint32 ExportReader::level(const db::Standing &standing, qsizetype place) const
{
    const size_t index = m_places[size_t(place)];
    return index < standing.levels.size() ? standing.levels[index] : db::unratedLevel;
}

Result<ExportedPerson> ExportReader::person(db::ApplicationId application, bool withEvidence) const
{
    const auto row = db::shortlistRow(*m_connection, application);
    if (!row)
        return tl::unexpected(row.error());
    ExportedPerson person;
    person.application = application;
    person.label = m_blind ? row->code : row->name;
    person.email = m_blind ? QString() : row->email;
    person.stage = row->outcome.isEmpty() ? row->stage : QStringLiteral("%1 (%2)").arg(row->stage, row->outcome);
    person.standing = row->standing;
    if (withEvidence) {
        auto evidence = db::submittedEvidence(*m_connection, application);
        if (!evidence)
            return tl::unexpected(evidence.error());
        person.evidence = std::move(*evidence);
        for (db::SubmittedEvidence &item : person.evidence) {
            item.reviewerName = reviewerLabel(item.reviewerName, item.interview);
            if (!m_blind)
                break;
            item.quote = masked(application, item.quote);
            item.note = masked(application, item.note);
            item.documentName.clear();
        }
    }
    return person;
}

QString ExportReader::masked(db::ApplicationId application, const QString &text) const
{
    return m_veil ? m_veil->text(application, text) : text;
}

} // namespace rolecall::app
