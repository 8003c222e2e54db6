// SPDX-License-Identifier: GPL-3.0-or-later
// A topic of the guide as a page of text with pictures. Everything it shows is in the program: no file and no address
// is opened, whatever a text says.
#pragma once

#include <QTextBrowser>

namespace rolecall::ui {

class HelpView : public QTextBrowser
{
    Q_OBJECT
public:
    explicit HelpView(QWidget *parent = nullptr);

    void setTopic(const QString &markdown);
    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void topicWanted(const QString &name);

protected:
    void doSetSource(const QUrl &name, QTextDocument::ResourceType type) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QString m_markdown;
};

} // namespace rolecall::ui
