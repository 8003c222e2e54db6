// SPDX-License-Identifier: GPL-3.0-or-later
// One report: what it tells, its bars, its table, and the table's way out as text or CSV.
#pragma once

#include "app/reports/report_table.h"

#include <QWidget>

class QChartView;
class QTableView;

namespace rolecall::ui {

class ReportTableModel;
class TextLabel;

class ReportView : public QWidget
{
    Q_OBJECT
public:
    explicit ReportView(QWidget *parent = nullptr);

    void setTable(const app::ReportTable &table);
    QTableView *table() const { return m_rows; }
    const app::ReportTable &shown() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    ReportTableModel *m_model;
    TextLabel *m_title;
    TextLabel *m_sentence;
    QChartView *m_chart;
    QTableView *m_rows;
};

} // namespace rolecall::ui
