// SPDX-License-Identifier: GPL-3.0-or-later
// vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350): the people in an address card. libical reads the newer two only as far
// as calendars need them and 2.1 not at all, so the few lines that matter are read here.
#pragma once

#include "app/applicants/applicant_draft.h"
#include "db/result.h"

namespace rolecall::app {

/// One draft per card. Fails where there is no card.
Result<std::vector<ApplicantDraft>> readVCards(const QByteArray &bytes, const QString &fileName);

} // namespace rolecall::app
