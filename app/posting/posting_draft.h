// SPDX-License-Identifier: GPL-3.0-or-later
// What was read in a posting: a proposal for a person to look over, with the place each part came from.
#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace rolecall::app {

/// A stretch of PostingDraft::sourceText, in UTF-16 code units. A start of -1 means that the place is not known.
struct SourceRange
{
    qsizetype start = -1;
    qsizetype length = 0;

    qsizetype end() const { return start + length; }
    bool isKnown() const { return start >= 0; }
};

/// One entry of a list of qualities or duties: plain text, white space collapsed, marks of markup removed.
struct QualityDraft
{
    QString text;
    QString footnote; ///< what the entry's footnotes say; empty where it has none
    SourceRange source = {};
};

enum class DeadlineKind { ApplicationsClose, Interviews, Start, Other };

struct DeadlineDraft
{
    DeadlineKind kind = DeadlineKind::Other;
    QString text;                  ///< the phrase as published, as short as makes sense
    std::optional<QDate> date;     ///< only where day, month and year stand together
    std::optional<QString> approx; ///< what is known otherwise: "2021-12-late", "2020-02", "week of 2012-01-16", "asap", "until filled"
    QString sentence;
    SourceRange source = {};
};

/// A date that is counted from another one of the posting.
struct RelativeDateDraft
{
    DeadlineKind kind = DeadlineKind::Other;
    DeadlineKind anchor = DeadlineKind::ApplicationsClose;
    int offset = 0; ///< days, or working days; negative: before
    bool workingDays = false;
    QString text; ///< the phrase as published
    QString sentence;
    SourceRange source = {};
};

struct RoleDraft
{
    QString title;
    QString summary;
    QString organisation;
    QList<QualityDraft> necessary;
    QList<QualityDraft> useful;
    QList<QualityDraft> responsibilities;
    QList<DeadlineDraft> deadlines;
    QList<RelativeDateDraft> relativeDates;
    QStringList contacts; ///< e-mail addresses an applicant may write to
    std::optional<QString> location;
    QStringList warnings; ///< translated, one sentence each
    SourceRange source = {};
};

struct PostingDraft
{
    QString encoding;   ///< the encoding the bytes were read in: "UTF-8", "windows-1252"
    QString sourceText; ///< the text after decoding, repair of damaged characters and line ends turned into \n
    QList<RoleDraft> roles;
    QStringList warnings; ///< about the file as a whole
};

} // namespace rolecall::app
