// SPDX-License-Identifier: GPL-3.0-or-later
// A list of stages with the fields of the one that is chosen: for a role's and for a template's alike. What is done is told to
// whoever keeps them.
#pragma once

#include "ui/models/stage_list_model.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QListView;
class QPushButton;
class QSpinBox;

namespace rolecall::ui {

class StageEditor : public QWidget
{
    Q_OBJECT
public:
    explicit StageEditor(QWidget *parent = nullptr);

    /// Keeps the place in the list, by name where that is still there.
    void setRows(const QList<StageRow> &rows);
    /// What was told last was not done: the next rows keep the place as it is.
    void refused() { m_wanted.clear(); }
    void setReadOnly(bool readOnly);
    /// Its fields begin where those around it do, whose labels have so many pixels for text of the usual size.
    void alignFields(int labels);
    int current() const;
    void setCurrent(int row);
    QListView &view() { return *m_view; }
    QLineEdit &name() { return *m_name; }

Q_SIGNALS:
    void added(const rolecall::db::StageStep &step);
    void changed(int row, const rolecall::db::StageStep &step);
    void moved(int from, int to);
    void removed(int row);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showAllRows();
    void showCurrent();
    void tell();
    void move(int by);
    void add();

    StageListModel *m_model;
    QListView *m_view;
    QLineEdit *m_name;
    QComboBox *m_kind;
    QSpinBox *m_days;
    QCheckBox *m_gate;
    QPushButton *m_add, *m_remove, *m_up, *m_down;
    QWidget *m_fields;
    QFormLayout *m_form = nullptr;
    bool m_readOnly = false;
    bool m_filling = false;
    QString m_wanted; ///< the stage to stand on when the rows come anew
};

} // namespace rolecall::ui
