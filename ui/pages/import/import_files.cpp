// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/import/import_files.h"

#include "app/intake/import_sources.h"

#include <QFileInfo>

namespace rolecall::ui {

QStringList columnMapOf(const QHash<int, QString> &meanings)
{
    QStringList map;
    for (auto it = meanings.begin(); it != meanings.end(); ++it)
        map << QStringLiteral("%1=%2").arg(it.value()).arg(it.key() + 1);
    map.sort();
    return map;
}

Result<QList<ImportFile>> readImportFiles(db::Connection &connection, db::RoleId role, const QStringList &paths, const ColumnMeanings &meanings, app::UnpackedArchives &archives)
{
    QList<ImportFile> files;
    for (const QString &path : paths) {
        const app::ImportSources found = app::findImportSources({path}, archives);
        app::ImportSources others;
        for (const app::ImportSource &source : found.sources) {
            if (source.kind != app::SourceKind::Table) {
                others.sources << source;
                continue;
            }
            ImportFile file;
            file.path = path;
            file.table = source.paths.first();
            file.title = source.shown;
            const auto preview = app::previewImport(connection, role, file.table, columnMapOf(meanings.value(file.table)));
            if (preview)
                file.preview = *preview;
            else
                file.problem = preview.error().text();
            file.detail = preview ? preview->kind : file.problem;
            files << file;
        }
        if (others.sources.isEmpty() && found.refused.isEmpty())
            continue;
        ImportFile file;
        file.path = path;
        file.title = QFileInfo(path).fileName();
        file.detail = app::describeSources(others);
        if (others.sources.isEmpty())
            file.problem = file.detail = found.refused.first().error.text();
        files << file;
    }
    return files;
}

} // namespace rolecall::ui
