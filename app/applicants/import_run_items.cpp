// SPDX-License-Identifier: GPL-3.0-or-later
// The part of an import run that stores messages, cards and documents: who is there already is never made twice, never
// merged without a word, and in doubt nobody is taken.
#include "app/applicants/import_run.h"

#include "app/intake/intake_queue.h"
#include "db/applications.h"
#include "db/connection.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("ApplicantImport", text, nullptr, n);
}

db::BulkDocument bulkDocument(const IntakeDocument &document, const QByteArray &sha256, const QByteArray &fileName)
{
    return {std::string_view(sha256.constData(), size_t(sha256.size())), std::string_view(fileName.constData(), size_t(fileName.size())), document.bytes, document.text.get()};
}

} // namespace

Outcome ImportRun::importItems(const QList<ImportSource> &sources)
{
    if (sources.isEmpty())
        return {};
    IntakeOptions options;
    options.keepBytes = !m_request.dryRun;
    options.texts = m_request.texts ? m_request.texts : std::make_shared<TextCache>();
    IntakeQueue queue(sources, options);
    IntakeQueue::Items items;
    while (queue.take(items)) {
        if (m_progress && m_progress->isCancelled())
            return cancelled();
        for (IntakeItem &item : items) {
            m_file = item.file;
            if (auto outcome = storeItem(item); !outcome)
                return outcome;
            m_doneBytes += item.bytes;
        }
        if (m_progress)
            m_progress->setDone(m_doneBytes);
    }
    return {};
}

Outcome ImportRun::storeItem(IntakeItem &item)
{
    const ImportAnswer answer = m_request.answers.value(item.key);
    if (!answer.person.isNobody()) {
        item.person = answer.person;
        item.certainty = Certainty::Certain;
        item.messages = {tr("who it is was said by hand")};
        item.needsLook = false;
    }
    const bool readNothing = item.isUnreadable && (!item.isDocuments || item.documents.empty());
    m_readAnything = m_readAnything || !item.isUnreadable;
    if (item.isUnreadable && !m_firstUnreadable) {
        QString why = item.messages.join(QStringLiteral("; "));
        const bool saysRemedy = why.endsWith(u'.'); // it is a whole sentence with a remedy behind it
        while (why.endsWith(u'.'))
            why.chop(1);
        m_firstUnreadable = Error{tr("Importing applicants"), item.file, why, saysRemedy ? QString() : tr("Ask for the file again")};
    }
    const db::RoleId role = roleOf(item, answer);
    if (readNothing)
        return refuseItem(item, role, false);
    const auto known = knownOwner(item, role);
    if (!known)
        return tl::unexpected(known.error());
    if (known->id.isValid()) {
        m_readAnything = true;
        return joinTo(*known, item, role);
    }
    if (item.certainty == Certainty::Unknown || (item.isUnreadable && answer.person.isNobody()))
        return refuseItem(item, role, true);
    m_readAnything = true;
    return addItem(item, role);
}

db::RoleId ImportRun::roleOf(IntakeItem &item, const ImportAnswer &answer)
{
    if (answer.role.isValid())
        return answer.role;
    for (const QString &words : std::as_const(item.roleWords)) {
        const auto named = m_roles.of(words);
        if (!named)
            continue;
        if (*named == m_request.role)
            break;
        if (m_request.guessRoles) {
            item.messages << tr("it names the role “%1” and goes there").arg(m_roles.titleOf(*named));
            return *named;
        }
        item.look(tr("it names another role: “%1”").arg(m_roles.titleOf(*named)));
        break;
    }
    return m_request.role;
}

Result<db::KnownApplication> ImportRun::knownOwner(IntakeItem &item, db::RoleId role)
{
    const auto byEmail = [&](const QString &email) {
        const std::string address = email.toStdString();
        return m_load.applicationOf(address, role);
    };
    if (!item.person.email.isEmpty() && item.certainty != Certainty::Unknown) {
        auto known = byEmail(item.person.email);
        if (!known || known->id.isValid())
            return known;
    }
    if (!item.isDocuments)
        return db::KnownApplication();
    // Documents alone: the table says whose, by the file's name, or an address in it does.
    std::vector<db::KnownApplication> owners;
    const auto add = [&owners](const db::KnownApplication &known) {
        if (known.id.isValid() && std::none_of(owners.begin(), owners.end(), [&known](const db::KnownApplication &other) { return other.id == known.id; }))
            owners.push_back(known);
    };
    for (const QString &name : std::as_const(item.fileNames)) {
        const auto [begin, end] = m_fileOwners.equal_range(name.toLower().toStdString());
        for (auto owner = begin; owner != end; ++owner)
            add({owner->second, {}, true});
    }
    QString how = tr("by the file's name in the table");
    if (owners.empty()) {
        how = tr("by the e-mail address");
        for (const QString &email : std::as_const(item.emails)) {
            auto known = byEmail(email);
            if (!known)
                return known;
            add(*known);
        }
    }
    if (owners.empty() && m_hasTables && item.person.email.isEmpty()) {
        how = tr("by the name");
        for (const QString &key : std::as_const(item.nameKeys)) {
            const auto named = m_load.applicationsNamed(key.toStdString(), role);
            if (!named)
                return tl::unexpected(named.error());
            for (const db::KnownApplication &known : *named)
                add(known);
        }
    }
    if (owners.size() == 1) {
        item.certainty = Certainty::Certain;
        item.needsLook = false;
        item.messages = {how};
        for (const IntakeDocument &document : item.documents) {
            if (document.text && document.text->kind == u"unreadable")
                item.look(tr("%1 cannot be shown: %2").arg(document.fileName, document.text->problem));
        }
        return owners.front();
    }
    if (owners.size() > 1) {
        item.certainty = Certainty::Unknown;
        item.look(tr("it fits several applicants, so whose it is is not certain"));
    } else if (m_hasTables && item.certainty != Certainty::Unknown && !item.isUnreadable) {
        item.look(tr("it fits nobody in the table and was taken for itself"));
    }
    return db::KnownApplication();
}

Outcome ImportRun::joinTo(const db::KnownApplication &known, IntakeItem &item, db::RoleId role)
{
    const auto added = addDocuments(known.id, item);
    if (!added)
        return tl::unexpected(added.error());
    const auto owner = m_load.personOf(known.id);
    if (!owner)
        return tl::unexpected(owner.error());
    ImportedRow row = rowOf(item, RowState::Taken, role);
    if (item.isDocuments) { // the letter of somebody who is there bears their name, not one that was guessed
        row.name = owner->name;
        row.email = owner->email;
    }
    if (*added == 0) {
        ++m_summary.refused;
        row.state = RowState::Refused;
        row.messages << (item.documents.empty() ? tr("somebody with this e-mail address is in this role already; nothing was changed")
                                                : tr("this applicant is there already, with all of these documents"));
        return tell(row, known.id, false);
    }
    if (!item.note.isEmpty()) {
        const std::string note = item.note.toStdString();
        if (auto outcome = m_load.addNote(known.id, note); !outcome)
            return outcome;
    }
    row.documents = *added;
    row.messages << tr("%n document(s) added to an applicant who is there already", *added);
    const QString key = db::nameKey(item.person.name);
    if (!known.nameKey.empty() && !key.isEmpty() && known.nameKey != key.toStdString() && !item.isDocuments) {
        row.messages << tr("the name there is another one");
        item.needsLook = true;
    }
    row.state = item.needsLook ? RowState::NeedsLook : RowState::Taken;
    ++(item.needsLook ? m_summary.needsLook : m_summary.taken);
    return tell(row, known.id, false);
}

Result<int> ImportRun::addDocuments(db::ApplicationId application, const IntakeItem &item)
{
    int added = 0;
    for (const IntakeDocument &document : item.documents) {
        const QByteArray sha256 = document.sha256.toLatin1();
        const QByteArray name = document.fileName.toUtf8();
        const auto stored = m_load.addDocument(application, bulkDocument(document, sha256, name));
        if (!stored)
            return tl::unexpected(stored.error());
        added += *stored;
    }
    return added;
}

Result<ImportPlan *> ImportRun::planFor(db::RoleId role)
{
    if (role == m_request.role)
        return &m_plan;
    if (const auto known = m_otherPlans.find(role); known != m_otherPlans.end())
        return &known->second;
    auto plan = ImportPlan::make(m_connection, role, {});
    if (!plan)
        return tl::unexpected(plan.error());
    return &m_otherPlans.emplace(role, std::move(*plan)).first->second;
}

Outcome ImportRun::addItem(IntakeItem &item, db::RoleId role)
{
    const auto plan = planFor(role);
    if (!plan)
        return tl::unexpected(plan.error());
    QString name = item.person.name.simplified();
    if (name.isEmpty()) {
        name = item.person.email;
        item.look(tr("there is no name; the e-mail address stands in its place"));
    }
    const std::string nameText = name.toStdString();
    const std::string nameKey = db::nameKey(name).toStdString();
    const std::string email = item.person.email.toStdString();
    const auto likeness = m_load.likeness(email, nameKey);
    if (!likeness)
        return tl::unexpected(likeness.error());
    if (likeness->sameEmail > 0)
        item.look(sameAddressElsewhere());
    else if (likeness->sameName > 0)
        item.look(sameName());
    const std::string phone = item.phone.toStdString();
    const std::string location = item.location.toStdString();
    const std::string links = item.links.toStdString();
    const std::string source = item.source.toStdString();
    const std::string appliedOn = item.appliedOn.toStdString();
    const std::string note = item.note.toStdString();
    const db::Standing standing = (*plan)->unratedStanding();
    db::BulkApplicant applicant;
    applicant.name = nameText;
    applicant.nameKey = nameKey;
    applicant.email = email;
    applicant.phone = phone;
    applicant.location = location;
    applicant.links = links;
    applicant.source = source;
    applicant.appliedOn = appliedOn;
    applicant.note = note;
    applicant.role = role;
    applicant.stage = (*plan)->firstStage();
    applicant.standing = &standing;
    m_tags.clear();
    if ((*plan)->isLate(appliedOn)) {
        const auto key = m_plan.tagKeyFor(m_connection, lateTag().toStdString());
        if (!key)
            return tl::unexpected(key.error());
        m_tags.push_back(*key);
        item.messages << lateMessage(**plan);
    }
    applicant.tags = &m_tags;
    const auto application = m_load.add(applicant);
    if (!application)
        return tl::unexpected(application.error());
    ++m_summary.applicants;
    const auto added = addDocuments(*application, item);
    if (!added)
        return tl::unexpected(added.error());
    ++(item.needsLook ? m_summary.needsLook : m_summary.taken);
    ImportedRow row = rowOf(item, item.needsLook ? RowState::NeedsLook : RowState::Taken, role);
    row.name = name;
    row.documents = *added;
    return tell(row, *application, false);
}

Outcome ImportRun::refuseItem(const IntakeItem &item, db::RoleId role, bool isInDoubt)
{
    ++m_summary.refused;
    m_summary.inDoubt += isInDoubt;
    ImportedRow row = rowOf(item, RowState::Refused, role);
    row.isInDoubt = isInDoubt;
    row.name.clear(); // what was not certain is offered, not stated
    row.email.clear();
    return tell(row, {}, false);
}

ImportedRow ImportRun::rowOf(const IntakeItem &item, RowState state, db::RoleId role) const
{
    ImportedRow row;
    row.file = item.file;
    row.row = item.row;
    row.state = state;
    row.name = item.person.name;
    row.email = item.person.email;
    row.messages = item.messages;
    row.key = item.key;
    row.choices = item.choices;
    row.role = role;
    row.documents = int(item.documents.size());
    return row;
}

} // namespace rolecall::app
