// SPDX-License-Identifier: GPL-3.0-or-later
// One quality at a time: the same quality over all applicants, in a random order that anyone can make again from its
// seed. Comparing like with like, in an order nobody chose, takes away the effect of who was read before whom.
#pragma once

#include "app/done.h"
#include "app/split_mix.h"
#include "db/quality_passes.h"

namespace rolecall::app {

/// Fisher and Yates' shuffle (Knuth, The Art of Computer Programming 2, algorithm P) with SplitMix64.
QList<db::ApplicationId> shuffled(QList<db::ApplicationId> applications, quint64 seed);

struct PassStarted
{
    Done done;
    db::QualityPass pass;
};
/// Begins a pass as the connection's reviewer. `seed` is for tests and for repeating an order; without it one of 32 bits is drawn,
/// short enough to be written down.
Result<PassStarted> startQualityPass(db::Connection &connection, db::RoleId role, db::QualityId quality, std::optional<quint64> seed = {});

/// The order of a pass. Applications that came after it started follow at the end, shuffled among themselves, so that
/// nobody who was already placed moves.
Result<QList<db::ApplicationId>> qualityPassOrder(db::Connection &connection, const db::QualityPass &pass);

} // namespace rolecall::app
