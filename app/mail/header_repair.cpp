// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail/header_repair.h"

#include <QCoreApplication>
#include <vector>

namespace rolecall::app {

namespace {

struct Field
{
    QByteArray name; ///< lower case, empty for a line that is no field
    QByteArray text; ///< with its folded lines and line ends
};

qsizetype lineEnd(const QByteArray &bytes, qsizetype start)
{
    const qsizetype end = bytes.indexOf('\n', start);
    return end < 0 ? bytes.size() : end + 1;
}

Field fieldFrom(const QByteArray &line)
{
    qsizetype name = 0;
    while (name < line.size() && line.at(name) > ' ' && line.at(name) != ':' && uchar(line.at(name)) < 0x7f)
        ++name;
    qsizetype colon = name;
    while (colon < line.size() && (line.at(colon) == ' ' || line.at(colon) == '\t'))
        ++colon;
    if (name == 0 || colon >= line.size() || line.at(colon) != ':')
        return {{}, line};
    return {line.left(name).toLower(), line.left(name) + line.mid(colon)};
}

} // namespace

QByteArray withRepairedHeader(const QByteArray &message, QStringList &warnings)
{
    constexpr size_t mostFields = 10'000;
    std::vector<Field> fields;
    qsizetype at = 0;
    while (at < message.size() && fields.size() < mostFields) {
        const qsizetype end = lineEnd(message, at);
        const QByteArray line = message.mid(at, end - at);
        if (line == "\n" || line == "\r\n")
            break;
        if ((line.at(0) == ' ' || line.at(0) == '\t') && !fields.empty())
            fields.back().text += line;
        else
            fields.push_back(fieldFrom(line));
        at = end;
    }
    for (const QByteArray &single : {QByteArray("content-type"), QByteArray("content-transfer-encoding")}) {
        qsizetype kept = -1;
        int count = 0;
        for (size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].name != single)
                continue;
            ++count;
            const bool better = fields[i].text.toLower().contains("boundary=") && kept >= 0 && !fields[size_t(kept)].text.toLower().contains("boundary=");
            if (kept < 0 || better)
                kept = qsizetype(i);
        }
        if (count < 2)
            continue;
        for (size_t i = 0; i < fields.size(); ++i) {
            if (fields[i].name == single && qsizetype(i) != kept)
                fields[i].text.clear();
        }
        warnings.append(QCoreApplication::translate("rolecall::app::Mail", "The header %1 is there more than once; the likeliest was used").arg(QString::fromLatin1(single)));
    }
    QByteArray repaired;
    repaired.reserve(message.size() + 2);
    for (const Field &field : fields)
        repaired += field.text;
    repaired += message.mid(at);
    const qsizetype last = repaired.lastIndexOf('\n') + 1;
    if (last > 0 && last < repaired.size() && repaired.mid(last, 2) == "--")
        repaired += "\r\n";
    return repaired;
}

} // namespace rolecall::app
