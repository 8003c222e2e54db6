// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants and Matrix in the window: some, one, none, nobody matching, a hundred thousand.
#include "furnished_window.h"
#include "scene.h"

#include "app/packets/packet_export.h"
#include "app/reviews/reviewing.h"
#include "app/roles/role_editing.h"
#include "app/sealing/passphrase.h"
#include "app/sealing/sealed_copies.h"
#include "db/submitted_ratings.h"
#include "tests/support/many_applicants.h"
#include "ui/pages/agreement/agreement_page.h"
#include "ui/pages/agreement/settle_panel.h"
#include "ui/pages/applicants/applicants_page.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/lists/filter_bar.h"
#include "ui/pages/matrix/matrix_page.h"
#include "ui/pages/matrix/matrix_view.h"
#include "ui/pages/packets/packet_panel.h"
#include "ui/widgets/search_field.h"

#include <QApplication>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QTableView>
#include <QTemporaryDir>

namespace rolecall::pictures {

using namespace rolecall::ui;

namespace {

/// A window over a workspace of its own, which it takes along when it goes.
class Window : public FurnishedWindow
{
public:
    Window(const tests::ManyApplicants &many, Theme &theme)
    {
        auto made = db::Workspace::create(m_folder.filePath(QStringLiteral("pictures.rolecall")));
        if (!made || !tests::fill((*made)->connection(), many))
            qFatal("The workspace for the pictures cannot be made");
        m_session = std::make_unique<Session>(std::move(*made), this);
        const auto clock = [] { return QDateTime(QDate(2026, 2, 24), QTime(9, 0), Qt::UTC); };
        m_session->connection().setClock(clock);
        furnish(*m_session, theme, clock);
    }
    ~Window() override
    {
        unfurnish();
        m_session.reset();
    }

    Session &session() { return *m_session; }
    QString filePath(const QString &name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
};

void wait(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < milliseconds)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
}

Scene scene(Theme &theme, const QString &name, PageId page, const tests::ManyApplicants &many, const std::function<void(QWidget *)> &prepare = {})
{
    return {name,
            [&theme, page, many]() -> QWidget * {
                auto *window = new Window(many, theme);
                window->open(page, {{roleArgument, qint64(1)}});
                return window;
            },
            [prepare](QWidget *window) {
                wait(350);
                if (prepare)
                    prepare(window);
                wait(350);
            }};
}

void must(const Result<app::Done> &done)
{
    if (!done)
        qFatal("%s", qPrintable(done.error().text()));
}

/// A packet that comes back to a role that went on meanwhile: a quality was reworded, a review changed on both sides.
void returnPacket(QWidget *widget)
{
    auto &window = static_cast<Window &>(*widget);
    db::Connection &ours = window.session().connection();
    const QString path = window.filePath(QStringLiteral("back.rolecall"));
    app::PacketOptions options;
    options.reviewerName = QStringLiteral("B. Reviewer");
    if (!app::exportPacket(ours, db::RoleId(1), options, path))
        qFatal("The packet for the pictures cannot be written");
    const auto rateAgain = [](db::Connection &connection, qint64 application, int level) {
        must(app::withdrawReview(connection, db::ApplicationId(application)));
        for (qint64 quality = 1; quality <= 3; ++quality)
            must(app::rate(connection, db::ApplicationId(application), db::QualityId(quality), level));
        must(app::submitReview(connection, db::ApplicationId(application)));
    };
    {
        const auto packet = db::Workspace::open(path, db::Access::ReadWrite);
        db::Connection &theirs = (*packet)->connection();
        theirs.setReviewer(db::ReviewerId(1));
        const auto ids = db::submittedApplications(theirs, db::RoleId(1), db::ReviewerId(1));
        for (const db::ApplicationId id : *ids) {
            if (id.number() <= 12)
                rateAgain(theirs, id.number(), 2);
        }
    }
    must(app::rewordQuality(ours, db::QualityId(2), QStringLiteral("Writes plainly and kindly for people outside the field")));
    ours.setReviewer(db::ReviewerId(2));
    rateAgain(ours, 3, 1);
    ours.setReviewer(db::ReviewerId(1));
    window.findChild<ApplicantsPage *>()->packets().showReturned(path);
}

/// The same, and only its passphrase opens it.
void returnEncrypted(QWidget *widget)
{
    auto &window = static_cast<Window &>(*widget);
    const QString path = window.filePath(QStringLiteral("back.rolecall-encrypted"));
    app::PacketOptions options;
    options.reviewerName = QStringLiteral("B. Reviewer");
    db::Connection &ours = window.session().connection();
    const auto write = [&](const QString &to) {
        const auto written = app::exportPacket(ours, db::RoleId(1), options, to);
        return written ? Outcome() : Outcome(tl::unexpected(written.error()));
    };
    if (!app::writeSealed(ours.path(), path, app::passphraseBytes(QStringLiteral("harbour seven lanterns")), nullptr, write))
        qFatal("The packet for the pictures cannot be written");
    window.findChild<ApplicantsPage *>()->packets().showReturned(path);
}

} // namespace

void addApplicationScenes(QList<Scene> &scenes, Theme &theme)
{
    const tests::ManyApplicants some{.applicants = 38, .secondReviewer = true};
    scenes << scene(theme, QStringLiteral("applicants"), PageId::Applicants, some);
    scenes << scene(theme, QStringLiteral("applicants-selected"), PageId::Applicants, some, [](QWidget *window) {
        auto *page = window->findChild<ApplicantsPage *>();
        page->table()->setFocus();
        page->table()->selectRow(2);
        page->table()->selectionModel()->select(page->table()->model()->index(4, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    });
    scenes << scene(theme, QStringLiteral("applicants-packet-send"), PageId::Applicants, some, [](QWidget *window) {
        auto *page = window->findChild<ApplicantsPage *>();
        page->table()->selectRow(2);
        page->table()->selectionModel()->select(page->table()->model()->index(4, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        page->sendForReview();
        page->packets().reviewer().setText(QStringLiteral("B. Reviewer"));
    });
    scenes << scene(theme, QStringLiteral("applicants-packet-encrypt"), PageId::Applicants, some, [](QWidget *window) {
        auto *page = window->findChild<ApplicantsPage *>();
        page->sendForReview();
        page->packets().reviewer().setText(QStringLiteral("B. Reviewer"));
        page->packets().encrypting().setChecked(true);
        page->packets().passphrase().setText(QStringLiteral("harbour seven"));
    });
    scenes << scene(theme, QStringLiteral("applicants-packet-locked"), PageId::Applicants, some, returnEncrypted);
    scenes << scene(theme, QStringLiteral("applicants-packet-back"), PageId::Applicants, some, returnPacket);
    scenes << scene(theme, QStringLiteral("applicants-one"), PageId::Applicants, {.applicants = 1});
    scenes << scene(theme, QStringLiteral("applicants-none"), PageId::Applicants, {.applicants = 0});
    scenes << scene(theme, QStringLiteral("applicants-nobody"), PageId::Applicants, some, [](QWidget *window) {
        window->findChild<FilterBar *>()->searchField()->setText(QStringLiteral("zzz"));
    });
    scenes << scene(theme, QStringLiteral("applicants-huge"), PageId::Applicants, {.applicants = 20'000}, [](QWidget *window) { window->findChild<ApplicantsPage *>()->table()->scrollToBottom(); });
    scenes << scene(theme, QStringLiteral("matrix"), PageId::Matrix, some, [](QWidget *window) {
        auto *page = window->findChild<MatrixPage *>();
        page->view()->cells()->setFocus();
        page->view()->cells()->setCurrentIndex(page->view()->cells()->model()->index(3, 6));
    });
    scenes << scene(theme, QStringLiteral("matrix-evidence"), PageId::Matrix, some, [](QWidget *window) {
        auto *page = window->findChild<MatrixPage *>();
        page->showOwn(true);
        page->view()->cells()->setCurrentIndex(page->view()->cells()->model()->index(1, 5));
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QApplication::sendEvent(page->view()->cells(), &enter);
    });
    const auto compare = [](const QVariantList &applications) {
        return [applications](QWidget *window) {
            auto *main = static_cast<MainWindow *>(window);
            main->open(PageId::Compare, {{roleArgument, qint64(1)}, {ComparePage::applicationsArgument, applications}});
            window->findChild<ComparePage *>()->table()->setFocus();
        };
    };
    scenes << scene(theme, QStringLiteral("compare-three"), PageId::Matrix, some, compare({3, 4, 10}));
    scenes << scene(theme, QStringLiteral("compare-five"), PageId::Matrix, some, compare({3, 4, 6, 9, 12}));
    scenes << scene(theme, QStringLiteral("compare-none"), PageId::Matrix, some, compare({3}));
    scenes << scene(theme, QStringLiteral("agreement"), PageId::Agreement, some, [](QWidget *window) {
        auto *page = window->findChild<AgreementPage *>();
        page->agenda()->setFocus();
        page->settling()->choose(2);
        page->settling()->reason().setText(QStringLiteral("The letter shows it on its second page"));
    });
    scenes << scene(theme, QStringLiteral("matrix-agreed"), PageId::Agreement, some, [](QWidget *window) {
        auto *page = window->findChild<AgreementPage *>();
        for (int time = 0; time < 3; ++time) {
            page->settling()->choose(2);
            page->settling()->reason().setText(QStringLiteral("Talked through with the letter in hand"));
            QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
            QApplication::sendEvent(&page->settling()->reason(), &enter);
            wait(200);
        }
        static_cast<MainWindow *>(window)->open(PageId::Matrix);
    });
    scenes << scene(theme, QStringLiteral("applicants-hidden"), PageId::Applicants, some, [](QWidget *window) { window->findChild<ApplicantsPage *>()->table()->scrollToBottom(); });
    scenes << scene(theme, QStringLiteral("agreement-none"), PageId::Agreement, {.applicants = 12});
    scenes << scene(theme, QStringLiteral("matrix-none"), PageId::Matrix, {.applicants = 0});
}

} // namespace rolecall::pictures
