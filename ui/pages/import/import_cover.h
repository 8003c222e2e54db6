// SPDX-License-Identifier: GPL-3.0-or-later
// An import into a blind role as the sheet may show it before anything is stored: without names, addresses, and the names
// of files, which are often a person's. There is no code yet, so a number stands in its place.
#pragma once

#include "app/applicants/applicant_import.h"
#include "ui/models/import_models.h"
#include "ui/pages/import/import_files.h"

#include <QSet>

namespace rolecall::ui {

class ImportCover
{
public:
    ImportCover() = default;
    /// `blind`: the roles whose applicants are hidden, by number; none where names may be shown. `paths`: what was given.
    ImportCover(const QSet<qint64> &blind, db::RoleId into, const QStringList &paths);

    /// Whether what goes into the chosen role is hidden.
    bool hides() const { return m_hides; }
    ImportFile file(ImportFile file) const;
    /// The rows of a trial; `answers`: what was said about them.
    QList<ImportRowShown> rows(const QList<app::ImportedRow> &rows, const QHash<QString, app::ImportAnswer> &answers) const;
    /// A sentence about files.
    QString text(const QString &text) const;

private:
    QString numbered(const QString &path) const;

    QSet<qint64> m_blind;
    bool m_hides = false;
    QStringList m_paths;
};

} // namespace rolecall::ui
