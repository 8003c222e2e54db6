// SPDX-License-Identifier: GPL-3.0-or-later
// A zip file in memory (the wrapping of DOCX and ODT), read with a bound on what comes out of it.
#pragma once

#include "app/documents/document_parts.h"

#include <memory>

struct zip;

namespace rolecall::app {

class ZipArchive
{
public:
    /// `bytes` must outlive the archive.
    static DocumentPart<ZipArchive> open(const QByteArray &bytes);

    bool has(const char *name) const;
    /// Names of its entries that begin so, in the archive's order; at most 10,000 entries are looked at.
    QList<QByteArray> namesBeginning(const QByteArray &beginning) const;
    /// Fails for an entry that is absent, damaged, encrypted or larger than `mostBytes` unpacked, whatever size it declares.
    DocumentPart<QByteArray> entry(const QByteArray &name, qint64 mostBytes) const;

private:
    struct Close
    {
        void operator()(zip *archive) const;
    };
    explicit ZipArchive(zip *archive) : m_archive(archive) {}
    std::unique_ptr<zip, Close> m_archive;
};

} // namespace rolecall::app
