package org.quipu.study;

import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.CorrelationRow;
import org.quipu.table.row.HypothesisTestRow;

/**
 * A figure that a reader takes home, to be held against what other ways of computing it find.
 *
 * @param cleaning null where the figure is not of a staff survey
 * @param unitId null for a correlation across units
 * @param name as {@link #of} makes it
 * @param found the figure
 * @param alpha a p-value below it counts as significant
 */
record Headline(
    String study,
    String cleaning,
    String level,
    String unitId,
    String name,
    Finding found,
    double alpha) {

  static Headline of(CorrelationRow row, double alpha) {
    return new Headline(row.study(), null, row.level(), null, name(row), Finding.of(row), alpha);
  }

  static Headline of(HypothesisTestRow row, double alpha) {
    return new Headline(
        row.study(), row.cleaning(), row.level(), row.unitId(), name(row), Finding.of(row), alpha);
  }

  static String name(CorrelationRow row) {
    return row.x() + "~" + row.y() + ":" + row.method();
  }

  static String name(HypothesisTestRow row) {
    return row.variable() + "~" + row.grouping() + ":" + row.method();
  }

  /** The figure computed otherwise. */
  ConclusionRow against(Alternative alternative, Finding other) {
    String before = found.conclusion(alpha);
    String after = other.conclusion(alpha);
    return new ConclusionRow(
        study,
        cleaning,
        level,
        unitId,
        name,
        alternative.kind(),
        alternative.change(),
        found.estimate(),
        found.pValue(),
        before,
        other.estimate(),
        other.pValue(),
        after,
        before == null || after == null ? null : (Boolean) !before.equals(after),
        alternative.en() + ": " + ConclusionSentences.en(before, after, other),
        alternative.es() + ": " + ConclusionSentences.es(before, after, other),
        other.state(),
        other.en(),
        other.es());
  }
}
