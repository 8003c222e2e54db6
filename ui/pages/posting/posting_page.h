// SPDX-License-Identifier: GPL-3.0-or-later
// The published text beside what was read from it, to be looked over and put right.
#pragma once

#include "app/roles/role_editing.h"
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
    std::optional<app::PostingSource> m_source;
    int m_dutyCount = 0;
    quint64 m_question = 0; ///< answers to earlier questions are too late
};

} // namespace rolecall::ui
