// SPDX-License-Identifier: GPL-3.0-or-later
// The names of a role's other applicants, as they turn up in a text about one: "stronger than Ada Example".
#pragma once

#include "app/blind/name_forms.h"

#include <QHash>
#include <QSet>

namespace rolecall::app {

class OtherNames
{
public:
    /// `ordinary`: texts whose words name nobody, such as the posting's.
    OtherNames(const QList<QString> &names, const QString &ordinary);
    /// Two names of one person in a row, however they are written; a single name where it begins with a capital, is no
    /// ordinary word, and `own` does not cover it.
    QList<TextStretch> find(const FoldedText &text, const QList<TextStretch> &own) const;

private:
    QSet<QString> m_single;
    QSet<QString> m_pairs;
    QStringList m_unspaced; ///< whole names in writing systems without blanks
};

} // namespace rolecall::app
