// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/intake_queue.h"

#include <QCoreApplication>

#include <algorithm>

namespace rolecall::app {

namespace {

constexpr size_t unitsAhead = 48;
constexpr qint64 bytesAhead = 96LL * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Intake", text);
}

qint64 bytesOf(const IntakeQueue::Items &items)
{
    qint64 sum = 0;
    for (const IntakeItem &item : items) {
        for (const IntakeDocument &document : item.documents)
            sum += document.bytes.size() + (document.text ? document.text->text.size() * 2 : 0);
    }
    return sum;
}

} // namespace

IntakeQueue::IntakeQueue(QList<ImportSource> sources, IntakeOptions options, int threads)
    : m_sources(std::move(sources))
    , m_options(std::move(options))
{
    // A thread may have ended before the next one begins, so their number is not read from what counts them down.
    const int count = std::max(1, threads);
    m_working = count;
    for (int i = 0; i < count; ++i)
        m_threads.emplace_back([this] { work(); });
}

IntakeQueue::~IntakeQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_changed.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
}

std::shared_ptr<IntakeQueue::OpenMail> IntakeQueue::openMail(const ImportSource &source, QString &problem) const
{
    auto open = std::make_shared<OpenMail>();
    open->source = source;
    open->file.setFileName(source.paths.first());
    if (!open->file.open(QIODevice::ReadOnly)) {
        problem = open->file.errorString();
        return nullptr;
    }
    // A mailbox may be larger than memory: its pages come and go as messages are read.
    const qint64 size = open->file.size();
    const uchar *bytes = size > 0 ? open->file.map(0, size) : nullptr;
    auto mail = MailFile::open(bytes ? QByteArray::fromRawData(reinterpret_cast<const char *>(bytes), size) : open->file.readAll(), source.shown);
    if (!mail) {
        problem = mail.error().text();
        return nullptr;
    }
    open->mail = std::move(*mail);
    return open;
}

std::optional<IntakeQueue::Unit> IntakeQueue::nextUnit()
{
    Unit unit;
    if (m_mail) {
        unit.source = m_mail->source;
        unit.mail = m_mail;
        unit.message = m_nextMessage++;
        if (m_nextMessage >= m_mail->mail.count())
            m_mail.reset();
    } else if (m_nextSource < m_sources.size()) {
        unit.source = m_sources.at(m_nextSource++);
        if (unit.source.kind == SourceKind::Mail) {
            QString problem;
            unit.mail = openMail(unit.source, problem);
            if (!unit.mail) {
                unit.done.push_back(unreadableItem(unit.source, std::nullopt, problem));
            } else if (unit.mail->mail.count() > 1) {
                m_mail = unit.mail;
                m_nextMessage = 1;
            }
        }
    } else {
        return std::nullopt;
    }
    unit.number = m_nextUnit++;
    return unit;
}

IntakeQueue::Items IntakeQueue::read(const Unit &unit) const
{
    Items items;
    if (unit.mail) {
        const bool isMailbox = unit.mail->mail.isMailbox();
        const auto number = isMailbox ? std::optional(qint64(unit.message) + 1) : std::nullopt;
        std::optional<MailMessage> message = unit.mail->mail.message(unit.message);
        if (message)
            items.push_back(readMailItem(std::move(*message), unit.source, number, m_options));
        else
            items.push_back(unreadableItem(unit.source, number, isMailbox ? tr("this message of the mailbox cannot be read: it has no header") : tr("it is not a mail")));
        items.back().bytes = unit.source.bytes / qint64(unit.mail->mail.count());
        return items;
    }
    switch (unit.source.kind) {
    case SourceKind::VCard:
        items = readCardItems(unit.source);
        break;
    case SourceKind::JsonResume:
        items.push_back(readResumeItem(unit.source, m_options));
        break;
    default:
        items.push_back(readDocumentItem(unit.source, m_options));
        break;
    }
    if (!items.empty())
        items.back().bytes = unit.source.bytes;
    return items;
}

void IntakeQueue::work()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopped) {
        m_changed.wait(lock, [this] { return m_stopped || m_nextUnit < m_taken + 1 || (m_nextUnit < m_taken + unitsAhead && m_readyBytes < bytesAhead); });
        if (m_stopped)
            break;
        std::optional<Unit> unit = nextUnit();
        if (!unit)
            break;
        lock.unlock();
        Items items = unit->done.empty() ? read(*unit) : std::move(unit->done);
        const size_t number = unit->number;
        unit.reset();
        lock.lock();
        m_readyBytes += bytesOf(items);
        m_ready.emplace(number, std::move(items));
        m_changed.notify_all();
    }
    if (--m_working == 0)
        m_ended = true;
    m_changed.notify_all();
}

bool IntakeQueue::take(Items &items)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ready.contains(m_taken) || m_ended; });
    const auto next = m_ready.find(m_taken);
    if (next == m_ready.end())
        return false;
    items = std::move(next->second);
    m_ready.erase(next);
    m_readyBytes -= bytesOf(items);
    ++m_taken;
    lock.unlock();
    m_changed.notify_all();
    return true;
}

} // namespace rolecall::app
