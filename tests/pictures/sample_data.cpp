// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_data.h"

#include "ui/item_roles.h"

namespace rolecall::pictures {

using namespace rolecall::ui;

namespace {

struct Person
{
    const char *name, *detail;
    Gate gate;
    int count;
    double score, coverage;
    int rank;
};

const Person people[] = {
    {"Amara Okonkwo-Lindqvist", "Lagos · applied 2 March · 3 days in Review", Gate::Through, 0, 92, 1, 1},
    {"Jun Takahashi", "Osaka · applied 3 March · 3 days in Review", Gate::Through, 0, 83, 1, 2},
    {"Noor el-Masri", "Beirut · applied 27 February · 8 days in Review", Gate::Through, 0, 83, 0.8, 2},
    {"Bartholomew Featherstonehaugh-Cholmondeley", "Llanfairpwllgwyngyll, Anglesey · applied 1 March · 6 days in Review", Gate::Through, 0, 71, 1, 4},
    {"Ines Carvalho", "Porto · applied 28 February · new", Gate::Open, 2, 64, 0.6, 5},
    {"Tom Ashby", "Leeds · applied 4 March · new", Gate::Open, 11, 0, 0.1, 6},
    {"Zoë Brandt", "Leipzig · applied 1 March · 6 days in Review", Gate::Below, 1, 77, 1, 7},
    {"Mikhail Sorokin", "Tbilisi · applied 5 March · 2 days in Review", Gate::Below, 3, 41, 1, 8},
};

} // namespace

QStandardItemModel *applicantsModel(QObject *parent, bool ranked)
{
    auto *model = new QStandardItemModel(parent);
    for (const Person &person : people) {
        auto *item = new QStandardItem(QString::fromUtf8(person.name));
        item->setData(QString::fromUtf8(person.detail), DetailRole);
        item->setData(static_cast<int>(person.gate), GateRole);
        item->setData(person.count, GateCountRole);
        item->setData(person.coverage > 0.2 ? QVariant(person.score) : QVariant(), ScoreRole);
        item->setData(person.coverage, CoverageRole);
        if (ranked)
            item->setData(person.rank, RankRole);
        model->appendRow(item);
    }
    return model;
}

QStandardItemModel *agendaModel(QObject *parent)
{
    struct Entry
    {
        const char *title, *detail, *word;
        Mark mark;
    };
    const Entry entries[] = {{"Applications close", "Research Software Lead", "overdue by 2 days", Mark::Bad},
        {"Interview with Jun Takahashi", "Open Source Applications Engineer · 10:30, video", "tomorrow", Mark::Attention},
        {"7 applications wait for your review", "Support Specialist", "in 3 days", Mark::Quiet},
        {"Reference for Noor el-Masri", "Open Source Applications Engineer", "done", Mark::Good}};
    auto *model = new QStandardItemModel(parent);
    for (const Entry &entry : entries) {
        auto *item = new QStandardItem(QString::fromUtf8(entry.title));
        item->setData(QString::fromUtf8(entry.detail), DetailRole);
        item->setData(QString::fromUtf8(entry.word), MarkTextRole);
        item->setData(static_cast<int>(entry.mark), MarkRole);
        model->appendRow(item);
    }
    return model;
}

QStandardItemModel *matrixModel(QObject *parent, int rows)
{
    auto *model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({QStringLiteral("Applicant"), QStringLiteral("N1"), QStringLiteral("N2"), QStringLiteral("N3"), QStringLiteral("U1"),
                                      QStringLiteral("U2"), QStringLiteral("U3"), QStringLiteral("U4")});
    const double levels[] = {3, 2, 1.5, 2, 0, 1, -1, 3, 2.5, -2, 2, 3, 1};
    for (int row = 0; row < rows; ++row) {
        QList<QStandardItem *> cells{new QStandardItem(QString::fromUtf8(people[row % 8].name))};
        for (int column = 0; column < 7; ++column) {
            auto *cell = new QStandardItem;
            const double level = levels[(row * 7 + column * 3) % 13];
            cell->setData(level == -2, AskRole);
            cell->setData(level >= 0 ? QVariant(level) : QVariant(), LevelRole);
            cell->setData((row + column) % 9 == 4 && level >= 0, DisagreementRole);
            cell->setData((row * 2 + column) % 11 == 6 && level >= 0, ReconfirmRole);
            cells.append(cell);
        }
        model->appendRow(cells);
    }
    return model;
}

} // namespace rolecall::pictures
