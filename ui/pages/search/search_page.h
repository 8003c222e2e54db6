// SPDX-License-Identifier: GPL-3.0-or-later
// Search: people, notes, evidence, documents and roles of the workspace, as one types.
#pragma once

#include "db/search_choices.h"
#include "ui/session/search_feed.h"
#include "ui/session/text_keeper.h"
#include "ui/shell/page.h"

class QComboBox;
class QListView;
class QStackedWidget;

namespace rolecall::ui {

class EmptyState;
class SearchField;
class SearchModel;
class TextLabel;

class SearchPage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page.
    SearchPage(Session &session, TextKeeper &texts, QWidget *parent = nullptr);

    QString title() const override { return tr("Search"); }
    QString subtitle() const override;
    void activate() override;
    /// `words` to look for.
    void navigateTo(const QVariantMap &arguments) override;

    SearchModel &model() { return *m_model; }
    QListView &view() { return *m_view; }
    SearchField &field() { return *m_field; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilters();
    QComboBox *addFilter(const QString &name, const QString &all);
    void readChoices();
    void showChoices(const db::SearchChoices &choices);
    db::SearchFilter filter() const;
    void clearFilters();
    void search();
    void showFindings(const app::Findings &findings, bool last);
    void say(const QString &status);
    void openFinding(const QModelIndex &index);
    void moveChoice(int step);

    Session &m_session;
    TextKeeper &m_texts;
    SearchFeed m_feed;
    SearchModel *m_model;
    QString m_subtitle;
    SearchField *m_field;
    QWidget *m_filters;
    QComboBox *m_kind, *m_role, *m_stage, *m_tag, *m_source;
    QStackedWidget *m_stack;
    QListView *m_view;
    EmptyState *m_instead;
    QAction *m_clear, *m_retry;
    bool m_stale = true;
};

} // namespace rolecall::ui
