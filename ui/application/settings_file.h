// SPDX-License-Identifier: GPL-3.0-or-later
// What the program remembers between two starts, in one small file that is read at once: sizes, columns, the looks,
// the workspaces that were open lately. Nothing of a workspace's content is in it.
#pragma once

#include "ui/shell/window_settings.h"
#include "ui/theme/theme.h"

#include <QStringList>
#include <QTimer>

namespace rolecall::ui {

class SettingsFile : public WindowSettings
{
public:
    /// A file that is missing or cannot be understood counts as empty.
    explicit SettingsFile(const QString &path);
    ~SettingsFile() override;

    /// In the person's configuration folder.
    static QString usualPath();

    QByteArray value(const QString &key) const override { return m_values.value(key); }
    /// Written a moment later, so that a column being dragged is one write.
    void setValue(const QString &key, const QByteArray &value) override;
    void flush();

private:
    QString m_path;
    QHash<QString, QByteArray> m_values;
    QTimer m_delay;
    bool m_changed = false;
};

ColourScheme rememberedScheme(const WindowSettings &settings);
TextScale rememberedTextScale(const WindowSettings &settings);
void rememberLooks(WindowSettings &settings, const Theme &theme);

/// Paths of workspaces, the latest first; files that are gone stay in it until they are chosen.
QStringList recentWorkspaces(const WindowSettings &settings);
void rememberWorkspace(WindowSettings &settings, const QString &path);
void forgetWorkspace(WindowSettings &settings, const QString &path);
/// What was open when the program was left: empty where the person had closed it.
QString lastWorkspace(const WindowSettings &settings);
void setLastWorkspace(WindowSettings &settings, const QString &path);

} // namespace rolecall::ui
