// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants' files, read ahead: the one that is looked at and its neighbours lie ready, so that going on waits for
// nothing.
#pragma once

#include "app/reviews/applicant_file.h"
#include "ui/pages/review/pdf_view.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <memory>

namespace rolecall::ui {

class Session;

using ApplicantFilePtr = std::shared_ptr<const app::ApplicantFile>;

class DocumentShelf : public QObject
{
    Q_OBJECT
public:
    explicit DocumentShelf(Session &session, QObject *parent = nullptr);

    /// How wide the pages of a PDF are shown, in pixels: the first ones are drawn ahead for it.
    void setRoom(int room, qreal pixelRatio);
    /// The first pages of the first document, where that is a PDF.
    PdfView::Drawn firstPages(db::ApplicationId application) const { return m_drawn.value(application); }
    /// Null while it is not there: then ready() or failed() follows.
    ApplicantFilePtr file(db::ApplicationId application);
    /// Reads these ahead and lets go of all others but the newest few.
    void keep(const QList<db::ApplicationId> &applications);
    /// Something about them is different; not valid: about all.
    void forget(db::ApplicationId application);

Q_SIGNALS:
    void ready(rolecall::db::ApplicationId application);
    void failed(rolecall::db::ApplicationId application, const QString &message);

private:
    void ask(db::ApplicationId application);
    void keepTexts(const app::ApplicantFile &file);

    Session &m_session;
    const app::ApartReader m_apart;
    QHash<db::ApplicationId, ApplicantFilePtr> m_files;
    QHash<db::ApplicationId, PdfView::Drawn> m_drawn;
    int m_room = 0;
    qreal m_pixelRatio = 1;
    QHash<db::ApplicationId, int> m_asked; ///< by generation: an answer from before forget() is asked again
    int m_generation = 0;
};

} // namespace rolecall::ui
