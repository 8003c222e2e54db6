// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/text_input.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstring>
#include <unicode/ucnv.h>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Table", text);
}

/// What a file is that was given for a table and is none; empty where it may be text.
QString otherKind(QByteArrayView start)
{
    if (start.startsWith("%PDF-"))
        return tr("it is a PDF document");
    if (start.startsWith("\xd0\xcf\x11\xe0"))
        return tr("it is an old Excel file (.xls), or one protected by a password");
    if (start.startsWith("\x1f\x8b") || start.startsWith("7z\xbc\xaf") || start.startsWith("Rar!"))
        return tr("it is a compressed archive");
    if (start.startsWith("\x89PNG") || start.startsWith("\xff\xd8\xff") || start.startsWith("GIF8"))
        return tr("it is a picture");
    return {};
}

} // namespace

struct TextInput::Converters
{
    UConverter *source = nullptr;
    UConverter *target = nullptr;
    UChar pivot[4096];
    UChar *pivotSource = pivot;
    UChar *pivotTarget = pivot;
    QByteArray block;
    const char *blockNext = block.constData();
    bool reset = true;
    bool atEnd = false;
    bool flushed = false;

    Converters() = default;
    Q_DISABLE_COPY_MOVE(Converters)
    ~Converters()
    {
        ucnv_close(source);
        ucnv_close(target);
    }
};

namespace {

/// A control character or two is a damaged text; many are no text at all. Separators (0x1C to 0x1F) may part cells.
bool isBinary(QByteArrayView bytes)
{
    const auto isControl = [](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return value < '\t' || (value > '\r' && value < 0x1a) || value == 0x7f;
    };
    const qsizetype controls = std::count_if(bytes.begin(), bytes.end(), isControl);
    return controls > 3 && controls * 50 > bytes.size();
}

} // namespace

TextInput::TextInput(std::unique_ptr<QIODevice> device)
    : m_device(std::move(device))
{
}

TextInput::~TextInput() = default;

Outcome TextInput::open(const QString &fileName)
{
    const auto refuse = [&](const QString &problem, const QString &remedy) { return failure(tr("Reading the table"), fileName, problem, remedy); };
    m_raw.resize(sampleSize);
    qsizetype size = 0;
    while (size < sampleSize) {
        const qint64 got = m_device->read(m_raw.data() + size, sampleSize - size);
        if (got < 0)
            return refuse(m_device->errorString(), tr("Check that the file is still there and may be read"));
        if (got == 0)
            break;
        size += got;
    }
    m_raw.resize(size);
    if (m_raw.isEmpty())
        return refuse(tr("the file is empty"), tr("Export the table again, or choose another file"));
    if (const QString kind = otherKind(m_raw); !kind.isEmpty())
        return refuse(kind, tr("Save the table as CSV, XLSX or ODS and read that file"));

    m_set = detectCharacterSet(m_raw, size == sampleSize);
    const bool isWide = m_set.converter.startsWith("UTF-16") || m_set.converter.startsWith("UTF-32");
    if (!isWide && isBinary(m_raw))
        return refuse(tr("it holds binary data, not text"), tr("Save the table as CSV, XLSX or ODS and read that file"));
    m_rawTaken = m_set.markLength;
    if ((!m_set.utf8 || m_set.damaged) && !openConverter(m_set.converter))
        return refuse(tr("its character set %1 is not known here").arg(m_set.label), tr("Save the file as UTF-8"));

    m_sample.resize(sampleSize);
    qsizetype decoded = 0;
    while (sampleSize - decoded >= 64) {
        const qsizetype got = fill(m_sample.data() + decoded, sampleSize - decoded);
        if (got < 0)
            return refuse(m_device->errorString(), tr("Check that the file is still there and may be read"));
        if (got == 0) {
            m_sampleIsWhole = true;
            break;
        }
        decoded += got;
    }
    m_sample.resize(decoded);
    return {};
}

qsizetype TextInput::read(char *to, qsizetype capacity)
{
    if (m_sampleTaken < m_sample.size()) {
        const qsizetype size = qMin(capacity, m_sample.size() - m_sampleTaken);
        std::memcpy(to, m_sample.constData() + m_sampleTaken, size_t(size));
        m_sampleTaken += size;
        return size;
    }
    return m_sampleIsWhole ? 0 : fill(to, capacity);
}

QStringList TextInput::warnings() const
{
    QStringList result;
    if (m_set.guessed)
        result.append(tr("The characters were taken for %1: check names with accents").arg(m_set.label));
    if (!m_laterSet.isEmpty())
        result.append(tr("Later characters were taken for %1: check names with accents").arg(m_laterSet));
    if (m_replaced > 0)
        result.append(tr("Characters that cannot be read in this file's character set: %1, shown as \uFFFD").arg(m_replaced));
    return result;
}

qsizetype TextInput::rawRead(char *to, qsizetype capacity)
{
    qsizetype size = qMin(capacity, m_raw.size() - m_rawTaken);
    if (size > 0) {
        std::memcpy(to, m_raw.constData() + m_rawTaken, size_t(size));
        m_rawTaken += size;
    } else {
        m_raw.clear();
        m_rawTaken = 0;
        size = m_device->read(to, capacity);
        m_failed = m_failed || size < 0;
    }
    m_taken += qMax<qsizetype>(size, 0);
    return size;
}

qsizetype TextInput::fill(char *to, qsizetype capacity)
{
    if (!m_converters) {
        const qsizetype size = readUtf8(to, capacity);
        if (size != 0 || !m_converters)
            return size;
    }
    return readConverted(to, capacity);
}

qsizetype TextInput::readUtf8(char *to, qsizetype capacity)
{
    qsizetype size = 0;
    // Only a sequence cut off by the block's end asks for a second helping.
    for (;;) {
        const qsizetype got = rawRead(to + size, capacity - size);
        if (got < 0)
            return -1;
        const qsizetype kept = size;
        size += got;
        const qsizetype valid = validUtf8Prefix(to, size, &m_sequences);
        if (valid == size)
            return size;
        const bool cut = isCutUtf8(to + valid, size - valid);
        if (cut && got > 0 && valid == 0 && size < 4 && size > kept)
            continue;
        QByteArray rest(to + valid, size - valid);
        m_taken -= rest.size();
        rest.append(QByteArrayView(m_raw).sliced(m_rawTaken));
        m_raw = rest;
        m_rawTaken = 0;
        if (cut && got > 0)
            return valid;
        // Not UTF-8 after all. Everything so far was ASCII or valid, so only what follows is read in another way.
        CharacterSet later;
        if (m_sequences == 0) {
            later = detectCharacterSet(m_raw, true);
            m_laterSet = later.label;
        }
        if (!openConverter(later.utf8 ? QByteArray("UTF-8") : later.converter))
            return -1;
        return valid;
    }
}

qsizetype TextInput::readConverted(char *to, qsizetype capacity)
{
    Converters &convert = *m_converters;
    char *target = to;
    while (target == to && !convert.flushed) {
        const char *blockEnd = convert.block.constData() + convert.block.size();
        if (convert.blockNext == blockEnd && !convert.atEnd) {
            constexpr qsizetype blockSize = 64 * 1024;
            convert.block.resize(blockSize);
            const qsizetype got = rawRead(convert.block.data(), blockSize);
            if (got < 0)
                return -1;
            convert.block.resize(got);
            convert.blockNext = convert.block.constData();
            blockEnd = convert.blockNext + got;
            convert.atEnd = got == 0;
        }
        UErrorCode status = U_ZERO_ERROR;
        ucnv_convertEx(convert.target, convert.source, &target, to + capacity, &convert.blockNext, blockEnd, convert.pivot, &convert.pivotSource,
                       &convert.pivotTarget, convert.pivot + std::size(convert.pivot), convert.reset, convert.atEnd, &status);
        convert.reset = false;
        if (status == U_BUFFER_OVERFLOW_ERROR)
            break;
        if (U_FAILURE(status)) {
            m_failed = true;
            return -1;
        }
        convert.flushed = convert.atEnd;
    }
    m_replaced += QByteArrayView(to, target - to).count("\xef\xbf\xbd");
    return target - to;
}

bool TextInput::openConverter(const QByteArray &name)
{
    auto converters = std::make_unique<Converters>();
    UErrorCode status = U_ZERO_ERROR;
    converters->source = ucnv_open(name.constData(), &status);
    converters->target = ucnv_open("UTF-8", &status);
    if (U_FAILURE(status))
        return false;
    m_converters = std::move(converters);
    return true;
}

} // namespace rolecall::app
