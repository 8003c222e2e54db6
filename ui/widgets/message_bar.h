// SPDX-License-Identifier: GPL-3.0-or-later
// What the program has to say, at the foot of the window: it never takes the focus and waits for nobody.
#pragma once

#include <QList>
#include <QTimer>
#include <QWidget>

#include <functional>

class QPushButton;
class QToolButton;

namespace rolecall::ui {

class TextLabel;

struct MessageAction
{
    QString text; ///< a verb: "Show", "Undo", "Retry"
    std::function<void()> run;
};

struct Message
{
    enum class Kind { Info, Success, Warning, Failure };

    Kind kind = Kind::Info;
    QString text;
    QList<MessageAction> actions; ///< two at most; the first is the likelier
};

/// Shows the newest message. An info goes by itself after a while (not while the pointer rests on it); all others stay until dismissed,
/// acted on, or followed by another. A warning or failure that was covered by a newer message comes back after it.
class MessageBar : public QWidget
{
    Q_OBJECT
public:
    explicit MessageBar(QWidget *parent = nullptr);

    void show(const Message &message);
    void info(const QString &text, const QList<MessageAction> &actions = {}) { show({Message::Kind::Info, text, actions}); }
    void success(const QString &text, const QList<MessageAction> &actions = {}) { show({Message::Kind::Success, text, actions}); }
    void warning(const QString &text, const QList<MessageAction> &actions = {}) { show({Message::Kind::Warning, text, actions}); }
    void failure(const QString &text, const QList<MessageAction> &actions = {}) { show({Message::Kind::Failure, text, actions}); }
    void dismiss();
    void dismissAll();
    /// Takes a success away whose actions mean something else by now; whatever else is shown stays.
    void outdate();

    /// Null when nothing is shown.
    const Message *current() const { return m_messages.isEmpty() ? nullptr : &m_messages.last(); }
    /// Warnings and failures that wait beneath the current message.
    int waiting() const { return m_messages.isEmpty() ? 0 : static_cast<int>(m_messages.size()) - 1; }
    /// How long an info stays, in milliseconds; 6000 unless set.
    void setInfoDuration(int milliseconds) { m_timer.setInterval(milliseconds); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void refresh(bool announced);
    void act(int index);

    QList<Message> m_messages; ///< the newest last
    QTimer m_timer;
    TextLabel *m_text;
    TextLabel *m_more;
    QPushButton *m_buttons[2];
    QToolButton *m_close;
};

} // namespace rolecall::ui
