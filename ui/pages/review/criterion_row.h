// SPDX-License-Identifier: GPL-3.0-or-later
// One quality as it is rated: its full text, the levels, the evidence, and what others submitted.
#pragma once

#include "db/qualities.h"
#include "db/reviews.h"
#include "ui/widgets/level_buttons.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace rolecall::ui {

class TextLabel;

/// Evidence with the text that may be shown of it.
struct ShownEvidence
{
    db::Evidence evidence;
    QString shown;
    bool editable = false;
};

struct CriterionState
{
    LevelChoice choice;
    bool reconfirm = false;
    QList<ShownEvidence> evidence;
    QString others; ///< "B. Reviewer 2, C. Reviewer 1"; empty: none to show
};

class CriterionRow : public QWidget
{
    Q_OBJECT
public:
    CriterionRow(const db::Quality &quality, const QStringList &levelLabels, QWidget *parent = nullptr);

    db::QualityId quality() const { return m_quality.id; }
    void setState(const CriterionState &state);
    void setChoice(const LevelChoice &choice) { m_levels->setChoice(choice); }
    LevelChoice choice() const { return m_levels->choice(); }
    bool isToConfirm() const { return m_toConfirm; }
    void setToConfirm(bool toConfirm);
    void setCurrent(bool current);
    /// Opens the line for a note, empty or with one to change.
    void askNote(const db::Evidence &evidence = {});

Q_SIGNALS:
    void chosen(const rolecall::ui::LevelChoice &choice);
    void confirmed(); ///< the level stands as it is
    void entered(); ///< by mouse or focus
    void noteGiven(const rolecall::db::Evidence &evidence); ///< its id is not valid where the note is new
    void noteClosed();
    void evidenceOpened(const rolecall::db::Evidence &evidence);
    void evidenceRemoved(const rolecall::db::Evidence &evidence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showEvidence(const QList<ShownEvidence> &evidence);
    void closeNote();

    db::Quality m_quality;
    LevelButtons *m_levels;
    QWidget *m_reconfirm; ///< the line that says so, with the button that confirms
    QPushButton *m_confirm;
    TextLabel *m_others;
    QLineEdit *m_note;
    QWidget *m_evidenceBox;
    QVBoxLayout *m_evidence;
    db::Evidence m_changed; ///< the note in the line
    int m_levelsWidth = 0; ///< with the level's name, in pixels
    bool m_current = false;
    bool m_toConfirm = false;
};

} // namespace rolecall::ui
