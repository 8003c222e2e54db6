// SPDX-License-Identifier: GPL-3.0-or-later
// The guide inside the program: its topics at the left, the chosen one at the right.
#pragma once

#include "ui/shell/page.h"

class QListWidget;

namespace rolecall::ui {

class HelpView;

/// Key of the topic in a place's arguments: its name.
inline const QString topicArgument = QStringLiteral("topic");

class HelpPage : public Page
{
    Q_OBJECT
public:
    explicit HelpPage(QWidget *parent = nullptr);

    QString title() const override { return tr("Help"); }
    void navigateTo(const QVariantMap &arguments) override;
    QString topic() const;

private:
    void showTopic(const QString &topic);

    QListWidget *m_topics;
    HelpView *m_view;
};

} // namespace rolecall::ui
