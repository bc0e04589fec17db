package org.quipu.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.quipu.registry.Level;
import org.quipu.study.PairedUnits.Method;
import org.quipu.summary.Cleaning;
import org.quipu.table.row.ConclusionRow;
import org.quipu.table.row.CorrelationRow;

/**
 * The correlations of perception and performance across DIRESAs and across networks, each held
 * against the other coefficients, the other cleaning, the other population, itself without outliers
 * and itself without each unit.
 */
final class LinkageHeadlines {
  private final List<PairedUnits> pairs;
  private final List<CorrelationRow> correlations;
  private final double alpha;

  private LinkageHeadlines(
      List<PairedUnits> pairs, List<CorrelationRow> correlations, double alpha) {
    this.pairs = pairs;
    this.correlations = correlations;
    this.alpha = alpha;
  }

  static List<ConclusionRow> rows(
      List<PairedUnits> pairs, List<CorrelationRow> correlations, double alpha) {
    LinkageHeadlines headlines = new LinkageHeadlines(pairs, correlations, alpha);
    return pairs.parallelStream()
        .filter(pair -> pair.level() == Level.DIRESA || pair.level() == Level.NETWORK)
        .flatMap(pair -> headlines.of(pair).stream())
        .toList();
  }

  private List<ConclusionRow> of(PairedUnits pair) {
    CorrelationHeadlines found = CorrelationHeadlines.of(pair, correlations, alpha);
    List<ConclusionRow> rows = new ArrayList<>();
    for (Method method : Method.values()) {
      Headline headline = found.headline(method);
      if (headline.found().pValue() != null) {
        rows.addAll(found.rows(method));
        Cleaning other = isRaw(pair) ? Cleaning.CLEAN : Cleaning.RAW;
        pair(pair.level(), cleaned(pair, other), pair.yName())
            .ifPresent(
                same ->
                    rows.add(
                        headline.against(
                            Alternative.cleaning(other.id()), Finding.of(same, method))));
        pairs.stream()
            .filter(one -> one.level() == pair.level() && one.xName().equals(pair.xName()))
            .filter(one -> !one.yName().equals(pair.yName()))
            .forEach(
                one ->
                    rows.add(
                        headline.against(
                            Alternative.measure(one.yName()), Finding.of(one, method))));
      }
    }
    return rows;
  }

  private static boolean isRaw(PairedUnits pair) {
    return pair.xName().endsWith("_" + Cleaning.RAW.id());
  }

  /** The same variable under another cleaning. */
  private static String cleaned(PairedUnits pair, Cleaning cleaning) {
    return pair.xName().substring(0, pair.xName().lastIndexOf('_') + 1) + cleaning.id();
  }

  private Optional<PairedUnits> pair(Level level, String x, String y) {
    return pairs.stream()
        .filter(one -> one.level() == level && one.xName().equals(x) && one.yName().equals(y))
        .findFirst();
  }
}
