// SPDX-License-Identifier: GPL-3.0-or-later
// Who is on the list, by which rule, why, and the way out as a file.
#pragma once

#include "app/shortlist/live_ranking.h"
#include "app/shortlist/shortlist.h"
#include "ui/models/shortlist_model.h"
#include "ui/pages/role_page.h"

class QListView;
class QStackedWidget;

namespace rolecall::ui {

class EmptyState;
class ExplanationPanel;
class ExportPanel;
class FirmnessPanel;
class FrozenPanel;
class ReasonBar;
class RulePanel;
class ShortlistList;
class TabStrip;

class ShortlistPage : public RolePage
{
    Q_OBJECT
public:
    explicit ShortlistPage(Session &session, QWidget *parent = nullptr);

    QList<QAction *> actions() const override;
    QString subtitle() const override;

    ShortlistModel &model() { return *m_model; }
    ShortlistList &list() { return *m_list; }
    QListView &view();
    RulePanel &rule() { return *m_rule; }
    ExportPanel &exporting() { return *m_export; }
    FirmnessPanel &firmness() { return *m_firmness; }
    FrozenPanel &frozen() { return *m_frozen; }
    ReasonBar &reason();
    void showExport();

protected:
    void refresh(app::Areas changed) override;
    void roleChanged() override;

private:
    QWidget *makeSide();
    void read();
    void showList(const app::ShortlistView &view);
    void readLabels();
    void rankLive();
    void rankBeside();
    void readToConfirm();
    void store(const db::Quality &quality);
    void storeSize(std::optional<int> size);
    void place(db::ApplicationId application, app::Placement placement, const QString &reason);
    void explain();
    void readMore();
    app::ShortlistSize size(std::optional<int> top) const;

    QAction *m_exportAction;
    QAction *m_toImport;
    QStackedWidget *m_whole; ///< the list, or what is said instead of it
    EmptyState *m_instead;
    ShortlistList *m_list;
    ShortlistModel *m_model; ///< the list's
    TabStrip *m_tabs;
    QStackedWidget *m_side;
    RulePanel *m_rule;
    ExplanationPanel *m_why;
    FirmnessPanel *m_firmness;
    FrozenPanel *m_frozen;
    ExportPanel *m_export;
    app::ShortlistView m_stored;
    bool m_isRead = false;
    std::shared_ptr<const app::LiveRanking> m_live;
    bool m_liveAsked = false;
    bool m_ranking = false;      ///< a ranking is under way on the reader
    bool m_rankAgain = false;
    int m_entryLimit = 0;
    int m_toConfirm = 0; ///< submitted levels on an earlier wording
    quint64 m_question = 0;
    quint64 m_explained = 0;
};

} // namespace rolecall::ui
