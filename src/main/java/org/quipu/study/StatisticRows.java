package org.quipu.study;

import org.quipu.stats.Correlation;
import org.quipu.stats.Descriptives;
import org.quipu.stats.PermutationTest;
import org.quipu.stats.Reason;
import org.quipu.stats.TestResult;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.HypothesisTestRow;
import org.quipu.table.row.Robustness;
import org.quipu.table.row.Summary;

/** Statistics as the rows of result tables, number by number: nothing is rounded here. */
final class StatisticRows {
  private StatisticRows() {}

  static Summary summary(Descriptives of) {
    return new Summary(
        of.n(),
        of.missing(),
        Summary.orAbsent(of.mean()),
        Summary.orAbsent(of.sd()),
        Summary.orAbsent(of.min()),
        Summary.orAbsent(of.q1()),
        Summary.orAbsent(of.median()),
        Summary.orAbsent(of.q3()),
        Summary.orAbsent(of.max()),
        Summary.orAbsent(of.iqr()),
        Summary.orAbsent(of.mad()),
        Summary.orAbsent(of.trimmedMean()),
        Summary.orAbsent(of.skewness()),
        Summary.orAbsent(of.kurtosis()),
        Summary.orAbsent(of.lowerFence()),
        Summary.orAbsent(of.upperFence()),
        of.outliers(),
        Summary.orAbsent(of.meanLow()),
        Summary.orAbsent(of.meanHigh()),
        Summary.orAbsent(of.medianLow()),
        Summary.orAbsent(of.medianHigh()));
  }

  /** A coefficient without permutation test. */
  static CorrelationRow correlation(
      String study, String level, String x, String y, Correlation of) {
    return correlation(study, level, x, y, of, null, null);
  }

  /**
   * @param controls variables held constant, null where none are
   * @param permutation the test of the same pairs, null where none was made
   */
  static CorrelationRow correlation(
      String study,
      String level,
      String x,
      String y,
      Correlation of,
      String controls,
      PermutationTest permutation) {
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
        spanish(of.reason()),
        controls,
        permutation == null ? null : permutation.pValue(),
        permutation == null ? null : permutation.standardError(),
        Robustness.UNKNOWN);
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
    return test(study, cleaning, level, unitId, variable, grouping, of, null, null);
  }

  /**
   * @param expectedBelow5 cells of a table of counts that expect fewer than 5, null of other tests
   * @param pError standard error of a p-value that was drawn, else null
   */
  static HypothesisTestRow test(
      String study,
      String cleaning,
      String level,
      String unitId,
      String variable,
      String grouping,
      TestResult of,
      Integer expectedBelow5,
      Double pError) {
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
        spanish(of.reason()),
        expectedBelow5,
        pError,
        Robustness.UNKNOWN);
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
