// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/settings_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace rolecall::ui {

namespace {

constexpr int writeDelayMilliseconds = 500;
constexpr qint64 largestFile = 4 * 1024 * 1024;
constexpr int mostRecent = 8;
const QString schemeKey = QStringLiteral("looks/scheme");
const QString textScaleKey = QStringLiteral("looks/text");
const QString recentKey = QStringLiteral("workspaces/recent");
const QString lastKey = QStringLiteral("workspaces/last");

int numberOf(const WindowSettings &settings, const QString &key, int fallback, int greatest)
{
    bool isNumber = false;
    const int number = settings.value(key).toInt(&isNumber);
    return isNumber && number >= 0 && number <= greatest ? number : fallback;
}

void setRecent(WindowSettings &settings, const QStringList &paths)
{
    settings.setValue(recentKey, QJsonDocument(QJsonArray::fromStringList(paths)).toJson(QJsonDocument::Compact));
}

} // namespace

SettingsFile::SettingsFile(const QString &path)
    : m_path(path)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(writeDelayMilliseconds);
    QObject::connect(&m_delay, &QTimer::timeout, &m_delay, [this] { flush(); });
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        m_values.insert(it.key(), QByteArray::fromBase64(it.value().toString().toLatin1()));
}

SettingsFile::~SettingsFile()
{
    flush();
}

QString SettingsFile::usualPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/rolecall/settings.json");
}

void SettingsFile::setValue(const QString &key, const QByteArray &value)
{
    if (m_values.value(key) == value)
        return;
    m_values.insert(key, value);
    m_changed = true;
    m_delay.start();
}

// Sizes and columns are no work of a person: where they cannot be written the next start has the usual ones.
void SettingsFile::flush()
{
    if (!m_changed)
        return;
    m_changed = false;
    QJsonObject object;
    for (auto it = m_values.cbegin(); it != m_values.cend(); ++it)
        object.insert(it.key(), QString::fromLatin1(it.value().toBase64()));
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QJsonDocument(object).toJson());
        file.commit();
    }
}

ColourScheme rememberedScheme(const WindowSettings &settings)
{
    return static_cast<ColourScheme>(numberOf(settings, schemeKey, int(ColourScheme::System), int(ColourScheme::Dark)));
}

TextScale rememberedTextScale(const WindowSettings &settings)
{
    return static_cast<TextScale>(numberOf(settings, textScaleKey, int(TextScale::Normal), int(TextScale::Largest)));
}

void rememberLooks(WindowSettings &settings, const Theme &theme)
{
    settings.setValue(schemeKey, QByteArray::number(int(theme.scheme())));
    settings.setValue(textScaleKey, QByteArray::number(int(theme.textScale())));
}

QStringList recentWorkspaces(const WindowSettings &settings)
{
    QStringList paths;
    const QJsonArray array = QJsonDocument::fromJson(settings.value(recentKey)).array();
    for (const QJsonValue &value : array)
        paths << value.toString();
    return paths.mid(0, mostRecent);
}

void rememberWorkspace(WindowSettings &settings, const QString &path)
{
    QStringList paths = recentWorkspaces(settings);
    paths.removeAll(path);
    paths.prepend(path);
    setRecent(settings, paths.mid(0, mostRecent));
    setLastWorkspace(settings, path);
}

void forgetWorkspace(WindowSettings &settings, const QString &path)
{
    QStringList paths = recentWorkspaces(settings);
    paths.removeAll(path);
    setRecent(settings, paths);
}

QString lastWorkspace(const WindowSettings &settings)
{
    return QString::fromUtf8(settings.value(lastKey));
}

void setLastWorkspace(WindowSettings &settings, const QString &path)
{
    settings.setValue(lastKey, path.toUtf8());
}

} // namespace rolecall::ui
