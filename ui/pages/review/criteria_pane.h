// SPDX-License-Identifier: GPL-3.0-or-later
// The right of Review: Necessary, then Useful, each quality with its levels and evidence; how far the review is; Submit.
#pragma once

#include "app/reviews/reviewing.h"
#include "db/qualities.h"
#include "ui/pages/review/criterion_row.h"

#include <QWidget>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace rolecall::ui {

class TextLabel;

class CriteriaPane : public QWidget
{
    Q_OBJECT
public:
    explicit CriteriaPane(QWidget *parent = nullptr);

    void setQualities(const QList<db::Quality> &qualities, const QStringList &levelLabels);
    /// `safe` makes a text showable: blind, it masks the identity.
    void showSheet(const app::ReviewSheet &sheet, const std::function<QString(const QString &)> &safe);
    void showNobody();
    /// One quality alone, or all where the id is not valid.
    void showOnly(db::QualityId quality);

    db::QualityId current() const;
    void setCurrent(db::QualityId quality);
    /// To the next or previous quality; false at the end.
    bool step(int direction);
    /// On screen at once, before it is stored.
    void showChoice(db::QualityId quality, const LevelChoice &choice);
    LevelChoice choice(db::QualityId quality) const;
    bool isToConfirm(db::QualityId quality) const;
    /// To the first quality whose level waits to be confirmed; false where none does.
    bool goToConfirm();
    void askNote();
    /// The keys that are told at the foot; those of Review unless set.
    void setHint(const QString &keys);
    bool isSubmitted() const { return m_submitted; }
    /// A sentence above the criteria, with one action; empty: none.
    void notify(const QString &sentence, const QString &action = {}, std::function<void()> run = {});

Q_SIGNALS:
    void rated(rolecall::db::QualityId quality, const rolecall::ui::LevelChoice &choice);
    void confirmed(rolecall::db::QualityId quality);
    void noteGiven(rolecall::db::QualityId quality, const rolecall::db::Evidence &evidence);
    void evidenceOpened(const rolecall::db::Evidence &evidence);
    void evidenceRemoved(const rolecall::db::Evidence &evidence);
    void submitRequested();
    void withdrawRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    CriterionRow *rowOf(db::QualityId quality) const;
    void addHeading(const QString &text, db::Tier tier);
    void showState();

    QScrollArea *m_scroll;
    QVBoxLayout *m_list = nullptr;
    QList<CriterionRow *> m_rows;
    QHash<int, TextLabel *> m_headings; ///< by tier
    QList<db::Quality> m_qualities;
    int m_current = -1;
    bool m_submitted = false;
    bool m_somebody = false;
    QString m_submittedOn;
    QWidget *m_noticeLine;
    TextLabel *m_notice;
    QPushButton *m_noticeAction;
    std::function<void()> m_noticeRun;
    TextLabel *m_state;
    TextLabel *m_hidden;
    TextLabel *m_hint;
    QPushButton *m_submit;
};

} // namespace rolecall::ui
