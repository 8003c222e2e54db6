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

#include <memory>

namespace rolecall::ui {

PostingOffer::PostingOffer(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_text(new ElidedLabel)
    , m_add(new QPushButton(tr("Add as new role")))
{
    auto *cancel = new QPushButton(tr("Leave it"));
    setPrimary(m_add);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 8, 24, 8);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(cancel);
    row->addWidget(m_add);
    hide();
    connect(m_add, &QPushButton::clicked, this, &PostingOffer::add);
    connect(cancel, &QPushButton::clicked, this, &PostingOffer::withdraw);
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &PostingOffer::withdraw);
}

void PostingOffer::offer(const QByteArray &bytes, const QString &fileName)
{
    m_bytes = bytes;
    m_fileName = fileName;
    m_text->setText(tr("%1: a role of its own, with its qualities and dates, can be made of this posting").arg(fileName));
    m_add->setEnabled(!m_session.isReadOnly());
    show();
    m_add->setFocus();
}

void PostingOffer::withdraw()
{
    m_bytes.clear();
    hide();
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
