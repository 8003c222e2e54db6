// SPDX-License-Identifier: GPL-3.0-or-later
// Every change in plain words, newest first, with undo of the latest.
#pragma once

#include "app/history/history.h"
#include "db/change_facets.h"
#include "ui/pages/role_page.h"

class QCheckBox;
class QComboBox;
class QListView;
class QPushButton;
class QStackedWidget;
class QTextEdit;

namespace rolecall::ui {

class Chip;
class ElidedLabel;
class EmptyState;
class HistoryModel;
class SearchField;

/// Of one role, or of the whole workspace where no role was given or "All roles" is on.
class HistoryPage : public RolePage
{
    Q_OBJECT
public:
    explicit HistoryPage(Session &session, QWidget *parent = nullptr);

    QString title() const override;

    HistoryModel &model() { return *m_model; }
    QListView &view() { return *m_view; }
    /// "Rated Ada Example": what the buttons would do; empty where there is nothing to do.
    QString undoText() const;
    QString redoText() const;

protected:
    void refresh(app::Areas changed) override;
    void roleChanged() override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeSteering();
    QWidget *makeFilters();
    void applyFilter();
    void readFacets();
    void showFacets(const db::ChangeFacets &facets);
    void showSteering();
    void showList();
    void showDetails();
    void writeDetails(const app::HistoryEntry &entry, const QList<db::TouchedRows> &touched);
    db::RoleId shownRole() const;

    HistoryModel *m_model;
    QListView *m_view;
    QStackedWidget *m_whole;
    EmptyState *m_instead;
    QPushButton *m_undo, *m_redo;
    ElidedLabel *m_undoText, *m_redoText;
    QComboBox *m_kind, *m_person;
    SearchField *m_words;
    Chip *m_all;
    QTextEdit *m_details;
    quint64 m_question = 0;
};

} // namespace rolecall::ui
