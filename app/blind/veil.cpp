// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/blind/veil.h"

#include "app/blind/identity.h"
#include "app/blind/other_names.h"
#include "db/applicant_names.h"
#include "db/connection.h"
#include "db/qualities.h"
#include "db/roles.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

constexpr int mostNames = 2'000;

} // namespace

std::shared_ptr<const OtherNames> otherNames(db::Connection &connection, db::RoleId role)
{
    const auto names = db::applicantNames(connection, role, mostNames + 1);
    const auto facts = db::role(connection, role);
    if (!names || !facts || names->size() > mostNames)
        return {};
    QString ordinary = facts->title + u' ' + facts->organisation;
    if (const auto qualities = db::qualities(connection, role)) {
        for (const db::Quality &quality : *qualities)
            ordinary += u' ' + quality.text;
    }
    return std::make_shared<const OtherNames>(*names, ordinary);
}

Veil::Veil(db::Connection &connection, db::RoleId role, For whom)
    : m_connection(&connection)
    , m_role(role)
    , m_everybody(whom == For::Everybody)
{}

bool Veil::turnTo(db::ApplicationId application)
{
    if (m_application == application)
        return true;
    m_application.reset();
    if (!m_blind) {
        const auto role = db::role(*m_connection, m_role);
        if (!role)
            return false;
        m_blind = role->blind;
    }
    m_hidden = m_everybody || *m_blind;
    m_facts = {};
    m_code.clear();
    if (m_hidden && application.isValid()) {
        if (!m_everybody) {
            const auto who = identity(*m_connection, application);
            if (!who)
                return false;
            m_hidden = who->hidden;
        }
        const auto found = db::application(*m_connection, application);
        const auto candidate = found ? db::candidate(*m_connection, found->candidate) : tl::unexpected(found.error());
        if (!candidate)
            return false;
        m_facts = factsOf(*candidate);
        m_code = found->code;
    }
    if (m_hidden) {
        if (!m_othersAreRead)
            m_others = otherNames(*m_connection, m_role);
        m_othersAreRead = true;
        m_facts.others = m_others;
    }
    m_application = application;
    return true;
}

bool Veil::hides(db::ApplicationId application)
{
    return !turnTo(application) || m_hidden;
}

MaskedText Veil::masked(db::ApplicationId application, const QString &text)
{
    MaskedText same;
    if (!turnTo(application))
        return same;
    if (m_hidden)
        return mask(text, m_facts, m_code);
    same.text = text;
    return same;
}

void coverRows(db::Connection &connection, db::RoleId role, QList<db::ApplicationRow> &rows)
{
    Veil veil(connection, role);
    for (db::ApplicationRow &row : rows)
        row.outcomeReason = veil.text(row.id, row.outcomeReason);
}

void coverReports(db::Connection &connection, db::RoleId role, QList<db::ImportReport> &reports)
{
    Veil veil(connection, role);
    for (db::ImportReport &report : reports) {
        report.fileName = veil.text({}, report.fileName);
        for (QString &message : report.messages)
            message = veil.text({}, message);
    }
}

QString Veil::place(db::ApplicationId application, const QString &text)
{
    if (text.isEmpty() || !turnTo(application))
        return {};
    return m_hidden ? maskNames(text, m_facts, m_code).text : text;
}

QString Veil::link(db::ApplicationId application, const QString &text)
{
    if (text.isEmpty() || !turnTo(application))
        return {};
    return m_hidden && linkNamesSomebody(text, m_facts) ? QCoreApplication::translate("Blind", "[link]") : text;
}

QString Veil::text(db::ApplicationId application, const QString &text)
{
    return text.isEmpty() ? text : masked(application, text).text;
}

} // namespace rolecall::app
