// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Resume (jsonresume.org, schema 1.0.0): the person it describes.
#pragma once

#include "app/applicants/applicant_draft.h"
#include "db/result.h"

namespace rolecall::app {

/// Fails with line and column where the JSON is broken, and where it is no CV.
Result<ApplicantDraft> readJsonResume(const QByteArray &bytes, const QString &fileName);

/// The CV as Markdown, section by section, for people to read. Empty where it is no JSON.
QString jsonResumeText(const QByteArray &bytes);

} // namespace rolecall::app
