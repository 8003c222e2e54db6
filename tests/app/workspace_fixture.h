// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace in a temporary folder with one small role, for tests of what is done to it.
#pragma once

#include "app/roles/role_editing.h"
#include "app/workspaces.h"
#include "db/sql.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace rolecall::test {

/// Fails the running test with the Error's own words.
#define VERIFY_DONE(expression) \
    do { \
        const auto &outcome_ = (expression); \
        QVERIFY2(outcome_.has_value(), qPrintable(outcome_ ? QString() : outcome_.error().text())); \
    } while (false)

class WorkspaceFixture
{
public:
    /// Two necessary qualities ("Reads star charts", "Writes reports") and two useful ones.
    void open()
    {
        auto made = app::createWorkspace(m_folder.filePath(QStringLiteral("test%1.rolecall").arg(++m_count)));
        VERIFY_DONE(made);
        m_workspace = std::move(*made);
        VERIFY_DONE(app::becomeReviewer(connection(), QStringLiteral("Ada Panel")));
        const QByteArray posting = "# Star Keeper\n\nKeeps the stars of Example Observatory.\n\n## Necessary qualities\n\n- Reads star charts\n- Writes reports\n\n"
                                   "## Useful qualities\n\n- Speaks to visitors\n- Mends clocks\n";
        auto added = app::addRolesFromPosting(connection(), posting, QStringLiteral("keeper.md"));
        VERIFY_DONE(added);
        QCOMPARE(added->roles.size(), 1);
        role = added->roles.first();
        qualities = *db::qualities(connection(), role);
        QCOMPARE(qualities.size(), 4);
    }
    void close() { m_workspace.reset(); }

    db::Connection &connection() { return m_workspace->connection(); }
    QString value(const QString &sql)
    {
        const auto found = db::single(connection(), sql);
        return found ? found->toString() : found.error().text();
    }
    QString file(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(name);
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            return {};
        return path;
    }
    QString path(const QString &name) { return m_folder.filePath(name); }

    db::RoleId role;
    QList<db::Quality> qualities;

private:
    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<db::Workspace> m_workspace;
};

} // namespace rolecall::test
