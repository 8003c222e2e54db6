// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a PDF through Poppler, in the reading order of its columns. Poppler rather than Qt PDF: it keeps words
// apart and columns together where Qt PDF does not, and it can be stopped in the middle of a page.
#include "app/documents/document_parts.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <chrono>
#include <future>
#include <memory>
#include <poppler-qt6.h>
#include <thread>

namespace rolecall::app {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("rolecall::app::Documents", text);
}

/// Bytes of memory this process has in use (proc(5), statm); 0 where the system does not say.
qint64 memoryInUse()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    constexpr qint64 pageSize = 4096;
    const QList<QByteArray> fields = file.read(200).split(' ');
    return fields.size() > 1 ? fields.at(1).toLongLong() * pageSize : 0;
}

/// What one document may still cost; asked by Poppler while it works through a page.
class Budget
{
public:
    explicit Budget(const DocumentLimits &limits)
        : m_milliseconds(limits.milliseconds)
        , m_mostMemory(memoryInUse() + limits.memoryBytes)
    {
        m_timer.start();
    }
    bool usedUp()
    {
        constexpr int checkMemoryEvery = 64; // reading it costs a system call
        if (!m_usedUp && ++m_asked % checkMemoryEvery == 0)
            m_usedUp = memoryInUse() > m_mostMemory;
        m_usedUp = m_usedUp || m_timer.elapsed() > m_milliseconds;
        return m_usedUp;
    }

    /// Asked after every dozen drawing operations or so. Poppler sorts the words of a page in a time that grows with their
    /// square and cannot be stopped at that, so it is not given more than a very full page has.
    bool stopsPage()
    {
        constexpr int mostQuestions = 25'000;
        constexpr qint64 mostMilliseconds = 3000;
        const bool stops = ++m_askedOnPage > mostQuestions || m_pageTimer.elapsed() > mostMilliseconds || usedUp();
        m_tooMuch = m_tooMuch || stops;
        return stops;
    }
    void beginPage()
    {
        m_askedOnPage = 0;
        m_pageTimer.start();
    }
    /// Whether any page had to be cut short.
    bool tooMuch() const { return m_tooMuch || m_usedUp; }

private:
    QElapsedTimer m_timer;
    QElapsedTimer m_pageTimer;
    qint64 m_milliseconds;
    qint64 m_mostMemory;
    int m_asked = 0;
    int m_askedOnPage = 0;
    bool m_tooMuch = false;
    bool m_usedUp = false;
};

/// Lines as Poppler found them; a gap between two lines, or a jump back up, makes a paragraph.
QString pageText(const Poppler::Page &page, Budget &budget, qint64 mostCharacters)
{
    const auto stop = [](const QVariant &closure) { return static_cast<Budget *>(closure.value<void *>())->stopsPage(); };
    budget.beginPage();
    const std::vector<std::unique_ptr<Poppler::TextBox>> words =
        page.textList(Poppler::Page::Rotate0, stop, QVariant::fromValue(static_cast<void *>(&budget)));
    QString text;
    QRectF last;
    bool lineStart = true;
    for (const std::unique_ptr<Poppler::TextBox> &word : words) {
        const QRectF box = word->boundingBox();
        if (lineStart && !text.isEmpty()) {
            const double gap = box.top() - last.bottom();
            constexpr double paragraphGap = 0.6; // of a line's height
            text += gap > paragraphGap * last.height() || gap < -2 * last.height() ? QStringLiteral("\n\n") : QStringLiteral("\n");
        }
        text += word->text();
        last = box;
        lineStart = !word->nextWord();
        if (!lineStart && word->hasSpaceAfter())
            text += u' ';
        if (text.size() > mostCharacters)
            break;
    }
    return cleanText(text);
}

bool hasLetters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return !c.isSpace(); });
}

/// Fonts without a table of characters show letters and yield none.
bool isMostlyUnknown(const QString &text)
{
    qsizetype unknown = 0;
    for (const QChar c : text)
        unknown += c == QChar::ReplacementCharacter || (c >= QChar(0xE000) && c <= QChar(0xF8FF));
    return unknown * 4 > text.size();
}

void addWarnings(DocumentDraft &draft, int emptyPages)
{
    const int read = int(draft.pageTexts.size());
    if (emptyPages == read)
        draft.warnings.append(translated("The PDF has no text layer, as a scan has none: it can be looked at, not searched"));
    else if (emptyPages > 0)
        draft.warnings.append(translated("%1 of %2 pages have no text layer").arg(emptyPages).arg(read));
    if (emptyPages < read && isMostlyUnknown(draft.text))
        draft.warnings.append(translated("The PDF does not say which characters its letters stand for; search will not find them"));
}

DocumentPart<DocumentDraft> readPages(const QByteArray &bytes, const DocumentLimits &limits)
{
    // Poppler would write to standard error what is wrong with a file; a person is told in plain words instead.
    static const bool quiet = [] { Poppler::setDebugErrorFunction([](const QString &, const QVariant &) {}, {}); return true; }();
    static_cast<void>(quiet);
    Budget budget(limits);
    const std::unique_ptr<Poppler::Document> document = Poppler::Document::loadFromData(bytes);
    if (!document)
        return tl::unexpected(DocumentFault{translated("the PDF is damaged or breaks off"), translated("Ask for the file again")});
    if (document->isLocked())
        return tl::unexpected(DocumentFault{translated("the PDF is protected by a password"), translated("Ask for it without the password")});
    const int pages = document->numPages();
    if (pages <= 0)
        return tl::unexpected(DocumentFault{translated("the PDF has no pages"), translated("Ask for the file again")});
    if (pages > bytes.size()) // not even one byte for each: the number is made up
        return tl::unexpected(DocumentFault{translated("the PDF is damaged: it says it has %1 pages").arg(pages), translated("Ask for the file again")});

    DocumentDraft draft;
    draft.kind = DocumentKind::Pdf;
    draft.pages = pages;
    int emptyPages = 0;
    int unreadable = 0;
    for (int i = 0; i < qMin(pages, limits.pages) && !budget.usedUp() && draft.text.size() < limits.characters; ++i) {
        const std::unique_ptr<Poppler::Page> page = document->page(i);
        unreadable += !page;
        const QString text = page ? pageText(*page, budget, limits.characters - draft.text.size()) : QString();
        if (!draft.text.isEmpty() && !text.isEmpty())
            draft.text += QStringLiteral("\n\n");
        draft.pageTexts.push_back({draft.text.size(), text.size()});
        draft.text += text;
        emptyPages += page && !hasLetters(text);
    }
    if (unreadable == pages)
        return tl::unexpected(DocumentFault{translated("the PDF is damaged: none of its pages can be read"), translated("Ask for the file again")});
    if (unreadable > 0)
        draft.warnings.append(translated("%1 of %2 pages are damaged").arg(unreadable).arg(pages));
    if (budget.tooMuch())
        draft.warnings.append(translated("The PDF asks for too much time or memory, as a harmful file would; only part of its text was read"));
    else if (int(draft.pageTexts.size()) < pages)
        draft.warnings.append(translated("The PDF is very large; only the text of its first %1 of %2 pages was read").arg(draft.pageTexts.size()).arg(pages));
    if (!budget.tooMuch())
        addWarnings(draft, emptyPages + unreadable);
    return draft;
}

} // namespace

DocumentPart<DocumentDraft> readPdf(const QByteArray &bytes, const DocumentLimits &limits)
{
    // Poppler asks whether to go on only after a dozen operations of one stream, and not at all while it sorts words:
    // forms within forms of a few operations each keep it busy for years. It cannot be stopped then, only left alone,
    // in a thread that nothing waits for; who reads a file of which that has to be feared uses a process (apart.h).
    constexpr int grace = 5000; // milliseconds beyond its own limit
    const auto task = std::make_shared<std::packaged_task<DocumentPart<DocumentDraft>()>>(
        [copy = QByteArray(bytes.constData(), bytes.size()), limits] { return readPages(copy, limits); });
    std::future<DocumentPart<DocumentDraft>> read = task->get_future();
    std::thread([task] { (*task)(); }).detach();
    if (read.wait_for(std::chrono::milliseconds(limits.milliseconds + grace)) != std::future_status::ready)
        return tl::unexpected(DocumentFault{translated("the PDF asks for too much time, as a harmful file would"), translated("Ask for the file again")});
    return read.get();
}

} // namespace rolecall::app
