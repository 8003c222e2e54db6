// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the few bytes that matter in delimited text, 64 at a time. A file of 100,000 applicants is mostly letters.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace rolecall::app {

/// Bytes that may be read past the end of the text: every block is read whole.
inline constexpr std::size_t scanPadding = 64;

/// The bytes that end or change a cell.
struct StructuralBytes
{
    char delimiter;
    char quote;  ///< the delimiter again where there is none
    char escape; ///< the delimiter again where there is none
};

/// Bit i is set where block[i] is structural or a line end.
inline std::uint64_t structuralMask(const char *block, const StructuralBytes &bytes)
{
#ifdef __SSE2__
    const __m128i delimiter = _mm_set1_epi8(bytes.delimiter);
    const __m128i quote = _mm_set1_epi8(bytes.quote);
    const __m128i escape = _mm_set1_epi8(bytes.escape);
    const __m128i lineFeed = _mm_set1_epi8('\n');
    const __m128i carriageReturn = _mm_set1_epi8('\r');
    std::uint64_t mask = 0;
    for (int part = 0; part < 4; ++part) {
        const __m128i text = _mm_loadu_si128(reinterpret_cast<const __m128i *>(block + 16 * part));
        const __m128i ends = _mm_or_si128(_mm_cmpeq_epi8(text, lineFeed), _mm_cmpeq_epi8(text, carriageReturn));
        const __m128i marks = _mm_or_si128(_mm_cmpeq_epi8(text, quote), _mm_cmpeq_epi8(text, escape));
        const __m128i any = _mm_or_si128(_mm_or_si128(ends, marks), _mm_cmpeq_epi8(text, delimiter));
        mask |= std::uint64_t(static_cast<std::uint32_t>(_mm_movemask_epi8(any))) << (16 * part);
    }
    return mask;
#else
    std::uint64_t mask = 0;
    for (int i = 0; i < 64; ++i) {
        const char c = block[i];
        if (c == bytes.delimiter || c == '\n' || c == '\r' || c == bytes.quote || c == bytes.escape)
            mask |= std::uint64_t(1) << i;
    }
    return mask;
#endif
}

/// Walks over the structural bytes of a text that does not move meanwhile.
class StructuralScanner
{
public:
    StructuralScanner(const char *base, const StructuralBytes &bytes)
        : m_base(base)
        , m_bytes(bytes)
    {
    }

    /// Offset of the first structural byte at or after `from`; `end` where there is none before it.
    std::size_t next(std::size_t from, std::size_t end)
    {
        std::size_t block = from & ~std::size_t(63);
        if (block != m_block) {
            m_block = block;
            m_mask = structuralMask(m_base + block, m_bytes);
        }
        std::uint64_t mask = m_mask & (~std::uint64_t(0) << (from & 63));
        while (mask == 0) {
            block += 64;
            if (block >= end)
                return end;
            m_block = block;
            mask = m_mask = structuralMask(m_base + block, m_bytes);
        }
        const std::size_t found = block + std::size_t(std::countr_zero(mask));
        return found < end ? found : end;
    }

private:
    const char *m_base;
    StructuralBytes m_bytes;
    std::size_t m_block = ~std::size_t(0);
    std::uint64_t m_mask = 0;
};

/// Line ends in a text: LF, CR LF and CR alone each count as one.
inline std::int64_t lineEnds(const char *text, std::size_t size)
{
    std::int64_t count = 0;
    const char *end = text + size;
    const char *next = text;
    while (const auto *found = static_cast<const char *>(std::memchr(next, '\n', std::size_t(end - next)))) {
        ++count;
        next = found + 1;
    }
    next = text;
    while (const auto *found = static_cast<const char *>(std::memchr(next, '\r', std::size_t(end - next)))) {
        if (found + 1 == end || found[1] != '\n')
            ++count;
        next = found + 1;
    }
    return count;
}

} // namespace rolecall::app
