// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/result.h"

namespace rolecall {

QString Error::text() const
{
    QString line = tried;
    if (!subject.isEmpty())
        line += line.isEmpty() ? subject : u' ' + subject;
    if (!problem.isEmpty())
        line += (line.isEmpty() ? QString() : QStringLiteral(": ")) + problem;
    if (!line.isEmpty())
        line += u'.';
    if (!remedy.isEmpty())
        line += u' ' + remedy + u'.';
    return line;
}

} // namespace rolecall
