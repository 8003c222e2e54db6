// SPDX-License-Identifier: GPL-3.0-or-later
// What columns of applicants are called, by language and by the programs that export them.
#pragma once

#include <QString>
#include <QStringView>
#include <optional>

namespace rolecall::app {

/// What an applicant's column means. Columns that mean something else are kept and reported.
enum class ApplicantField {
    Name, GivenName, FamilyName, Email, Phone, Location, Source, AppliedOn, Stage, Outcome, OutcomeReason, Tags, Notes, Links, ExternalId, Documents
};
inline constexpr int applicantFieldCount = int(ApplicantField::Documents) + 1;

/// The name of a field on the command line (`--map FIELD=COLUMN`): "given_name".
QString fieldKey(ApplicantField field);
std::optional<ApplicantField> fieldOfKey(QStringView key);

/// A column's name for comparison: compatibility forms, case, accents, punctuation and runs of white space made alike.
QString foldedName(QStringView name);

/// The field that a column of this name holds. Numbered repetitions ("Email 2", "Phone - Home") are the same field.
std::optional<ApplicantField> fieldOfColumn(QStringView name);

/// Whether such a name occurs as a header of applicants' tables at all: also "Company", "Salutation", "Rank".
bool isKnownColumn(QStringView name);

} // namespace rolecall::app
