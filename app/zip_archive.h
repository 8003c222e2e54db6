// SPDX-License-Identifier: GPL-3.0-or-later
// A ZIP archive in memory (the wrapping of DOCX, ODT, XLSX and ODS), read with a bound on what comes out of it: a few
// kilobytes can unpack to terabytes.
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QList>
#include <memory>
#include <tl/expected.hpp>

struct zip;

namespace rolecall::app {

class ZipArchive
{
public:
    /// Keeps the bytes. isOpen() tells whether they are a ZIP archive.
    explicit ZipArchive(QByteArray bytes);
    ~ZipArchive();
    Q_DISABLE_COPY_MOVE(ZipArchive)

    bool isOpen() const { return m_zip != nullptr; }
    /// Case does not matter in the names of members, here as below.
    bool has(const QByteArray &name) const;
    /// Names of its members that begin so, in the archive's order; at most 10,000 members are looked at.
    QList<QByteArray> namesBeginning(const QByteArray &beginning) const;

    enum class Fault { Damaged, Protected, TooLarge };
    /// A member as a whole. Damaged, too, where there is none; TooLarge over `mostBytes` unpacked, whatever size it declares.
    tl::expected<QByteArray, Fault> entry(const QByteArray &name, qint64 mostBytes) const;
    /// How many bytes a member says it unpacks to; 0 where there is none or it does not say.
    qint64 declaredSize(const QByteArray &name) const;
    /// A member, unpacked while it is read from front to back; null where it is missing or encrypted. Reading fails once
    /// `limit` bytes have come out of it, and at an element with thousands of attributes: parsers compare each with all others.
    std::unique_ptr<QIODevice> member(const QByteArray &name, qint64 limit) const;

private:
    QByteArray m_bytes;
    zip *m_zip = nullptr;
};

} // namespace rolecall::app
