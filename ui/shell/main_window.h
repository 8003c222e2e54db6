// SPDX-License-Identifier: GPL-3.0-or-later
// The window: navigation at the left, the page's head, the page, messages at the foot. It knows no page's content.
#pragma once

#include "ui/shell/command_palette.h"
#include "ui/shell/page_id.h"
#include "ui/widgets/side_bar.h"

#include <QHash>
#include <QMainWindow>

#include <functional>

class QSplitter;
class QStackedWidget;

namespace rolecall::ui {

class ElidedLabel;
class MessageBar;
class Page;
class PageHeader;
class TabStrip;
class WindowSettings;

/// Makes a page, without a parent, when it is first shown.
using PageFactory = std::function<Page *()>;

class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// `settings` outlives the window.
    explicit MainWindow(WindowSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A page that is not registered has no tab and no shortcut.
    void registerPage(PageId id, PageFactory factory);
    /// False where the page is not registered. A role's page without a role in its arguments is about the present role.
    bool open(const Place &place);
    bool open(PageId id, const QVariantMap &arguments = {}) { return open(Place{id, arguments}); }
    void back();
    const Place &place() const { return m_place; }
    Page *currentPage() const;
    /// Calls activate() of the page in front: after an undo, an import, a change from elsewhere.
    void refresh();

    /// Targets are Place values.
    void setNavigation(const QList<SideBarEntry> &entries);
    /// "you: A. Reviewer", at the foot of the navigation.
    void setReviewer(const QString &text);
    MessageBar &messages() { return *m_messages; }
    WindowSettings &settings() { return m_settings; }
    void addPaletteProvider(PaletteProvider provider);
    /// Above the messages: a progress strip, for example.
    void addFootWidget(QWidget *widget);

    QAction *undoAction() const { return m_undo; }
    QAction *redoAction() const { return m_redo; }

Q_SIGNALS:
    void undoRequested();
    void redoRequested();
    void opened(const rolecall::ui::Place &place);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeSide();
    QWidget *makeMain();
    void makeActions();
    QAction *addShortcut(const QString &text, const QKeySequence &keys);
    Page *pageFor(PageId id);
    void showHeader();
    void showTabs();
    void openPalette();
    QList<PaletteEntry> ownEntries() const;

    WindowSettings &m_settings;
    QHash<PageId, PageFactory> m_factories;
    QHash<PageId, Page *> m_pages;
    QList<PaletteProvider> m_providers;
    QList<Place> m_past;
    Place m_place;
    QVariant m_role;

    QSplitter *m_splitter;
    SideBar *m_navigation;
    ElidedLabel *m_reviewer;
    PageHeader *m_header;
    TabStrip *m_tabs;
    QStackedWidget *m_stack;
    MessageBar *m_messages;
    QWidget *m_foot;
    CommandPalette *m_palette = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
};

} // namespace rolecall::ui
