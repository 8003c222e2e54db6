// SPDX-License-Identifier: GPL-3.0-or-later
// Review: a document on its way to another program or to a file.
#include "ui/pages/review/review_page.h"

#include "app/documents/handing_out.h"
#include "ui/session/session.h"
#include "ui/shell/file_choice.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QUrl>

namespace rolecall::ui {

namespace {

const app::ReadableDocument *documentOf(const ApplicantFilePtr &file, db::DocumentId id)
{
    if (!file || file->identity.hidden)
        return nullptr;
    for (const app::ReadableDocument &document : file->documents) {
        if (document.document.id == id)
            return &document;
    }
    return nullptr;
}

} // namespace

void ReviewPage::openOutside(db::DocumentId id)
{
    const app::ReadableDocument *document = documentOf(m_file, id);
    if (!document)
        return;
    if (!m_copies)
        m_copies = std::make_unique<QTemporaryDir>(); // for this user alone, and gone with the page
    const auto path = app::copyForOpening(m_session.connection(), document->document, document->text.kind, m_copies->path());
    if (!path)
        m_session.apply(Outcome(tl::unexpected(path.error())));
    else if (!QDesktopServices::openUrl(QUrl::fromLocalFile(*path)))
        m_session.apply(Outcome(failure(tr("Opening the document"), document->title, tr("no program of this system takes it"), tr("Save a copy and choose a program there"))));
}

void ReviewPage::saveCopy(db::DocumentId id)
{
    const app::ReadableDocument *document = documentOf(m_file, id);
    if (!document)
        return;
    const QString name = app::safeDocumentName(document->document.fileName, document->text.kind);
    chooseNewFile(this, tr("Save a copy"), tr("All files (*)"), name, QFileInfo(name).suffix(), [this, saved = document->document](const QString &path) {
        const Outcome outcome = app::saveDocument(m_session.connection(), saved, path);
        if (outcome)
            Q_EMIT m_session.reported(tr("Saved %1").arg(QFileInfo(path).fileName()), false);
        else
            m_session.apply(outcome);
    });
}

} // namespace rolecall::ui
