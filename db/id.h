// SPDX-License-Identifier: GPL-3.0-or-later
// Row keys that cannot be mixed up: a role's number never passes for an application's.
#pragma once

#include <QHash>
#include <QMetaType>
#include <compare>

namespace rolecall::db {

template<class Tag> class Id
{
public:
    constexpr Id() = default; ///< no row
    constexpr explicit Id(qint64 number)
        : m_number(number)
    {}
    constexpr qint64 number() const { return m_number; }
    constexpr bool isValid() const { return m_number > 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.m_number, seed); }

private:
    qint64 m_number = 0;
};

using ReviewerId = Id<struct ReviewerTag>;
using RoleId = Id<struct RoleTag>;
using PostingId = Id<struct PostingTag>;
using QualityId = Id<struct QualityTag>;
using DeadlineId = Id<struct DeadlineTag>;
using StageId = Id<struct StageTag>;
using CandidateId = Id<struct CandidateTag>;
using ApplicationId = Id<struct ApplicationTag>;
using DocumentId = Id<struct DocumentTag>;
using ReviewId = Id<struct ReviewTag>;
using EvidenceId = Id<struct EvidenceTag>;
using NoteId = Id<struct NoteTag>;
using ShortlistId = Id<struct ShortlistTag>;
using ImportReportId = Id<struct ImportReportTag>;
using StageTemplateId = Id<struct StageTemplateTag>;
using MessageTemplateId = Id<struct MessageTemplateTag>;
using InterviewId = Id<struct InterviewTag>;
using QuestionId = Id<struct QuestionTag>;
using CustomFieldId = Id<struct CustomFieldTag>;
using RetentionRuleId = Id<struct RetentionRuleTag>;
using ChangeId = Id<struct ChangeTag>;

} // namespace rolecall::db
