package org.quipu.study;

import org.quipu.stats.Correlation;
import org.quipu.stats.Descriptives;
import org.quipu.stats.Reason;
import org.quipu.stats.TestResult;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.Summary;

/** Statistics as the rows of result tables, number by number: nothing is rounded here. */
final class StatisticRows {
  private StatisticRows() {}

  static Summary summary(Descriptives of) {
    return new Summary(
        of.n(),
        of.missing(),
        of.mean(),
        of.sd(),
        of.min(),
        of.q1(),
        of.median(),
        of.q3(),
        of.max(),
        of.iqr(),
        of.mad(),
        of.trimmedMean(),
        of.skewness(),
        of.kurtosis(),
        of.lowerFence(),
        of.upperFence(),
        of.outliers(),
        of.meanLow(),
        of.meanHigh(),
        of.medianLow(),
        of.medianHigh());
  }

  static CorrelationRow correlation(
      String study, String level, String x, String y, Correlation of) {
    return new CorrelationRow(
        study,
        level,
        x,
        y,
        of.method(),
        of.n(),
        of.estimate(),
        of.statistic(),
        of.df(),
        of.pValue(),
        of.confLow(),
        of.confHigh(),
        of.looMin(),
        of.looMax(),
        of.state().id(),
        english(of.reason()),
        spanish(of.reason()));
  }

  /**
   * @param cleaning {@code raw} or {@code clean}; null where the test is not of a staff survey
   */
  static HypothesisTestRow test(
      String study,
      String cleaning,
      String level,
      String unitId,
      String variable,
      String grouping,
      TestResult of) {
    return new HypothesisTestRow(
        study,
        cleaning,
        level,
        unitId,
        variable,
        grouping,
        of.method(),
        of.n(),
        of.groups(),
        of.statistic(),
        of.df1(),
        of.df2(),
        of.pValue(),
        of.effect(),
        of.effectSize(),
        of.confLow(),
        of.confHigh(),
        of.state().id(),
        english(of.reason()),
        spanish(of.reason()));
  }

  /** The reason in English, null where there is none to give. */
  static String english(Reason reason) {
    return reason == null ? null : reason.en();
  }

  /** The reason in Spanish, null where there is none to give. */
  static String spanish(Reason reason) {
    return reason == null ? null : reason.es();
  }
}
