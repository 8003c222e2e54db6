// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/navigation.h"

#include "ui/shell/main_window.h"

namespace rolecall::ui {

Navigation::Navigation(Session &session, AgendaFeed &feed, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
{
    connect(&session, &Session::changed, this, [this](app::Areas areas) {
        if (areas & (app::Area::Roles | app::Area::Applications))
            refresh();
    });
    connect(&feed, &AgendaFeed::changed, this, [this, &feed] {
        if (*feed.latest())
            countAgenda(**feed.latest()); // an error is said by the Today page
    });
    refresh();
}

void Navigation::refresh()
{
    const auto roles = db::roleSummaries(m_session.connection());
    if (!roles) {
        m_session.apply(Outcome(tl::unexpected(roles.error())));
        return;
    }
    m_roles = *roles;
    show();
}

void Navigation::countAgenda(const app::Agenda &agenda)
{
    m_waiting = int(agenda.reviews.size() + agenda.scores.size()) + agenda.overdue() + agenda.soon();
    m_overdue = agenda.overdue() > 0;
    show();
}

void Navigation::show()
{
    using Kind = SideBarEntry::Kind;
    const auto page = [](PageId id) { return QVariant::fromValue(Place{id, {}}); };
    const auto add = [this, page](QList<SideBarEntry> &entries, PageId id, Icon icon) {
        if (m_window.hasPage(id))
            entries.append({Kind::Page, pageName(id), page(id), {}, icon, false});
    };
    QList<SideBarEntry> entries;
    entries.append({Kind::Page, pageName(PageId::Today), page(PageId::Today), m_waiting > 0 ? std::optional<int>(m_waiting) : std::nullopt, Icon::Today, m_overdue});
    add(entries, PageId::Search, Icon::Search);
    if (!m_roles.isEmpty() && m_window.hasRolePages()) {
        entries.append({Kind::Heading, tr("Roles"), {}, {}, Icon::None, false});
        for (const db::RoleSummary &summary : std::as_const(m_roles)) {
            const Place place{PageId::Applicants, {{roleArgument, summary.role.id.number()}}};
            entries.append({Kind::Page, summary.role.title, QVariant::fromValue(place), summary.applicants, Icon::Roles, false});
        }
    }
    entries.append({Kind::Heading, tr("Workspace"), {}, {}, Icon::None, false});
    add(entries, PageId::People, Icon::People);
    add(entries, PageId::Calendar, Icon::Calendar);
    add(entries, PageId::Reports, Icon::Reports);
    add(entries, PageId::Import, Icon::Import);
    add(entries, PageId::Settings, Icon::Settings);
    add(entries, PageId::Help, Icon::Help);
    if (entries.last().kind == Kind::Heading)
        entries.removeLast();
    m_window.setNavigation(entries);
}

} // namespace rolecall::ui
