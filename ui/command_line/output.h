// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands print: text and JSON on standard output, messages on standard error, always UTF-8.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

namespace rolecall::ui {

/// One line on standard output.
void printLine(const QString &line);
/// One line on standard error.
void printMessage(const QString &line);

/// A JSON document written to standard output as it is made; keys keep the order in which they are given.
class JsonOutput
{
public:
    JsonOutput();
    ~JsonOutput(); ///< ends the document with a line break

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(const char *name);

    void value(const QString &text);
    void value(const std::optional<QString> &text);
    void value(qint64 number);
    void value(double number);
    void value(bool flag);
    void null();

    template<class T> void field(const char *name, const T &content)
    {
        key(name);
        value(content);
    }
    void field(const char *name, int content)
    {
        key(name);
        value(qint64(content));
    }
    void field(const char *name, const QStringList &texts);

private:
    Q_DISABLE_COPY_MOVE(JsonOutput)
    struct Writer;
    Writer *m_writer;
};

} // namespace rolecall::ui
