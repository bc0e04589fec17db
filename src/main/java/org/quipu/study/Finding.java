package org.quipu.study;

import org.quipu.stats.Confidence;
import org.quipu.stats.Correlation;
import org.quipu.stats.Reason;
import org.quipu.stats.TestResult;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.HypothesisTestRow;

/**
 * What a correlation or a test found, as far as a conclusion is drawn from it.
 *
 * @param directed whether the estimate's sign belongs to the conclusion
 * @param estimate the coefficient or the statistic, null where there is none
 * @param pValue null where it is undefined
 * @param state of the finding, {@code ok} where it is defined
 * @param en why it is undefined, in English
 * @param es why it is undefined, in Spanish
 */
record Finding(
    boolean directed, Double estimate, Double pValue, String state, String en, String es) {

  static Finding of(Correlation of) {
    return of(true, of.estimate(), of.pValue(), of.state().id(), of.reason());
  }

  static Finding of(TestResult of) {
    return of(false, of.statistic(), of.pValue(), of.state().id(), of.reason());
  }

  static Finding of(CorrelationRow of) {
    return new Finding(true, of.estimate(), of.pValue(), of.state(), of.reason(), of.reasonEs());
  }

  static Finding of(HypothesisTestRow of) {
    return new Finding(false, of.statistic(), of.pValue(), of.state(), of.reason(), of.reasonEs());
  }

  static Finding of(PairedUnits pairs, PairedUnits.Method method) {
    return of(method.of(pairs.x(), pairs.y(), Confidence.USUAL));
  }

  /** The same estimate with another p-value. */
  Finding with(double otherP) {
    return new Finding(directed, estimate, otherP, state, en, es);
  }

  private static Finding of(
      boolean directed, Double estimate, Double pValue, String state, Reason reason) {
    return new Finding(
        directed,
        estimate,
        pValue,
        state,
        StatisticRows.english(reason),
        StatisticRows.spanish(reason));
  }

  /**
   * {@code positive}, {@code negative} or {@code differs} where p lies below alpha, else {@code
   * not_significant}; null where there is no p.
   */
  String conclusion(double alpha) {
    if (pValue == null) {
      return null;
    }
    if (pValue >= alpha) {
      return "not_significant";
    }
    if (!directed) {
      return "differs";
    }
    return estimate > 0 ? "positive" : "negative";
  }
}
