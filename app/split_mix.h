// SPDX-License-Identifier: GPL-3.0-or-later
// Random numbers that a seed gives again on every machine.
#pragma once

#include <QtGlobal>

namespace rolecall::app {

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014): 64 bits of state,
/// the same numbers from the same seed everywhere.
class SplitMix64
{
public:
    explicit SplitMix64(quint64 seed)
        : m_state(seed)
    {}
    quint64 next();
    /// Uniform below `bound`, which is above 0.
    quint64 below(quint64 bound);

private:
    quint64 m_state;
};

} // namespace rolecall::app
