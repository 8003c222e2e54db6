// SPDX-License-Identifier: GPL-3.0-or-later
// From one message, card, CV or set of documents to the applicant it brings. Pure but for reading the files named.
#pragma once

#include "app/applicants/applicant_draft.h"
#include "app/intake/import_sources.h"
#include "app/intake/intake_item.h"
#include "app/intake/text_cache.h"
#include "app/mail/mail_draft.h"

namespace rolecall::app {

struct IntakeOptions
{
    bool keepBytes = true; ///< false in a trial, which stores nothing
    std::shared_ptr<TextCache> texts; ///< never null
};

/// `number` from 1 in a mailbox; none for a message that is a file of its own.
IntakeItem readMailItem(MailMessage &&message, const ImportSource &source, std::optional<qint64> number, const IntakeOptions &options);
/// One item per card; a file that cannot be read is one unreadable item, here as below.
std::vector<IntakeItem> readCardItems(const ImportSource &source);
IntakeItem readResumeItem(const ImportSource &source, const IntakeOptions &options);
IntakeItem readDocumentItem(const ImportSource &source, const IntakeOptions &options);

/// An item of which nothing can be read, and why.
IntakeItem unreadableItem(const ImportSource &source, std::optional<qint64> number, const QString &why);

/// Adds a file to an item: with its hash, its text and, where it cannot be read, a word about that.
void addDocument(IntakeItem &item, const QString &fileName, const QByteArray &bytes, const IntakeOptions &options);

} // namespace rolecall::app
