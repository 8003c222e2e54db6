// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a zipped file as devices that are read from front to back, never further than they may be.
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <memory>

struct zip;
struct zip_file;

namespace rolecall::app {

class ZipArchive
{
public:
    /// Keeps the bytes. isOpen() tells whether they are a ZIP archive.
    explicit ZipArchive(QByteArray bytes);
    ~ZipArchive();
    Q_DISABLE_COPY_MOVE(ZipArchive)

    bool isOpen() const { return m_zip != nullptr; }
    bool has(const QByteArray &name) const;
    /// A member, unpacked while it is read; null where it is missing or encrypted. Reading fails once `limit` bytes have
    /// come out of it: a few kilobytes can unpack to terabytes.
    std::unique_ptr<QIODevice> member(const QByteArray &name, qint64 limit) const;

private:
    QByteArray m_bytes;
    zip *m_zip = nullptr;
};

} // namespace rolecall::app
