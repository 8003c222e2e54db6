// SPDX-License-Identifier: GPL-3.0-or-later
// Without a workspace: drop a posting, open the example, or go on with a workspace.
#pragma once

#include "ui/pages/welcome/rescue_panel.h"
#include "ui/shell/page.h"

namespace rolecall::ui {

class WelcomePage : public Page
{
    Q_OBJECT
public:
    /// Paths of workspaces that were open lately, the latest first.
    explicit WelcomePage(const QStringList &recent, QWidget *parent = nullptr);

    QString title() const override { return tr("Welcome"); }
    QString subtitle() const override;
    /// Above everything else, hidden until there is something to rescue.
    RescuePanel &rescue() { return *m_rescue; }

Q_SIGNALS:
    void postingsChosen(const QStringList &paths);
    void workspaceChosen(const QString &path);
    void exampleWanted();
    void newWanted();
    void openWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeBeginning();
    QWidget *makeRecent(const QStringList &recent);

    RescuePanel *m_rescue;
    QWidget *m_dropZone = nullptr;
};

} // namespace rolecall::ui
