// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/posting/role_split.h"

#include "app/posting/heading_vocabulary.h"
#include "app/posting/job_words.h"

#include <QMap>
#include <QSet>
#include <algorithm>

namespace rolecall::app {

namespace {

struct Heading
{
    qsizetype block;
    int level;
    SectionKind kind;
    qsizetype parent; // index among the headings, or -1
    bool namesJob;    // kept, as it is asked for many headings by each section below them
};

QList<Heading> headingsOf(const QList<Block> &blocks)
{
    QList<Heading> headings;
    QList<qsizetype> open;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks.at(i);
        if (block.kind == BlockKind::Reset) {
            headings.clear(); // front matter holds no roles
            open.clear();
        }
        if (block.kind != BlockKind::Heading || block.level >= runInLevel)
            continue;
        while (!open.isEmpty() && headings.at(open.last()).level >= block.level)
            open.removeLast();
        const VocabularyMatch match = classifyHeading(block.text);
        headings += Heading{i, block.level, match.coverage >= 0.3 ? match.kind : SectionKind::Unknown, open.isEmpty() ? -1 : open.last(), holdsJobWord(block.text)};
        open += headings.size() - 1;
    }
    return headings;
}

bool isListKind(SectionKind kind)
{
    return kind == SectionKind::Necessary || kind == SectionKind::Useful || kind == SectionKind::Responsibilities;
}

bool looksLikeTitle(const Block &heading)
{
    return heading.text.count(u' ') < 14 && !heading.text.endsWith(u'?') && !heading.text.endsWith(u':') && (heading.level < strongLineLevel || holdsJobWord(heading.text));
}

/// The heading that a section belongs to: the nearest one above that is not itself a section's.
qsizetype roleHeadingOf(const QList<Heading> &headings, qsizetype section, const QList<Block> &blocks)
{
    qsizetype at = headings.at(section).parent;
    while (at >= 0 && headings.at(at).kind != SectionKind::Unknown)
        at = headings.at(at).parent;
    if (at >= 0)
        return looksLikeTitle(blocks.at(headings.at(at).block)) ? at : -1;
    // Titles and sections on one level: the title is the last heading before that names a job.
    for (qsizetype i = section - 1; i >= std::max<qsizetype>(0, section - 60); --i) {
        const Block &block = blocks.at(headings.at(i).block);
        if (headings.at(i).kind == SectionKind::Unknown && headings.at(i).namesJob && looksLikeTitle(block) && headings.at(i).level <= headings.at(section).level)
            return i;
    }
    return -1;
}

} // namespace

SplitPosting splitRoles(const QList<Block> &blocks)
{
    const QList<Heading> headings = headingsOf(blocks);
    QMap<qsizetype, QSet<int>> kinds; // per role heading, which lists its sections hold
    for (qsizetype i = 0; i < headings.size(); ++i) {
        if (!isListKind(headings.at(i).kind))
            continue;
        const qsizetype role = roleHeadingOf(headings, i, blocks);
        if (role >= 0)
            kinds[role].insert(int(headings.at(i).kind));
    }
    // A heading inside a role is not another role.
    QList<qsizetype> roles = kinds.keys();
    for (qsizetype i = 0; i < roles.size();) {
        bool inside = false;
        for (qsizetype up = headings.at(roles.at(i)).parent; up >= 0 && !inside; up = headings.at(up).parent)
            inside = roles.contains(up);
        if (inside)
            roles.removeAt(i);
        else
            ++i;
    }
    QMap<int, int> shared;
    bool named = false;
    for (const qsizetype role : std::as_const(roles)) {
        for (const int kind : std::as_const(kinds[role]))
            ++shared[kind];
        named = named || headings.at(role).level == 1 || holdsJobWord(blocks.at(headings.at(role).block).text) || kinds[role].size() >= 2;
    }
    const bool repeats = std::any_of(shared.cbegin(), shared.cend(), [](int count) { return count >= 2; });
    SplitPosting split;
    constexpr qsizetype mostRoles = 200; // no page has more; a damaged text might seem to
    if (roles.size() < 2 || roles.size() > mostRoles || !repeats || !named) {
        split.roles += RolePart{-1, blocks};
        return split;
    }
    for (qsizetype i = 0; i < roles.size(); ++i) {
        const Heading &heading = headings.at(roles.at(i));
        qsizetype end = i + 1 < roles.size() ? headings.at(roles.at(i + 1)).block : blocks.size();
        if (i == 0)
            split.common += blocks.mid(0, heading.block);
        // Behind the last role, a heading of its rank that is a section by name concerns all of them.
        const bool nested = std::any_of(headings.cbegin(), headings.cend(), [&roles, i](const Heading &other) { return other.parent == roles.at(i) && isListKind(other.kind); });
        for (qsizetype k = roles.at(i) + 1; nested && i + 1 == roles.size() && k < headings.size(); ++k) {
            if (headings.at(k).level <= heading.level) {
                end = headings.at(k).block;
                split.common += blocks.mid(end);
                break;
            }
        }
        split.roles += RolePart{heading.block, blocks.mid(heading.block, end - heading.block)};
    }
    return split;
}

} // namespace rolecall::app
