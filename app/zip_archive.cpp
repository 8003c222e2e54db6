// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/zip_archive.h"

#include <limits>
#include <zip.h>

namespace rolecall::app {

namespace {

/// Counts the attributes of each element as its bytes go by.
class AttributeGuard
{
public:
    bool allows(const char *data, qint64 size)
    {
        for (qint64 i = 0; i < size; ++i) {
            const char c = data[i];
            switch (m_state) {
            case State::Text:
                if (c == '<')
                    m_state = State::Begin;
                break;
            case State::Begin: // comments and declarations have no attributes
                m_attributes = 0;
                m_state = c == '!' || c == '?' || c == '>' ? State::Text : State::Element;
                break;
            case State::Element:
                if (c == '>')
                    m_state = State::Text;
                else if (c == '"' || c == '\'')
                    m_state = c == '"' ? State::Double : State::Single;
                else if (c == '=' && ++m_attributes > mostAttributes)
                    return false;
                break;
            case State::Double:
            case State::Single:
                if (c == (m_state == State::Double ? '"' : '\''))
                    m_state = State::Element;
                break;
            }
        }
        return true;
    }

private:
    static constexpr int mostAttributes = 3000;
    enum class State { Text, Begin, Element, Double, Single } m_state = State::Text;
    int m_attributes = 0;
};

class ZipMember : public QIODevice
{
public:
    ZipMember(zip_file_t *file, qint64 limit)
        : m_file(file)
        , m_left(limit)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    ~ZipMember() override { zip_fclose(m_file); }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_atEnd; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        if (m_left <= 0) {
            m_atEnd = true; // or QXmlStreamReader asks for ever
            return -1;
        }
        if (size <= 0)
            return 0;
        const zip_int64_t got = zip_fread(m_file, data, zip_uint64_t(qMin(size, m_left)));
        m_atEnd = got <= 0;
        if (got > 0)
            m_left -= got;
        if (got > 0 && !m_guard.allows(data, got)) {
            m_left = 0;
            m_atEnd = true;
            return -1;
        }
        return got;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    zip_file_t *m_file;
    qint64 m_left;
    bool m_atEnd = false;
    AttributeGuard m_guard;
};

} // namespace

ZipArchive::ZipArchive(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    zip_error_t error;
    zip_error_init(&error);
    if (zip_source_t *source = zip_source_buffer_create(m_bytes.constData(), zip_uint64_t(m_bytes.size()), 0, &error)) {
        m_zip = zip_open_from_source(source, ZIP_RDONLY, &error);
        if (!m_zip)
            zip_source_free(source);
    }
    zip_error_fini(&error);
}

ZipArchive::~ZipArchive()
{
    if (m_zip)
        zip_discard(m_zip);
}

bool ZipArchive::has(const QByteArray &name) const
{
    return m_zip && zip_name_locate(m_zip, name.constData(), ZIP_FL_NOCASE) >= 0;
}

QList<QByteArray> ZipArchive::namesBeginning(const QByteArray &beginning) const
{
    constexpr zip_int64_t most = 10'000;
    QList<QByteArray> names;
    const zip_int64_t count = m_zip ? qMin(zip_get_num_entries(m_zip, 0), most) : 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        const QByteArray name(zip_get_name(m_zip, zip_uint64_t(i), 0));
        if (name.startsWith(beginning))
            names.append(name);
    }
    return names;
}

tl::expected<QByteArray, ZipArchive::Fault> ZipArchive::entry(const QByteArray &name, qint64 mostBytes) const
{
    const zip_int64_t index = m_zip ? zip_name_locate(m_zip, name.constData(), ZIP_FL_NOCASE) : -1;
    zip_stat_t about;
    if (index < 0 || zip_stat_index(m_zip, zip_uint64_t(index), 0, &about) != 0)
        return tl::unexpected(Fault::Damaged);
    if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) && about.encryption_method != ZIP_EM_NONE)
        return tl::unexpected(Fault::Protected);
    if ((about.valid & ZIP_STAT_SIZE) && about.size > zip_uint64_t(mostBytes))
        return tl::unexpected(Fault::TooLarge);
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> file(zip_fopen_index(m_zip, zip_uint64_t(index), 0), zip_fclose);
    if (!file)
        return tl::unexpected(Fault::Damaged);
    QByteArray content;
    char block[65536];
    for (;;) {
        const zip_int64_t got = zip_fread(file.get(), block, sizeof block);
        if (got < 0)
            return tl::unexpected(Fault::Damaged);
        if (got == 0)
            return content;
        if (content.size() + got > mostBytes)
            return tl::unexpected(Fault::TooLarge);
        content.append(block, qsizetype(got));
    }
}

qint64 ZipArchive::declaredSize(const QByteArray &name) const
{
    const zip_int64_t index = m_zip ? zip_name_locate(m_zip, name.constData(), ZIP_FL_NOCASE) : -1;
    zip_stat_t about;
    if (index < 0 || zip_stat_index(m_zip, zip_uint64_t(index), 0, &about) != 0 || !(about.valid & ZIP_STAT_SIZE))
        return 0;
    return qint64(qMin(about.size, zip_uint64_t(std::numeric_limits<qint64>::max())));
}

std::unique_ptr<QIODevice> ZipArchive::member(const QByteArray &name, qint64 limit) const
{
    const zip_int64_t index = m_zip ? zip_name_locate(m_zip, name.constData(), ZIP_FL_NOCASE) : -1;
    if (index < 0)
        return nullptr;
    zip_file_t *file = zip_fopen_index(m_zip, zip_uint64_t(index), 0);
    return file ? std::make_unique<ZipMember>(file, limit) : nullptr;
}

} // namespace rolecall::app
