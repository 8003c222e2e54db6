// SPDX-License-Identifier: GPL-3.0-or-later
// A parsed HTML tree with a bound on memory and time. A few kilobytes of HTML can ask a conforming parser for gigabytes
// (every open formatting element is copied into every new block) and the parser frees its tree by recursion; so the
// tree lives in an arena that is dropped as a whole, and parsing stops where the arena is used up.
#pragma once

#include <QByteArray>
#include <gumbo.h>
#include <memory>

namespace rolecall::app {

class HtmlTree
{
public:
    /// `utf8` must outlive the tree.
    explicit HtmlTree(const QByteArray &utf8);
    ~HtmlTree();
    /// Null where the document asked for more than it may have.
    const GumboNode *root() const { return m_root; }

private:
    Q_DISABLE_COPY_MOVE(HtmlTree)
    class Arena;
    std::unique_ptr<Arena> m_arena;
    const GumboNode *m_root = nullptr;
};

} // namespace rolecall::app
