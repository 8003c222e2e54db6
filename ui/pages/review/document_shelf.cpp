// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/document_shelf.h"

#include "ui/session/document_process.h"
#include "ui/session/session.h"

#include <QTimer>

namespace rolecall::ui {

namespace {

constexpr int keepingDelay = 100; // milliseconds

} // namespace

DocumentShelf::DocumentShelf(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_apart(ownDocumentProcess())
{}

void DocumentShelf::setRoom(int room, qreal pixelRatio)
{
    m_room = room;
    m_pixelRatio = pixelRatio;
}

ApplicantFilePtr DocumentShelf::file(db::ApplicationId application)
{
    if (const auto found = m_files.value(application))
        return found;
    ask(application);
    return {};
}

void DocumentShelf::keep(const QList<db::ApplicationId> &applications)
{
    for (const db::ApplicationId id : m_files.keys()) {
        if (!applications.contains(id))
            m_files.remove(id);
    }
    m_drawn.removeIf([this](const auto &one) { return !m_files.contains(one.key()); });
    for (const db::ApplicationId id : applications) {
        if (id.isValid() && !m_files.contains(id))
            ask(id);
    }
}

void DocumentShelf::forget(db::ApplicationId application)
{
    ++m_generation;
    m_asked.clear();
    if (application.isValid())
        m_files.remove(application);
    else
        m_files.clear();
    m_drawn.removeIf([this](const auto &one) { return !m_files.contains(one.key()); });
}

void DocumentShelf::ask(db::ApplicationId application)
{
    if (m_asked.contains(application))
        return;
    const int generation = m_generation;
    m_asked.insert(application, generation);
    struct Read
    {
        ApplicantFilePtr file;
        PdfView::Drawn drawn;
    };
    m_session.reader().ask<Read>(
        this,
        [application, apart = m_apart, room = m_room, ratio = m_pixelRatio](db::Connection &connection) -> Result<Read> {
            auto file = app::readApplicantFile(connection, application, apart);
            if (!file)
                return tl::unexpected(file.error());
            Read read{std::make_shared<const app::ApplicantFile>(std::move(*file)), {}};
            if (room > 0 && !read.file->documents.isEmpty() && !read.file->documents.first().pdf.isEmpty())
                read.drawn = PdfView::drawFirst(read.file->documents.first().pdf, room, ratio);
            return read;
        },
        [this, application, generation](Result<Read> file) {
            if (generation != m_generation)
                return;
            m_asked.remove(application);
            if (!file) {
                Q_EMIT failed(application, file.error().text());
                return;
            }
            m_files.insert(application, file->file);
            m_drawn.insert(application, file->drawn);
            Q_EMIT ready(application);
            // After it was painted: keeping is for next time.
            QTimer::singleShot(keepingDelay, this, [this, kept = file->file] { keepTexts(*kept); });
        });
}

void DocumentShelf::keepTexts(const app::ApplicantFile &file)
{
    if (m_session.isReadOnly())
        return;
    for (const app::ReadableDocument &document : file.documents) {
        // A text that cannot be kept is read again next time: nothing is lost, so nobody is told.
        if (document.fresh)
            static_cast<void>(db::storeDocumentText(m_session.connection(), document.text));
    }
}

} // namespace rolecall::ui
