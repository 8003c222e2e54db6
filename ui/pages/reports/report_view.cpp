// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/reports/report_view.h"

#include "ui/models/report_table_model.h"
#include "ui/theme/colours.h"
#include "ui/theme/typography.h"
#include "ui/widgets/table_setup.h"
#include "ui/widgets/text_label.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QHeaderView>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QTableView>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

namespace rolecall::ui {

namespace {

/// More bars than this cannot be told apart; the table has all.
constexpr qsizetype mostBars = 11;
constexpr qsizetype longestLabel = 30;
constexpr int lowestChart = 160; // pixels
constexpr int lowestTable = 96;

QString barLabel(const QString &text, qsizetype place)
{
    const QString label = text.size() > longestLabel ? text.left(longestLabel - 1) + QChar(0x2026) : text;
    // Two categories of one name would be drawn as one: a space no eye sees tells them apart.
    return label + QString(place, QChar(0x200B));
}

} // namespace

ReportView::ReportView(QWidget *parent)
    : QWidget(parent)
    , m_model(new ReportTableModel(this))
    , m_title(new TextLabel({}, TextSize::Heading))
    , m_sentence(new TextLabel({}, TextSize::Small, Tone::Quiet))
    , m_chart(new QChartView)
    , m_rows(new QTableView)
{
    m_sentence->setWordWrap(true);
    for (TextLabel *label : {m_title, m_sentence})
        label->setContentsMargins(8, 0, 8, 0); // as the table's cells have
    m_chart->setRenderHint(QPainter::Antialiasing);
    m_chart->setFrameShape(QFrame::NoFrame);
    m_chart->setFocusPolicy(Qt::NoFocus);
    m_chart->viewport()->setAutoFillBackground(false);
    m_chart->setMinimumHeight(lowestChart);
    m_rows->setMinimumHeight(lowestTable);
    m_rows->setModel(m_model);
    setUpTable(*m_rows);
    m_rows->setFrameShape(QFrame::NoFrame);
    m_rows->setAccessibleName(tr("The report's numbers"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addWidget(m_chart, 1);
    column->addWidget(m_rows, 1);
}

void ReportView::setTable(const app::ReportTable &table)
{
    m_model->setTable(table);
    m_title->setText(table.title);
    m_sentence->setText(table.sentence);
    QHeaderView *header = m_rows->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    if (!table.columns.isEmpty())
        header->setSectionResizeMode(0, QHeaderView::Stretch);
    draw();
}

const app::ReportTable &ReportView::shown() const
{
    return m_model->table();
}

void ReportView::draw()
{
    const app::ReportTable &table = m_model->table();
    const qsizetype bars = std::min(table.rows.size(), mostBars);
    m_chart->setVisible(!table.drawn.isEmpty() && bars > 0);
    if (table.drawn.isEmpty() || bars == 0)
        return;
    const Colours &colours = coloursOf(palette());
    // No colour that says met or not met elsewhere: a green bar of those who are below would say the opposite of its name.
    const QColor inks[] = {colours.accent, colours.control, colours.quietText};
    m_chart->setBackgroundBrush(colours.surface); // a chart view fills itself with the window's grey otherwise
    auto *chart = new QChart;
    auto *series = new QHorizontalBarSeries;
    QStringList categories;
    double most = 0;
    for (qsizetype row = bars - 1; row >= 0; --row) // bars are drawn from the bottom
        categories << barLabel(table.rows.at(row).value(0).toString(), row);
    for (qsizetype i = table.drawn.size() - 1; i >= 0; --i) {
        auto *set = new QBarSet(table.columns.value(table.drawn.at(i)));
        for (qsizetype row = bars - 1; row >= 0; --row) {
            const double value = table.rows.at(row).value(table.drawn.at(i)).toDouble();
            *set << value;
            most = std::max(most, value);
        }
        set->setColor(inks[std::size_t(i) % std::size(inks)]);
        set->setBorderColor(Qt::transparent);
        series->append(set);
    }
    series->setBarWidth(0.7);
    chart->addSeries(series);
    auto *names = new QBarCategoryAxis;
    names->append(categories);
    auto *numbers = new QValueAxis;
    numbers->setRange(0, most > 0 ? most : 1);
    numbers->applyNiceNumbers();
    numbers->setLabelFormat(most > 5 ? QStringLiteral("%.0f") : QStringLiteral("%.1f"));
    const QFont small = textFont(TextSize::Small, font());
    for (QAbstractAxis *axis : {static_cast<QAbstractAxis *>(names), static_cast<QAbstractAxis *>(numbers)}) {
        axis->setLabelsFont(small);
        axis->setLabelsColor(colours.quietText);
        axis->setLinePenColor(colours.line);
        axis->setGridLineColor(colours.line);
    }
    names->setGridLineVisible(false);
    names->setTruncateLabels(false); // it would leave three dots of a name as soon as the bars stand close; barLabel() bounds them
    chart->addAxis(names, Qt::AlignLeft);
    chart->addAxis(numbers, Qt::AlignBottom);
    series->attachAxis(names);
    series->attachAxis(numbers);
    chart->legend()->setVisible(table.drawn.size() > 1);
    chart->legend()->setAlignment(Qt::AlignTop);
    chart->legend()->setReverseMarkers(true); // in the order of the bars
    chart->legend()->setFont(small);
    chart->legend()->setLabelColor(colours.quietText);
    chart->setBackgroundVisible(false);
    chart->setMargins({8, 0, 16, 8}); // the last numbers stand half beyond the axes
    chart->layout()->setContentsMargins(0, 0, 0, 0);
    const QChart *before = m_chart->chart();
    m_chart->setChart(chart);
    delete before;
    const int line = int(table.drawn.size()) * 12 + 16;
    // Height for comfort where there is room; a low window keeps the names apart and leaves the table some rows.
    m_chart->setMaximumHeight(std::clamp(int(bars) * line + 72, 140, 320));
    m_chart->setMinimumHeight(std::clamp(int(bars) * 22 + 56, 120, 300));
    m_chart->setAccessibleName(tr("Bars of %1; the table below has the numbers").arg(table.title));
}

void ReportView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

} // namespace rolecall::ui
