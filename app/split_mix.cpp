// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/split_mix.h"

namespace rolecall::app {

quint64 SplitMix64::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    quint64 mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    return mixed ^ (mixed >> 31);
}

quint64 SplitMix64::below(quint64 bound)
{
    // Numbers under 2^64 mod bound would make the small results likelier, so they are drawn again.
    const quint64 least = (0 - bound) % bound;
    quint64 number = next();
    while (number < least)
        number = next();
    return number % bound;
}

} // namespace rolecall::app
