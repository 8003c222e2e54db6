// SPDX-License-Identifier: GPL-3.0-or-later
// The published text beside what was read from it, to be looked over and put right.
#pragma once

#include "app/roles/role_editing.h"
#include "app/roles/role_revising.h"
#include "ui/pages/role_page.h"

class QMimeData;
class QSplitter;
class QStackedWidget;
class QTextEdit;

namespace rolecall::ui {

class DeadlinePanel;
class ElidedLabel;
class PostingText;
class QualityPanel;
class RevisionList;
class RevisionPanel;
class RoleFactsPanel;
class TabStrip;
class TextLabel;
class PostingOffer;

class PostingPage : public RolePage
{
    Q_OBJECT
public:
    explicit PostingPage(Session &session, QWidget *parent = nullptr);

    QList<QAction *> actions() const override;

    PostingText &text() { return *m_text; }
    QualityPanel &qualities() { return *m_qualities; }
    DeadlinePanel &deadlines() { return *m_deadlines; }
    RoleFactsPanel &facts() { return *m_facts; }
    RevisionList &revisions() { return *m_revisions; }
    RevisionPanel &revising() { return *m_revising; }
    bool isRevising() const;
    /// Offers what can be done with a posting that was dropped, pasted or chosen.
    void offer(const QByteArray &bytes, const QString &fileName);

protected:
    void refresh(app::Areas changed) override;
    void roleChanged() override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeSource();
    QWidget *makeReading();
    void connectMarks();
    void beginRevising(const app::Revision &revision);
    void endRevising();
    void readSource();
    void showSource(const Result<std::optional<app::PostingSource>> &source, quint64 question);
    void showTabs();
    bool isForThisPage(const QMimeData &given) const;
    void take(const QMimeData &given);
    void paste();
    void choose();

    QAction *m_import;
    QAction *m_open;
    PostingOffer *m_offer;
    QStackedWidget *m_whole; ///< the posting, or the differences of a newer one
    RevisionPanel *m_revising;
    QSplitter *m_splitter;
    ElidedLabel *m_caption;
    PostingText *m_text;
    TextLabel *m_sourceState; ///< while the text is read, and where there is none
    TextLabel *m_warnings;
    TabStrip *m_tabs;
    QStackedWidget *m_stack;
    QualityPanel *m_qualities;
    DeadlinePanel *m_deadlines;
    QTextEdit *m_duties;
    RoleFactsPanel *m_facts;
    RevisionList *m_revisions;
    std::optional<app::PostingSource> m_source;
    int m_dutyCount = 0;
    quint64 m_question = 0; ///< answers to earlier questions are too late
};

} // namespace rolecall::ui
