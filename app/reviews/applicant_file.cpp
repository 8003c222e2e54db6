// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reviews/applicant_file.h"

#include "app/blind/veil.h"
#include "app/documents/text_preparation.h"
#include "db/connection.h"
#include "db/roles.h"

#include <QCoreApplication>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Review", text);
}

Result<ReadableDocument> readableDocument(db::Connection &connection, const db::Document &document, const ApplicantFile &file, int number, const ApartReader &apart)
{
    ReadableDocument readable;
    readable.document = document;
    readable.title = document.fileName;
    readable.hidden = file.identity.hidden;
    auto prepared = prepareText(connection, document, apart);
    if (!prepared)
        return tl::unexpected(prepared.error());
    readable.text = std::move(prepared->text);
    readable.fresh = prepared->fresh;
    if (readable.hidden) {
        readable.document.fileName.clear();
        readable.title = tr("Document %1").arg(number);
        readable.masked = mask(readable.text.text, file.facts, file.identity.code);
        if (readable.text.kind == QLatin1String("image"))
            readable.notice = tr("A picture may show who it is, so it is not shown before the applicant is revealed");
    } else if (readable.text.kind == QLatin1String("pdf") && apart && readable.text.pageView != QLatin1String("drawn")) {
        readable.notice = tr("Its pages take too much to be drawn, as those of a harmful file would; this is its text");
    } else if (readable.text.kind == QLatin1String("pdf")) {
        auto bytes = db::content(connection, document.sha256);
        if (!bytes)
            return tl::unexpected(bytes.error());
        readable.pdf = std::move(*bytes);
    } else if (readable.text.kind == QLatin1String("image")) {
        const auto bytes = db::content(connection, document.sha256);
        if (!bytes)
            return tl::unexpected(bytes.error());
        readable.picture = decodedPicture(*bytes);
    }
    return readable;
}

} // namespace

std::optional<int> ReadableDocument::pageAt(qsizetype originalOffset) const
{
    if (!text.pages)
        return std::nullopt;
    const auto after = std::upper_bound(text.pageStarts.cbegin(), text.pageStarts.cend(), originalOffset);
    return std::max(1, int(after - text.pageStarts.cbegin()));
}

QString ApplicantFile::safe(const QString &text) const
{
    return identity.hidden ? mask(text, facts, identity.code).text : text;
}

Result<ApplicantFile> readApplicantFile(db::Connection &connection, db::ApplicationId id, const ApartReader &apart)
{
    ApplicantFile file;
    const auto application = db::application(connection, id);
    if (!application)
        return tl::unexpected(application.error());
    file.application = *application;
    const auto who = identity(connection, id);
    if (!who)
        return tl::unexpected(who.error());
    file.identity = *who;
    if (file.identity.hidden) {
        const auto candidate = db::candidate(connection, application->candidate);
        if (!candidate)
            return tl::unexpected(candidate.error());
        file.facts = factsOf(*candidate);
        file.facts.others = otherNames(connection, application->role);
    }
    const auto documents = db::documents(connection, id);
    if (!documents)
        return tl::unexpected(documents.error());
    for (const db::Document &document : *documents) {
        auto readable = readableDocument(connection, document, file, int(file.documents.size()) + 1, apart);
        if (!readable)
            return tl::unexpected(readable.error());
        file.documents << std::move(*readable);
    }
    const auto notes = db::notes(connection, id);
    if (!notes)
        return tl::unexpected(notes.error());
    for (const db::Note &note : *notes) {
        if (!note.reviewer.isValid())
            file.notes << file.safe(note.text);
    }
    return file;
}

} // namespace rolecall::app
