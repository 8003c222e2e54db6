// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a document. What a file is, its content says, so that one program reaches every kind.
#include "app/documents/document_reader.h"

#include <cstdint>
#include <cstdlib>

using namespace rolecall;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    app::DocumentLimits limits;
    limits.unpackedBytes = 4 * 1024 * 1024;
    limits.characters = 200'000;
    limits.pages = 20;
    limits.milliseconds = 2'000;
    const auto document = app::readDocument(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), QStringLiteral("fuzz"), limits);
    if (!document) {
        if (document.error().problem.isEmpty())
            std::abort();
        return 0;
    }
    if (document->text.size() > limits.characters || document->text.contains(QChar(0)))
        std::abort();
    for (const app::DocumentPage &page : document->pageTexts) {
        if (page.start < 0 || page.length < 0 || page.start + page.length > document->text.size())
            std::abort();
    }
    return 0;
}
