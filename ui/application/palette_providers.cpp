// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/palette_providers.h"

#include "app/search/searching.h"
#include "ui/application/navigation.h"
#include "ui/shell/main_window.h"

#include <QCoreApplication>

namespace rolecall::ui {

namespace {

constexpr int mostHits = 20;
constexpr int fewestLetters = 2;
/// Beneath what fits by its title, in the order of the search.
constexpr int hitFit = 1;

/// One line without the marks that the search puts around the words it found.
QString plainSnippet(QString snippet)
{
    snippet.remove(u'[');
    snippet.remove(u']');
    return snippet.simplified();
}

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
{
    connect(&session, &Session::changed, this, [this] { m_answered.clear(); });
}

QList<PaletteEntry> PaletteSearch::entries(const QString &query)
{
    const QString words = query.simplified();
    if (words.size() < fewestLetters)
        return {};
    if (words != m_answered)
        ask(words);
    QList<PaletteEntry> entries;
    if (words == m_answered) {
        for (const db::SearchHit &hit : std::as_const(m_hits))
            entries.append(entryOf(hit));
    }
    return entries;
}

void PaletteSearch::ask(const QString &query)
{
    m_next = query;
    if (m_asking)
        return;
    m_asking = true;
    m_asked = query;
    m_session.reader().ask<QList<db::SearchHit>>(
        this, [query](db::Connection &connection) { return app::search(connection, query, mostHits); },
        [this](Result<QList<db::SearchHit>> hits) {
            m_asking = false;
            m_answered = m_asked;
            m_hits = hits ? *hits : QList<db::SearchHit>();
            if (!hits)
                m_session.apply(Outcome(tl::unexpected(hits.error())));
            if (m_next != m_answered)
                ask(m_next);
            else
                Q_EMIT found();
        });
}

PaletteEntry PaletteSearch::entryOf(const db::SearchHit &hit) const
{
    PaletteEntry entry;
    entry.fit = hitFit;
    entry.title = hit.title;
    entry.detail = plainSnippet(hit.snippet);
    entry.icon = Icon::People;
    if (hit.kind == u"document")
        entry.icon = Icon::Document;
    else if (hit.kind == u"role")
        entry.icon = Icon::Roles;
    else if (hit.kind != u"candidate")
        entry.icon = Icon::Edit;
    QVariantMap arguments{{roleArgument, hit.role.number()}};
    if (hit.application.isValid())
        arguments.insert(QStringLiteral("application"), hit.application.number());
    const bool isText = hit.kind == u"document" || hit.kind == u"evidence";
    const QList<PageId> wishes = hit.kind == u"role" ? QList<PageId>{PageId::Posting, PageId::Applicants}
        : isText ? QList<PageId>{PageId::Review, PageId::Applicants} : QList<PageId>{PageId::Applicants, PageId::Review};
    entry.run = [wishes, arguments, &window = m_window] {
        for (const PageId page : wishes) {
            if (window.open(page, arguments))
                return;
        }
    };
    return entry;
}

} // namespace rolecall::ui
