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

namespace rolecall::ui {

class ElidedLabel;
class MessageBar;
class Page;
class PageFrame;
class WindowSettings;
class WorkspaceMenu;

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
    bool hasPage(PageId id) const { return m_factories.contains(id); }
    bool hasRolePages() const;
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
    MessageBar &messages();
    WindowSettings &settings() { return m_settings; }
    void addPaletteProvider(PaletteProvider provider);
    /// A provider found more for what is typed.
    void refreshPalette();
    /// Above the messages: a progress strip, for example.
    void addFootWidget(QWidget *widget);
    /// What a person does with whole files, under the button beside the program's name. A null action stands for a line.
    void setFileActions(const QList<QAction *> &actions);
    /// Stands in the window's title; empty: none is open.
    void setWorkspaceName(const QString &name);

    QAction *undoAction() const { return m_undo; }
    QAction *redoAction() const { return m_redo; }

Q_SIGNALS:
    void undoRequested();
    void redoRequested();
    void opened(const rolecall::ui::Place &place);
    /// Files were dropped or pasted where no page takes them.
    void filesGiven(const QStringList &paths);
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeSide();
    void makeActions();
    QAction *addShortcut(const QString &text, const QKeySequence &keys);
    Page *pageFor(PageId id);
    void showTitle();
    void showTabs();
    void follow(const Place &target);
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
    WorkspaceMenu *m_files;
    QString m_workspaceName;
    ElidedLabel *m_reviewer;
    PageFrame *m_frame;
    CommandPalette *m_palette = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
};

} // namespace rolecall::ui
