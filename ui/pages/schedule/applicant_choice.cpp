// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/schedule/applicant_choice.h"

#include "app/agenda/zoned_time.h"
#include "app/blind/identity.h"
#include "db/application_lists.h"
#include "ui/session/session.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

namespace rolecall::ui {

namespace {

/// Interviews are for few; who is further down the shortlist's order is planned from the applicants' list.
constexpr int mostListed = 500;

void makeSearchable(QComboBox &box)
{
    box.setEditable(true);
    box.setInsertPolicy(QComboBox::NoInsert);
    box.setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box.setMinimumContentsLength(12);
    auto *completer = new QCompleter(box.model(), &box);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setCompletionMode(QCompleter::PopupCompletion);
    box.setCompleter(completer);
}

} // namespace

ApplicantChoice::ApplicantChoice(Session &session, const QString &nobody, QWidget *parent)
    : QComboBox(parent)
    , m_session(session)
    , m_nobody(nobody)
{
    makeSearchable(*this);
    setAccessibleName(tr("Applicant"));
    lineEdit()->setPlaceholderText(tr("Name or code"));
}

void ApplicantChoice::setRole(db::RoleId role, db::ApplicationId always)
{
    const db::ApplicationId kept = always.isValid() ? always : application();
    const QSignalBlocker quiet(this);
    clear();
    if (!m_nobody.isEmpty())
        addItem(m_nobody, qint64(0));
    db::ApplicationFilter undecided;
    undecided.withoutOutcome = true;
    auto ids = db::applicationIds(m_session.connection(), role, undecided, db::ApplicationOrder::Rule, false, mostListed);
    if (!ids)
        return;
    if (kept.isValid() && !ids->contains(kept))
        ids->prepend(kept);
    const auto names = app::displayNames(m_session.connection(), role, *ids);
    if (!names)
        return;
    for (const db::ApplicationId id : *ids)
        addItem(names->value(id), id.number());
    setApplication(kept);
}

void ApplicantChoice::setApplication(db::ApplicationId application)
{
    setCurrentIndex(findData(application.number()));
    if (currentIndex() < 0)
        clearEditText();
}

db::ApplicationId ApplicantChoice::application() const
{
    // What is typed counts where it is one of them; half a name is nobody.
    const int typed = findText(currentText(), Qt::MatchFixedString);
    return db::ApplicationId(typed < 0 ? 0 : typed == findText(itemText(currentIndex()), Qt::MatchFixedString) ? currentData().toLongLong() : itemData(typed).toLongLong());
}

ZoneChoice::ZoneChoice(QWidget *parent)
    : QComboBox(parent)
{
    makeSearchable(*this);
    addItems(app::zoneNames());
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
