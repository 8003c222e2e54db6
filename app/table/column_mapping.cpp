// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/column_mapping.h"

#include "app/table/cell_shape.h"
#include "app/table/export_origin.h"
#include "app/table/quality_columns.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>
#include <algorithm>

namespace rolecall::app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Table", text);
}

QString columnLabel(const QStringList &header, qsizetype column)
{
    if (column < header.size() && !header.at(column).trimmed().isEmpty())
        return tr("“%1”").arg(header.at(column).simplified());
    return tr("number %1").arg(column + 1);
}

/// Rolecall's own export: its computed columns come several together, a lone "rank" is somebody else's.
QSet<int> computedColumns(const QStringList &header)
{
    static const QSet<QString> names{QStringLiteral("rank"),     QStringLiteral("gate"),    QStringLiteral("useful score"), QStringLiteral("necessary met"),
                                     QStringLiteral("coverage"), QStringLiteral("by hand"), QStringLiteral("code")};
    QSet<int> found;
    for (int i = 0; i < header.size(); ++i) {
        if (names.contains(foldedName(header.at(i))))
            found.insert(i);
    }
    return found.size() >= 4 ? found : QSet<int>();
}

bool anyHeader(const ColumnMapping &mapping, const QStringList &header, ApplicantField field, const QSet<QString> &names)
{
    const QList<int> columns = mapping.columnsOf(field);
    return std::any_of(columns.begin(), columns.end(), [&](int column) { return names.contains(foldedName(header.at(column))); });
}

void setField(ColumnMapping &mapping, const QList<int> &columns, ApplicantField field)
{
    for (const int column : columns)
        mapping.columns[column].field = field;
}

/// "Name" beside "Vorname" is the family name; "Nombre" without "Apellidos" is the whole name.
void settleNames(ColumnMapping &mapping, const QStringList &header)
{
    using enum ApplicantField;
    static const QSet<QString> givenBesideName{QStringLiteral("vorname"), QStringLiteral("vornamen"), QStringLiteral("voornaam"), QStringLiteral("fornavn"),
                                               QStringLiteral("fornamn"), QStringLiteral("prenom"),   QStringLiteral("prenoms")};
    static const QSet<QString> shortName{QStringLiteral("name"), QStringLiteral("naam"), QStringLiteral("navn"), QStringLiteral("namn")};
    static const QSet<QString> givenOrWhole{QStringLiteral("nombre"), QStringLiteral("nombres"), QStringLiteral("nome")};
    if (!mapping.has(FamilyName) && anyHeader(mapping, header, GivenName, givenBesideName) && anyHeader(mapping, header, Name, shortName))
        setField(mapping, mapping.columnsOf(Name), FamilyName);
    if (!mapping.has(FamilyName) && !mapping.has(Name) && anyHeader(mapping, header, GivenName, givenOrWhole))
        setField(mapping, mapping.columnsOf(GivenName), Name);
    if (!mapping.has(GivenName) && !mapping.has(Name))
        setField(mapping, mapping.columnsOf(FamilyName), Name);
}

/// Of several columns for one field, the plainer name gives way.
void settleRivals(ColumnMapping &mapping, const QStringList &header)
{
    using enum ApplicantField;
    static const QSet<QString> anyDate{QStringLiteral("date"),       QStringLiteral("timestamp"),  QStringLiteral("created"), QStringLiteral("created at"), QStringLiteral("created on"),
                                       QStringLiteral("date created"), QStringLiteral("added"),    QStringLiteral("date added"), QStringLiteral("added at"), QStringLiteral("datum"),
                                       QStringLiteral("creation date"), QStringLiteral("erstellt am"), QStringLiteral("fecha"), QStringLiteral("data")};
    const QList<int> dates = mapping.columnsOf(AppliedOn);
    const auto isPlain = [&](int column) { return anyDate.contains(foldedName(header.at(column))); };
    if (dates.size() > 1 && std::any_of(dates.begin(), dates.end(), [&](int column) { return !isPlain(column); })) {
        for (const int column : dates) {
            if (isPlain(column))
                mapping.columns[column].kind = ColumnTarget::Unmatched;
        }
    }
    const QList<int> stages = mapping.columnsOf(Stage);
    const auto isStatus = [&](int column) {
        const QString name = foldedName(header.at(column));
        return name.contains(u"status") || name == u"statut" || name == u"estado" || name == u"stato";
    };
    if (stages.size() > 1 && !mapping.has(Outcome) && std::any_of(stages.begin(), stages.end(), [&](int column) { return !isStatus(column); })) {
        for (const int column : stages) {
            if (isStatus(column))
                mapping.columns[column].field = Outcome;
        }
    }
}

/// The shape of most cells of a column; Empty where nothing prevails.
CellShape prevailingShape(const QList<QStringList> &rows, qsizetype column)
{
    QHash<int, int> shapes;
    int filled = 0;
    for (const QStringList &row : rows) {
        if (column >= row.size())
            continue;
        const CellShape shape = cellShape(row.at(column));
        if (shape == CellShape::Empty)
            continue;
        ++filled;
        ++shapes[int(shape)];
    }
    for (auto it = shapes.cbegin(); it != shapes.cend(); ++it) {
        if (it.value() * 10 >= filled * 7)
            return CellShape(it.key());
    }
    return CellShape::Empty;
}

/// Two words or more without a digit, in most cells; or one, where the alphabet does not part words.
bool looksLikeNames(const QList<QStringList> &rows, qsizetype column)
{
    int names = 0;
    int filled = 0;
    for (const QStringList &row : rows) {
        if (column >= row.size() || row.at(column).trimmed().isEmpty())
            continue;
        ++filled;
        const QString cell = row.at(column).simplified();
        const bool digits = std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
        const qsizetype words = cell.count(u' ') + 1;
        names += !digits && cell.size() <= 60 && words <= 6 && (words >= 2 || cell.front().script() >= QChar::Script_Hiragana || cell.front().isUpper());
    }
    return filled > 0 && names * 10 >= filled * 7;
}

void recognizeByContent(ColumnMapping &mapping, const QList<QStringList> &rows)
{
    using enum ApplicantField;
    for (qsizetype column = 0; column < mapping.columns.size(); ++column) {
        const CellShape shape = prevailingShape(rows, column);
        std::optional<ApplicantField> field;
        if (shape == CellShape::Email)
            field = Email;
        else if (shape == CellShape::Phone && !mapping.has(Phone))
            field = Phone;
        else if (shape == CellShape::Date && !mapping.has(AppliedOn))
            field = AppliedOn;
        else if (shape == CellShape::Link)
            field = Links;
        else if (shape == CellShape::Text && !mapping.has(Name) && looksLikeNames(rows, column))
            field = Name;
        if (field) {
            mapping.columns[column].kind = ColumnTarget::Field;
            mapping.columns[column].field = *field;
            mapping.warnings.append(tr("Column %1 was taken for %2 by what its cells look like").arg(columnLabel({}, column), fieldKey(*field)));
        }
    }
}

void report(ColumnMapping &mapping, const QStringList &header)
{
    mapping.doubts = mapping.warnings.size();
    constexpr qsizetype mostNamed = 20;
    const auto unmatched = std::count_if(mapping.columns.cbegin(), mapping.columns.cend(), [](const ColumnTarget &target) { return target.kind == ColumnTarget::Unmatched; });
    if (unmatched > mostNamed)
        mapping.warnings.append(tr("%1 columns were not recognised; their cells are kept with the applicant").arg(unmatched));
    for (qsizetype column = 0; column < mapping.columns.size(); ++column) {
        const QString label = columnLabel(header, column);
        const bool nameless = column < header.size() && header.at(column).trimmed().isEmpty();
        if (mapping.columns.at(column).kind == ColumnTarget::Unmatched && unmatched <= mostNamed && !nameless)
            mapping.warnings.append(tr("Column %1 was not recognised; its cells are kept with the applicant").arg(label));
        else if (mapping.columns.at(column).kind == ColumnTarget::Computed)
            mapping.warnings.append(tr("Column %1 is computed by Rolecall and was left out").arg(label));
    }
}

} // namespace

QList<int> ColumnMapping::columnsOf(ApplicantField field) const
{
    QList<int> found;
    for (int i = 0; i < columns.size(); ++i) {
        if (columns.at(i).is(field))
            found.append(i);
    }
    return found;
}

ColumnMapping recognizeColumns(const QStringList &header, const QList<QStringList> &sampleRows, const QStringList &qualityTexts, int necessaryCount)
{
    ColumnMapping mapping;
    mapping.qualityTexts = qualityTexts;
    mapping.necessaryCount = necessaryCount;
    qsizetype width = header.size();
    if (header.isEmpty()) {
        for (const QStringList &row : sampleRows)
            width = qMax(width, row.size());
    }
    mapping.columns.resize(width);
    if (header.isEmpty()) {
        recognizeByContent(mapping, sampleRows);
        report(mapping, header);
        return mapping;
    }

    const QSet<int> computed = computedColumns(header);
    const QualityNames qualities(qualityTexts, necessaryCount);
    QSet<std::pair<int, bool>> taken;
    for (int column = 0; column < header.size(); ++column) {
        ColumnTarget &target = mapping.columns[column];
        const QString &name = header.at(column);
        if (computed.contains(column)) {
            target.kind = ColumnTarget::Computed;
            continue;
        }
        auto match = qualities.match(name);
        // Twice the same text: the columns stand for the qualities in their order.
        match.qualities.removeIf([&](int quality) { return taken.contains({quality, match.evidence}); });
        if (match.qualities.size() == 1 || (match.qualities.size() > 1 && !match.cut)) {
            target.kind = match.evidence ? ColumnTarget::Evidence : ColumnTarget::Rating;
            target.quality = match.qualities.first();
            taken.insert({target.quality, match.evidence});
            if (match.cut)
                mapping.warnings.append(tr("Column %1 was taken for the quality “%2”, whose text it begins").arg(columnLabel(header, column), qualityTexts.at(target.quality)));
            continue;
        }
        if (match.qualities.size() > 1)
            mapping.warnings.append(tr("Column %1 begins several qualities; say which with --map").arg(columnLabel(header, column)));
        else if (const auto field = fieldOfColumn(name)) {
            target.kind = ColumnTarget::Field;
            target.field = *field;
        }
    }
    settleNames(mapping, header);
    settleRivals(mapping, header);
    mapping.program = exportingProgram(header);
    applyProgramMeanings(mapping, header, mapping.program);
    if (!mapping.has(ApplicantField::Email)) {
        for (qsizetype column = 0; column < width; ++column) {
            if (mapping.columns.at(column).kind == ColumnTarget::Unmatched && prevailingShape(sampleRows, column) == CellShape::Email) {
                mapping.columns[column].kind = ColumnTarget::Field;
                mapping.columns[column].field = ApplicantField::Email;
                mapping.warnings.append(tr("Column %1 was taken for email by what its cells look like").arg(columnLabel(header, column)));
            }
        }
    }
    report(mapping, header);
    return mapping;
}

Outcome applyOverrides(ColumnMapping &mapping, const QStringList &header, const QStringList &assignments)
{
    ColumnMapping changed = mapping;
    const QualityNames qualities(mapping.qualityTexts, mapping.necessaryCount);
    QSet<int> byHand;
    for (const QString &assignment : assignments) {
        const auto refuse = [&](const QString &problem, const QString &remedy) { return failure(tr("Assigning columns"), assignment, problem, remedy); };
        const qsizetype equals = assignment.indexOf(u'=');
        const QString key = assignment.first(qMax<qsizetype>(equals, 0)).trimmed();
        const QString name = assignment.sliced(equals + 1).trimmed();
        if (equals < 0 || key.isEmpty() || name.isEmpty())
            return refuse(tr("it is not of the form FIELD=COLUMN"), tr("Write for example email=Contact"));

        int column = -1;
        const auto find = [&](auto &&same) {
            for (int i = 0; i < header.size() && column < 0; ++i) {
                if (same(header.at(i)))
                    column = i;
            }
        };
        find([&](const QString &cell) { return cell.trimmed() == name; });
        if (!foldedName(name).isEmpty())
            find([&](const QString &cell) { return foldedName(cell) == foldedName(name); });
        bool isNumber = false;
        const int number = (name.startsWith(u'#') ? name.sliced(1) : name).toInt(&isNumber);
        if (column < 0 && isNumber && number >= 1 && number <= changed.columns.size())
            column = number - 1;
        if (column < 0) {
            const QString known = header.isEmpty() ? tr("The table has %1 columns and no header: give a number").arg(changed.columns.size())
                                                   : tr("Its columns are %1").arg(header.join(u", "));
            return refuse(tr("the table has no column “%1”").arg(name), known);
        }

        ColumnTarget target;
        const auto match = qualities.match(key);
        if (key == u"ignore") {
            target.kind = ColumnTarget::Ignored;
        } else if (const auto field = fieldOfKey(key)) {
            target.kind = ColumnTarget::Field;
            target.field = *field;
        } else if (match.qualities.size() == 1) {
            target.kind = match.evidence ? ColumnTarget::Evidence : ColumnTarget::Rating;
            target.quality = match.qualities.first();
        } else {
            QStringList keys;
            for (int i = 0; i < applicantFieldCount; ++i)
                keys.append(fieldKey(ApplicantField(i)));
            return refuse(tr("there is no field “%1”").arg(key), tr("Use %1, ignore, or n1, u1 and so on for the role's qualities").arg(keys.join(u", ")));
        }
        // What was recognised for the same thing gives way to what a person says.
        for (int i = 0; i < changed.columns.size(); ++i) {
            ColumnTarget &other = changed.columns[i];
            const bool sameField = target.kind == ColumnTarget::Field && other.is(target.field);
            const bool sameQuality = target.quality >= 0 && other.kind == target.kind && other.quality == target.quality;
            if ((sameField || sameQuality) && !byHand.contains(i))
                other = ColumnTarget();
        }
        changed.columns[column] = target;
        byHand.insert(column);
    }
    changed.warnings.resize(changed.doubts);
    report(changed, header);
    mapping = changed;
    return {};
}

} // namespace rolecall::app
