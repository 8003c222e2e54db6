// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/shell/page.h"
#include "ui/shell/window_settings.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/tab_strip.h"
#include "ui/widgets/text_label.h"

#include <QAction>
#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace rolecall::ui {

namespace {

const QString geometryKey = QStringLiteral("window/geometry");
const QString splitterKey = QStringLiteral("window/navigation");
constexpr int longestPast = 50;

/// The page's focus proxy where it names one, else the first control that Tab would reach.
void focusIn(Page *page)
{
    QWidget *target = page->focusProxy();
    for (QWidget *next = page->nextInFocusChain(); !target && next != page && page->isAncestorOf(next); next = next->nextInFocusChain()) {
        if (next->focusPolicy() & Qt::TabFocus && next->isEnabled() && next->isVisibleTo(page))
            target = next;
    }
    if (target)
        target->setFocus(Qt::OtherFocusReason);
}

QVBoxLayout *columnIn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace

MainWindow::MainWindow(WindowSettings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(makeSide());
    m_splitter->addWidget(makeMain());
    m_splitter->setStretchFactor(1, 1);
    setCentralWidget(m_splitter);
    makeActions();
    setAcceptDrops(true);
    showTitle();
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
    auto *column = columnIn(side);
    auto *name = new TextLabel(tr("Rolecall"), TextSize::Heading);
    name->setContentsMargins(18, 20, 16, 12);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->addWidget(name, 1);
    m_files = new QToolButton;
    m_files->setIcon(lineIcon(Icon::More));
    m_files->setToolTip(tr("Workspaces: new, open, copy, close"));
    m_files->setAccessibleName(tr("Workspaces"));
    connect(m_files, &QToolButton::clicked, this, &MainWindow::popUpFiles);
    m_files->setAutoRaise(true);
    m_files->hide();
    head->addWidget(m_files, 0, Qt::AlignBottom);
    head->setAlignment(m_files, Qt::AlignVCenter);
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

QWidget *MainWindow::makeMain()
{
    auto *main = new QWidget;
    main->setBackgroundRole(QPalette::Base);
    main->setAutoFillBackground(true);
    auto *column = columnIn(main);
    m_header = new PageHeader;
    column->addWidget(m_header);
    m_tabs = new TabStrip;
    m_tabs->setAccessibleName(tr("Pages of this role"));
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(12, 0, 12, 0); // the first word stands under the title
    tabs->addWidget(m_tabs);
    column->addLayout(tabs);
    column->addWidget(new Rule);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            open(static_cast<PageId>(m_tabs->tabData(index).toInt()));
    });
    m_stack = new QStackedWidget;
    column->addWidget(m_stack, 1);
    m_foot = new QWidget;
    columnIn(m_foot);
    column->addWidget(m_foot);
    m_messages = new MessageBar;
    column->addWidget(m_messages);
    return main;
}

void MainWindow::makeActions()
{
    m_undo = addShortcut(tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z));
    connect(m_undo, &QAction::triggered, this, &MainWindow::undoRequested);
    m_redo = addShortcut(tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    connect(m_redo, &QAction::triggered, this, &MainWindow::redoRequested);
    connect(addShortcut(tr("Go to"), QKeySequence(Qt::CTRL | Qt::Key_K)), &QAction::triggered, this, &MainWindow::openPalette);
    connect(addShortcut(tr("Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma)), &QAction::triggered, this, [this] { open(PageId::Settings); });
    connect(addShortcut(tr("Help"), QKeySequence(Qt::Key_F1)), &QAction::triggered, this, [this] { open(PageId::Help); });
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
    const bool first = !m_stack->currentWidget(); // a stack shows the first page it is given
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
    // Who works in the page stays in the page; who walks through the navigation stays there.
    const bool takesFocus = first || m_stack->isAncestorOf(focusWidget());
    m_stack->setCurrentWidget(page);
    if (takesFocus && !page->isAncestorOf(focusWidget()))
        focusIn(page);
    if (first && !focusWidget())
        m_navigation->setFocus(Qt::OtherFocusReason); // the page is still being read
    showHeader();
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
    return static_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::refresh()
{
    if (Page *page = currentPage()) {
        page->activate();
        showHeader();
    }
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
    m_foot->layout()->addWidget(widget);
}

void MainWindow::setFileActions(const QList<QAction *> &actions)
{
    m_fileActions = actions;
    for (QAction *action : actions) {
        if (action)
            addAction(action); // its shortcut works in the whole window
    }
    m_files->setVisible(!actions.isEmpty());
}

// The menu is made when it is wanted: at the start nobody waits for it.
void MainWindow::popUpFiles()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : std::as_const(m_fileActions)) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(m_files->mapToGlobal(QPoint(0, m_files->height())));
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

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    if (!data)
        return paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

// Only what no page and no field took comes here; a shortcut would compete with theirs.
void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const QStringList paths = event->matches(QKeySequence::Paste) ? localFiles(QGuiApplication::clipboard()->mimeData()) : QStringList();
    if (paths.isEmpty())
        QMainWindow::keyPressEvent(event);
    else
        Q_EMIT filesGiven(paths);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    Q_EMIT filesGiven(localFiles(event->mimeData()));
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
    m_stack->addWidget(page);
    connect(page, &Page::headerChanged, this, [this, page] {
        if (page == currentPage())
            showHeader();
    });
    connect(page, &Page::placeRequested, this, [this](const Place &place) { open(place); });
    return page;
}

void MainWindow::showHeader()
{
    const Page *page = currentPage();
    m_header->setTitle(page->title());
    m_header->setSubtitle(page->subtitle());
    m_header->setActions(page->actions());
    showTitle();
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
    const QSignalBlocker quiet(m_tabs); // showing where we are is not going there
    QList<PageId> wanted;
    for (const PageId id : rolePages()) {
        if (m_factories.contains(id))
            wanted.append(id);
    }
    if (isRolePage(m_place.page) && m_factories.contains(m_place.page) && !wanted.contains(m_place.page))
        wanted.append(m_place.page); // no tab of its own, but one to stand on while it is looked at
    if (m_tabs->count() != wanted.size()) {
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        for (const PageId id : std::as_const(wanted))
            m_tabs->setTabData(m_tabs->addTab(pageName(id)), static_cast<int>(id));
    }
    m_tabs->setCurrentIndex(static_cast<int>(wanted.indexOf(m_place.page)));
    m_tabs->setVisible(isRolePage(m_place.page) && currentPage());
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
    for (const PageId id : {PageId::Today, PageId::People, PageId::Calendar, PageId::Reports, PageId::Import, PageId::Settings, PageId::Help}) {
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
    for (QAction *action : m_fileActions) {
        if (action && action->isEnabled())
            entries.append({action->text(), action->shortcut().toString(QKeySequence::NativeText), Icon::Document, [action] { action->trigger(); }});
    }
    return entries;
}

} // namespace rolecall::ui
