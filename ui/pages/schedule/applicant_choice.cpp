// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/applicant_choice.h"

#include "app/agenda/zoned_time.h"
#include "app/blind/identity.h"
#include "db/application_lists.h"
#include "db/applications.h"
#include "ui/session/session.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QHash>
#include <QLineEdit>
#include <QSet>
#include <QStandardItemModel>

namespace rolecall::ui {

namespace {

/// Listed without typing: the first of the shortlist's order. Everybody else is found by a part of the name.
constexpr int mostListed = 100;
constexpr int mostFound = 30;
constexpr int typingPause = 120; // milliseconds

void makeEditable(QComboBox &box)
{
    box.setEditable(true);
    box.setInsertPolicy(QComboBox::NoInsert);
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(12);
    box.setCompleter(nullptr);
}

Result<QList<ApplicantChoice::Entry>> entriesOf(db::Connection &connection, db::RoleId role, const QList<db::ApplicationId> &ids)
{
    const auto names = app::displayNames(connection, role, ids);
    if (!names)
        return tl::unexpected(names.error());
    QHash<QString, int> namesakes;
    for (const db::ApplicationId id : ids)
        ++namesakes[names->value(id)];
    QList<ApplicantChoice::Entry> entries;
    for (const db::ApplicationId id : ids) {
        QString label = names->value(id);
        if (namesakes.value(label) > 1) {
            const auto application = db::application(connection, id);
            if (!application)
                return tl::unexpected(application.error());
            label = QStringLiteral("%1 (%2)").arg(label, application->code);
        }
        entries.append({id, label});
    }
    return entries;
}

Result<QList<ApplicantChoice::Entry>> undecided(db::Connection &connection, db::RoleId role, const QString &words, int most, db::ApplicationId always)
{
    db::ApplicationFilter filter;
    filter.withoutOutcome = true;
    filter.words = words;
    auto ids = db::applicationIds(connection, role, filter, words.isEmpty() ? db::ApplicationOrder::Rule : db::ApplicationOrder::Name, false, most);
    if (!ids)
        return tl::unexpected(ids.error());
    if (always.isValid() && !ids->contains(always))
        ids->prepend(always);
    return entriesOf(connection, role, *ids);
}

} // namespace

ApplicantChoice::ApplicantChoice(Session &session, const QString &nobody, QWidget *parent)
    : QComboBox(parent)
    , m_session(session)
    , m_nobody(nobody)
    , m_completer(new QCompleter(this))
    , m_foundModel(new QStandardItemModel(this))
{
    makeEditable(*this);
    setAccessibleName(tr("Applicant"));
    lineEdit()->setPlaceholderText(tr("A part of the name, or the code"));
    m_completer->setModel(m_foundModel);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion); // the search has chosen them
    m_completer->setWidget(lineEdit());
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &ApplicantChoice::search);
    connect(lineEdit(), &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        choose({db::ApplicationId(index.data(Qt::UserRole).toLongLong()), index.data().toString()});
    });
}

void ApplicantChoice::setRole(db::RoleId role, db::ApplicationId always)
{
    const db::ApplicationId kept = always.isValid() ? always : role == m_role ? application() : db::ApplicationId();
    m_role = role;
    m_typing.stop();
    ++m_asked;
    const QSignalBlocker quiet(this);
    clear();
    if (!m_nobody.isEmpty())
        addItem(m_nobody, qint64(0));
    const auto entries = undecided(m_session.connection(), role, {}, mostListed, kept);
    if (!entries)
        return;
    for (const Entry &entry : *entries)
        addItem(entry.label, entry.application.number());
    setApplication(kept);
}

void ApplicantChoice::search()
{
    const QString words = lineEdit()->text().simplified();
    const int asked = ++m_asked;
    if (words.isEmpty() || words == m_nobody)
        return showFound({});
    m_session.reader().ask<QList<Entry>>(
        this, [role = m_role, words](db::Connection &connection) { return undecided(connection, role, words, mostFound, {}); },
        [this, asked](const Result<QList<Entry>> &entries) {
            if (asked == m_asked)
                showFound(entries.value_or(QList<Entry>()));
        });
}

void ApplicantChoice::showFound(const QList<Entry> &entries)
{
    m_foundModel->clear();
    for (const Entry &entry : entries) {
        auto *item = new QStandardItem(entry.label);
        item->setData(entry.application.number(), Qt::UserRole);
        item->setEditable(false);
        m_foundModel->appendRow(item);
    }
    if (entries.isEmpty())
        m_completer->popup()->hide();
    else if (lineEdit()->hasFocus())
        m_completer->complete();
    Q_EMIT currentTextChanged(currentText()); // who is meant may be known by now
}

void ApplicantChoice::choose(const Entry &entry)
{
    m_typing.stop();
    ++m_asked;
    int place = findData(entry.application.number());
    if (place < 0) {
        place = count();
        addItem(entry.label, entry.application.number());
    }
    setCurrentIndex(place);
    setEditText(itemText(place));
}

void ApplicantChoice::setApplication(db::ApplicationId application)
{
    const int place = findData(application.number());
    setCurrentIndex(place);
    if (place < 0)
        clearEditText();
}

db::ApplicationId ApplicantChoice::application() const
{
    const QString typed = currentText();
    if (currentIndex() >= 0 && itemText(currentIndex()).compare(typed, Qt::CaseInsensitive) == 0)
        return db::ApplicationId(currentData().toLongLong());
    // What is typed counts where it is one of them and nobody else; half a name is nobody.
    QSet<qint64> meant;
    for (int i = 0; i < count(); ++i) {
        if (itemText(i).compare(typed, Qt::CaseInsensitive) == 0)
            meant.insert(itemData(i).toLongLong());
    }
    for (int row = 0; row < m_foundModel->rowCount(); ++row) {
        const QStandardItem *item = m_foundModel->item(row);
        if (item->text().compare(typed, Qt::CaseInsensitive) == 0)
            meant.insert(item->data(Qt::UserRole).toLongLong());
    }
    return db::ApplicationId(meant.size() == 1 ? *meant.cbegin() : 0);
}

ZoneChoice::ZoneChoice(QWidget *parent)
    : QComboBox(parent)
{
    makeEditable(*this);
    addItems(app::zoneNames());
    auto *completer = new QCompleter(model(), this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    setCompleter(completer);
    setAccessibleName(tr("Time zone"));
    lineEdit()->setPlaceholderText(QStringLiteral("Europe/Berlin"));
}

void ZoneChoice::setZone(const QString &zone)
{
    const int known = findText(zone);
    setCurrentIndex(known);
    if (known < 0)
        setEditText(zone);
}

QString ZoneChoice::zone() const
{
    return currentText().trimmed();
}

} // namespace rolecall::ui
