// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settings/retention_section.h"

#include "app/people/retention.h"
#include "db/roles.h"
#include "ui/widgets/text_label.h"
#include "ui/widgets/text_room.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rolecall::ui {

namespace {

constexpr int labelWidth = 112;
constexpr int mostMonths = 1200;
constexpr int noRule = -1;

} // namespace

RetentionSection::RetentionSection(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_role(new QComboBox)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextLabel(tr("How long data are kept"), TextSize::Heading));
    auto *words = new TextLabel(tr("Months after an application's outcome; where there is none, after its last move. A person is due when the last of their applications is: "
                                   "Today then says so, and nothing is erased before somebody agrees."),
                                TextSize::Small, Tone::Quiet);
    words->setWordWrap(true);
    column->addWidget(words);
    const auto line = [column](const QString &text, QWidget *field) {
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        auto *label = new TextLabel(text);
        keepRoom(*label, labelWidth, Room::Least);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
        row->addStretch();
        column->addLayout(row);
    };
    keepRoom(*m_role, 300, Room::Fixed);
    m_role->setAccessibleName(tr("Role the periods are for"));
    line(tr("Role"), m_role);
    for (const QString &outcome : app::retentionOutcomes()) {
        auto *months = new QSpinBox;
        months->setRange(noRule, mostMonths);
        months->setSuffix(tr(" months"));
        keepRoom(*months, 300, Room::Fixed);
        months->setKeyboardTracking(false);
        months->setAccessibleName(tr("Months data of the outcome “%1” are kept").arg(app::outcomeLabel(outcome)));
        months->setEnabled(!session.isReadOnly());
        connect(months, &QSpinBox::valueChanged, this, [this, outcome] { keep(outcome); });
        m_periods.insert(outcome, months);
        line(app::outcomeLabel(outcome), months);
    }
    connect(m_role, &QComboBox::activated, this, &RetentionSection::readRules);
}

void RetentionSection::refresh()
{
    const QVariant before = m_role->currentData();
    m_role->clear();
    m_role->addItem(tr("All roles without periods of their own"), 0);
    const auto roles = db::roleSummaries(m_session.connection());
    for (const db::RoleSummary &role : roles ? *roles : QList<db::RoleSummary>())
        m_role->addItem(role.role.title, role.role.id.number());
    m_role->setCurrentIndex(std::max(0, m_role->findData(before)));
    readRules();
}

void RetentionSection::readRules()
{
    const auto rules = db::retentionRules(m_session.connection());
    if (!rules) {
        m_session.apply(Outcome(tl::unexpected(rules.error())));
        return;
    }
    const qint64 role = m_role->currentData().toLongLong();
    for (auto period = m_periods.cbegin(); period != m_periods.cend(); ++period) {
        const QSignalBlocker quiet(*period);
        (*period)->setSpecialValueText(role > 0 ? tr("as for all roles") : tr("no period"));
        int months = noRule;
        for (const db::RetentionRule &rule : *rules) {
            if (rule.role.number() == role && rule.outcome == period.key())
                months = rule.months;
        }
        (*period)->setValue(months);
    }
}

void RetentionSection::keep(const QString &outcome)
{
    const int months = m_periods.value(outcome)->value();
    m_session.apply(app::setRetention(m_session.connection(), db::RoleId(m_role->currentData().toLongLong()), outcome, months == noRule ? std::nullopt : std::optional(months)));
}

} // namespace rolecall::ui
