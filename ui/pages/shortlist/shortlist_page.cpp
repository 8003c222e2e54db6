// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shortlist/shortlist_page.h"

#include "app/roles/role_editing.h"
#include "app/shortlist/explanation.h"
#include "app/shortlist/rule.h"
#include "db/quality_ratings.h"
#include "ui/delegates/gate_painter.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/shortlist/explanation_panel.h"
#include "ui/pages/shortlist/export_panel.h"
#include "ui/pages/shortlist/firmness_panel.h"
#include "ui/pages/shortlist/frozen_panel.h"
#include "ui/pages/shortlist/reason_bar.h"
#include "ui/pages/shortlist/rule_panel.h"
#include "ui/pages/shortlist/shortlist_list.h"
#include "ui/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_room.h"

#include <QAction>
#include <QListView>
#include <QLocale>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

enum Tab { RuleTab, WhyTab, FirmnessTab, FrozenTab, ExportTab };

constexpr int entriesAtFirst = 400;
constexpr int nearMissesShown = 100;
/// Up to here ranking anew takes less than a frame; beyond it is done beside the interface.
constexpr qsizetype rankedAtOnce = 1500;

app::Areas shownAreas()
{
    using app::Area;
    return Area::Roles | Area::Qualities | Area::Applications | Area::Ratings | Area::Shortlist;
}

int totalOf(const app::ShortlistView &view, std::optional<int> top)
{
    if (top)
        return int(view.entries.size());
    int total = view.gates.through;
    for (const app::ShortlistEntry &entry : view.takenOff)
        total -= entry.standing.gate == db::Gate::Through ? 1 : 0;
    for (const app::ShortlistEntry &entry : view.entries)
        total += entry.rank ? 0 : 1;
    return total;
}

} // namespace

ShortlistPage::ShortlistPage(Session &session, QWidget *parent)
    : RolePage(session, shownAreas(), parent)
    , m_exportAction(new QAction(tr("Export…"), this))
    , m_whole(new QStackedWidget)
    , m_instead(new EmptyState({}, {}))
    , m_list(new ShortlistList(session))
    , m_model(&m_list->model())
    , m_entryLimit(entriesAtFirst)
{
    m_exportAction->setToolTip(tr("Write the list as CSV, spreadsheet or decision record, or print it"));
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(makeSide());
    splitter->setSizes({560, 400});
    m_whole->addWidget(splitter);
    m_whole->addWidget(m_instead);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_whole);
    m_toImport = new QAction(tr("Import applicants"), this);
    connect(m_toImport, &QAction::triggered, this, [this] { Q_EMIT placeRequested({PageId::Import, {{roleArgument, role().number()}}}); });
    connect(m_exportAction, &QAction::triggered, this, &ShortlistPage::showExport);
    connect(m_rule, &RulePanel::moved, this, &ShortlistPage::rankLive);
    connect(m_rule, &RulePanel::qualitySettled, this, &ShortlistPage::store);
    connect(m_rule, &RulePanel::sizeSettled, this, &ShortlistPage::storeSize);
    connect(m_list, &ShortlistList::placed, this, &ShortlistPage::place);
    connect(m_list, &ShortlistList::nearEnd, this, &ShortlistPage::readMore);
    connect(m_list, &ShortlistList::whyRequested, this, [this] { m_tabs->setCurrentIndex(WhyTab); });
    connect(m_list, &ShortlistList::currentChanged, this, [this](bool byHand) {
        if (byHand && m_side->currentIndex() == RuleTab)
            m_tabs->setCurrentIndex(WhyTab);
        explain();
    });
    connect(m_list, &ShortlistList::compareRequested, this, [this](const QList<db::ApplicationId> &people) { Q_EMIT placeRequested(*ComparePage::placeFor(role(), people)); });
}

QListView &ShortlistPage::view()
{
    return m_list->view();
}

ReasonBar &ShortlistPage::reason()
{
    return m_list->reason();
}

QList<QAction *> ShortlistPage::actions() const
{
    return {m_exportAction};
}

QString ShortlistPage::subtitle() const
{
    if (!m_isRead)
        return RolePage::subtitle();
    const QLocale locale;
    return tr("%1 on the list · %2 through the gate, %3 open, %4 below")
        .arg(locale.toString(m_model->total()), locale.toString(m_stored.gates.through), locale.toString(m_stored.gates.open), locale.toString(m_stored.gates.below));
}

QWidget *ShortlistPage::makeSide()
{
    auto *side = new QWidget;
    m_tabs = new TabStrip;
    m_side = new QStackedWidget;
    m_rule = new RulePanel;
    m_why = new ExplanationPanel;
    m_firmness = new FirmnessPanel(session());
    m_frozen = new FrozenPanel(session());
    m_export = new ExportPanel(session());
    m_tabs->addTab(tr("Rule"));
    m_tabs->addTab(tr("Why"));
    m_tabs->addTab(tr("Firmness"));
    m_tabs->addTab(tr("Frozen"));
    m_tabs->addTab(tr("Export"));
    m_tabs->setAccessibleName(tr("About the list"));
    for (QWidget *page : {static_cast<QWidget *>(m_rule), static_cast<QWidget *>(m_why), static_cast<QWidget *>(m_firmness), static_cast<QWidget *>(m_frozen), static_cast<QWidget *>(m_export)})
        m_side->addWidget(page);
    connect(m_firmness, &FirmnessPanel::sharesFound, m_model, &ShortlistModel::setShares);
    connect(m_tabs, &QTabBar::currentChanged, m_side, &QStackedWidget::setCurrentIndex);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_side, 1);
    keepRoom(*m_tabs, 320, Room::Least); // more where a part needs it
    return side;
}

void ShortlistPage::roleChanged()
{
    ++m_question;
    m_isRead = false;
    m_live.reset();
    m_liveAsked = false;
    m_entryLimit = entriesAtFirst;
    m_model->forgetLabels();
    m_model->clear();
    m_why->showNothing();
    m_list->begin(role());
}

void ShortlistPage::refresh(app::Areas changed)
{
    if (!summary())
        return;
    m_live.reset();
    m_liveAsked = false;
    if (changed & (app::Area::Applications | app::Area::Roles))
        m_model->forgetLabels();
    m_list->setBlind(summary()->role.blind);
    m_export->setRole(role(), summary()->role.title, summary()->role.blind, summary()->role.shortlistSize);
    m_firmness->setRole(role());
    m_firmness->refresh();
    m_frozen->setRole(role(), summary()->role.blind);
    m_frozen->refresh();
    // Every rating is looked at for it: when qualities changed, and while some wait.
    if (m_toConfirm > 0 || (changed & (app::Area::Qualities | app::Area::Roles)))
        readToConfirm();
    read();
}

void ShortlistPage::readToConfirm()
{
    session().reader().ask<db::ReconfirmCounts>(
        this, [id = role()](db::Connection &connection) { return db::submittedToConfirm(connection, id); },
        [this, id = role()](const Result<db::ReconfirmCounts> &counts) {
            if (!counts || id != role())
                return;
            m_toConfirm = counts->ratings;
            const QLocale locale;
            m_rule->setNote(m_toConfirm == 0 ? QString()
                                             : tr("Levels given on an earlier wording and not confirmed since: %1, of %2 applicants.")
                                                   .arg(locale.toString(counts->ratings), locale.toString(counts->applications)));
        });
}

app::ShortlistSize ShortlistPage::size(std::optional<int> top) const
{
    return {top, nearMissesShown, top ? -1 : m_entryLimit, session().reviewer()};
}

void ShortlistPage::read()
{
    const quint64 question = ++m_question;
    if (!m_isRead) {
        m_instead->setTexts(tr("Reading the list…"), {});
        m_instead->setActions(nullptr);
        m_whole->setCurrentWidget(m_instead);
    }
    session().reader().ask<app::ShortlistView>(
        this, [id = role(), size = size(summary()->role.shortlistSize)](db::Connection &connection) { return app::shortlist(connection, id, size); },
        [this, question](const Result<app::ShortlistView> &view) {
            if (question != m_question || !summary())
                return;
            if (!view) {
                m_instead->setTexts(tr("The list could not be read"), view.error().text());
                m_instead->setActions(nullptr);
                m_whole->setCurrentWidget(m_instead);
                return;
            }
            m_stored = *view;
            m_isRead = true;
            m_rule->setRule(app::ruleSentence(view->qualities), view->qualities, summary()->role.shortlistSize, !session().isReadOnly());
            if (summary()->applicants == 0) {
                m_instead->setTexts(tr("No applicants yet"), tr("Import applicants and rate them: whoever is through the gate stands here, in the order of the rule."));
                m_instead->setActions(m_toImport);
                m_whole->setCurrentWidget(m_instead);
            } else {
                m_whole->setCurrentIndex(0);
            }
            showList(*view);
            focusList(m_list->view());
            explain();
            Q_EMIT headerChanged();
        });
}

void ShortlistPage::showList(const app::ShortlistView &view)
{
    m_model->setView(view, totalOf(view, m_rule->size()));
    m_list->chooseOne();
    readLabels();
}

void ShortlistPage::readLabels()
{
    const QList<db::ApplicationId> missing = m_model->unlabelled();
    if (missing.isEmpty())
        return;
    using Labels = QHash<db::ApplicationId, ShortlistModel::Label>;
    const bool blind = summary() && summary()->role.blind;
    session().reader().ask<Labels>(
        this,
        [missing, blind, reviewer = session().reviewer()](db::Connection &connection) -> Result<Labels> {
            const auto rows = db::applicationRows(connection, missing, reviewer);
            if (!rows)
                return tl::unexpected(rows.error());
            Labels labels;
            for (const db::ApplicationRow &row : *rows)
                labels.insert(row.id, {blind ? row.code : row.name, row.outcome.isEmpty() ? row.stageName : row.outcome});
            return labels;
        },
        [this, id = role()](const Result<Labels> &labels) {
            if (!labels || id != role())
                return;
            m_model->addLabels(*labels);
            m_list->showState();
            explain();
        });
}

void ShortlistPage::rankLive()
{
    if (!m_isRead)
        return;
    const int everybody = m_stored.gates.through + m_stored.gates.open + m_stored.gates.below;
    if (!m_live && everybody <= rankedAtOnce) {
        auto live = app::LiveRanking::read(session().connection(), role(), session().reviewer());
        if (!live)
            return;
        m_live = *live;
    }
    if (m_live && m_live->size() <= rankedAtOnce)
        showList(m_live->rank(m_rule->shown(), size(m_rule->size())));
    else
        rankBeside();
}

void ShortlistPage::rankBeside()
{
    if (m_ranking) { // the newest position counts; those between are left out
        m_rankAgain = true;
        return;
    }
    m_ranking = true;
    m_rankAgain = false;
    struct Ranked
    {
        std::shared_ptr<const app::LiveRanking> live;
        app::ShortlistView view;
    };
    session().reader().ask<Ranked>(
        this,
        [live = m_live, id = role(), qualities = m_rule->shown(), size = size(m_rule->size())](db::Connection &connection) -> Result<Ranked> {
            auto known = live ? Result<std::shared_ptr<const app::LiveRanking>>(live) : app::LiveRanking::read(connection, id, size.reader);
            if (!known)
                return tl::unexpected(known.error());
            return Ranked{*known, (*known)->rank(qualities, size)};
        },
        [this, id = role(), question = m_question](const Result<Ranked> &ranked) {
            m_ranking = false;
            if (!ranked || id != role() || question != m_question)
                return;
            m_live = ranked->live;
            showList(ranked->view);
            if (m_rankAgain)
                rankBeside();
        });
}

void ShortlistPage::store(const db::Quality &quality)
{
    const bool necessary = quality.tier == db::Tier::Necessary;
    const auto work = [quality, necessary](db::Connection &connection) {
        return necessary ? app::setQualityThreshold(connection, quality.id, quality.threshold) : app::weighQuality(connection, quality.id, quality.weight);
    };
    // Beside the interface where everybody's standing is made anew for many.
    session().act(role(), tr("Ranking anew"), work);
}

void ShortlistPage::storeSize(std::optional<int> size)
{
    if (!summary())
        return;
    db::Role changed = summary()->role;
    changed.shortlistSize = size;
    session().apply(app::changeRole(session().connection(), changed, size ? tr("Set the shortlist's size to %1").arg(*size) : tr("Let everybody through the gate onto the shortlist")));
}

void ShortlistPage::readMore()
{
    if (!m_isRead || m_rule->size() || m_model->shown() >= m_model->total() || m_entryLimit > m_model->shown())
        return;
    m_entryLimit = m_model->shown() * 2;
    read();
}

void ShortlistPage::place(db::ApplicationId application, app::Placement placement, const QString &reason)
{
    if (session().apply(app::placeByHand(session().connection(), application, placement, reason)))
        m_list->reason().close();
}

void ShortlistPage::explain()
{
    const quint64 question = ++m_explained;
    const auto person = m_list->current();
    if (!person) {
        m_why->showNothing();
        return;
    }
    session().reader().ask<app::ShortlistExplanation>(
        this, [id = person->entry.application](db::Connection &connection) { return app::explainShortlist(connection, id); },
        [this, question, row = *person](const Result<app::ShortlistExplanation> &explained) {
            if (question != m_explained)
                return;
            if (!explained)
                return m_why->showFailure(explained.error());
            const int count = row.entry.standing.gate == db::Gate::Open ? row.entry.standing.necessaryUnrated : row.entry.standing.necessaryBelow;
            const QString gate = gateText({static_cast<Gate>(int(row.entry.standing.gate)), count});
            const QString place = row.entry.rank ? tr("Rank %1, %2").arg(*row.entry.rank).arg(gate) : tr("Not ranked, %1").arg(gate);
            m_why->showExplanation(m_model->nameOf(row.entry.application), place, *explained);
        });
}

void ShortlistPage::showExport()
{
    m_tabs->setCurrentIndex(ExportTab);
    m_export->setFocus();
}

} // namespace rolecall::ui
