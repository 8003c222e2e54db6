// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of documents between a trial and the import that follows it, so that nothing is read twice. Used by several
// threads; bounded, as a folder may hold more than memory does.
#pragma once

#include "app/documents/apart.h"
#include "db/documents.h"

#include <QHash>
#include <memory>
#include <mutex>

namespace rolecall::app {

class TextCache
{
public:
    /// With `apart` PDFs are read by it.
    explicit TextCache(ApartReader apart = {})
        : m_apart(std::move(apart))
    {}

    /// What is known of these bytes, else what today's reader makes of them.
    std::shared_ptr<const db::DocumentText> text(const QByteArray &bytes, const QString &sha256, const QString &fileName);

private:
    static constexpr qsizetype mostCharacters = 48 * 1024 * 1024;
    const ApartReader m_apart;
    std::mutex m_mutex;
    QHash<QString, std::shared_ptr<const db::DocumentText>> m_texts;
    qsizetype m_characters = 0;
};

} // namespace rolecall::app
