// SPDX-License-Identifier: GPL-3.0-or-later
// A benchmark's figures for the table over all of them (bench_all): what was measured, beside its floor of the same run.
#pragma once

#include <QFile>
#include <QString>

namespace rolecall::bench {

/// `unit` is "ms", "s" or "MB"; `most` what it may be at the most, in `limitIn`: "x" of the floor, or the unit. 0: no limit.
/// Appended to the file that ROLECALL_FIGURES names; without it, nothing happens.
inline void figure(const QString &what, double ours, double floor, const char *unit, double most = 0, const char *limitIn = "x")
{
    QFile file(qEnvironmentVariable("ROLECALL_FIGURES"));
    if (file.fileName().isEmpty() || !file.open(QIODevice::WriteOnly | QIODevice::Append))
        return;
    const QStringList cells{what, QString::number(ours, 'g', 6), QString::number(floor, 'g', 6), QLatin1String(unit), QString::number(most), QLatin1String(limitIn)};
    file.write(cells.join(u'\t').toUtf8() + '\n');
}

} // namespace rolecall::bench
