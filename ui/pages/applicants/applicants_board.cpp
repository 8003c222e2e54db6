// SPDX-License-Identifier: GPL-3.0-or-later
// The board of the Applicants page: showing it in the table's place, and what a moved card means.
#include "app/applicants/application_acts.h"
#include "ui/models/application_list_model.h"
#include "ui/models/board_model.h"
#include "ui/pages/applicants/applicants_page.h"
#include "ui/pages/applicants/bulk_bar.h"
#include "ui/pages/board/board_view.h"
#include "ui/shell/window_settings.h"
#include "ui/theme/looks.h"
#include "ui/widgets/chip_bar.h"

#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

namespace rolecall::ui {

namespace {

const QString viewKey = QStringLiteral("applicants/view");
const QString tableView = QStringLiteral("table"), boardView = QStringLiteral("board");

} // namespace

void ApplicantsPage::makeBoard()
{
    m_board->setReadOnly(session().isReadOnly());
    connect(m_board, &BoardView::selectionChanged, this, &ApplicantsPage::showSelection);
    connect(m_board, &BoardView::moveAsked, this, &ApplicantsPage::putOn);
    connect(m_board, &BoardView::rejectAsked, this, [this] {
        showPanel(nullptr);
        m_bulk->askRejection();
    });
    connect(m_board, &BoardView::compareAsked, this, [this] { openCompare(selected()); });
    connect(m_board, &BoardView::opened, this, &ApplicantsPage::openReview);
    connect(filterBar(), &FilterBar::filterChanged, this, [this](const db::ApplicationFilter &filter) {
        if (showsBoard())
            m_boardModel->setFilter(filter);
        else
            m_boardStale = true;
    });
    connect(&session(), &Session::changed, this, &ApplicantsPage::boardChanged);
    connect(&session(), &Session::reviewerChanged, this, [this] { boardChanged(app::Area::Ratings, role(), {}); });

    m_viewChips->setExclusive(true);
    m_viewChips->addChip(tableView, tr("Table"))->setToolTip(tr("Show the applicants as rows (Ctrl+B)"));
    m_viewChips->addChip(boardView, tr("Board"))->setToolTip(tr("Show the applicants as cards in their stages (Ctrl+B)"));
    m_viewChips->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setLook(m_editStages, ButtonLook::Quiet);
    m_editStages->setToolTip(tr("Add, rename, reorder and remove the stages of this role"));
    toolsRow()->addWidget(m_editStages);
    toolsRow()->addWidget(m_viewChips);
    connect(m_viewChips, &ChipBar::changed, this, [this](const QStringList &checked) {
        showBoard(checked.isEmpty() ? showsBoard() : checked.first() == boardView); // what is shown stays shown
        focusList();
    });
    auto *toggle = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_B), this);
    toggle->setContext(Qt::WidgetWithChildrenShortcut);
    connect(toggle, &QShortcut::activated, this, [this] {
        showBoard(!showsBoard());
        focusList();
    });
    showBoard(settings().value(viewKey) == boardView.toUtf8());
}

bool ApplicantsPage::showsBoard() const
{
    return m_views->currentWidget() == m_board;
}

void ApplicantsPage::showBoard(bool board)
{
    m_views->setCurrentIndex(board ? 1 : 0);
    m_columns->setVisible(!board);
    {
        const QSignalBlocker quiet(m_viewChips);
        m_viewChips->setChecked(board ? boardView : tableView, true);
        m_viewChips->setChecked(board ? tableView : boardView, false);
    }
    settings().setValue(viewKey, (board ? boardView : tableView).toUtf8());
    if (board && m_boardStale)
        refreshBoard();
    showSelection();
}

void ApplicantsPage::refreshBoard()
{
    m_boardStale = false;
    m_boardModel->forgetCards();
    m_boardModel->refresh(role(), filterBar()->filter());
}

void ApplicantsPage::boardChanged(app::Areas areas, db::RoleId changedRole, db::ApplicationId application)
{
    using app::Area;
    if (!role().isValid() || (changedRole.isValid() && changedRole != role()) || !(areas & (Area::Roles | Area::Qualities | Area::Applications | Area::Ratings | Area::Reviewers)))
        return;
    if (areas & (Area::Roles | Area::Applications) && !application.isValid())
        readStages();
    if (!showsBoard() || !isVisible())
        m_boardStale = true;
    else if (application.isValid() && !(areas & (Area::Roles | Area::Qualities)))
        m_boardModel->refreshApplication(application);
    else
        refreshBoard();
}

void ApplicantsPage::ratingsChanged()
{
    if (showsBoard() && m_boardStale)
        refreshBoard();
}

void ApplicantsPage::moveTo(db::StageId stage, bool reopen)
{
    const QList<db::ApplicationId> ids = selected();
    if (ids.isEmpty())
        return;
    const auto kept = app::keptOut(session().connection(), ids, stage);
    if (!kept) {
        session().apply(Outcome(tl::unexpected(kept.error())));
        return;
    }
    m_reopens = reopen;
    if (!kept->applications.isEmpty()) {
        showPanel(nullptr);
        m_bulk->setSelected(int(ids.size()));
        m_bulk->askPastCondition(app::keptOutWords(session().connection(), *kept, ids.size()), stage, int(ids.size() - kept->applications.size()));
        return;
    }
    actOn(tr("Moving applicants"), ids,
          [stage, how = app::StageMove{{}, reopen}](db::Connection &connection, const QList<db::ApplicationId> &some) { return app::moveToStage(connection, some, stage, how); });
}

void ApplicantsPage::putOn(const QList<db::ApplicationId> &applications, const BoardHead &head)
{
    if (head.stage.isValid()) {
        // One card that is let in goes without being chosen first: so nothing flickers, and what was chosen stays chosen.
        const auto kept = app::keptOut(session().connection(), applications, head.stage);
        if (kept && kept->applications.isEmpty()) {
            actOn(tr("Moving applicants"), applications,
                  [stage = head.stage](db::Connection &connection, const QList<db::ApplicationId> &ids) { return app::moveToStage(connection, ids, stage, {{}, true}); });
            return;
        }
        m_board->select(applications);
        moveTo(head.stage, true);
        return;
    }
    if (head.outcome == QLatin1String("hired")) {
        actOn(tr("Marking as hired"), applications, [](db::Connection &connection, const QList<db::ApplicationId> &ids) { return app::hire(connection, ids); });
        return;
    }
    showPanel(nullptr);
    m_board->select(applications);
    if (head.outcome == QLatin1String("rejected"))
        m_bulk->askRejection();
    else
        m_bulk->askWithdrawal();
}

} // namespace rolecall::ui
