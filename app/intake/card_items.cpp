// SPDX-License-Identifier: GPL-3.0-or-later
// Applicants from address cards and from JSON Resume.
#include "app/intake/intake_readers.h"

#include "app/applicants/cell_parsing.h"
#include "app/applicants/json_resume.h"
#include "app/applicants/vcard.h"
#include "app/documents/attaching.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace rolecall::app {

namespace {

constexpr qint64 largestCardFile = 256LL * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Intake", text);
}

Result<QByteArray> bytesOf(const QString &path, qint64 most)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return failure(tr("Reading"), name, file.errorString(), tr("Check the permissions of the file"));
    if (file.size() > most)
        return failure(tr("Reading"), name, tr("it is larger than %1 MB").arg(most / 1024 / 1024));
    return file.readAll();
}

IntakeItem itemOf(const ApplicantDraft &draft, const ImportSource &source, std::optional<qint64> number)
{
    IntakeItem item;
    item.key = source.paths.first() + (number ? QStringLiteral("#%1").arg(*number) : QString());
    item.file = source.shown;
    item.row = number;
    item.roleWords = {source.shown};
    item.person.name = draft.name;
    QStringList others;
    for (const QString &written : draft.emails) {
        const auto email = parseEmail(written);
        if (!email)
            item.look(tr("“%1” is not an e-mail address; it was kept in the notes").arg(written));
        if (email && item.person.email.isEmpty())
            item.person.email = *email;
        else
            others << tr("Further e-mail address: %1").arg(written);
    }
    item.phone = draft.phones.join(QStringLiteral(", "));
    item.location = draft.location;
    item.links = draft.links.join(u'\n');
    item.note = (QStringList{draft.summary} + others).join(u'\n').trimmed();
    for (const QString &left : draft.leftOut)
        item.messages << left;
    for (QString warning : draft.warnings) {
        warning[0] = warning.front().toLower();
        item.look(warning);
    }
    if (item.person.isNobody())
        item.certainty = Certainty::Unknown;
    return item;
}

} // namespace

IntakeItem unreadableItem(const ImportSource &source, std::optional<qint64> number, const QString &why)
{
    IntakeItem item;
    item.key = source.paths.first() + (number ? QStringLiteral("#%1").arg(*number) : QString());
    item.file = source.shown;
    item.row = number;
    item.certainty = Certainty::Unknown;
    item.isUnreadable = true;
    item.look(why);
    return item;
}

std::vector<IntakeItem> readCardItems(const ImportSource &source)
{
    const auto bytes = bytesOf(source.paths.first(), largestCardFile);
    const auto drafts = bytes ? readVCards(*bytes, source.shown) : Result<std::vector<ApplicantDraft>>(tl::unexpected(bytes.error()));
    if (!drafts)
        return {unreadableItem(source, std::nullopt, drafts.error().text())};
    std::vector<IntakeItem> items;
    qint64 number = 0;
    for (const ApplicantDraft &draft : *drafts) {
        ++number;
        items.push_back(itemOf(draft, source, drafts->size() > 1 ? std::optional(number) : std::nullopt));
    }
    return items;
}

IntakeItem readResumeItem(const ImportSource &source, const IntakeOptions &options)
{
    const auto bytes = bytesOf(source.paths.first(), largestDocument);
    const auto draft = bytes ? readJsonResume(*bytes, source.shown) : Result<ApplicantDraft>(tl::unexpected(bytes.error()));
    if (!draft)
        return unreadableItem(source, std::nullopt, draft.error().text());
    IntakeItem item = itemOf(*draft, source, std::nullopt);
    const QString name = QFileInfo(source.paths.first()).completeBaseName();
    addDocument(item, name + QStringLiteral(".md"), jsonResumeText(*bytes).toUtf8(), options);
    addDocument(item, QFileInfo(source.paths.first()).fileName(), *bytes, options);
    return item;
}

} // namespace rolecall::app
