// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/palette_providers.h"

#include "ui/application/navigation.h"
#include "ui/pages/search/search_places.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>

namespace rolecall::ui {

namespace {

constexpr int mostHits = 20;
constexpr int fewestLetters = 2;
/// Beneath what fits by its title, in the order of the search.
constexpr int hitFit = 1;

} // namespace

QList<PaletteEntry> roleEntries(MainWindow &window, const Navigation &navigation)
{
    QList<PaletteEntry> entries;
    for (const db::RoleSummary &summary : navigation.roles()) {
        for (const PageId page : rolePages()) {
            if (!window.hasPage(page))
                continue;
            const QVariantMap arguments{{roleArgument, summary.role.id.number()}};
            entries.append({QStringLiteral("%1: %2").arg(summary.role.title, pageName(page)), QCoreApplication::translate("Palette", "Role"), Icon::Roles,
                            [&window, page, arguments] { window.open(page, arguments); }});
        }
    }
    return entries;
}

PaletteSearch::PaletteSearch(Session &session, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_window(window)
    , m_feed(session)
{
    connect(&session, &Session::changed, this, [this] { m_answered.clear(); });
    connect(&m_feed, &SearchFeed::failed, this, [this](const Error &error) { m_session.apply(Outcome(tl::unexpected(error))); });
    connect(&m_feed, &SearchFeed::answered, this, [this](const app::Findings &findings) {
        m_answered = m_feed.request().typed;
        m_findings = findings;
        Q_EMIT found();
    });
}

QList<PaletteEntry> PaletteSearch::entries(const QString &query)
{
    const QString words = query.simplified();
    // One letter says something in a script whose letters are words.
    constexpr char16_t firstIdeogram = 0x2e80;
    if (words.size() < fewestLetters && (words.isEmpty() || words.at(0) < QChar(firstIdeogram)))
        return {};
    if (words != m_answered && words != m_feed.request().typed)
        m_feed.ask({words, {}, mostHits, 0});
    QList<PaletteEntry> entries;
    if (words == m_answered) {
        for (const app::Finding &finding : std::as_const(m_findings.list))
            entries.append(entryOf(finding));
    }
    return entries;
}

PaletteEntry PaletteSearch::entryOf(const app::Finding &finding) const
{
    PaletteEntry entry;
    entry.fit = hitFit;
    entry.title = finding.hit.title;
    entry.detail = finding.snippet.text;
    entry.icon = iconOf(finding);
    entry.run = [places = placesOf(finding, m_answered), &window = m_window] {
        for (const Place &place : places) {
            if (window.open(place))
                return;
        }
    };
    return entry;
}

} // namespace rolecall::ui
