// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on the Review page: each act is one call into app/, stored before the next key.
#include "ui/pages/review/review_page.h"

#include "app/blind/identity.h"
#include "app/documents/attaching.h"
#include "app/reviews/quality_pass.h"
#include "ui/pages/review/criteria_pane.h"
#include "ui/pages/review/documents_pane.h"
#include "ui/pages/review/queue_pane.h"
#include "ui/session/session.h"

#include <QFileDialog>
#include <QScopedValueRollback>

namespace rolecall::ui {

void ReviewPage::connectPanes()
{
    connect(m_queue, &QueuePane::chosen, this, &ReviewPage::openApplication);
    connect(m_queue, &QueuePane::passToggled, this, [this](bool on) { setPass(on ? m_criteria->current() : db::QualityId()); });
    connect(&m_queue->model(), &ReviewQueueModel::loaded, this, &ReviewPage::queueLoaded);
    connect(&m_queue->model(), &ReviewQueueModel::failed, this, [this](const QString &message) { m_criteria->notify(message, tr("Try again"), [this] { read(); }); });
    connect(m_criteria, &CriteriaPane::rated, this, [this](db::QualityId quality, const LevelChoice &choice) { rate(quality, choice, false); });
    connect(m_criteria, &CriteriaPane::confirmed, this, &ReviewPage::confirm);
    connect(m_criteria, &CriteriaPane::noteGiven, this, &ReviewPage::keepNote);
    connect(m_criteria, &CriteriaPane::submitRequested, this, &ReviewPage::submit);
    connect(m_criteria, &CriteriaPane::withdrawRequested, this, &ReviewPage::withdraw);
    connect(m_criteria, &CriteriaPane::evidenceOpened, this, [this](const db::Evidence &evidence) {
        if (!m_documents->showEvidence(evidence))
            m_criteria->notify(tr("The quoted words are not in the documents any more; the quote stays as it was taken."));
    });
    connect(m_criteria, &CriteriaPane::evidenceRemoved, this, [this](const db::Evidence &evidence) {
        if (!isSealed())
            m_session.apply(app::removeEvidence(m_session.connection(), m_application, evidence.id));
    });
    connect(m_documents, &DocumentsPane::openOutsideRequested, this, &ReviewPage::openOutside);
    connect(m_documents, &DocumentsPane::saveRequested, this, &ReviewPage::saveCopy);
    connect(m_documents, &DocumentsPane::revealRequested, this, [this](const QString &reason) {
        m_session.apply(app::reveal(m_session.connection(), m_application, reason));
        m_criteria->setFocus(Qt::OtherFocusReason);
    });
    connect(m_documents, &DocumentsPane::filesDropped, this, &ReviewPage::attach);
    connect(m_documents, &DocumentsPane::attachRequested, this, [this] {
        attach(QFileDialog::getOpenFileNames(this, tr("Attach documents"), {},
                                             tr("Documents (*.pdf *.docx *.odt *.rtf *.txt *.md *.html *.htm *.eml);;All files (*)")));
    });
}

void ReviewPage::run(ReviewCommand command)
{
    switch (command) {
    case ReviewCommand::NextApplicant:
    case ReviewCommand::PreviousApplicant:
        if (!m_queue->step(command == ReviewCommand::NextApplicant ? 1 : -1))
            m_criteria->notify(command == ReviewCommand::NextApplicant ? tr("This is the last applicant in the queue.") : tr("This is the first applicant in the queue."));
        break;
    case ReviewCommand::NextQuality:
    case ReviewCommand::PreviousQuality:
        if (m_criteria->step(command == ReviewCommand::NextQuality ? 1 : -1) && m_pass)
            setPass(m_criteria->current());
        break;
    case ReviewCommand::Rate0:
    case ReviewCommand::Rate1:
    case ReviewCommand::Rate2:
    case ReviewCommand::Rate3:
        rate(m_criteria->current(), {int(command) - int(ReviewCommand::Rate0), false}, true);
        break;
    case ReviewCommand::Ask:
        rate(m_criteria->current(), {std::nullopt, true}, true);
        break;
    case ReviewCommand::Clear:
        rate(m_criteria->current(), {}, false);
        break;
    case ReviewCommand::Confirm:
        if (m_criteria->isToConfirm(m_criteria->current()))
            confirm(m_criteria->current());
        else if (!m_criteria->goToConfirm())
            m_criteria->notify(tr("Nothing of yours waits to be confirmed here."));
        break;
    case ReviewCommand::Quote:
        quote();
        break;
    case ReviewCommand::Note:
        if (!isSealed())
            m_criteria->askNote();
        break;
    case ReviewCommand::OneQuality:
        setPass(m_pass ? db::QualityId() : m_criteria->current());
        break;
    case ReviewCommand::Submit:
        submit();
        break;
    case ReviewCommand::Search:
        m_documents->focusSearch();
        break;
    case ReviewCommand::ScrollDown:
    case ReviewCommand::ScrollUp:
        m_documents->scrollByPage(command == ReviewCommand::ScrollDown ? 1 : -1);
        break;
    case ReviewCommand::NextDocument:
    case ReviewCommand::PreviousDocument:
        m_documents->stepDocument(command == ReviewCommand::NextDocument ? 1 : -1);
        break;
    }
}

bool ReviewPage::isSealed()
{
    if (!m_criteria->isSubmitted())
        return false;
    m_criteria->notify(tr("You submitted this review, so it is sealed. Withdraw it to change it; the history keeps both."), tr("Withdraw"), [this] { withdraw(); });
    return true;
}

void ReviewPage::rate(db::QualityId quality, const LevelChoice &choice, bool goOnAfter)
{
    if (!m_application.isValid() || !quality.isValid())
        return;
    if (isSealed()) {
        showSheet(); // a click has changed what the buttons show
        isSealed();
        return;
    }
    m_criteria->showChoice(quality, choice);
    {
        const QScopedValueRollback<bool> own(m_rating, true);
        if (!m_session.apply(app::rate(m_session.connection(), m_application, quality, choice.level, choice.ask))) {
            showSheet();
            return;
        }
    }
    if (goOnAfter)
        goOn();
}

void ReviewPage::confirm(db::QualityId quality)
{
    if (!m_application.isValid() || !m_session.apply(app::confirmLevel(m_session.connection(), m_application, quality)))
        return;
    if (m_pass)
        goOn();
    else if (!m_criteria->goToConfirm())
        m_criteria->notify(tr("All of this applicant's levels are confirmed. J goes to the next."));
}

void ReviewPage::goOn()
{
    if (m_pass) {
        if (!m_queue->step(1))
            m_criteria->notify(tr("Everybody is rated on this quality in this order. ↑ ↓ go to another quality."));
    } else if (!m_criteria->step(1)) {
        m_criteria->notify(tr("That was the last quality. Ctrl+Enter submits the review."));
    }
}

void ReviewPage::quote()
{
    if (!m_application.isValid() || isSealed())
        return;
    const auto selected = m_documents->selection();
    if (!selected) {
        m_criteria->notify(tr("Select words in the document first; E takes them as evidence."));
        return;
    }
    if (selected->sha256.isEmpty()) {
        m_session.apply(app::addNoteEvidence(m_session.connection(), m_application, m_criteria->current(), QStringLiteral("“%1”").arg(selected->text.simplified())));
        return;
    }
    db::Evidence evidence;
    evidence.quote = selected->text;
    evidence.document = selected->document;
    evidence.sha256 = selected->sha256;
    evidence.page = selected->page;
    evidence.start = selected->start;
    evidence.length = selected->length;
    m_session.apply(app::addQuoteEvidence(m_session.connection(), m_application, m_criteria->current(), evidence));
}

void ReviewPage::keepNote(db::QualityId quality, const db::Evidence &evidence)
{
    if (!m_application.isValid() || isSealed())
        return;
    m_session.apply(evidence.id.isValid() ? app::editEvidence(m_session.connection(), m_application, evidence)
                                          : app::addNoteEvidence(m_session.connection(), m_application, quality, evidence.note));
}

void ReviewPage::submit()
{
    if (m_application.isValid() && !isSealed() && m_session.apply(app::submitReview(m_session.connection(), m_application)))
        m_criteria->notify(m_queue->model().rowOf(m_application) + 1 < m_queue->model().rowCount() ? tr("Submitted. J goes to the next applicant.") : tr("Submitted. This is the last applicant in the queue."));
}

void ReviewPage::withdraw()
{
    if (m_application.isValid())
        m_session.apply(app::withdrawReview(m_session.connection(), m_application));
}

void ReviewPage::attach(const QStringList &paths)
{
    if (paths.isEmpty() || !m_application.isValid())
        return;
    auto refused = std::make_shared<QStringList>();
    m_session.run(
        tr("Attaching documents"),
        [application = m_application, paths, refused](db::Connection &connection, app::Progress &) -> Result<app::Done> {
            const app::FilesRead read = app::readFilesToAttach(paths);
            *refused = read.refused;
            return app::attachDocuments(connection, application, read.files).map([](const app::Attached &attached) { return attached.done; });
        },
        [this, refused](const Result<app::Done> &) {
            if (!refused->isEmpty())
                m_criteria->notify(refused->join(QStringLiteral(". ")) + u'.');
        });
}

void ReviewPage::setPass(db::QualityId quality)
{
    m_pass.reset();
    if (quality.isValid()) {
        const auto kept = db::latestQualityPass(m_session.connection(), quality, m_session.reviewer());
        if (kept && *kept) {
            m_pass = **kept;
        } else {
            const auto started = app::startQualityPass(m_session.connection(), m_role.id, quality);
            if (m_session.apply(started.map([](const app::PassStarted &pass) { return pass.done; })))
                m_pass = started->pass;
        }
    }
    m_queue->setPassShown(m_pass);
    m_criteria->showOnly(m_pass ? m_pass->quality : db::QualityId());
    if (m_pass)
        m_criteria->setCurrent(m_pass->quality);
    m_application = m_pass ? db::ApplicationId() : m_application;
    m_queue->model().setPass(m_pass);
    m_queue->model().reload();
}

} // namespace rolecall::ui
