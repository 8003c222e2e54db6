// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shortlist/frozen_panel.h"

#include "app/agenda/zoned_time.h"
#include "app/shortlist/rule.h"
#include "db/application_lists.h"
#include "db/independence.h"
#include "ui/session/session.h"
#include "ui/theme/looks.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int peopleShown = 300;

QString paragraph(const QString &text)
{
    return QStringLiteral("<p style=\"margin-top:0;margin-bottom:8px;\">%1</p>").arg(text);
}

QString heading(const QString &text)
{
    return QStringLiteral("<p style=\"margin-top:14px;margin-bottom:8px;font-size:large;font-weight:500;\">%1</p>").arg(text.toHtmlEscaped());
}

} // namespace

FrozenPanel::FrozenPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_name(new QLineEdit)
    , m_freeze(new QPushButton(tr("Freeze")))
    , m_choice(new QComboBox)
    , m_text(new QTextEdit)
{
    m_name->setPlaceholderText(tr("Name, such as First round"));
    m_name->setAccessibleName(tr("Name of the frozen shortlist"));
    m_freeze->setToolTip(tr("Keep the list as it stands: rule, levels, reviews and reasons"));
    m_freeze->setEnabled(false);
    m_choice->setAccessibleName(tr("Frozen shortlists"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(12);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(16);
    m_text->setAccessibleName(tr("The frozen shortlist"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_freeze);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(16, 16, 16, 8);
    top->setSpacing(8);
    top->addLayout(row);
    top->addWidget(m_choice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_text, 1);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) { m_freeze->setEnabled(!text.trimmed().isEmpty() && !m_session.isReadOnly()); });
    connect(m_name, &QLineEdit::returnPressed, m_freeze, &QPushButton::click);
    connect(m_freeze, &QPushButton::clicked, this, &FrozenPanel::freeze);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &FrozenPanel::readOne);
}

void FrozenPanel::setRole(db::RoleId role, bool blind)
{
    if (role != m_role)
        m_name->clear();
    m_role = role;
    m_blind = blind;
    m_name->setEnabled(!m_session.isReadOnly());
}

void FrozenPanel::refresh()
{
    m_stale = true;
    if (!isVisible() || !m_role.isValid())
        return;
    m_stale = false;
    const auto lists = db::frozenShortlists(m_session.connection(), m_role);
    const qint64 chosen = m_choice->currentData().toLongLong();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    for (const db::FrozenShortlist &list : lists ? *lists : QList<db::FrozenShortlist>()) {
        const QDateTime when = QDateTime::fromString(list.frozenAt, Qt::ISODateWithMs).toLocalTime();
        m_choice->addItem(QStringLiteral("%1 · %2").arg(list.name, app::momentText(when)), list.id.number());
    }
    m_choice->setVisible(m_choice->count() > 0);
    m_choice->setCurrentIndex(m_choice->count() > 0 ? std::max(0, m_choice->findData(chosen)) : -1);
    if (m_choice->count() > 0)
        return readOne();
    ++m_question;
    m_text->setHtml(paragraph(lists ? tr("A frozen shortlist keeps who is on the list now, with the rule, the levels and the reviews it rests on. Later changes leave it as it is, and it says what they were.")
                                    : lists.error().text().toHtmlEscaped()));
}

void FrozenPanel::freeze()
{
    m_freeze->setEnabled(false);
    m_session.run(tr("Freezing the shortlist"),
                  [role = m_role, name = m_name->text()](db::Connection &connection, app::Progress &progress) { return app::freezeShortlist(connection, role, name, &progress); },
                  [this](const Result<app::Done> &done) {
                      m_freeze->setEnabled(!done.has_value() && !m_name->text().trimmed().isEmpty());
                      if (!done)
                          return;
                      m_name->clear();
                      m_choice->setCurrentIndex(m_choice->count() > 0 ? 0 : -1);
                      refresh();
                  });
}

void FrozenPanel::readOne()
{
    const quint64 question = ++m_question;
    const db::ShortlistId id(m_choice->currentData().toLongLong());
    if (!id.isValid())
        return;
    m_session.reader().ask<Shown>(
        this,
        [id, blind = m_blind](db::Connection &connection) -> Result<Shown> {
            auto list = app::frozenList(connection, id);
            if (!list)
                return tl::unexpected(list.error());
            const auto hidden = db::hiddenApplications(connection, list->head.role, connection.reviewer());
            if (!hidden)
                return tl::unexpected(hidden.error());
            if (!hidden->isEmpty())
                return failure(tr("Showing the frozen shortlist"), list->head.name, tr("it tells how others rated those whom you have not reviewed yet"), tr("Submit your own reviews first"));
            auto comparison = app::compareWithPresent(connection, *list);
            if (!comparison)
                return tl::unexpected(comparison.error());
            QSet<db::ApplicationId> named;
            for (qsizetype i = 0; i < std::min<qsizetype>(peopleShown, list->people.size()); ++i)
                named << list->people.at(i).application;
            for (qsizetype i = 0; i < std::min<qsizetype>(peopleShown, comparison->moves.size()); ++i)
                named << comparison->moves.at(i).application;
            const auto rows = db::applicationRows(connection, named.values(), connection.reviewer());
            if (!rows)
                return tl::unexpected(rows.error());
            Shown shown{std::move(*list), {}, std::move(*comparison), {}};
            shown.check = app::recompute(shown.list);
            for (const db::ApplicationRow &row : *rows)
                shown.names.insert(row.id, blind ? row.code : row.name);
            return shown;
        },
        [this, question](const Result<Shown> &shown) {
            if (question != m_question)
                return;
            if (shown)
                show(*shown);
            else
                m_text->setHtml(paragraph(shown.error().text().toHtmlEscaped()));
        });
}

QString FrozenPanel::comparisonText(const Shown &shown) const
{
    QString html = heading(tr("Since then"));
    for (const QString &change : shown.comparison.ruleChanges)
        html += paragraph(change.toHtmlEscaped());
    if (shown.comparison.moves.isEmpty())
        return html + paragraph(tr("The list is the same now."));
    for (qsizetype i = 0; i < std::min<qsizetype>(peopleShown, shown.comparison.moves.size()); ++i) {
        const app::ShortlistMove &move = shown.comparison.moves.at(i);
        const QString before = move.before ? QString::number(*move.before) : tr("unranked");
        const QString now = move.now ? QString::number(*move.now) : tr("unranked");
        const QString what = move.kind == app::MoveKind::Entered ? tr("came in, %1").arg(now)
                             : move.kind == app::MoveKind::Left  ? tr("left, was %1").arg(before)
                             : move.kind == app::MoveKind::Up    ? tr("up from %1 to %2").arg(before, now)
                                                                 : tr("down from %1 to %2").arg(before, now);
        html += paragraph(QStringLiteral("<b>%1</b> %2<br>%3").arg(shown.names.value(move.application).toHtmlEscaped(), what, move.reasons.join(QStringLiteral("; ")).toHtmlEscaped()));
    }
    return html;
}

void FrozenPanel::show(const Shown &shown)
{
    const app::FrozenList &list = shown.list;
    const QLocale locale;
    QString html = paragraph(tr("Frozen by %1.").arg(list.head.reviewerName.toHtmlEscaped()));
    if (!list.rule.postingSha256.isEmpty())
        html += paragraph(tr("Posting: %1, revision %2, SHA-256 %3…").arg(list.rule.postingFile).arg(list.rule.postingRevision).arg(list.rule.postingSha256.left(16)).toHtmlEscaped());
    html += paragraph(shown.check.holds() ? tr("✓ Made anew from the frozen rule and levels, it is the same list.")
                                          : tr("✗ Made anew from the frozen rule and levels, %1 would stand elsewhere: the file was changed outside of Rolecall.").arg(locale.toString(shown.check.differing.size())));
    html += comparisonText(shown) + heading(list.rule.size ? tr("The first %1").arg(*list.rule.size) : tr("Everybody through the gate"));
    int listed = 0;
    for (const app::FrozenPerson &person : list.people) {
        if (!person.onList || ++listed > peopleShown)
            continue;
        QString line = QStringLiteral("%1&nbsp;&nbsp;<b>%2</b>").arg(person.rank ? QString::number(*person.rank) : QStringLiteral("+"), shown.names.value(person.application).toHtmlEscaped());
        if (person.standing.usefulScore)
            line += QStringLiteral(" · ") + locale.toString(app::scorePercent(*person.standing.usefulScore), 'f', 0);
        if (!person.reason.isEmpty())
            line += QStringLiteral("<br>") + tr("by hand: %1").arg(person.reason).toHtmlEscaped();
        html += paragraph(line);
    }
    if (listed == 0)
        html += paragraph(tr("Nobody."));
    if (listed > peopleShown)
        html += paragraph(tr("and %1 more").arg(locale.toString(listed - peopleShown)));
    m_text->setHtml(html);
}

void FrozenPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

} // namespace rolecall::ui
