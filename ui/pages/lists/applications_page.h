// SPDX-License-Identifier: GPL-3.0-or-later
// What the list and the matrix of a role share: its head, the filter, the states empty, without a match and failed, and
// reading again what changed.
#pragma once

#include "db/roles.h"
#include "ui/pages/lists/filter_bar.h"
#include "ui/session/session.h"
#include "ui/shell/page.h"

class QStackedLayout;
class QHBoxLayout;

namespace rolecall::ui {

class ApplicationPagesModel;
class EmptyState;
class TextLabel;
class WindowSettings;

class ApplicationsPage : public Page
{
    Q_OBJECT
public:
    QString title() const override { return m_title; }
    QString subtitle() const override { return m_subtitle; }
    QList<QAction *> actions() const override { return {m_import}; }
    void activate() override;
    /// `role`; and `stage` (qint64) for those in it who are still to be decided on.
    void navigateTo(const QVariantMap &arguments) override;

    /// Key of an application in a place's arguments (qint64): the row to stand on.
    inline static const QString applicationArgument = QStringLiteral("application");

protected:
    ApplicationsPage(Session &session, WindowSettings &settings, QWidget *parent);

    /// Once, by the constructor of the page: what shows the applications, and their model.
    void setUp(ApplicationPagesModel *model, QWidget *content);
    Session &session() const { return m_session; }
    WindowSettings &settings() const { return m_settings; }
    db::RoleId role() const { return m_role; }
    /// Beside the line that says how many are shown, at its end.
    QHBoxLayout *toolsRow() const { return m_tools; }
    FilterBar *filterBar() const { return m_filter; }
    bool isBlind() const { return m_blind; }

    virtual void roleShown() {}
    /// Puts the view on a row and gives it the focus.
    virtual void goTo(int row) = 0;
    /// The qualities themselves changed, so the columns may have.
    virtual void qualitiesChanged() {}
    /// Ratings or applications changed, one or many.
    virtual void ratingsChanged() {}
    void openReview(db::ApplicationId application);
    /// Says how many it takes where these are too few or too many.
    void openCompare(const QList<db::ApplicationId> &applications);
    void hideEvent(QHideEvent *event) override;

private:
    void turnTo(db::RoleId wanted);
    void readRole();
    void readSummary();
    void readFilterChoices();
    void showState();
    void onChanged(app::Areas areas, db::RoleId role, db::ApplicationId application);

    Session &m_session;
    WindowSettings &m_settings;
    ApplicationPagesModel *m_model = nullptr;
    db::RoleId m_role;
    bool m_blind = false;
    QString m_title, m_subtitle;
    int m_applicants = -1; ///< unknown yet
    bool m_stale = false;
    bool m_orderStale = false; ///< a row changed where it stood
    qint64 m_wantedApplication = 0;
    QAction *m_import;
    QStackedLayout *m_stack = nullptr;
    QHBoxLayout *m_tools = nullptr;
    QWidget *m_content = nullptr;
    FilterBar *m_filter;
    TextLabel *m_shown;
    EmptyState *m_empty;
    EmptyState *m_noMatch;
    EmptyState *m_failed;
};

} // namespace rolecall::ui
