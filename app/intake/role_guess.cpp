// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/role_guess.h"

#include "app/table/column_vocabulary.h"

#include <QSet>
#include <algorithm>

namespace rolecall::app {

namespace {

/// Words that any title may have, and that any subject may leave out.
bool tellsNothing(const QString &word)
{
    static const QSet<QString> common{QStringLiteral("the"), QStringLiteral("and"), QStringLiteral("for"), QStringLiteral("of"), QStringLiteral("in"), QStringLiteral("at"), QStringLiteral("a"), QStringLiteral("an"), QStringLiteral("und"),
                                      QStringLiteral("de"), QStringLiteral("m"), QStringLiteral("w"), QStringLiteral("d"), QStringLiteral("f"), QStringLiteral("x"), QStringLiteral("all"), QStringLiteral("genders"), QStringLiteral("remote"),
                                      QStringLiteral("full"), QStringLiteral("part"), QStringLiteral("time"), QStringLiteral("fulltime"), QStringLiteral("parttime"), QStringLiteral("job"), QStringLiteral("role"), QStringLiteral("position"),
                                      QStringLiteral("vacancy"), QStringLiteral("temporary"), QStringLiteral("permanent")};
    return common.contains(word);
}

QStringList tellingWords(const QString &text)
{
    QStringList words = foldedName(text).split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return tellsNothing(word); });
    return words;
}

} // namespace

RoleGuess::RoleGuess(const QList<Title> &titles)
{
    for (const Title &title : titles)
        m_known.append({title, tellingWords(title.text)});
}

std::optional<db::RoleId> RoleGuess::of(const QString &words) const
{
    const QStringList said = tellingWords(words);
    const QSet<QString> present(said.begin(), said.end());
    const Known *best = nullptr;
    bool tied = false;
    for (const Known &known : m_known) {
        const bool isNamed = !known.words.isEmpty() && std::all_of(known.words.begin(), known.words.end(), [&present](const QString &word) { return present.contains(word); });
        if (!isNamed)
            continue;
        if (!best || known.words.size() > best->words.size()) {
            best = &known;
            tied = false;
        } else if (known.words.size() == best->words.size()) {
            tied = true;
        }
    }
    if (!best || tied)
        return std::nullopt;
    return best->title.role;
}

QString RoleGuess::titleOf(db::RoleId role) const
{
    for (const Known &known : m_known) {
        if (known.title.role == role)
            return known.title.text;
    }
    return {};
}

} // namespace rolecall::app
