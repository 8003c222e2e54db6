// SPDX-License-Identifier: GPL-3.0-or-later
// What the linter has to say of the chosen quality: the words it is about, why, where that is written, and what can be
// done about it. A question to the author, before anyone is rated.
#pragma once

#include "app/roles/posting_remarks.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace rolecall::ui {

class TextLabel;

class RemarkPanel : public QWidget
{
    Q_OBJECT
public:
    explicit RemarkPanel(QWidget *parent = nullptr);

    /// All of the role's remarks, and the quality whose own are shown.
    void setRemarks(const QList<app::Remark> &remarks, bool writable);
    void setQuality(const std::optional<db::Quality> &quality);

    const QList<app::Remark> &remarks() const { return m_remarks; }
    int openCount() const;

Q_SIGNALS:
    void splitRequested();
    void mergeRequested(rolecall::db::QualityId other);
    void rewordRequested();
    void dismissed(const rolecall::app::Remark &remark);
    void takenUp(const rolecall::app::Remark &remark);
    /// To the next quality with a remark, from the one that is chosen.
    void nextRequested();

private:
    void rebuild();
    QWidget *makeItem(const app::Remark &remark);

    QList<app::Remark> m_remarks;
    std::optional<db::Quality> m_quality;
    bool m_writable = false;
    TextLabel *m_summary;
    QPushButton *m_next;
    QWidget *m_items = nullptr;
    QVBoxLayout *m_column;
};

} // namespace rolecall::ui
