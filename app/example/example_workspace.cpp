// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/example/example_workspace.h"

#include "app/applicants/applicant_import.h"
#include "app/applicants/application_acts.h"
#include "app/documents/attaching.h"
#include "app/documents/text_preparation.h"
#include "app/reviews/reviewing.h"
#include "app/roles/panel_editing.h"
#include "app/roles/role_editing.h"
#include "app/shortlist/shortlist.h"
#include "app/table/table_stream.h"
#include "app/workspaces.h"
#include "db/application_lists.h"
#include "db/documents.h"
#include "db/stages.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QMap>
#include <QTemporaryDir>

#include <algorithm>
#include <optional>

namespace rolecall::app {

namespace {

constexpr int submittedOwnReviews = 3;

QString tr(const char *text)
{
    return QCoreApplication::translate("Example", text);
}

const QString source = QStringLiteral(":/example/");

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A table's rows of those who sent documents, and of all others, each beneath the header. No cell of it holds a line break.
std::pair<QByteArray, QByteArray> partedByDocuments(const QByteArray &table)
{
    QByteArrayList people;
    QDirIterator files(source + QStringLiteral("documents"), QDir::Files);
    while (files.hasNext()) {
        files.next();
        people << ',' + files.fileName().section(QStringLiteral(" - "), 0, 0).toUtf8() + "@example.org,";
    }
    const QByteArrayList lines = table.trimmed().split('\n');
    QByteArray with = lines.first() + '\n';
    QByteArray without = with;
    for (const QByteArray &line : lines.mid(1)) {
        const bool sentOne = std::any_of(people.cbegin(), people.cend(), [&line](const QByteArray &person) { return line.contains(person); });
        (sentOne ? with : without) += line + '\n';
    }
    return {with, without};
}

/// The steps in order; the first failure ends it.
class Example
{
public:
    explicit Example(db::Connection &connection)
        : m_connection(connection)
        , m_me(connection.reviewer())
    {}

    Outcome make()
    {
        for (const auto step : {&Example::addRoles, &Example::importApplicants, &Example::attachDocuments, &Example::addSecondReviewer, &Example::addOwnReviews,
                                &Example::moveOn}) {
            if (auto outcome = (this->*step)(); !outcome)
                return outcome;
        }
        return {};
    }

private:
    Outcome addRoles()
    {
        QList<QPair<QString, QByteArray>> files;
        for (const QString &name : {QStringLiteral("research-software-engineer.md"), QStringLiteral("night-operations-coordinator.md")})
            files.append({name, bytesOf(source + name)});
        const auto added = addRolesFromPostings(m_connection, files);
        if (!added)
            return tl::unexpected(added.error());
        if (added->roles.size() != 2)
            return failure(tr("Making the example"), {}, tr("its postings cannot be read"));
        m_engineer = added->roles.first();
        m_coordinator = added->roles.last();
        return {};
    }

    Outcome importApplicants()
    {
        // Tables are imported from disk, as a person's are.
        QTemporaryDir folder;
        const auto import = [this, &folder](const QString &name, const QByteArray &bytes, db::RoleId role, const QString &reviewer) -> Outcome {
            const QString path = folder.filePath(name);
            QFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0)
                return failure(tr("Making the example"), path, file.errorString());
            file.close();
            ImportRequest request;
            request.role = role;
            request.files = {path};
            request.reviewerName = reviewer;
            const auto summary = app::importApplicants(m_connection, request);
            return summary ? Outcome() : Outcome(tl::unexpected(summary.error()));
        };
        // Those with documents are left to be read: a colleague has rated them, the person in front of the workspace has not.
        const auto [unread, rated] = partedByDocuments(bytesOf(source + QStringLiteral("applicants.csv")));
        if (auto outcome = import(QStringLiteral("applicants.csv"), rated, m_engineer, {}); !outcome)
            return outcome;
        if (auto outcome = import(QStringLiteral("applicants-with-documents.csv"), unread, m_engineer, tr("Mara Example")); !outcome)
            return outcome;
        const QString nightApplicants = QStringLiteral("night-applicants.csv");
        if (auto outcome = import(nightApplicants, bytesOf(source + nightApplicants), m_coordinator, {}); !outcome)
            return outcome;
        const auto ids = db::applicationIds(m_connection, m_engineer, {}, db::ApplicationOrder::Name);
        if (!ids)
            return tl::unexpected(ids.error());
        const auto rows = db::applicationRows(m_connection, *ids, m_me);
        if (!rows)
            return tl::unexpected(rows.error());
        for (const db::ApplicationRow &row : *rows)
            m_applications.insert(row.email, row.id);
        return {};
    }

    Outcome attachDocuments()
    {
        QMap<QString, QList<FileToAttach>> byPerson;
        QDirIterator files(source + QStringLiteral("documents"), QDir::Files);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString person = files.fileName().section(QStringLiteral(" - "), 0, 0) + QStringLiteral("@example.org");
            byPerson[person].append({files.fileName().section(QStringLiteral(" - "), 1), bytesOf(path)});
        }
        for (auto it = byPerson.begin(); it != byPerson.end(); ++it) {
            std::sort(it->begin(), it->end(), [](const FileToAttach &one, const FileToAttach &other) { return one.name < other.name; });
            const db::ApplicationId application = m_applications.value(it.key());
            if (const auto attached = app::attachDocuments(m_connection, application, *it); !attached)
                return tl::unexpected(attached.error());
            const auto documents = db::documents(m_connection, application);
            if (!documents)
                return tl::unexpected(documents.error());
            for (const db::Document &document : *documents) {
                const auto text = prepareText(m_connection, document);
                if (!text)
                    return tl::unexpected(text.error());
                if (auto outcome = text->fresh ? db::storeDocumentText(m_connection, text->text) : Outcome(); !outcome)
                    return outcome;
            }
        }
        return {};
    }

    Outcome addSecondReviewer()
    {
        const QString name = tr("Jonas Sample");
        // Whose ratings were imported sits on the panel since then.
        if (const auto added = addPanelMember(m_connection, m_engineer, name); !added)
            return tl::unexpected(added.error());
        const auto reviewer = db::reviewerByName(m_connection, name);
        if (!reviewer || !*reviewer)
            return reviewer ? failure(tr("Making the example"), name, tr("the reviewer is missing")) : tl::unexpected(reviewer.error());
        m_connection.setReviewer((*reviewer)->id);
        const Outcome rated = rateFrom(QStringLiteral("second-reviewer.csv"), std::nullopt);
        m_connection.setReviewer(m_me);
        return rated;
    }

    Outcome addOwnReviews()
    {
        return rateFrom(QStringLiteral("own-reviews.csv"), submittedOwnReviews);
    }

    /// Rates as the connection's reviewer; the first `submitted` reviews (all, where none is said) are submitted.
    Outcome rateFrom(const QString &name, std::optional<int> submitted)
    {
        const auto table = readTable(bytesOf(source + name), name);
        const auto qualities = db::qualities(m_connection, m_engineer);
        if (!table || !qualities)
            return tl::unexpected(table ? qualities.error() : table.error());
        for (int row = 1; row < table->rows.size(); ++row) {
            const QStringList &cells = table->rows.at(row);
            const db::ApplicationId application = m_applications.value(cells.value(0));
            for (int i = 0; i < qualities->size(); ++i) {
                bool isLevel = false;
                const int level = cells.value(i + 1).toInt(&isLevel);
                if (!isLevel)
                    continue;
                if (const auto rated = rate(m_connection, application, qualities->at(i).id, level); !rated)
                    return tl::unexpected(rated.error());
            }
            if (auto outcome = addEvidence(application, qualities->first().id, row); !outcome)
                return outcome;
            if (!submitted || row <= *submitted) {
                if (const auto sealed = submitReview(m_connection, application); !sealed)
                    return tl::unexpected(sealed.error());
            }
        }
        return {};
    }

    Outcome addEvidence(db::ApplicationId application, db::QualityId quality, int row)
    {
        const QStringList notes{tr("The letter names the pipeline and how its changes are tested"), tr("Two releases a year, both with notes that say what was given up"),
                                tr("To ask: which parts were written alone?")};
        const auto noted = addNoteEvidence(m_connection, application, quality, notes.at(row % notes.size()));
        return noted ? Outcome() : Outcome(tl::unexpected(noted.error()));
    }

    /// Somebody goes on to the next stage, somebody withdraws, somebody is put on the list by hand.
    Outcome moveOn()
    {
        const auto stages = db::stages(m_connection, m_engineer);
        const auto list = shortlist(m_connection, m_engineer, {});
        if (!stages || !list)
            return tl::unexpected(stages ? list.error() : stages.error());
        if (stages->size() > 1 && list->entries.size() > 1) {
            if (const auto moved = moveToStage(m_connection, {list->entries.at(0).application, list->entries.at(1).application}, stages->at(1).id); !moved)
                return tl::unexpected(moved.error());
        }
        if (!list->nearMisses.isEmpty()) {
            const auto placed = placeByHand(m_connection, list->nearMisses.first().application, Placement::On, tr("One level below on writing; the panel has read a good design note since"));
            if (!placed)
                return tl::unexpected(placed.error());
        }
        const auto gone = withdraw(m_connection, {m_applications.value(QStringLiteral("ada.example@example.org"))}, tr("Took another position"));
        return gone ? Outcome() : Outcome(tl::unexpected(gone.error()));
    }

    db::Connection &m_connection;
    db::ReviewerId m_me;
    db::RoleId m_engineer, m_coordinator;
    QHash<QString, db::ApplicationId> m_applications; ///< by e-mail address
};

} // namespace

Outcome makeExample(const QString &path)
{
    auto workspace = createWorkspace(path);
    if (!workspace)
        return tl::unexpected(workspace.error());
    const Outcome made = Example((*workspace)->connection()).make();
    workspace->reset(); // closed before anything is taken away
    if (!made)
        QFile::remove(path);
    return made;
}

} // namespace rolecall::app
