// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_line/output.h"

#include <cstdio>
#include <rapidjson/filewritestream.h>
#include <rapidjson/prettywriter.h>

namespace rolecall::ui {

namespace {

void printUtf8(std::FILE *stream, const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

} // namespace

void printLine(const QString &line)
{
    printUtf8(stdout, line);
}

void printMessage(const QString &line)
{
    printUtf8(stderr, line);
}

struct JsonOutput::Writer
{
    char buffer[65536];
    rapidjson::FileWriteStream stream{stdout, buffer, sizeof buffer};
    rapidjson::PrettyWriter<rapidjson::FileWriteStream> json{stream};
};

JsonOutput::JsonOutput()
    : m_writer(new Writer)
{
    m_writer->json.SetIndent(' ', 1);
}

JsonOutput::~JsonOutput()
{
    m_writer->stream.Put('\n');
    m_writer->stream.Flush();
    delete m_writer;
}

void JsonOutput::beginObject()
{
    m_writer->json.StartObject();
}

void JsonOutput::endObject()
{
    m_writer->json.EndObject();
}

void JsonOutput::beginArray()
{
    m_writer->json.StartArray();
}

void JsonOutput::endArray()
{
    m_writer->json.EndArray();
}

void JsonOutput::key(const char *name)
{
    m_writer->json.Key(name);
}

void JsonOutput::value(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    m_writer->json.String(bytes.constData(), rapidjson::SizeType(bytes.size()));
}

void JsonOutput::value(const std::optional<QString> &text)
{
    if (text)
        value(*text);
    else
        null();
}

void JsonOutput::value(qint64 number)
{
    m_writer->json.Int64(number);
}

void JsonOutput::value(double number)
{
    m_writer->json.Double(number);
}

void JsonOutput::value(bool flag)
{
    m_writer->json.Bool(flag);
}

void JsonOutput::null()
{
    m_writer->json.Null();
}

void JsonOutput::field(const char *name, const QStringList &texts)
{
    key(name);
    beginArray();
    for (const QString &text : texts)
        value(text);
    endArray();
}

} // namespace rolecall::ui
