// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/html_tree.h"

#include <QElapsedTimer>
#include <csetjmp>
#include <cstdlib>
#include <vector>

namespace rolecall::app {

class HtmlTree::Arena
{
public:
    Arena() { m_timer.start(); }
    ~Arena()
    {
        for (void *block : m_blocks)
            std::free(block);
    }
    Arena(const Arena &) = delete;
    Arena &operator=(const Arena &) = delete;

    void *allocated(size_t size)
    {
        constexpr size_t alignment = alignof(std::max_align_t);
        size = (size + alignment - 1) / alignment * alignment;
        constexpr unsigned checkEvery = 1024;
        if (++m_count % checkEvery == 0 && m_timer.elapsed() > mostMilliseconds)
            giveUp();
        if (size > m_left) {
            const size_t blockSize = qMax(size, usualBlock);
            if (m_total + blockSize > mostBytes)
                giveUp();
            m_next = static_cast<char *>(std::malloc(blockSize));
            if (!m_next)
                giveUp();
            m_blocks.push_back(m_next);
            m_total += blockSize;
            m_left = blockSize;
        }
        void *const memory = m_next;
        m_next += size;
        m_left -= size;
        return memory;
    }

    std::jmp_buf out; ///< set before parsing; gumbo has no way to report a failed allocation

private:
    /// Only gumbo's own frames, which are C and own nothing outside the arena, are left behind.
    [[noreturn]] void giveUp() { std::longjmp(out, 1); }

    static constexpr size_t usualBlock = 256 * 1024;
    static constexpr size_t mostBytes = 192 * 1024 * 1024;
    static constexpr qint64 mostMilliseconds = 1500;
    std::vector<void *> m_blocks;
    char *m_next = nullptr;
    size_t m_left = 0;
    size_t m_total = 0;
    unsigned m_count = 0;
    QElapsedTimer m_timer;
};

HtmlTree::HtmlTree(const QByteArray &utf8)
    : m_arena(std::make_unique<Arena>())
{
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void *arena, size_t size) { return static_cast<Arena *>(arena)->allocated(size); };
    options.deallocator = [](void *, void *) {};
    options.userdata = m_arena.get();
    options.max_errors = 0;
    if (setjmp(m_arena->out) == 0)
        m_root = gumbo_parse_with_options(&options, utf8.constData(), size_t(utf8.size()))->root;
}

HtmlTree::~HtmlTree() = default;

} // namespace rolecall::app
