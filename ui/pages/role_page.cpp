// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/role_page.h"

#include "ui/session/session.h"

#include <QLocale>
#include <QShowEvent>

namespace rolecall::ui {

app::Areas everyArea()
{
    using app::Area;
    return Area::Roles | Area::Qualities | Area::Applications | Area::Ratings | Area::Shortlist | Area::Dates | Area::Reviewers | Area::Documents;
}

RolePage::RolePage(Session &session, app::Areas shows, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_shows(shows)
    , m_stale(everyArea())
{
    connect(&session, &Session::changed, this, [this](app::Areas areas, db::RoleId role) {
        if (role.isValid() && m_role.isValid() && role != m_role)
            return;
        m_stale |= areas;
        if (isVisible())
            activate();
    });
    connect(&session, &Session::reviewerChanged, this, [this] { m_stale = everyArea(); });
}

RolePage::~RolePage()
{
    // A field that is left while the page goes stores what was typed; nobody is here any more to show it.
    disconnect(&m_session, nullptr, this, nullptr);
}

QString RolePage::title() const
{
    return m_summary ? m_summary->role.title : QString();
}

QString RolePage::subtitle() const
{
    if (!m_summary)
        return {};
    QStringList parts;
    if (!m_summary->role.organisation.isEmpty())
        parts << m_summary->role.organisation;
    if (m_summary->role.closedAt)
        parts << (m_summary->closesOn ? tr("closed %1").arg(QLocale().toString(*m_summary->closesOn, QLocale::ShortFormat)) : tr("closed"));
    else if (m_summary->closesOn)
        parts << tr("closes %1").arg(QLocale().toString(*m_summary->closesOn, QLocale::ShortFormat));
    parts << tr("%Ln applicant(s)", nullptr, m_summary->applicants);
    if (m_summary->applicants > 0)
        parts << tr("%Ln through the gate", nullptr, m_summary->through);
    return parts.join(QStringLiteral(" · "));
}

void RolePage::activate()
{
    readSummary();
    const app::Areas stale = m_stale & m_shows;
    m_stale = {};
    if (stale)
        refresh(stale);
}

void RolePage::navigateTo(const QVariantMap &arguments)
{
    if (const auto found = arguments.constFind(roleArgument); found != arguments.constEnd())
        setRole(db::RoleId(found->toLongLong()));
}

void RolePage::readAnew()
{
    m_stale = everyArea();
}

void RolePage::setRole(db::RoleId role)
{
    if (role == m_role)
        return;
    m_role = role;
    m_stale = everyArea();
    roleChanged();
}

void RolePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_opening = !event->spontaneous();
}

void RolePage::focusList(QWidget &list)
{
    setFocusProxy(&list);
    if (!m_opening || !isVisible())
        return;
    m_opening = false;
    const QWidget *now = window()->focusWidget();
    if (!now || !now->isVisible() || isAncestorOf(now))
        list.setFocus(Qt::OtherFocusReason);
}

void RolePage::readSummary()
{
    if (!m_role.isValid()) {
        m_summary.reset();
        return;
    }
    auto summary = db::roleSummary(m_session.connection(), m_role);
    m_summary = summary ? std::optional(*summary) : std::nullopt;
    Q_EMIT headerChanged();
}

} // namespace rolecall::ui
