// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as mail: an error or messages, and no attachment's name that leaves the folder it is saved in.
#include "app/mail/mail_reader.h"

#include <cstdint>
#include <cstdlib>

using namespace rolecall;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto mail = app::readMail(bytes, QStringLiteral("fuzz.eml"));
    if (!mail && mail.error().problem.isEmpty())
        std::abort();
    const QString name = app::safeFileName(QString::fromUtf8(bytes.left(400)), QStringLiteral("attachment"));
    if (name.isEmpty() || name.startsWith(u'.') || name.contains(u'/') || name.contains(u'\\') || name.contains(QChar(0)) || name.size() > 120)
        std::abort();
    return 0;
}
