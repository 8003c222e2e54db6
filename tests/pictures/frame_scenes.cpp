// SPDX-License-Identifier: GPL-3.0-or-later
// The window around a page, with invented roles.
#include "sample_data.h"
#include "scene.h"

#include "ui/delegates/row_delegates.h"
#include "ui/shell/main_window.h"
#include "ui/shell/page.h"
#include "ui/shell/window_settings.h"
#include "ui/widgets/chip_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/search_field.h"

#include <QAction>
#include <QListView>
#include <QVBoxLayout>

namespace rolecall::pictures {

using namespace rolecall::ui;

namespace {

class SamplePage : public Page
{
public:
    SamplePage(const QString &title, const QString &subtitle, const QStringList &actions, bool agenda)
        : m_title(title)
        , m_subtitle(subtitle)
    {
        for (const QString &text : actions)
            m_actions.append(new QAction(text, this));
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(8, 16, 8, 0);
        column->setSpacing(12);
        if (!agenda) {
            auto *tools = new QVBoxLayout;
            tools->setContentsMargins(16, 0, 16, 0);
            tools->setSpacing(12);
            tools->addWidget(new SearchField(QStringLiteral("Search these applicants")));
            auto *chips = new ChipBar;
            chips->addChip(QStringLiteral("through"), QStringLiteral("Through"), 12)->setChecked(true);
            chips->addChip(QStringLiteral("open"), QStringLiteral("Open"), 21);
            chips->addChip(QStringLiteral("near"), QStringLiteral("Near miss"), 3);
            chips->addChip(QStringLiteral("mine"), QStringLiteral("Unrated by me"), 7);
            tools->addWidget(chips);
            column->addLayout(tools);
        }
        auto *list = new QListView;
        list->setModel(agenda ? agendaModel(list) : applicantsModel(list, true));
        list->setItemDelegate(agenda ? static_cast<QAbstractItemDelegate *>(new AgendaRowDelegate(list)) : new ApplicantRowDelegate(list));
        column->addWidget(list);
    }
    QString title() const override { return m_title; }
    QString subtitle() const override { return m_subtitle; }
    QList<QAction *> actions() const override { return m_actions; }

private:
    QString m_title, m_subtitle;
    QList<QAction *> m_actions;
};

MainWindow *frame()
{
    static MemorySettings settings;
    auto *window = new MainWindow(settings);
    const auto rolePlace = [](qint64 role) { return QVariant::fromValue(Place{PageId::Applicants, {{roleArgument, role}}}); };
    const auto page = [](PageId id) { return QVariant::fromValue(Place{id, {}}); };
    using Kind = SideBarEntry::Kind;
    window->setNavigation({{Kind::Page, QStringLiteral("Today"), page(PageId::Today), 4, Icon::Today, true},
        {Kind::Heading, QStringLiteral("Roles"), {}, {}, Icon::None, false},
        {Kind::Page, QStringLiteral("Open Source Applications Engineer"), rolePlace(1), 38, Icon::Roles, false},
        {Kind::Page, QStringLiteral("Research Software Lead"), rolePlace(2), 12, Icon::Roles, false},
        {Kind::Page, QStringLiteral("Support"), rolePlace(3), 7, Icon::Roles, false},
        {Kind::Heading, QStringLiteral("Workspace"), {}, {}, Icon::None, false},
        {Kind::Page, QStringLiteral("Applicants"), page(PageId::People), {}, Icon::People, false},
        {Kind::Page, QStringLiteral("Calendar"), page(PageId::Calendar), {}, Icon::Calendar, false},
        {Kind::Page, QStringLiteral("Reports"), page(PageId::Reports), {}, Icon::Reports, false},
        {Kind::Page, QStringLiteral("Import"), page(PageId::Import), {}, Icon::Import, false},
        {Kind::Page, QStringLiteral("Settings"), page(PageId::Settings), {}, Icon::Settings, false}});
    window->setReviewer(QStringLiteral("you: A. Reviewer"));
    for (const PageId id : rolePages()) {
        window->registerPage(id, [] {
            return new SamplePage(QStringLiteral("Open Source Applications Engineer"), QStringLiteral("Example Collective · closes 14 March, in 3 days · 38 applicants · 12 through the gate"),
                                  {QStringLiteral("Import applicants"), QStringLiteral("Export")}, false);
        });
    }
    window->registerPage(PageId::Today, [] {
        return new SamplePage(QStringLiteral("Today"), QStringLiteral("1 overdue, 3 to come this week"), {QStringLiteral("Add a role")}, true);
    });
    return window;
}

QWidget *roleFrame()
{
    MainWindow *window = frame();
    window->open(PageId::Applicants, {{roleArgument, qint64(1)}});
    window->messages().success(QStringLiteral("Imported 38 applicants, 2 need a look."), {{QStringLiteral("Show"), {}}, {QStringLiteral("Undo"), {}}});
    return window;
}

QWidget *todayFrame()
{
    MainWindow *window = frame();
    window->open(PageId::Today);
    return window;
}

void openPalette(QWidget *window)
{
    for (QAction *action : window->actions()) {
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_K))
            action->trigger();
    }
}

} // namespace

void addFrameScenes(QList<Scene> &scenes)
{
    scenes.append({QStringLiteral("frame-role"), roleFrame, {}});
    scenes.append({QStringLiteral("frame-today"), todayFrame, {}});
    scenes.append({QStringLiteral("frame-largest-text"), roleFrame, {}, ui::TextScale::Largest});
    scenes.append({QStringLiteral("frame-palette"), roleFrame, openPalette});
}

} // namespace rolecall::pictures
