// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of a workspace read without SQLite, which refuses a damaged file as a whole. Nothing is written.
// The format: https://www.sqlite.org/fileformat2.html
#pragma once

#include "db/result.h"

#include <QByteArrayView>
#include <QFile>
#include <QHash>
#include <memory>

namespace rolecall::db {

class PageFile
{
public:
    /// Reads the committed frames of the write-ahead log beside the file too.
    static Result<std::unique_ptr<PageFile>> open(const QString &path);

    int pageSize() const { return m_pageSize; }
    /// What of a page b-trees may use.
    int usableSize() const { return m_pageSize - m_reserved; }
    quint32 pageCount() const { return m_pageCount; }
    /// Pages count from 1. Empty where the file does not have it whole.
    QByteArrayView page(quint32 number) const;
    /// The first page begins with a header that can be believed.
    bool hasHeader() const { return m_hasHeader; }

private:
    PageFile() = default;
    void readHeader();
    void readLog();

    QFile m_file;
    QFile m_log;
    QByteArrayView m_bytes;
    QByteArrayView m_logBytes;
    QHash<quint32, qint64> m_inLog; ///< page: where in the log its newest committed content is
    int m_pageSize = 0;
    int m_reserved = 0;
    quint32 m_pageCount = 0;
    bool m_hasHeader = false;
};

/// A file that does not begin as SQLite's do, but whose pages show that it was one and, by its name, a workspace.
bool looksLikeDamagedWorkspace(const QString &path);

} // namespace rolecall::db
