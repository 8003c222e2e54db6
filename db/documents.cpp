// SPDX-License-Identifier: GPL-3.0-or-later
#include "db/documents.h"

#include "db/change_capture.h"
#include "db/connection.h"
#include "db/search_index.h"
#include "db/sql.h"
#include "db/transaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace rolecall::db {

namespace {

const QString columns = QStringLiteral("SELECT d.id, d.uuid, d.application_id, d.candidate_id, d.sha256, d.file_name, c.size, d.added_at "
                                       "FROM document d JOIN content c ON c.sha256 = d.sha256 ");

Document documentFrom(const QSqlQuery &query)
{
    return {DocumentId(query.value(0).toLongLong()), query.value(1).toString(), ApplicationId(query.value(2).toLongLong()), CandidateId(query.value(3).toLongLong()),
            query.value(4).toString(), query.value(5).toString(), query.value(6).toLongLong(), query.value(7).toString()};
}

QVariant key(qint64 number)
{
    return number > 0 ? QVariant(number) : QVariant();
}

QString orEmpty(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

/// The file may come from anywhere: starts are kept in order and within the text, and the first is 0.
QList<qsizetype> startsFrom(const QString &json, qsizetype length)
{
    QList<qsizetype> starts{0};
    const QJsonArray array = QJsonDocument::fromJson(json.toUtf8()).array();
    for (qsizetype i = 1; i < array.size(); ++i)
        starts << std::clamp(qsizetype(array.at(i).toInteger()), starts.last(), length);
    return starts;
}

} // namespace

QString pageStartsText(const QList<qsizetype> &starts)
{
    QJsonArray array;
    for (const qsizetype start : starts)
        array << qint64(start);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

Result<DocumentId> insertDocument(Connection &connection, const Document &document)
{
    const auto query = run(connection, QStringLiteral("INSERT INTO document (uuid, application_id, candidate_id, sha256, file_name, added_at) VALUES (?, ?, ?, ?, ?, ?)"),
                           {document.uuid.isEmpty() ? newUuid() : document.uuid, key(document.application.number()), key(document.candidate.number()), document.sha256,
                            orEmpty(document.fileName), document.addedAt.isEmpty() ? connection.now() : document.addedAt});
    if (!query)
        return tl::unexpected(query.error());
    return DocumentId(query->lastInsertId().toLongLong());
}

Outcome deleteDocument(Connection &connection, DocumentId id)
{
    // A quote keeps its words and its hash when the document goes.
    if (auto outcome = execute(connection, QStringLiteral("UPDATE evidence SET document_id = NULL WHERE document_id = ?"), {id.number()}); !outcome)
        return outcome;
    return execute(connection, QStringLiteral("DELETE FROM document WHERE id = ?"), {id.number()});
}

Result<Document> document(Connection &connection, DocumentId id)
{
    auto query = run(connection, columns + QStringLiteral("WHERE d.id = ?"), {id.number()});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return failure(QCoreApplication::translate("Database", "Reading the document"), QString::number(id.number()),
                       QCoreApplication::translate("Database", "it is not in this workspace"));
    return documentFrom(*query);
}

Result<QList<Document>> documents(Connection &connection, ApplicationId application)
{
    auto query = run(connection,
                     columns
                         + QStringLiteral("WHERE d.application_id = ? OR d.candidate_id = (SELECT candidate_id FROM application WHERE id = ?) "
                                          "ORDER BY d.application_id IS NULL, d.id"),
                     {application.number(), application.number()});
    if (!query)
        return tl::unexpected(query.error());
    QList<Document> list;
    while (query->next())
        list << documentFrom(*query);
    return list;
}

Result<std::optional<DocumentText>> documentText(Connection &connection, const QString &sha256)
{
    auto query = run(connection, QStringLiteral("SELECT kind, extractor, pages, page_starts, text, problem, page_view FROM document_text WHERE sha256 = ?"), {sha256});
    if (!query)
        return tl::unexpected(query.error());
    if (!query->next())
        return std::optional<DocumentText>();
    DocumentText text;
    text.sha256 = sha256;
    text.kind = query->value(0).toString();
    text.extractor = query->value(1).toString();
    if (!query->value(2).isNull())
        text.pages = query->value(2).toInt();
    text.text = query->value(4).toString();
    text.pageStarts = startsFrom(query->value(3).toString(), text.text.size());
    text.problem = query->value(5).toString();
    text.pageView = query->value(6).toString();
    return text;
}

Outcome storeDocumentText(Connection &connection, const DocumentText &text)
{
    // The capture notes the row for the full-text index; no change is open, so the log stays as it is.
    if (auto outcome = startCapture(connection); !outcome)
        return outcome;
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return tl::unexpected(transaction.error());
    if (auto outcome = execute(connection, QStringLiteral("DELETE FROM document_text WHERE sha256 = ?"), {text.sha256}); !outcome)
        return outcome;
    if (auto outcome = execute(connection, QStringLiteral("INSERT INTO document_text (sha256, kind, extractor, pages, page_starts, text, problem, page_view) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
                               {text.sha256, orEmpty(text.kind), orEmpty(text.extractor), nullable(text.pages), pageStartsText(text.pageStarts), orEmpty(text.text), orEmpty(text.problem), orEmpty(text.pageView)});
        !outcome)
        return outcome;
    if (auto outcome = applyIndexQueue(connection); !outcome)
        return outcome;
    return transaction->commit();
}

Result<QList<DocumentId>> documentsWithoutText(Connection &connection, const QString &extractor)
{
    auto query = run(connection,
                     QStringLiteral("SELECT min(d.id) FROM document d LEFT JOIN document_text t ON t.sha256 = d.sha256 WHERE t.extractor IS NOT ? GROUP BY d.sha256 ORDER BY 1"), {extractor});
    if (!query)
        return tl::unexpected(query.error());
    QList<DocumentId> list;
    while (query->next())
        list << DocumentId(query->value(0).toLongLong());
    return list;
}

Outcome deleteDocumentText(Connection &connection, const QString &sha256)
{
    if (auto outcome = startCapture(connection); !outcome)
        return outcome;
    return execute(connection, QStringLiteral("DELETE FROM document_text WHERE sha256 = ?"), {sha256});
}

} // namespace rolecall::db
