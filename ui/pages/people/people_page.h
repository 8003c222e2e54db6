// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody in the workspace, whatever they applied for: a list with one person beside it, who may be here twice, and
// handing data out or erasing it.
#pragma once

#include "app/people/erasure.h"
#include "ui/session/session.h"
#include "ui/shell/page.h"

class QComboBox;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace rolecall::ui {

class AddPersonBar;
class Chip;
class DuplicatesPanel;
class EmptyState;
class PeopleModel;
class PersonPanel;
class SearchField;
class TabStrip;
class TextLabel;
class WindowSettings;

class PeoplePage : public Page
{
    Q_OBJECT
public:
    /// Both outlive the page.
    PeoplePage(Session &session, WindowSettings &settings, QWidget *parent = nullptr);

    QString title() const override { return tr("Applicants"); }
    QString subtitle() const override { return m_subtitle; }
    QList<QAction *> actions() const override { return {m_add}; }
    void activate() override;
    void navigateTo(const QVariantMap &arguments) override;

    /// Key of a person in a place's arguments (qint64): the row to stand on.
    inline static const QString personArgument = QStringLiteral("person");
    /// Key of a place's arguments (bool): those whose data are due for erasure.
    inline static const QString dueArgument = QStringLiteral("due");
    /// Key of a place's arguments (bool): who may be here twice.
    inline static const QString duplicatesArgument = QStringLiteral("duplicates");

    QTableView &table() const { return *m_table; }
    PersonPanel &panel() const { return *m_panel; }
    DuplicatesPanel &duplicates() const { return *m_duplicates; }
    SearchField &search() const { return *m_search; }
    /// Asks what goes, then asks the person.
    void askToErase(const QList<db::CandidateId> &people);
    void exportTo(db::CandidateId person, const QString &path);

Q_SIGNALS:
    /// What would go is known; for whoever shows it. The dialog is modal to the window.
    void erasureAsked();

private:
    QWidget *makeList();
    void makeTable();
    void readCounts();
    void readFilter();
    void showState();
    void showSelection();
    void showSelected();
    QList<db::CandidateId> selected() const;
    void askToExport(db::CandidateId person);
    void decideErasure(const app::ErasurePlan &plan);
    void onChanged(app::Areas areas);

    Session &m_session;
    WindowSettings &m_settings;
    PeopleModel *m_model;
    QString m_subtitle;
    QAction *m_add;
    TabStrip *m_tabs;
    QStackedLayout *m_parts = nullptr;
    QStackedLayout *m_stack = nullptr;
    QTableView *m_table;
    PersonPanel *m_panel;
    DuplicatesPanel *m_duplicates;
    AddPersonBar *m_addBar;
    SearchField *m_search;
    QComboBox *m_role;
    Chip *m_due;
    TextLabel *m_shown;
    TextLabel *m_chosen;
    QWidget *m_bulk;
    QPushButton *m_compare, *m_eraseSelected;
    QWidget *m_list = nullptr;
    EmptyState *m_empty, *m_noMatch, *m_failed;
    QList<db::CandidateId> m_duePeople;
    int m_people = -1; ///< unknown yet
    int m_hidden = 0;
    bool m_stale = true;
    qint64 m_wanted = 0;
};

} // namespace rolecall::ui
