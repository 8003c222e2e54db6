// SPDX-License-Identifier: GPL-3.0-or-later
// Roles out of a posting.
#include "app/pipeline/stage_templates.h"
#include "app/posting/posting_reader.h"
#include "app/roles/read_dates.h"
#include "app/roles/role_editing.h"
#include "db/connection.h"
#include "db/reviewers.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("RoleAdding", text);
}

Outcome addQualities(db::Connection &connection, db::RoleId role, db::PostingId posting, db::Tier tier, const QList<QualityDraft> &drafts)
{
    int position = 0;
    for (const QualityDraft &draft : drafts) {
        db::Quality quality;
        quality.role = role;
        quality.tier = tier;
        quality.position = position++;
        quality.text = draft.text;
        quality.footnote = draft.footnote;
        quality.posting = posting;
        quality.sourceStart = draft.source.start;
        quality.sourceLength = draft.source.length;
        if (const auto added = db::insertQuality(connection, quality); !added)
            return tl::unexpected(added.error());
    }
    return {};
}

Result<db::RoleId> addRole(db::Connection &connection, const RoleDraft &draft, const PostingDraft &file, const QString &fileName, const QString &sha256)
{
    db::Role role;
    role.title = draft.title.simplified();
    if (role.title.isEmpty())
        role.title = QFileInfo(fileName).completeBaseName();
    role.organisation = draft.organisation;
    role.location = draft.location;
    role.summary = draft.summary;
    const auto id = db::insertRole(connection, role);
    if (!id)
        return id;
    db::Posting posting;
    posting.role = *id;
    posting.fileName = fileName;
    posting.sha256 = sha256;
    posting.encoding = file.encoding;
    posting.warnings = file.warnings + draft.warnings;
    posting.sourceStart = std::max<qsizetype>(0, draft.source.start);
    posting.sourceLength = draft.source.length;
    const auto postingId = db::insertPosting(connection, posting);
    if (!postingId)
        return tl::unexpected(postingId.error());

    QStringList duties;
    for (const QualityDraft &duty : draft.responsibilities)
        duties << duty.text;
    const std::function<Outcome()> steps[] = {
        [&] { return addQualities(connection, *id, *postingId, db::Tier::Necessary, draft.necessary); },
        [&] { return addQualities(connection, *id, *postingId, db::Tier::Useful, draft.useful); },
        [&] { return db::setDuties(connection, *id, duties); },
        [&] { return addReadDates(connection, *id, draft); },
        [&] { return db::setContacts(connection, *id, draft.contacts); },
        [&]() -> Outcome {
            const auto stages = stagesOfNewRole(connection);
            if (!stages)
                return tl::unexpected(stages.error());
            for (const db::Stage &stage : *stages) {
                if (const auto added = db::insertStage(connection, *id, stage); !added)
                    return tl::unexpected(added.error());
            }
            return {};
        },
        [&] { return connection.reviewer().isValid() ? db::addToPanel(connection, *id, connection.reviewer()) : Outcome(); },
    };
    for (const auto &step : steps) {
        if (auto outcome = step(); !outcome)
            return tl::unexpected(outcome.error());
    }
    return id;
}

} // namespace

Result<RolesAdded> addRolesFromPosting(db::Connection &connection, const QByteArray &bytes, const QString &fileName)
{
    return addRolesFromPostings(connection, {{fileName, bytes}});
}

Result<RolesAdded> addRolesFromPostings(db::Connection &connection, const QList<QPair<QString, QByteArray>> &files)
{
    QList<PostingDraft> drafts;
    RolesAdded added;
    QStringList titles;
    QStringList names;
    for (const auto &[name, bytes] : files) {
        const auto draft = readPosting(bytes, name);
        if (!draft)
            return tl::unexpected(draft.error());
        if (draft->roles.isEmpty())
            return failure(tr("Reading the posting"), name, tr("no role was found in it"), tr("Give the posting a title, or choose another file"));
        added.warnings += draft->warnings;
        for (const RoleDraft &role : draft->roles) {
            added.warnings += role.warnings;
            titles << role.title;
        }
        names << name;
        drafts << *draft;
    }
    const QString title = titles.size() == 1 ? tr("Added the role %1").arg(titles.first()) : tr("Added %1 roles: %2").arg(titles.size()).arg(titles.join(QStringLiteral("; ")));
    const QString detail = names.join(QStringLiteral(", "));
    auto scope = db::ChangeScope::begin(connection, {QStringLiteral("role"), title, detail});
    if (!scope)
        return tl::unexpected(scope.error());
    for (qsizetype i = 0; i < files.size(); ++i) {
        const auto sha256 = db::storeContent(connection, files.at(i).second);
        if (!sha256)
            return tl::unexpected(sha256.error());
        for (const RoleDraft &role : drafts.at(i).roles) {
            const auto id = addRole(connection, role, drafts.at(i), files.at(i).first, *sha256);
            if (!id)
                return tl::unexpected(id.error());
            added.roles << *id;
        }
    }
    if (auto outcome = scope->describe({QStringLiteral("role"), title, detail, added.roles.first()}); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = scope->commit(); !outcome)
        return tl::unexpected(outcome.error());
    added.done = {title, Area::Roles | Area::Qualities | Area::Dates, added.roles.first(), {}, scope->id()};
    return added;
}

Result<std::optional<PostingSource>> postingSource(db::Connection &connection, db::RoleId role, std::optional<int> revision)
{
    const auto postings = db::postings(connection, role);
    if (!postings)
        return tl::unexpected(postings.error());
    const auto wanted = std::find_if(postings->cbegin(), postings->cend(), [&](const db::Posting &posting) { return !revision || posting.revision == *revision; });
    if (wanted == postings->cend())
        return std::optional<PostingSource>();
    const auto bytes = db::content(connection, wanted->sha256);
    if (!bytes)
        return tl::unexpected(bytes.error());
    auto draft = readPosting(*bytes, wanted->fileName);
    if (!draft)
        return tl::unexpected(draft.error());
    return std::optional(PostingSource{*wanted, std::move(*draft)});
}

QString deadlineKindName(DeadlineKind kind)
{
    switch (kind) {
    case DeadlineKind::ApplicationsClose:
        return QStringLiteral("applications_close");
    case DeadlineKind::Interviews:
        return QStringLiteral("interviews");
    case DeadlineKind::Start:
        return QStringLiteral("start");
    case DeadlineKind::Other:
        break;
    }
    return QStringLiteral("other");
}

} // namespace rolecall::app
