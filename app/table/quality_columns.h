// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the quality that a column is headed by, in whole or cut off.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace rolecall::app {

class QualityNames
{
public:
    QualityNames(const QStringList &texts, int necessaryCount);

    struct Match
    {
        QList<int> qualities; ///< more than one: the header does not say which
        bool evidence = false;
        bool cut = false; ///< only the beginning was there
    };
    Match match(const QString &header) const;
    /// "n3", "u1", "necessary 3"; -1 where it is none.
    int ordinal(QStringView name) const;

private:
    QStringList m_folded;
    int m_necessaryCount;
};

} // namespace rolecall::app
