// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/applicants/import_preview.h"

#include "app/applicants/remembered_columns.h"
#include "app/table/table_stream.h"
#include "db/qualities.h"

#include <QCoreApplication>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportPreview", text);
}

QString kindOf(const TableDialect &dialect)
{
    QString separator;
    switch (dialect.delimiter) {
    case 0:
        return dialect.encoding; // a spreadsheet's kind
    case ',':
        separator = tr("separated by commas");
        break;
    case ';':
        separator = tr("separated by semicolons");
        break;
    case '\t':
        separator = tr("separated by tabs");
        break;
    default:
        separator = tr("separated by %1").arg(QLatin1Char(dialect.delimiter));
    }
    return QStringLiteral("%1, %2").arg(separator, dialect.encoding);
}

QString fieldLabel(ApplicantField field)
{
    switch (field) {
    case ApplicantField::Name:
        return tr("Name");
    case ApplicantField::GivenName:
        return tr("Given name");
    case ApplicantField::FamilyName:
        return tr("Family name");
    case ApplicantField::Email:
        return tr("E-mail");
    case ApplicantField::Phone:
        return tr("Phone");
    case ApplicantField::Location:
        return tr("Location");
    case ApplicantField::Source:
        return tr("Source");
    case ApplicantField::AppliedOn:
        return tr("Applied on");
    case ApplicantField::Stage:
        return tr("Stage");
    case ApplicantField::Outcome:
        return tr("Outcome");
    case ApplicantField::OutcomeReason:
        return tr("Reason of the outcome");
    case ApplicantField::Tags:
        return tr("Tags");
    case ApplicantField::Notes:
        return tr("Notes");
    case ApplicantField::Links:
        return tr("Links");
    case ApplicantField::ExternalId:
        return tr("Number elsewhere");
    case ApplicantField::Documents:
        return tr("Names of documents");
    }
    return {};
}

QString qualityLabel(const ColumnMapping &mapping, int quality)
{
    return (quality < mapping.necessaryCount ? tr("Necessary: %1") : tr("Useful: %1")).arg(mapping.qualityTexts.value(quality));
}

} // namespace

Result<ImportPreview> previewImport(db::Connection &connection, db::RoleId role, const QString &path, const QStringList &columnMap)
{
    const auto stream = TableStream::open(path);
    if (!stream)
        return tl::unexpected(stream.error());
    const auto qualities = db::qualities(connection, role);
    if (!qualities)
        return tl::unexpected(qualities.error());
    QStringList texts;
    int necessary = 0;
    for (const db::Quality &quality : *qualities) {
        texts << quality.text;
        necessary += quality.tier == db::Tier::Necessary ? 1 : 0;
    }
    ImportPreview preview;
    preview.kind = kindOf((*stream)->dialect());
    preview.rows = (*stream)->sampleRows();
    preview.mapping = recognizeColumns((*stream)->header(), preview.rows, texts, necessary);
    if (!preview.mapping.program.isEmpty())
        preview.kind = tr("an export of %1, %2").arg(preview.mapping.program, preview.kind);
    if (auto outcome = applyRememberedColumns(connection, preview.mapping, (*stream)->header()); !outcome)
        return tl::unexpected(outcome.error());
    if (auto outcome = columnMap.isEmpty() ? Outcome() : applyOverrides(preview.mapping, (*stream)->header(), columnMap); !outcome)
        return tl::unexpected(outcome.error());
    preview.columns = (*stream)->header();
    while (preview.columns.size() < preview.mapping.columns.size())
        preview.columns << tr("Column %1").arg(preview.columns.size() + 1);
    return preview;
}

QList<ColumnMeaning> columnMeanings(const ColumnMapping &mapping)
{
    QList<ColumnMeaning> meanings;
    for (int i = 0; i < applicantFieldCount; ++i)
        meanings.append({fieldKey(ApplicantField(i)), fieldLabel(ApplicantField(i))});
    for (int i = 0; i < mapping.qualityTexts.size(); ++i) {
        const bool isNecessary = i < mapping.necessaryCount;
        meanings.append({QStringLiteral("%1%2").arg(isNecessary ? u'n' : u'u').arg(isNecessary ? i + 1 : i - mapping.necessaryCount + 1), qualityLabel(mapping, i)});
    }
    meanings.append({QStringLiteral("ignore"), tr("Leave out")});
    return meanings;
}

QString meaningOf(const ColumnMapping &mapping, int column)
{
    const ColumnTarget target = mapping.columns.value(column);
    switch (target.kind) {
    case ColumnTarget::Unmatched:
        return tr("Not recognised");
    case ColumnTarget::Field:
        return fieldLabel(target.field);
    case ColumnTarget::Rating:
        return qualityLabel(mapping, target.quality);
    case ColumnTarget::Evidence:
        return tr("Evidence on: %1").arg(mapping.qualityTexts.value(target.quality));
    case ColumnTarget::Computed:
        return tr("Worked out anew, left out");
    case ColumnTarget::Ignored:
        return tr("Leave out");
    }
    return {};
}

} // namespace rolecall::app
