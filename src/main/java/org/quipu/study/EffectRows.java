package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import org.quipu.stats.EffectSize;
import org.quipu.stats.Estimate;
import org.quipu.stats.TestResult;
import org.quipu.table.row.EffectSizeRow;

/**
 * Effect sizes of one comparison as rows.
 *
 * @param cleaning null where the comparison is not of a staff survey
 * @param groupA first group of a pair, null where all groups are compared
 * @param groupB second group of a pair, null where all groups are compared
 */
record EffectRows(
    String study,
    String cleaning,
    String level,
    String unitId,
    String variable,
    String grouping,
    String groupA,
    String groupB) {

  /** The effect that a test comes with; a row with its reason where there is none. */
  EffectSizeRow of(TestResult test, String effect) {
    return row(
        test.method(),
        effect,
        test.n(),
        new EffectSize(effect, test.effectSize(), test.confLow(), test.confHigh()),
        test);
  }

  /**
   * The effects of a test by their names, each a row; those that are undefined with the reason of
   * the test.
   */
  List<EffectSizeRow> of(TestResult test, List<EffectSize> sizes, String... names) {
    List<EffectSizeRow> rows = new ArrayList<>();
    for (String name : names) {
      EffectSize size =
          sizes.stream()
              .filter(one -> one.name().equals(name))
              .findFirst()
              .orElse(new EffectSize(name, null, null, null));
      rows.add(row(test.method(), name, test.n(), size, test));
    }
    return rows;
  }

  /** An estimate with its own reason. */
  EffectSizeRow of(String method, Estimate of) {
    return new EffectSizeRow(
        study,
        cleaning,
        level,
        unitId,
        variable,
        grouping,
        groupA,
        groupB,
        method,
        of.name(),
        of.n(),
        of.value(),
        of.confLow(),
        of.confHigh(),
        of.state().id(),
        StatisticRows.english(of.reason()),
        StatisticRows.spanish(of.reason()));
  }

  private EffectSizeRow row(String method, String effect, long n, EffectSize of, TestResult test) {
    boolean known = of.estimate() != null || test.reason() != null;
    return new EffectSizeRow(
        study,
        cleaning,
        level,
        unitId,
        variable,
        grouping,
        groupA,
        groupB,
        method,
        effect,
        n,
        of.estimate(),
        of.confLow(),
        of.confHigh(),
        known ? test.state().id() : "not_computable",
        known
            ? StatisticRows.english(test.reason())
            : "The effect size is infinite or not defined.",
        known
            ? StatisticRows.spanish(test.reason())
            : "El tamaño del efecto es infinito o no está definido.");
  }
}
