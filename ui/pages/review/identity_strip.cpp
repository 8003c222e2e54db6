// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/identity_strip.h"

#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace rolecall::ui {

IdentityStrip::IdentityStrip(QWidget *parent)
    : QWidget(parent)
    , m_name(new ElidedLabel({}, TextSize::Heading))
    , m_contact(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_reveal(new QPushButton(tr("Reveal…")))
    , m_reasonLine(new QWidget)
    , m_reason(new QLineEdit)
    , m_confirm(new QPushButton(tr("Reveal")))
    , m_buttons(new QWidget)
{
    setLook(m_reveal, ButtonLook::Quiet);
    m_reveal->setToolTip(tr("Show who this is. It asks why, and the history keeps it"));
    m_contact->setWordWrap(true);
    m_contact->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reason->setPlaceholderText(tr("Why do you need to know who this is?"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    m_reason->installEventFilter(this);
    m_confirm->setEnabled(false);

    auto *buttons = new QHBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_name, 1);
    first->addWidget(m_reveal);
    first->addWidget(m_buttons);
    auto *reason = new QHBoxLayout(m_reasonLine);
    reason->setContentsMargins(0, 4, 0, 0);
    reason->setSpacing(8);
    reason->addWidget(m_reason, 1);
    reason->addWidget(m_confirm);
    auto *cancel = new QPushButton(tr("Cancel"));
    setLook(cancel, ButtonLook::Quiet);
    reason->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 16, 8);
    column->setSpacing(2);
    column->addLayout(first);
    column->addWidget(m_contact);
    column->addWidget(m_reasonLine);
    clear();

    connect(m_reveal, &QPushButton::clicked, this, [this] { askReason(true); });
    connect(cancel, &QPushButton::clicked, this, [this] { askReason(false); });
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &text) { m_confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_reason, &QLineEdit::returnPressed, m_confirm, &QPushButton::click);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        const QString given = m_reason->text();
        askReason(false);
        Q_EMIT revealRequested(given);
    });
}

void IdentityStrip::addAction(QWidget *action)
{
    m_buttons->layout()->addWidget(action);
}

void IdentityStrip::clear()
{
    m_name->setText({});
    m_contact->clear();
    m_contact->hide();
    m_reveal->hide();
    askReason(false);
}

void IdentityStrip::setIdentity(const app::Identity &identity)
{
    askReason(false);
    m_name->setText(identity.shown());
    m_reveal->setVisible(identity.hidden);
    QStringList contact;
    if (identity.hidden)
        contact << tr("Blind: names, addresses, numbers and links are masked");
    else if (identity.revealed)
        contact << tr("Revealed, code %1").arg(identity.code);
    for (const auto &fact : {identity.candidate.email, identity.candidate.phone, identity.candidate.location, identity.candidate.links}) {
        if (fact && !fact->trimmed().isEmpty())
            contact << fact->simplified();
    }
    m_contact->setText(contact.join(QStringLiteral("  ·  ")));
    m_contact->setVisible(!contact.isEmpty());
}

void IdentityStrip::askReason(bool ask)
{
    m_reasonLine->setVisible(ask);
    m_reason->clear();
    if (ask)
        m_reason->setFocus(Qt::OtherFocusReason);
}

bool IdentityStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        askReason(false);
        if (parentWidget())
            parentWidget()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rolecall::ui
