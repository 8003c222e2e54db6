// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/given_files.h"
#include "ui/shell/page.h"
#include "ui/shell/page_frame.h"
#include "ui/shell/window_settings.h"
#include "ui/shell/workspace_menu.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString splitterKey = QStringLiteral("window/navigation");
constexpr int longestPast = 50;

} // namespace

MainWindow::MainWindow(WindowSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_frame(new PageFrame)
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(makeSide());
    m_splitter->addWidget(m_frame);
    m_splitter->setStretchFactor(1, 1);
    setCentralWidget(m_splitter);
    makeActions();
    showTitle();
    connect(m_frame, &PageFrame::tabChosen, this, [this](PageId page) { open(page); });
    connect(m_frame, &PageFrame::headerChanged, this, &MainWindow::showTitle);
    connect(new GivenFiles(*this), &GivenFiles::given, this, &MainWindow::filesGiven);
    const QByteArray geometry = m_settings.value(geometryKey);
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(1280, 800);
    const QByteArray splitter = m_settings.value(splitterKey);
    if (splitter.isEmpty() || !m_splitter->restoreState(splitter))
        m_splitter->setSizes({232, 1048});
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::makeSide()
{
    auto *side = new QWidget;
    side->setMinimumWidth(168);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *name = new TextLabel(tr("Rolecall"), TextSize::Heading);
    name->setContentsMargins(18, 12, 16, 12);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 8, 8, 0);
    head->addWidget(name, 1);
    m_files = new WorkspaceMenu;
    head->addWidget(m_files, 0, Qt::AlignVCenter);
    column->addLayout(head);
    m_navigation = new SideBar;
    column->addWidget(m_navigation, 1);
    connect(m_navigation, &SideBar::chosen, this, [this](const QVariant &target) { follow(target.value<Place>()); });
    m_reviewer = new ElidedLabel({}, TextSize::Small, Tone::Quiet);
    m_reviewer->setContentsMargins(18, 0, 16, 0);
    m_reviewer->setMinimumHeight(44);
    column->addWidget(m_reviewer);
    return side;
}

void MainWindow::makeActions()
{
    m_undo = addShortcut(tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z));
    connect(m_undo, &QAction::triggered, this, &MainWindow::undoRequested);
    m_redo = addShortcut(tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    connect(m_redo, &QAction::triggered, this, &MainWindow::redoRequested);
    connect(addShortcut(tr("Go to"), QKeySequence(Qt::CTRL | Qt::Key_K)), &QAction::triggered, this, &MainWindow::openPalette);
    connect(addShortcut(tr("Search"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)), &QAction::triggered, this, [this] { open(PageId::Search); });
    connect(addShortcut(tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma)), &QAction::triggered, this, [this] { open(PageId::Settings); });
    connect(addShortcut(tr("Back"), QKeySequence(Qt::ALT | Qt::Key_Left)), &QAction::triggered, this, &MainWindow::back);
}

QAction *MainWindow::addShortcut(const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    addAction(action);
    return action;
}

void MainWindow::registerPage(PageId id, PageFactory factory)
{
    m_factories.insert(id, std::move(factory));
    showTabs();
}

bool MainWindow::hasRolePages() const
{
    return std::any_of(m_factories.keyBegin(), m_factories.keyEnd(), isRolePage);
}

bool MainWindow::open(const Place &wanted)
{
    Place place = wanted;
    if (isRolePage(place.page)) {
        if (!place.arguments.contains(roleArgument))
            place.arguments.insert(roleArgument, m_role);
        m_role = place.arguments.value(roleArgument);
    }
    const bool first = !currentPage(); // the first page that is made is in front at once
    Page *page = pageFor(place.page);
    if (!page)
        return false;
    if (!first && !(place == m_place)) {
        m_past.append(m_place);
        if (m_past.size() > longestPast)
            m_past.removeFirst();
    }
    m_place = place;
    page->navigateTo(place.arguments);
    page->activate();
    m_frame->bringToFront(page, first);
    if (first && !focusWidget())
        m_navigation->setFocus(Qt::OtherFocusReason); // the page is still being read
    showTabs();
    m_navigation->setCurrentTarget(QVariant::fromValue(isRolePage(place.page) ? Place{PageId::Applicants, {{roleArgument, m_role}}} : Place{place.page, {}}));
    Q_EMIT opened(m_place);
    return true;
}

void MainWindow::back()
{
    if (m_past.isEmpty())
        return;
    const Place place = m_past.takeLast();
    const QList<Place> past = m_past;
    open(place);
    m_past = past; // going back is no step forward
}

Page *MainWindow::currentPage() const
{
    return m_frame->currentPage();
}

void MainWindow::refresh()
{
    if (Page *page = currentPage()) {
        page->activate();
        m_frame->showHeader();
    }
}

MessageBar &MainWindow::messages()
{
    return m_frame->messages();
}

void MainWindow::setNavigation(const QList<SideBarEntry> &entries)
{
    m_navigation->setEntries(entries);
}

void MainWindow::setReviewer(const QString &text)
{
    m_reviewer->setText(text);
}

void MainWindow::addPaletteProvider(PaletteProvider provider)
{
    if (m_palette)
        m_palette->addProvider(provider);
    m_providers.append(std::move(provider));
}

void MainWindow::refreshPalette()
{
    if (m_palette)
        m_palette->refresh();
}

void MainWindow::addFootWidget(QWidget *widget)
{
    m_frame->addFootWidget(widget);
}

void MainWindow::setFileActions(const QList<QAction *> &actions)
{
    m_files->setActions(actions, *this);
}

void MainWindow::setWorkspaceName(const QString &name)
{
    m_workspaceName = name;
    showTitle();
}

// The navigation names roles, not their pages: who looks at one role's matrix goes on to the next role's matrix.
void MainWindow::follow(const Place &target)
{
    Place place = target;
    if (isRolePage(place.page)) {
        if (rolePages().contains(m_place.page) && m_factories.contains(m_place.page))
            place.page = m_place.page;
        for (const PageId id : rolePages()) {
            if (!m_factories.contains(place.page))
                place.page = id;
        }
    }
    open(place);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(geometryKey, saveGeometry());
    m_settings.setValue(splitterKey, m_splitter->saveState());
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

Page *MainWindow::pageFor(PageId id)
{
    if (Page *page = m_pages.value(id))
        return page;
    const auto factory = m_factories.constFind(id);
    if (factory == m_factories.constEnd())
        return nullptr;
    Page *page = (*factory)();
    m_pages.insert(id, page);
    m_frame->addPage(page);
    connect(page, &Page::filesGiven, this, &MainWindow::filesGiven);
    connect(page, &Page::placeRequested, this, [this](const Place &place) { open(place); });
    return page;
}

void MainWindow::showTitle()
{
    QStringList parts;
    if (const Page *page = currentPage(); page && !page->title().isEmpty())
        parts << page->title();
    if (!m_workspaceName.isEmpty())
        parts << m_workspaceName;
    parts << tr("Rolecall");
    setWindowTitle(parts.join(QStringLiteral(" – ")));
}

void MainWindow::showTabs()
{
    QList<PageId> pages;
    for (const PageId id : rolePages()) {
        if (m_factories.contains(id))
            pages.append(id);
    }
    if (isRolePage(m_place.page) && m_factories.contains(m_place.page) && !pages.contains(m_place.page))
        pages.append(m_place.page); // no tab of its own, but one to stand on while it is looked at
    m_frame->showTabs(pages, m_place.page);
}

void MainWindow::openPalette()
{
    if (!m_palette) {
        m_palette = new CommandPalette(this);
        m_palette->addProvider([this](const QString &) { return ownEntries(); });
        for (const PaletteProvider &provider : std::as_const(m_providers))
            m_palette->addProvider(provider);
    }
    m_palette->open();
}

QList<PaletteEntry> MainWindow::ownEntries() const
{
    QList<PaletteEntry> entries;
    const auto go = [this](PageId id) { return [id, window = const_cast<MainWindow *>(this)] { window->open(id); }; };
    for (const PageId id : {PageId::Today, PageId::Search, PageId::People, PageId::Calendar, PageId::Reports, PageId::Import, PageId::Settings, PageId::Help}) {
        if (m_factories.contains(id))
            entries.append({pageName(id), tr("Page"), Icon::Forward, go(id)});
    }
    for (const PageId id : rolePages()) {
        if (m_role.isValid() && m_factories.contains(id))
            entries.append({pageName(id), tr("This role"), Icon::Forward, go(id)});
    }
    for (QAction *action : {m_undo, m_redo}) {
        if (action->isEnabled())
            entries.append({action->text(), action->shortcut().toString(QKeySequence::NativeText), Icon::Undo, [action] { action->trigger(); }});
    }
    entries.append(m_files->paletteEntries());
    return entries;
}

} // namespace rolecall::ui
