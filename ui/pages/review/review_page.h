// SPDX-License-Identifier: GPL-3.0-or-later
// Review: the queue, the documents and the criteria side by side, and every act on a key.
#pragma once

#include "app/done.h"
#include "app/reviews/reviewing.h"
#include "db/new_qualities.h"
#include "db/qualities.h"
#include "db/quality_passes.h"
#include "db/roles.h"
#include "db/reviews.h"
#include "ui/pages/review/document_shelf.h"
#include "ui/pages/review/review_keys.h"
#include "ui/shell/page.h"
#include "ui/widgets/level_buttons.h"

#include <QTimer>

class QSplitter;
class QTemporaryDir;
class QStackedWidget;

namespace rolecall::ui {

class CriteriaPane;
class DocumentsPane;
class EmptyState;
class QueuePane;
class Session;
class WindowSettings;

class ReviewPage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page.
    ReviewPage(Session &session, WindowSettings &settings, QWidget *parent = nullptr);
    ~ReviewPage() override;

    QString title() const override { return m_role.title; }
    QString subtitle() const override { return m_subtitle; }
    void activate() override;
    /// `role`, and `application` (qint64) for an applicant to begin with; `document` (qint64), `words` and `start` for
    /// a place in one of their documents; `toConfirm` (true) for those with a level to confirm again, `lacking`
    /// (true) for those whose submitted review lacks a quality that was added since.
    void navigateTo(const QVariantMap &arguments) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makePanes();
    void connectPanes();
    void read();
    void queueLoaded();
    void openApplication(db::ApplicationId application);
    void showFile(db::ApplicationId application);
    void showPlace();
    void showSheet();
    void readProgress();
    void readToConfirm();
    void readLacking();
    void sayLacking(const app::ReviewSheet &sheet);
    void showProgress();
    void noteChange(app::Areas areas, db::RoleId role, db::ApplicationId application);
    void showEmpty(const QString &title, const QString &sentence, QAction *action = nullptr);

    void run(ReviewCommand command);
    bool isSealed();
    void rate(db::QualityId quality, const LevelChoice &choice, bool goOn);
    void confirm(db::QualityId quality);
    void goOn();
    void quote();
    void keepNote(db::QualityId quality, const db::Evidence &evidence);
    void submit();
    void withdraw();
    void attach(const QStringList &paths);
    void setPass(db::QualityId quality);
    void openOutside(db::DocumentId document);
    void saveCopy(db::DocumentId document);

    Session &m_session;
    WindowSettings &m_settings;
    DocumentShelf m_shelf;
    db::Role m_role;
    db::RoleId m_wantedRole;
    db::ApplicationId m_wanted; ///< to begin with
    QVariantMap m_wantedPlace;  ///< in a document of that application
    QList<db::Quality> m_qualities;
    std::optional<db::QualityPass> m_pass;
    db::ApplicationId m_application;
    ApplicantFilePtr m_file;
    std::unique_ptr<QTemporaryDir> m_copies; ///< of documents that were opened with another program
    QString m_subtitle;
    db::ReviewProgress m_progress;
    int m_toConfirm = 0;      ///< my ratings on an earlier wording
    bool m_wantsToConfirm = false; ///< only these applicants are asked for
    QList<db::NewQuality> m_newQualities; ///< that came after I had submitted a first review
    int m_lacking = 0;             ///< my submitted reviews without a level on one of these
    bool m_wantsLacking = false;   ///< only these applicants are asked for
    bool m_stale = true;
    bool m_rating = false; ///< a change that this page shows already
    QTimer m_progressTimer;
    QTimer m_lackingTimer;
    QTimer m_loadingTimer;

    QStackedWidget *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
    QueuePane *m_queue = nullptr;
    DocumentsPane *m_documents = nullptr;
    CriteriaPane *m_criteria = nullptr;
    EmptyState *m_empty = nullptr;
    QAction *m_toPosting = nullptr;
    QAction *m_toImport = nullptr;
    QAction *m_retry = nullptr;
};

} // namespace rolecall::ui
