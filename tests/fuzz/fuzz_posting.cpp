// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a posting, under each name that changes how they are read: an error or a draft, in bounded time and memory.
#include "app/posting/posting_reader.h"

#include <cstdint>
#include <cstdlib>

using namespace rolecall;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    static const QStringList names{QStringLiteral("posting.md"), QStringLiteral("posting.html"), QStringLiteral("posting.txt")};
    const QString &name = names.at(data[size - 1] % names.size());
    const auto draft = app::readPosting(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), name);
    if (!draft) {
        if (draft.error().problem.isEmpty())
            std::abort();
        return 0;
    }
    for (const app::RoleDraft &role : draft->roles) {
        for (const auto *tier : {&role.necessary, &role.useful}) {
            for (const app::QualityDraft &quality : *tier) {
                // A quality is shown, rated and exported by its text: one line, with something in it.
                if (quality.text.isEmpty() || quality.text != quality.text.simplified())
                    std::abort();
            }
        }
    }
    return 0;
}
