// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/import_cover.h"

#include "app/blind/masking.h"
#include "ui/pages/import/import_report.h"

#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace rolecall::ui {

namespace {

QString tr(const char *text)
{
    return ImportRowsModel::tr(text);
}

/// The values of these say nothing of who it is.
bool mayShowValues(const app::ColumnMapping &mapping, int column)
{
    const app::ColumnTarget target = mapping.columns.value(column);
    if (target.kind == app::ColumnTarget::Rating)
        return true;
    const auto fields = {app::ApplicantField::Source, app::ApplicantField::AppliedOn, app::ApplicantField::Stage, app::ApplicantField::Outcome};
    return target.kind == app::ColumnTarget::Field && std::find(fields.begin(), fields.end(), target.field) != fields.end();
}

/// A file within a folder, an archive or a message is named after its sender, too: the whole clause up to its ending goes.
QString withoutFiles(QString text)
{
    static const QRegularExpression file(QStringLiteral("(?:[^;:.]|\\.(?=\\S))*\\.(?:pdf|docx?|odt|rtf|txt|md|html?|eml|msg|mbox|mbx|csv|tsv|tab|xlsx?|ods|vcf|json|zip|jpe?g|png|gif|tiff?)\\b"),
                                         QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return text.replace(file, tr("[file]"));
}

/// Whoever is named in what is said about a row, as far as the row knows them.
QString withoutPeople(const QString &text, const app::ImportedRow &row)
{
    QList<app::IntakePerson> people = row.choices;
    people.prepend({row.name, row.email});
    QString plain = text;
    for (const app::IntakePerson &person : std::as_const(people))
        plain = app::mask(plain, {person.name, person.email, {}, {}, {}}, tr("[name]")).text;
    return plain;
}

} // namespace

ImportCover::ImportCover(const QSet<qint64> &blind, db::RoleId into, const QStringList &paths)
    : m_blind(blind)
    , m_hides(blind.contains(into.number()))
    , m_paths(paths)
{}

QString ImportCover::numbered(const QString &path) const
{
    const QFileInfo file(path);
    const QString number = QLocale().toString(m_paths.indexOf(path) + 1);
    return file.isDir() ? tr("Folder %1").arg(number) : file.suffix().isEmpty() ? tr("File %1").arg(number) : tr("File %1 (%2)").arg(number, file.suffix().toUpper());
}

ImportFile ImportCover::file(ImportFile file) const
{
    if (!m_hides)
        return file;
    file.title = numbered(file.path);
    file.problem = text(file.problem);
    file.detail = text(file.detail);
    for (qsizetype column = 0; column < file.preview.columns.size(); ++column) {
        if (mayShowValues(file.preview.mapping, int(column)))
            continue;
        bool isFirst = true;
        for (QStringList &row : file.preview.rows) {
            if (column < row.size())
                row[column] = std::exchange(isFirst, false) && !row.at(column).isEmpty() ? tr("Hidden while the role is read blind") : QString();
        }
    }
    return file;
}

QList<ImportRowShown> ImportCover::rows(const QList<app::ImportedRow> &rows, const QHash<QString, app::ImportAnswer> &answers) const
{
    QList<ImportRowShown> shown;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const app::ImportedRow &row = rows.at(i);
        const app::ImportAnswer answer = answers.value(row.key);
        ImportRowShown line;
        line.state = row.state;
        line.isInDoubt = row.isInDoubt;
        line.role = answer.role.isValid() ? answer.role : row.role;
        line.isAnswered = !answer.person.isNobody();
        if (m_hides || m_blind.contains(line.role.number())) {
            line.place = tr("Number %1").arg(QLocale().toString(i + 1));
            line.person = tr("Hidden");
            QString why = row.messages.join(QStringLiteral("; "));
            for (const QString &name : {row.file, QFileInfo(row.file).fileName()})
                why = name.isEmpty() ? why : why.replace(name, tr("[file]"));
            line.why = text(withoutFiles(withoutPeople(why, row)));
        } else {
            line.place = importPlace(row.file, row.row);
            line.key = row.key;
            line.person = line.isAnswered ? answer.person.text() : app::IntakePerson{row.name, row.email}.text();
            line.choices = row.choices;
            line.why = row.messages.join(QStringLiteral("; "));
        }
        shown << line;
    }
    return shown;
}

QString ImportCover::text(const QString &text) const
{
    if (!m_hides)
        return text;
    QString plain = text;
    for (const QString &path : m_paths) {
        const QString name = QFileInfo(path).fileName();
        plain.replace(path, numbered(path));
        if (!name.isEmpty())
            plain.replace(name, numbered(path));
    }
    return app::mask(withoutFiles(plain), {}, {}).text; // addresses and links, whoever's they are
}

} // namespace rolecall::ui
