// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of one role share: which role it is, the head's words, and reading anew what changed elsewhere.
#pragma once

#include "app/done.h"
#include "db/roles.h"
#include "ui/shell/page.h"

#include <optional>

namespace rolecall::ui {

class Session;

class RolePage : public Page
{
    Q_OBJECT
public:
    /// `shows`: the areas whose changes this page has to read again.
    RolePage(Session &session, app::Areas shows, QWidget *parent = nullptr);
    ~RolePage() override;

    QString title() const override;
    QString subtitle() const override;
    void activate() override;
    void navigateTo(const QVariantMap &arguments) override;

    db::RoleId role() const { return m_role; }
    void setRole(db::RoleId role);

protected:
    Session &session() const { return m_session; }
    /// None while there is no such role.
    const std::optional<db::RoleSummary> &summary() const { return m_summary; }
    /// Shows the role as it is now. Called when the page comes to the front and when something it shows changed;
    /// while it is hidden that waits.
    virtual void refresh(app::Areas changed) = 0;
    /// The page's list can be seen now. Once after the page came to the front it gets the focus, where that is in the page or nowhere.
    void focusList(QWidget &list);
    /// Another role is to be shown: what was half typed for the one before must go.
    virtual void roleChanged() {}
    /// What is shown is about something else from now on: the next activate() reads it.
    void readAnew();

    void showEvent(QShowEvent *event) override;

private:
    void readSummary();

    Session &m_session;
    app::Areas m_shows;
    app::Areas m_stale;
    db::RoleId m_role;
    std::optional<db::RoleSummary> m_summary;
    bool m_opening = false;
};

/// All areas there are, for a first reading.
app::Areas everyArea();

} // namespace rolecall::ui
