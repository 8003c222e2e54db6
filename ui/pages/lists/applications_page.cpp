// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/lists/applications_page.h"

#include "db/application_lists.h"
#include "ui/models/application_pages_model.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/shell/window_settings.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QLocale>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace rolecall::ui {

ApplicationsPage::ApplicationsPage(Session &session, WindowSettings &settings, QWidget *parent)
    : Page(parent)
    , m_session(session)
    , m_settings(settings)
    , m_import(new QAction(tr("Import applicants"), this))
    , m_filter(new FilterBar)
    , m_shown(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_empty(new EmptyState(tr("No applicants yet"), tr("Applicants come from a table (CSV or a spreadsheet), from mail, or from the export of another system.")))
    , m_noMatch(new EmptyState(tr("Nobody matches"), tr("No applicant of this role matches the words and filters above.")))
    , m_failed(new EmptyState(tr("The applicants cannot be read"), {}))
{
    connect(m_import, &QAction::triggered, this, [this] { Q_EMIT placeRequested(Place{PageId::Import, {{roleArgument, m_role.number()}}}); });
    connect(&m_session, &Session::changed, this, &ApplicationsPage::onChanged);
    connect(&m_session, &Session::reviewerChanged, this, [this] { onChanged(app::Area::Ratings, m_role, {}); });
}

void ApplicationsPage::setUp(ApplicationPagesModel *model, QWidget *content)
{
    m_model = model;
    m_content = content;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(24, 16, 24, 8);
    head->setSpacing(8);
    head->addWidget(m_filter);
    m_tools = new QHBoxLayout;
    m_tools->addWidget(m_shown);
    m_tools->addStretch(1);
    head->addLayout(m_tools);
    column->addLayout(head);
    m_stack = new QStackedLayout;
    for (QWidget *widget : {content, static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_noMatch), static_cast<QWidget *>(m_failed)})
        m_stack->addWidget(widget);
    column->addLayout(m_stack, 1);

    m_empty->setActions(m_import);
    m_empty->setDropHint(tr("or drop a file on the window"));
    auto *clear = new QAction(tr("Clear filters"), this);
    connect(clear, &QAction::triggered, m_filter, &FilterBar::clear);
    m_noMatch->setActions(clear);
    auto *retry = new QAction(tr("Try again"), this);
    connect(retry, &QAction::triggered, m_model, &ApplicationPagesModel::refresh);
    m_failed->setActions(retry);

    connect(m_filter, &FilterBar::filterChanged, m_model, &ApplicationPagesModel::setFilter);
    connect(m_filter, &FilterBar::leftDownwards, this, [this] { goTo(0); });
    connect(m_model, &ApplicationPagesModel::loadingChanged, this, &ApplicationsPage::showState);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        m_filter->searchField()->setFocus(Qt::ShortcutFocusReason);
        m_filter->searchField()->selectAll();
    });
}

void ApplicationsPage::navigateTo(const QVariantMap &arguments)
{
    m_wantedApplication = arguments.value(applicationArgument).toLongLong();
    if (const db::RoleId wanted(arguments.value(roleArgument).toLongLong()); wanted != m_role && wanted.isValid())
        turnTo(wanted);
    if (const db::StageId stage(arguments.value(QStringLiteral("stage")).toLongLong()); stage.isValid())
        m_filter->showStage(stage);
}

void ApplicationsPage::turnTo(db::RoleId wanted)
{
    m_role = wanted;
    m_stale = false;
    m_applicants = -1;
    m_subtitle.clear();
    readRole();
    m_model->setRole(m_role);
    const auto stages = db::stages(m_session.connection(), m_role);
    m_filter->reset(stages ? *stages : QList<db::Stage>());
    roleShown();
    showState();
    readSummary();
    readFilterChoices();
}

void ApplicationsPage::activate()
{
    if (m_stale || (m_orderStale && !isVisible())) {
        m_stale = m_orderStale = false;
        readRole();
        qualitiesChanged();
        m_model->refresh();
        ratingsChanged();
        readSummary();
        readFilterChoices();
    }
    if (m_wantedApplication > 0) {
        if (const int row = m_model->rowOf(db::ApplicationId(m_wantedApplication)); row >= 0)
            goTo(row);
        m_wantedApplication = 0;
    }
}

void ApplicationsPage::hideEvent(QHideEvent *event)
{
    m_stale = m_stale || m_orderStale;
    m_orderStale = false;
    Page::hideEvent(event);
}

void ApplicationsPage::openReview(db::ApplicationId application)
{
    if (application.isValid())
        Q_EMIT placeRequested(Place{PageId::Review, {{roleArgument, m_role.number()}, {applicationArgument, application.number()}}});
}

void ApplicationsPage::openCompare(const QList<db::ApplicationId> &applications)
{
    if (const auto place = ComparePage::placeFor(m_role, applications))
        Q_EMIT placeRequested(*place);
    else
        m_shown->setText(tr("Two to five applicants can be compared; %1 selected").arg(QLocale().toString(applications.size())));
}

void ApplicationsPage::readRole()
{
    if (const auto read = db::role(m_session.connection(), m_role)) {
        m_title = read->title;
        m_blind = read->blind;
    }
    Q_EMIT headerChanged();
}

void ApplicationsPage::readSummary()
{
    m_session.reader().ask<db::RoleSummary>(
        this, [role = m_role](db::Connection &connection) { return db::roleSummary(connection, role); },
        [this, role = m_role](Result<db::RoleSummary> summary) {
            if (role != m_role || !summary)
                return;
            QStringList parts;
            if (!summary->role.organisation.isEmpty())
                parts << summary->role.organisation;
            if (summary->role.closedAt)
                parts << (summary->closesOn ? tr("closed %1").arg(QLocale().toString(*summary->closesOn, QLocale::ShortFormat)) : tr("closed"));
            else if (summary->closesOn)
                parts << tr("closes %1").arg(QLocale().toString(*summary->closesOn, QLocale::ShortFormat));
            parts << (summary->applicants == 1 ? tr("1 applicant") : tr("%1 applicants").arg(QLocale().toString(summary->applicants)));
            if (summary->applicants > 0)
                parts << tr("%1 through the gate").arg(QLocale().toString(summary->through));
            m_subtitle = parts.join(QStringLiteral(" · "));
            m_applicants = summary->applicants;
            showState();
            Q_EMIT headerChanged();
        });
}

void ApplicationsPage::readFilterChoices()
{
    using Choices = std::pair<QStringList, QStringList>;
    m_session.reader().ask<Choices>(
        this,
        [role = m_role](db::Connection &connection) -> Result<Choices> {
            const auto tags = db::applicationTags(connection, role);
            if (!tags)
                return tl::unexpected(tags.error());
            const auto sources = db::applicationSources(connection, role);
            if (!sources)
                return tl::unexpected(sources.error());
            return Choices{*tags, *sources};
        },
        [this, role = m_role](Result<Choices> choices) {
            if (role != m_role || !choices)
                return;
            m_filter->setTags(choices->first);
            m_filter->setSources(choices->second);
        });
}

void ApplicationsPage::showState()
{
    if (!m_stack)
        return;
    const int rows = m_model->rowCount();
    const bool filtering = m_filter->isFiltering();
    QWidget *shown = rows == 0 ? m_stack->currentWidget() : m_content; // what is shown stays until the answer is there
    if (m_model->error() && rows == 0) {
        m_failed->setTexts(tr("The applicants cannot be read"), m_model->error()->text());
        shown = m_failed;
    } else if (rows == 0 && !m_model->isLoading() && m_role.isValid()) {
        shown = filtering ? m_noMatch : m_empty;
    }
    m_stack->setCurrentWidget(shown);
    m_filter->setVisible(shown != m_empty);
    QString text;
    if (shown == m_empty)
        text = QString();
    else if (m_model->isLoading() && rows > 0)
        text = tr("Reading the order…");
    else if (filtering && m_applicants >= 0)
        text = tr("%1 of %2 applicants").arg(QLocale().toString(rows), QLocale().toString(m_applicants));
    else
        text = rows == 1 ? tr("1 applicant") : tr("%1 applicants").arg(QLocale().toString(rows));
    m_shown->setText(text);
}

void ApplicationsPage::onChanged(app::Areas areas, db::RoleId changedRole, db::ApplicationId application)
{
    using app::Area;
    if (!m_role.isValid() || (changedRole.isValid() && changedRole != m_role))
        return;
    if (!(areas & (Area::Roles | Area::Qualities | Area::Applications | Area::Ratings | Area::Dates | Area::Reviewers)))
        return;
    if (application.isValid() && !(areas & (Area::Roles | Area::Qualities))) {
        // One row, where it stands: its new place in the order is taken when the page is next come to.
        m_model->refreshApplication(application);
        ratingsChanged();
        m_orderStale = true;
        return;
    }
    m_stale = true;
    if (isVisible())
        activate();
}

} // namespace rolecall::ui
