// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/text_keeper.h"

#include "app/documents/text_preparation.h"

namespace rolecall::ui {

namespace {

constexpr int quietTime = 3000; // milliseconds after the last change; what is being looked at is read by its page

} // namespace

TextKeeper::TextKeeper(Session &session, app::ApartReader apart, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_apart(std::move(apart))
    , m_worker(session.path(), db::Access::ReadWrite)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(quietTime);
    connect(&m_pause, &QTimer::timeout, this, &TextKeeper::look);
    if (session.isReadOnly())
        return;
    connect(&session, &Session::changed, this, [this](app::Areas areas) {
        if (areas & (app::Area::Documents | app::Area::Applications))
            m_pause.start();
    });
    m_pause.start();
}

void TextKeeper::look()
{
    if (m_working)
        return;
    m_working = true;
    m_worker.ask<QList<db::DocumentId>>(
        this, [](db::Connection &connection) { return app::documentsToRead(connection); },
        [this](const Result<QList<db::DocumentId>> &documents) {
            m_working = false;
            m_left = documents ? *documents : QList<db::DocumentId>();
            m_left.removeIf([this](db::DocumentId id) { return m_failed.contains(id); });
            Q_EMIT leftChanged(left());
            next();
        });
}

void TextKeeper::next()
{
    if (m_left.isEmpty() || m_working)
        return;
    if (m_session.isBusy()) { // an import holds the file
        m_pause.start();
        return;
    }
    m_working = true;
    const db::DocumentId id = m_left.first();
    m_worker.ask<bool>(
        this,
        [id, apart = m_apart](db::Connection &connection) -> Result<bool> {
            const auto document = db::document(connection, id);
            if (!document)
                return tl::unexpected(document.error());
            const auto prepared = app::prepareText(connection, *document, apart);
            if (!prepared)
                return tl::unexpected(prepared.error());
            if (prepared->fresh) {
                if (const Outcome kept = db::storeDocumentText(connection, prepared->text); !kept)
                    return tl::unexpected(kept.error());
            }
            return true;
        },
        [this, id](const Result<bool> &read) {
            m_working = false;
            // What cannot be read or kept now is read when somebody opens it, and its problem told there.
            if (!read)
                m_failed.insert(id);
            m_left.removeOne(id);
            Q_EMIT leftChanged(left());
            next();
        });
}

} // namespace rolecall::ui
