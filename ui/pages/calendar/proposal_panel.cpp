// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calendar/proposal_panel.h"

#include "app/calendar/calendar_export.h"
#include "ui/session/session.h"
#include "ui/shell/file_choice.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr qint64 largestFile = 4LL * 1024 * 1024;

} // namespace

ProposalPanel::ProposalPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new TextLabel({}, TextSize::Heading))
    , m_changes(new TextLabel)
    , m_refused(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_accept(new QPushButton(tr("Take over")))
{
    setAccessibleName(tr("What came back from a calendar"));
    for (TextLabel *label : {m_title, m_changes, m_refused}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setPrimary(m_accept);
    auto *leave = new QPushButton(tr("Leave it"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_accept);
    buttons->addWidget(leave);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_changes);
    column->addWidget(m_refused);
    column->addLayout(buttons);
    connect(m_accept, &QPushButton::clicked, this, &ProposalPanel::accept);
    connect(leave, &QPushButton::clicked, this, &ProposalPanel::closed);
    hide();
}

void ProposalPanel::read(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    m_proposals = {};
    QString problem;
    if (!file.open(QIODevice::ReadOnly)) {
        problem = Error{tr("Reading the calendar"), name, file.errorString(), tr("Check the permissions of the file")}.text();
    } else if (const auto found = app::proposalsFrom(m_session.connection(), file.read(largestFile + 1), name)) {
        m_proposals = *found;
    } else {
        problem = found.error().text();
    }
    QStringList lines;
    for (const app::CalendarProposal &proposal : std::as_const(m_proposals.proposals))
        lines << QStringLiteral("%1: %2").arg(proposal.about, proposal.changes.join(QStringLiteral(", ")));
    if (m_proposals.same > 0)
        lines << (m_proposals.same == 1 ? tr("1 event says what is here already.") : tr("%1 events say what is here already.").arg(m_proposals.same));
    const qsizetype count = m_proposals.proposals.size();
    m_title->setText(count == 0 ? tr("%1 changes nothing").arg(name) : count == 1 ? tr("%1 would change one thing").arg(name) : tr("%1 would change %2 things").arg(name).arg(count));
    m_changes->setText(problem.isEmpty() ? lines.join(u'\n') : problem);
    m_changes->setVisible(!m_changes->text().isEmpty());
    m_refused->setText(m_proposals.refused.join(u'\n'));
    m_refused->setVisible(!m_proposals.refused.isEmpty());
    m_accept->setVisible(count > 0);
    m_accept->setEnabled(!m_session.isReadOnly());
    show();
    if (count > 0)
        m_accept->setFocus(Qt::OtherFocusReason);
}

void ProposalPanel::accept()
{
    if (m_accept->isEnabled() && m_session.apply(app::acceptProposals(m_session.connection(), m_proposals.proposals)))
        Q_EMIT closed();
}

QString calendarFilter()
{
    return QCoreApplication::translate("ProposalPanel", "Calendars (*.ics *.ical *.ifb)");
}

void exportCalendarTo(QWidget *window, Session &session, const QString &name, db::RoleId role, db::InterviewId interview, db::DeadlineId deadline)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("ProposalPanel", text); };
    QString clean = name.simplified();
    for (QChar &character : clean) {
        if (!character.isLetterOrNumber() && character != u' ' && character != u'-')
            character = u'_';
    }
    const QString suggestion = QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(clean.left(60) + QStringLiteral(".ics"));
    chooseNewFile(window, tr("Export the calendar"), calendarFilter(), suggestion, QStringLiteral("ics"), [&session, role, interview, deadline, tr](const QString &path) {
        session.run(tr("Exporting the calendar"), [path, role, interview, deadline, tr](db::Connection &connection, app::Progress &) -> Result<app::Done> {
            const auto calendar = app::exportCalendar(connection, {interview, deadline, role});
            if (!calendar)
                return tl::unexpected(calendar.error());
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(calendar->bytes) != calendar->bytes.size() || !file.commit())
                return failure(tr("Exporting the calendar"), path, file.errorString(), tr("Choose another place"));
            const QString written = calendar->events == 1 ? tr("Wrote 1 event to %1").arg(QFileInfo(path).fileName()) : tr("Wrote %1 events to %2").arg(calendar->events).arg(QFileInfo(path).fileName());
            const QString left = calendar->withoutDay == 0 ? QString() : tr("; left out %1 that are not exact").arg(calendar->withoutDay);
            return app::Done{written + left, {}, {}, {}, {}};
        });
    });
}

} // namespace rolecall::ui
