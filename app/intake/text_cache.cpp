// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/text_cache.h"

#include "app/documents/text_preparation.h"

namespace rolecall::app {

std::shared_ptr<const db::DocumentText> TextCache::text(const QByteArray &bytes, const QString &sha256, const QString &fileName)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_texts.constFind(sha256); known != m_texts.cend())
            return *known;
    }
    auto read = std::make_shared<const db::DocumentText>(readText(bytes, sha256, fileName, m_apart));
    const std::lock_guard lock(m_mutex);
    if (m_characters + read->text.size() <= mostCharacters && !m_texts.contains(sha256)) {
        m_characters += read->text.size();
        m_texts.insert(sha256, read);
    }
    return read;
}

} // namespace rolecall::app
