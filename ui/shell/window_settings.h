// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window and its pages remember sizes and columns. An interface, so that a test or picture remembers nothing.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace rolecall::ui {

class WindowSettings
{
public:
    virtual ~WindowSettings() = default;
    virtual QByteArray value(const QString &key) const = 0;
    virtual void setValue(const QString &key, const QByteArray &value) = 0;
};

/// Forgets everything with the program.
class MemorySettings : public WindowSettings
{
public:
    QByteArray value(const QString &key) const override { return m_values.value(key); }
    void setValue(const QString &key, const QByteArray &value) override { m_values.insert(key, value); }

private:
    QHash<QString, QByteArray> m_values;
};

} // namespace rolecall::ui
