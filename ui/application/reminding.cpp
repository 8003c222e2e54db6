// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application/reminding.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QVariantMap>

namespace rolecall::ui {

namespace {

constexpr int minute = 60'000;
constexpr int longestMissed = 14; // days: what is older is history

} // namespace

Notify desktopNotifications()
{
    return [](const QString &title, const QString &text) {
        // Asked without waiting, so that a desktop that does not answer holds nobody up.
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        QDBusMessage call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
                                                           QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
        // The body may be read as markup (Desktop Notifications 1.2): what people wrote never is.
        call << QStringLiteral("Rolecall") << uint(0) << QStringLiteral("rolecall") << title << text.toHtmlEscaped() << QStringList() << QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("rolecall")}} << -1;
        bus.call(call, QDBus::NoBlock);
    };
}

Reminding::Reminding(Session &session, AgendaFeed &feed, Notify notify, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_feed(feed)
    , m_notify(std::move(notify))
    , m_day(feed.today())
{
    connect(&m_timer, &QTimer::timeout, this, &Reminding::tick);
    m_timer.start(minute);
}

QList<app::Reminder> Reminding::dueNow()
{
    if (m_session.isReadOnly() || m_session.isBusy())
        return {}; // another has the file, or long work writes to it: the next minute will do
    const QDateTime now = m_feed.now();
    db::Connection &connection = m_session.connection();
    const auto until = app::remindedUntil(connection);
    if (!until)
        return {};
    const QDateTime from = std::max(until->value_or(now), now.addDays(-longestMissed));
    const auto due = app::reminders(connection, from, now, m_feed.zone());
    // Written down only where something was said, or a first time: a program that idles does not write.
    if (due && (!due->isEmpty() || !*until || until->value().addDays(1) < now))
        static_cast<void>(app::setRemindedUntil(connection, now));
    return due.value_or(QList<app::Reminder>());
}

QString Reminding::missed()
{
    const QList<app::Reminder> due = dueNow();
    if (due.isEmpty())
        return {};
    QStringList titles;
    for (const app::Reminder &reminder : due.mid(0, 3))
        titles << tr("%1 (%2)").arg(reminder.title, reminder.text);
    if (due.size() > 3)
        titles << tr("%1 more").arg(due.size() - 3);
    return tr("While Rolecall was closed: %1").arg(titles.join(QStringLiteral("; ")));
}

void Reminding::tick()
{
    const QList<app::Reminder> due = dueNow();
    for (const app::Reminder &reminder : due)
        m_notify(reminder.title, reminder.text);
    if (!due.isEmpty())
        Q_EMIT reminded(due);
    if (const QDate today = m_feed.today(); today != m_day) {
        m_day = today;
        Q_EMIT dayChanged();
        m_feed.refresh();
    }
}

} // namespace rolecall::ui
