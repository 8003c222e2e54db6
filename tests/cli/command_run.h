// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a script sees it: arguments in; exit status, output and messages out.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QProcess>
#include <QStringList>
#include <QTest>

#include <rapidjson/document.h>

#include <optional>

namespace rolecall::tests {

struct Run
{
    int status = -1; ///< -1 where the program crashed or did not end
    QByteArray output;
    QByteArray messages;
};

inline Run run(const QStringList &arguments)
{
    QProcess program;
    program.start(QStringLiteral(ROLECALL_EXECUTABLE), arguments);
    Run result;
    if (program.waitForFinished(60'000) && program.exitStatus() == QProcess::NormalExit)
        result.status = program.exitCode();
    result.output = program.readAllStandardOutput();
    result.messages = program.readAllStandardError();
    return result;
}

/// The output as JSON whose objects keep the order of their keys, unlike QJsonDocument; null where it is none.
inline rapidjson::Document json(const Run &result)
{
    rapidjson::Document document;
    document.Parse(result.output.constData(), std::size_t(result.output.size()));
    if (document.HasParseError())
        document.SetNull();
    return document;
}

/// The first keys of an object, as many as are asked for.
inline QStringList firstKeys(const rapidjson::Value &object, qsizetype count)
{
    QStringList keys;
    if (!object.IsObject())
        return keys;
    for (const auto &member : object.GetObject()) {
        if (keys.size() < count)
            keys << QString::fromUtf8(member.name.GetString());
    }
    return keys;
}

inline QString text(const rapidjson::Value &value)
{
    return value.IsString() ? QString::fromUtf8(value.GetString(), qsizetype(value.GetStringLength())) : QString();
}

/// Records of CSV by the letter of RFC 4180; nothing where the bytes break it.
inline std::optional<QList<QStringList>> csvRecords(const QByteArray &bytes)
{
    QList<QStringList> records;
    QStringList record;
    QByteArray cell;
    qsizetype i = 0;
    while (i < bytes.size()) {
        cell.clear();
        if (bytes.at(i) == '"') {
            for (++i;; ++i) {
                if (i >= bytes.size())
                    return std::nullopt;
                if (bytes.at(i) != '"')
                    cell += bytes.at(i);
                else if (i + 1 < bytes.size() && bytes.at(i + 1) == '"')
                    cell += bytes.at(++i);
                else
                    break;
            }
            ++i;
        } else {
            for (; i < bytes.size() && bytes.at(i) != ',' && bytes.at(i) != '\r'; ++i) {
                if (bytes.at(i) == '"' || bytes.at(i) == '\n')
                    return std::nullopt;
                cell += bytes.at(i);
            }
        }
        record << QString::fromUtf8(cell);
        if (i < bytes.size() && bytes.at(i) == ',') {
            ++i;
            continue;
        }
        if (bytes.mid(i, 2) != "\r\n")
            return std::nullopt;
        i += 2;
        records << record;
        record.clear();
    }
    return record.isEmpty() ? std::optional(records) : std::nullopt;
}

} // namespace rolecall::tests
