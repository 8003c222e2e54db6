// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/posting/posting_offer.h"

#include "app/roles/role_editing.h"
#include "ui/session/session.h"
#include "ui/theme/colours.h"
#include "ui/theme/looks.h"
#include "ui/widgets/text_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>
#include <memory>

namespace rolecall::ui {

PostingOffer::PostingOffer(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_text(new TextLabel)
    , m_revise(new QPushButton(tr("Newer text of this role")))
    , m_add(new QPushButton(tr("Another role")))
{
    m_text->setWordWrap(true);
    m_revise->setToolTip(tr("Look over what it changes in this role's qualities, and take it over"));
    m_add->setToolTip(tr("Make a role of its own of it, with its qualities and dates"));
    auto *cancel = new QPushButton(tr("Leave it"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 8, 24, 8);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(cancel);
    row->addWidget(m_add);
    row->addWidget(m_revise);
    hide();
    connect(m_add, &QPushButton::clicked, this, &PostingOffer::add);
    connect(m_revise, &QPushButton::clicked, this, &PostingOffer::revise);
    connect(cancel, &QPushButton::clicked, this, &PostingOffer::withdraw);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &PostingOffer::withdraw);
}

void PostingOffer::offer(db::RoleId role, const QByteArray &bytes, const QString &fileName)
{
    m_bytes = bytes;
    m_fileName = fileName;
    m_revision.reset();
    m_text->setText(tr("%1: reading it…").arg(fileName));
    m_add->setEnabled(!m_session.isReadOnly());
    m_revise->setEnabled(false);
    setLook(m_revise, ButtonLook::Plain);
    setLook(m_add, ButtonLook::Plain);
    show();
    m_add->setFocus();
    m_session.reader().ask<app::Revision>(
        this, [role, bytes, fileName](db::Connection &connection) { return app::proposeRevision(connection, role, bytes, fileName); },
        [this, question = ++m_question](const Result<app::Revision> &proposal) {
            if (question == m_question)
                showProposal(proposal);
        });
}

void PostingOffer::showProposal(const Result<app::Revision> &proposal)
{
    if (!proposal) {
        m_text->setText(proposal.error().text());
        m_add->setEnabled(false);
        return;
    }
    m_revision = *proposal;
    int known = 0;
    int all = 0;
    for (const app::QualityRevision &change : proposal->changes) {
        all += change.from ? 1 : 0;
        known += change.from && change.to ? 1 : 0;
    }
    // Of two public revisions of one posting that this was tried on, the later one has 5 of 11; another role has one or none.
    const bool isNewer = proposal->samePosting || (known > 1 && 3 * known >= all);
    if (proposal->samePosting)
        m_text->setText(tr("%1 is the text of this role that is in force already.").arg(m_fileName));
    else if (all == 0)
        m_text->setText(tr("%1, “%2”: is it the text of this role, or another role?").arg(m_fileName, proposal->posting.title));
    else
        m_text->setText(tr("%1, “%2”: %3 of this role's %4 qualities are in it. Is it a newer text of this role, or another role?").arg(m_fileName, proposal->posting.title).arg(known).arg(all));
    m_revise->setEnabled(!m_session.isReadOnly());
    setPrimary(isNewer ? m_revise : m_add);
    setLook(isNewer ? m_add : m_revise, ButtonLook::Plain);
    if (m_add->hasFocus())
        (isNewer ? m_revise : m_add)->setFocus();
}

void PostingOffer::withdraw()
{
    ++m_question;
    m_bytes.clear();
    m_revision.reset();
    hide();
}

void PostingOffer::revise()
{
    if (!m_revision)
        return;
    const app::Revision revision = *m_revision;
    withdraw();
    Q_EMIT revisionWanted(revision);
}

void PostingOffer::add()
{
    // A file of any size may have been dropped, so it is read beside the interface.
    auto first = std::make_shared<qint64>(0);
    m_add->setEnabled(false);
    m_session.run(tr("Reading %1").arg(m_fileName),
                  [bytes = m_bytes, name = m_fileName, first](db::Connection &connection, app::Progress &) -> Result<app::Done> {
                      auto added = app::addRolesFromPosting(connection, bytes, name);
                      if (!added)
                          return tl::unexpected(added.error());
                      if (!added->roles.isEmpty())
                          *first = added->roles.first().number();
                      return added->done;
                  },
                  [this, first](const Result<app::Done> &result) {
                      m_add->setEnabled(true);
                      if (!result)
                          return;
                      withdraw();
                      if (*first > 0)
                          Q_EMIT rolesAdded(*first);
                  });
}

void PostingOffer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &colours = coloursOf(palette());
    painter.fillRect(rect(), colours.accentSoft);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.line);
}

} // namespace rolecall::ui
