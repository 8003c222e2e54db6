// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/search_syntax.h"

#include <QStringList>

namespace rolecall::db {

namespace {

// More words than anybody types; each costs a look-up.
constexpr int maximalWords = 24;

bool hasTokens(const QString &text)
{
    for (const QChar c : text) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            return true;
    }
    return false;
}

} // namespace

QString searchExpression(const QString &typed)
{
    QStringList terms;
    // FTS5 takes a NUL for the end of the expression, in the middle of a quotation.
    const QStringList parts = QString(typed).replace(QChar(0), u' ').split(u'"');
    for (int i = 0; i < parts.size() && terms.size() < maximalWords; ++i) {
        const bool quoted = i % 2 == 1;
        const QString part = parts.at(i).simplified();
        const QStringList words = quoted ? QStringList{part} : part.split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            if (!hasTokens(word) || terms.size() >= maximalWords)
                continue;
            // A closed quotation is meant as it stands; everything else may still be in the middle of being typed.
            const bool closed = quoted && i + 1 < parts.size();
            terms << QStringLiteral("\"%1\"%2").arg(word, closed ? QString() : QStringLiteral("*"));
        }
    }
    return terms.join(u' ');
}

} // namespace rolecall::db
