// SPDX-License-Identifier: GPL-3.0-or-later
// What headings and lead-ins of postings are called, in several languages, and which list that makes of what follows.
// The words are data, one file per language or family; all languages are tried at once, so a file may mix them.
#pragma once

#include <QList>
#include <QString>

namespace rolecall::app {

enum class SectionKind {
    Unknown,
    Necessary,
    Useful,
    Responsibilities,
    Skills,    ///< a subject of qualities (education, experience): necessary unless the section it stands in says otherwise
    Container, ///< says nothing by itself: "About the role", "Job description"
    Other,     ///< benefits, the employer, how to apply
};

/// Phrases separated by '|', in folded form: '*' ends the stem of a word, '^' and '$' bind to the ends of the text.
struct VocabularyGroup
{
    SectionKind kind;
    const char *phrases;
};
using Vocabulary = QList<VocabularyGroup>;

Vocabulary englishHeadings();
Vocabulary germanHeadings();
Vocabulary frenchHeadings();
Vocabulary spanishHeadings();
Vocabulary dutchHeadings();
Vocabulary italianHeadings();
Vocabulary portugueseHeadings();
Vocabulary nordicHeadings();
Vocabulary slavicHeadings();

struct VocabularyMatch
{
    SectionKind kind = SectionKind::Unknown;
    double coverage = 0; ///< the share of the words that the vocabulary explains, 0 to 1
    bool mixed = false;  ///< asks for qualities and names duties, or needs and wishes, at once
};

VocabularyMatch classifyHeading(const QString &text);

/// Classifies the sentence that leads a list in; phrases count that would say nothing in a heading ("You will").
VocabularyMatch classifyLeadIn(const QString &sentence);

} // namespace rolecall::app
