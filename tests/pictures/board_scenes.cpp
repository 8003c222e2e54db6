// SPDX-License-Identifier: GPL-3.0-or-later
// The board in the window: empty, some, many, a card on its way, a reason being asked; stages, messages and their templates.
#include "furnished_window.h"
#include "scene.h"

#include "tests/support/many_applicants.h"
#include "ui/models/board_model.h"
#include "ui/pages/applicants/applicants_page.h"
#include "ui/pages/applicants/bulk_bar.h"
#include "ui/pages/board/board_column.h"
#include "ui/pages/board/board_list.h"
#include "ui/pages/board/board_view.h"
#include "ui/pages/messages/message_panel.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/stages/stage_editor.h"
#include "ui/pages/stages/stage_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>

namespace rolecall::pictures {

using namespace rolecall::ui;

namespace {

class BoardWindow : public FurnishedWindow
{
public:
    BoardWindow(int applicants, Theme &theme)
    {
        auto made = db::Workspace::create(m_folder.filePath(QStringLiteral("board.rolecall")));
        const QByteArray spread = "INSERT INTO stage (id, uuid, role_id, position, name, kind) VALUES (4, 'stage-4', 1, 3, 'Hired', 'hired');"
                                  "UPDATE stage SET target_days = 21 WHERE id < 4; UPDATE stage SET entry_condition = 'through_gate' WHERE id IN (2, 3);"
                                  "UPDATE application SET stage_since = '2026-02-' || printf('%02d', 1 + id % 23) || 'T09:00:00.000Z';"
                                  "UPDATE application SET outcome = 'withdrawn', outcome_reason = 'Took another position', outcome_at = '2026-02-12T09:00:00.000Z' WHERE id % 17 = 0;"
                                  "UPDATE application SET stage_id = 4, outcome = 'hired', outcome_reason = 'Accepted the offer', outcome_at = '2026-02-20T09:00:00.000Z' WHERE id = 21;";
        if (!made || !tests::fill((*made)->connection(), {.applicants = applicants, .secondReviewer = true}) || !db::runScript((*made)->connection(), spread))
            qFatal("The workspace for the pictures cannot be made");
        m_session = std::make_unique<Session>(std::move(*made), this);
        const auto clock = [] { return QDateTime(QDate(2026, 2, 24), QTime(9, 0), Qt::UTC); };
        m_session->connection().setClock(clock);
        furnish(*m_session, theme, clock);
        registerPage(PageId::Applicants, [this] {
            auto *page = new ApplicantsPage(*m_session, settings());
            page->showBoard(true);
            return page;
        });
    }
    ~BoardWindow() override
    {
        unfurnish();
        m_session.reset();
    }

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

Scene scene(const QString &name, PageId page, int applicants, Theme &theme, const std::function<void(QWidget *)> &prepare = {})
{
    return {name,
            [page, applicants, &theme]() -> QWidget * {
                auto *window = new BoardWindow(applicants, theme);
                window->open(page, {{roleArgument, qint64(1)}});
                return window;
            },
            [prepare](QWidget *window) {
                wait(400);
                if (prepare)
                    prepare(window);
                wait(400);
            }};
}

ApplicantsPage &pageOf(QWidget *window)
{
    return *window->findChild<ApplicantsPage *>();
}

QList<db::ApplicationId> some(BoardView &board, int column, int from, int count)
{
    QList<db::ApplicationId> ids;
    for (int row = from; row < from + count; ++row)
        ids << board.columns().at(column)->list().cards().applicationAt(row);
    return ids;
}

} // namespace

void addBoardScenes(QList<Scene> &scenes, Theme &theme)
{
    scenes << scene(QStringLiteral("board"), PageId::Applicants, 64, theme, [](QWidget *window) { pageOf(window).board().columns().first()->list().setFocus(); });
    scenes << scene(QStringLiteral("board-few"), PageId::Applicants, 6, theme);
    scenes << scene(QStringLiteral("board-none"), PageId::Applicants, 0, theme);
    scenes << scene(QStringLiteral("board-many"), PageId::Applicants, 5000, theme, [](QWidget *window) {
        QScrollBar *bar = pageOf(window).board().columns().first()->list().verticalScrollBar();
        bar->setValue(bar->maximum() / 2);
    });
    scenes << scene(QStringLiteral("board-dragging"), PageId::Applicants, 64, theme, [](QWidget *window) {
        BoardView &board = pageOf(window).board();
        board.select(some(board, 0, 1, 3));
        board.columns().at(1)->setDraggedOver(true);
    });
    scenes << scene(QStringLiteral("board-reject"), PageId::Applicants, 64, theme, [](QWidget *window) {
        BoardView &board = pageOf(window).board();
        board.drop(some(board, 0, 2, 2), int(board.columns().size()) - 2);
    });
    scenes << scene(QStringLiteral("board-condition"), PageId::Applicants, 64, theme, [](QWidget *window) {
        BoardView &board = pageOf(window).board();
        board.drop(some(board, 0, 0, 6), 1);
    });
    scenes << scene(QStringLiteral("board-stages"), PageId::Applicants, 64, theme, [](QWidget *window) { pageOf(window).editStages(); });
    scenes << scene(QStringLiteral("board-stage-removed"), PageId::Applicants, 64, theme, [](QWidget *window) {
        pageOf(window).editStages();
        Q_EMIT pageOf(window).stagePanel().editor().removed(1);
    });
    scenes << scene(QStringLiteral("board-message"), PageId::Applicants, 64, theme, [](QWidget *window) {
        BoardView &board = pageOf(window).board();
        board.select(some(board, 0, 0, 5));
        pageOf(window).writeMessage();
        QComboBox &templates = pageOf(window).messagePanel().templates();
        templates.setCurrentIndex(templates.findText(QStringLiteral("Rejection with feedback")));
        Q_EMIT templates.activated(templates.currentIndex());
    });
    scenes << scene(QStringLiteral("settings-templates"), PageId::Settings, 6, theme, [](QWidget *window) {
        auto *scroll = window->findChild<SettingsPage *>()->findChild<QScrollArea *>();
        scroll->verticalScrollBar()->setValue(window->findChild<StageEditor *>()->mapTo(scroll->widget(), QPoint()).y() - 160);
    });
}

} // namespace rolecall::pictures
