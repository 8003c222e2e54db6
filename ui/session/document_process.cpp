// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document_process.h"

#include "app/documents/document_reader.h"
#include "ui/command_line/output.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPdfDocument>
#include <QProcess>
#include <cstdio>
#include <sys/resource.h>

namespace rolecall::ui {

namespace {

constexpr int longestWait = 30'000;          // milliseconds
constexpr rlim_t processorSeconds = 25;
constexpr rlim_t mostMemory = 2048UL * 1024 * 1024; // addresses: the libraries alone take a quarter of it
constexpr int pagesDrawn = 40;               // the first ones; who reads on has seen that the file is sound
constexpr int drawnWidth = 900;              // points of a screen, as the window draws them
constexpr int slowestPage = 3000;            // milliseconds; the window would stand still that long

constexpr int mostServed = 500;              // documents; what the libraries forget to give back goes with the process

const char *const drawnLine = "drawn";

QString tr(const char *text)
{
    return QCoreApplication::translate("Documents", text);
}

void bound(int resource, rlim_t most)
{
    rlimit limit{most, most};
    setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

bool drawsPages(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready)
        return false;
    for (int page = 0; page < std::min(pagesDrawn, document.pageCount()); ++page) {
        QElapsedTimer timer;
        timer.start();
        const QSizeF size = document.pagePointSize(page);
        if (size.isEmpty())
            return false;
        static_cast<void>(document.render(page, (size * (drawnWidth / size.width())).toSize().boundedTo({drawnWidth, 4 * drawnWidth})));
        static_cast<void>(document.getAllText(page));
        if (timer.elapsed() > slowestPage)
            return false;
    }
    return true;
}

app::ReadApart failed(const QString &fileName, const QString &why)
{
    return {failure(tr("Reading the document"), fileName, why, tr("Ask for the file again")), false};
}

app::DocumentKind kindOf(const QString &name)
{
    using Kind = app::DocumentKind;
    for (const Kind kind : {Kind::Pdf, Kind::Docx, Kind::Odt, Kind::Rtf, Kind::PlainText, Kind::Markdown, Kind::Html, Kind::Image, Kind::Mail}) {
        if (app::documentKindName(kind) == name)
            return kind;
    }
    return Kind::PlainText;
}

} // namespace

app::ReadApart readingFrom(const QByteArray &output, const QString &fileName)
{
    // Within a text line ends are escaped, so this is the end of the whole.
    const QByteArray last("\n}\n");
    const qsizetype end = output.indexOf(last);
    const QJsonObject object = QJsonDocument::fromJson(output.left(end + last.size())).object();
    if (end < 0 || object.isEmpty())
        return failed(fileName, tr("it makes the program that reads it fail, as a harmful file would"));
    if (const QString problem = object.value(QStringLiteral("problem")).toString(); !problem.isEmpty())
        return {failure(tr("Reading the document"), fileName, problem, object.value(QStringLiteral("remedy")).toString()), false};
    app::DocumentDraft draft;
    draft.kind = kindOf(object.value(QStringLiteral("kind")).toString());
    if (const QJsonValue pages = object.value(QStringLiteral("pages")); pages.isDouble())
        draft.pages = pages.toInt();
    draft.text = object.value(QStringLiteral("text")).toString();
    const QJsonArray starts = object.value(QStringLiteral("page_starts")).toArray();
    for (const QJsonValue &start : starts)
        draft.pageTexts.push_back({std::clamp(qsizetype(start.toInteger()), qsizetype(0), draft.text.size()), 0});
    const QJsonArray warnings = object.value(QStringLiteral("warnings")).toArray();
    for (const QJsonValue &warning : warnings)
        draft.warnings << warning.toString();
    return {std::move(draft), output.mid(end + last.size()).trimmed() == drawnLine};
}

namespace {

void printReading(const Result<app::DocumentDraft> &draft)
{
    JsonOutput json;
    json.beginObject();
    if (!draft) {
        json.field("problem", draft.error().problem);
        json.field("remedy", draft.error().remedy);
    } else {
        json.field("kind", app::documentKindName(draft->kind));
        json.key("pages");
        if (draft->pages)
            json.value(qint64(*draft->pages));
        else
            json.null();
        json.key("page_starts");
        json.beginArray();
        for (const app::DocumentPage &page : draft->pageTexts)
            json.value(qint64(page.start));
        json.endArray();
        json.field("text", draft->text);
        json.field("warnings", draft->warnings);
    }
    json.endObject();
}

/// From now on this process may use that many more seconds of the processor.
void boundProcessor(rlim_t seconds)
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    rlimit limit{};
    getrlimit(RLIMIT_CPU, &limit);
    limit.rlim_cur = rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + seconds + 1;
    setrlimit(RLIMIT_CPU, &limit);
}

bool readWhole(void *to, size_t size)
{
    return std::fread(to, 1, size, stdin) == size;
}

} // namespace

app::ApartReader documentProcess(const QString &program)
{
    return [program](const QByteArray &bytes, const QString &fileName) -> app::ReadApart {
        QProcess process;
        process.setProgram(program);
        process.setArguments({QStringLiteral("document"), QStringLiteral("look"), fileName.isEmpty() ? QStringLiteral("document") : fileName});
        process.setStandardErrorFile(QProcess::nullDevice());
        QElapsedTimer timer;
        timer.start();
        process.start();
        if (!process.waitForStarted())
            return failed(fileName, tr("the program that reads it cannot be started: %1").arg(process.errorString()));
        process.write(bytes);
        process.closeWriteChannel();
        // Takes in what comes meanwhile, so that neither side waits for the other.
        process.waitForFinished(longestWait);
        const bool inTime = process.state() == QProcess::NotRunning;
        if (!inTime) {
            process.kill();
            process.waitForFinished(1000);
        }
        return readingFrom(process.readAllStandardOutput(), fileName);
    };
}

app::ApartReader ownDocumentProcess()
{
    const QString program = QCoreApplication::applicationFilePath();
    return QFileInfo(program).fileName() == u"rolecall" ? documentProcess(program) : app::ApartReader();
}

Outcome lookAtDocument(const QString &fileName)
{
    bound(RLIMIT_CORE, 0);
    bound(RLIMIT_CPU, processorSeconds);
#if !defined(__SANITIZE_ADDRESS__)
    bound(RLIMIT_AS, mostMemory);
#endif
    const app::DocumentLimits limits;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failure(tr("Reading the document"), fileName, input.errorString());
    const QByteArray bytes = input.read(limits.bytes + 1);
    const Result<app::DocumentDraft> draft = app::readDocument(bytes, fileName, limits);
    printReading(draft);
    if (draft && draft->kind == app::DocumentKind::Pdf && drawsPages(bytes))
        printLine(QString::fromLatin1(drawnLine));
    return {};
}

Outcome serveDocuments()
{
    bound(RLIMIT_CORE, 0);
#if !defined(__SANITIZE_ADDRESS__)
    bound(RLIMIT_AS, mostMemory);
#endif
    const app::DocumentLimits limits;
    for (int served = 0; served < mostServed; ++served) {
        quint64 sizes[2] = {};
        if (!readWhole(sizes, sizeof sizes) || sizes[0] > longestFileName || sizes[1] > quint64(limits.bytes) + 1)
            return {}; // whoever asks has no more
        QByteArray name = QByteArray(qsizetype{static_cast<qsizetype>(sizes[0])}, Qt::Uninitialized);
        QByteArray bytes = QByteArray(qsizetype{static_cast<qsizetype>(sizes[1])}, Qt::Uninitialized);
        if (!readWhole(name.data(), sizes[0]) || !readWhole(bytes.data(), sizes[1]))
            return {};
        boundProcessor(processorSeconds);
        QElapsedTimer timer;
        timer.start();
        printReading(app::readDocument(bytes, QString::fromUtf8(name), limits));
        printLine(QString::fromLatin1(servedLine));
        std::fflush(stdout);
        if (timer.elapsed() > limits.milliseconds)
            return {}; // a thread of it may be at the document still
    }
    return {};
}

} // namespace rolecall::ui
