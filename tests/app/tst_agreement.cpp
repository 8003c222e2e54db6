// SPDX-License-Identifier: GPL-3.0-or-later
// Krippendorff's alpha against the worked examples of his paper of 2011 and of the literature; spread and agenda.
#include "app/agreement/agreement.h"

#include <QTest>

using namespace rolecall;
using namespace rolecall::app;

namespace {

constexpr int none = -1; ///< not rated

/// From one row per reviewer to one unit per column.
std::vector<RatedUnit> units(const std::vector<std::vector<int>> &reviewers)
{
    std::vector<RatedUnit> columns(reviewers.front().size());
    for (const std::vector<int> &row : reviewers) {
        for (size_t column = 0; column < row.size(); ++column) {
            if (row[column] != none)
                columns[column].push_back(row[column]);
        }
    }
    return columns;
}

// Example C of "Computing Krippendorff's Alpha-Reliability": four observers, twelve units, seven values missing.
const std::vector<std::vector<int>> fourObservers{{1, 2, 3, 3, 2, 1, 4, 1, 2, none, none, none},
                                                  {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, none, 3},
                                                  {none, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, none},
                                                  {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, none}};
// The computational example of the encyclopedias: three coders, fifteen units.
const std::vector<std::vector<int>> threeCoders{{none, none, none, none, none, 3, 4, 1, 2, 1, 1, 3, 3, none, 3},
                                                {1, none, 2, 1, 3, 3, 4, 3, none, none, none, none, none, none, none},
                                                {none, none, 2, 1, 3, 4, 4, none, 2, 1, 1, 3, 3, none, 4}};

db::SubmittedRating rating(int application, int quality, int reviewer, std::optional<int> level)
{
    return {db::ApplicationId(application), db::QualityId(quality), db::ReviewerId(reviewer), level, !level, false};
}

db::Quality quality(int id)
{
    db::Quality quality;
    quality.id = db::QualityId(id);
    return quality;
}

} // namespace

class TestAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void published_data()
    {
        QTest::addColumn<std::vector<std::vector<int>>>("reviewers");
        QTest::addColumn<int>("metric");
        QTest::addColumn<double>("alpha"); // as printed, to three places
        const std::vector<std::vector<int>> binary{{0, 1, 0, 0, 0, 0, 0, 0, 1, 0}, {1, 1, 1, 0, 0, 1, 0, 0, 0, 0}};
        const std::vector<std::vector<int>> nominal{{1, 1, 2, 2, 4, 3, 3, 3, 5, 4, 4, 1}, {2, 1, 2, 2, 2, 3, 3, 3, 5, 4, 4, 4}};
        QTest::newRow("2011, A: two observers, binary") << binary << int(AlphaMetric::Nominal) << 0.095;
        QTest::newRow("2011, B: two observers, nominal") << nominal << int(AlphaMetric::Nominal) << 0.692;
        QTest::newRow("2011, C: nominal") << fourObservers << int(AlphaMetric::Nominal) << 0.743;
        QTest::newRow("2011, D: ordinal") << fourObservers << int(AlphaMetric::Ordinal) << 0.815;
        QTest::newRow("2011, D: interval") << fourObservers << int(AlphaMetric::Interval) << 0.849;
        QTest::newRow("2011, D: ratio") << fourObservers << int(AlphaMetric::Ratio) << 0.797;
        QTest::newRow("three coders: nominal") << threeCoders << int(AlphaMetric::Nominal) << 0.691;
        QTest::newRow("three coders: interval") << threeCoders << int(AlphaMetric::Interval) << 0.811;
    }
    void published()
    {
        QFETCH(std::vector<std::vector<int>>, reviewers);
        QFETCH(int, metric);
        QFETCH(double, alpha);
        const Alpha found = krippendorffAlpha(units(reviewers), AlphaMetric(metric));
        QVERIFY(found.value.has_value());
        QVERIFY2(qAbs(*found.value - alpha) < 0.0006, qPrintable(QString::number(*found.value)));
    }

    // Exact fractions of an independent computation from the definition, pair by pair.
    void independent()
    {
        QCOMPARE(*krippendorffAlpha(units(fourObservers), AlphaMetric::Ordinal).value, 0.8153875037548813);
        QCOMPARE(*krippendorffAlpha(units(threeCoders), AlphaMetric::Ordinal).value, 0.8067214199413152);
        const std::vector<std::vector<int>> panel{{3, 2, 0, 1, none, 2}, {2, 2, 0, 3, 1, 2}, {3, none, 2, 0, 1, 1}, {3, 2, 1, 1, none, 2}};
        QCOMPARE(*krippendorffAlpha(units(panel), AlphaMetric::Ordinal).value, 0.41618438420144177);
        QCOMPARE(*krippendorffAlpha(units(panel), AlphaMetric::Ratio).value, 0.1929098834623254);
    }

    void countsWhatCanBePaired()
    {
        const Alpha alpha = krippendorffAlpha(units(fourObservers), AlphaMetric::Ordinal);
        QCOMPARE(alpha.pairableUnits, 11); // the twelfth was rated once
        QCOMPARE(alpha.pairableValues, 40);
        QVERIFY(alpha.warning.isEmpty());
    }

    void fewUnitsWarn()
    {
        const Alpha alpha = krippendorffAlpha({{0, 1}, {2, 2}, {3, 3}}, AlphaMetric::Ordinal);
        QVERIFY(alpha.value.has_value());
        QVERIFY(alpha.warning.contains(u"3"));
    }

    void noValueSaysWhy()
    {
        for (const std::vector<RatedUnit> &data : {std::vector<RatedUnit>{}, {{1}, {2}, {}}, {{2, 2}, {2, 2, 2}}}) {
            const Alpha alpha = krippendorffAlpha(data, AlphaMetric::Ordinal);
            QVERIFY(!alpha.value.has_value());
            QVERIFY(!alpha.reason.isEmpty());
        }
        QVERIFY(krippendorffAlpha({{1}, {2}}, AlphaMetric::Ordinal).reason != krippendorffAlpha({{2, 2}}, AlphaMetric::Ordinal).reason);
    }

    void fullAgreementIsOne()
    {
        QCOMPARE(*krippendorffAlpha({{0, 0}, {1, 1, 1}, {3, 3}}, AlphaMetric::Ordinal).value, 1.0);
    }

    void agendaIsWhatTwoReviewersSeeTwoApart()
    {
        const QList<db::Quality> qualities{quality(7), quality(3)};
        const Agreement agreement = agreementOf(qualities,
                                                {rating(1, 3, 1, 0), rating(1, 3, 2, 2), rating(1, 7, 1, 1), rating(1, 7, 2, 2), rating(2, 7, 3, 3), rating(2, 7, 1, 0),
                                                 rating(2, 7, 2, std::nullopt), rating(3, 7, 1, 3), rating(3, 7, 2, 1), rating(4, 7, 1, 2), rating(5, 99, 1, 0), rating(5, 99, 2, 3)},
                                                {{db::ApplicationId(2), db::QualityId(7), 2, QStringLiteral("talked over")}});
        QCOMPARE(agreement.agenda.size(), size_t(3));
        QCOMPARE(agreement.agenda[0].application, db::ApplicationId(3)); // the first quality of the list
        QCOMPARE(agreement.agenda[1].application, db::ApplicationId(1));
        QCOMPARE(agreement.agenda[2].application, db::ApplicationId(2)); // the widest, but settled
        QCOMPARE(*agreement.agenda[2].agreed, 2);
        QCOMPARE(agreement.agenda[2].gap(), 3);
        QCOMPARE(agreement.agenda[2].levels.front().reviewer, db::ReviewerId(1));

        const QualitySpread &spread = agreement.qualities[0];
        QCOMPARE(spread.quality, db::QualityId(7));
        QCOMPARE(spread.cells, 3);
        QCOMPARE(spread.same, 0);
        QCOMPARE(spread.apart, 2);
        QCOMPARE(spread.meanGap, 2.0); // 1, 3 and 2
        QCOMPARE(spread.counts, (std::array<int, 4>{1, 2, 2, 2}));
        QCOMPARE(agreement.alpha.pairableUnits, 4);
    }
};

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"
