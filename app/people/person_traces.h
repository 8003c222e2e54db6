// SPDX-License-Identifier: GPL-3.0-or-later
// Finding people in texts that others wrote: by full name, address or number for certain, by a part of the name perhaps.
#pragma once

#include "db/applications.h"

#include <QHash>
#include <QList>

namespace rolecall::app {

struct Trace
{
    qsizetype start = 0; ///< UTF-16 units
    qsizetype length = 0;
    bool certain = false; ///< false: a first or last name alone, which may be somebody else's
};

/// Looks for many people at once: the time grows with the text, hardly with the people.
class TraceFinder
{
public:
    explicit TraceFinder(const QList<db::Candidate> &people);

    /// In order, not overlapping.
    QList<Trace> find(const QString &text) const;
    /// Whether a text is worth a look: says yes too often, never no where find() finds something.
    bool mayBeIn(const QString &text) const;

private:
    struct Person
    {
        QString name;
        QString email; ///< lower case
        QString phone; ///< digits alone
        QString links;
        int nameWords = 0;
    };
    QList<int> candidatesIn(const QString &folded) const;
    QList<Person> m_people;
    QHash<QString, QList<int>> m_words; ///< folded words of names and addresses
    QHash<QString, QList<int>> m_numbers; ///< the last digits of telephone numbers
    QList<int> m_unspaced; ///< whose names stand without spaces: looked for everywhere
};

/// The text with these stretches replaced by a neutral mark.
QString withoutTraces(const QString &text, const QList<Trace> &traces);
/// The first trace with some words around it, in one line.
QString excerptOf(const QString &text, const Trace &trace);
/// What stands where somebody was named.
QString erasedMark();

} // namespace rolecall::app
