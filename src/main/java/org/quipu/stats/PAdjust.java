package org.quipu.stats;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Adjustment of p-values for the number of tests made. R's {@code p.adjust}.
 *
 * <p>Edge cases, common to all:
 *
 * <ul>
 *   <li>a test that was not made has null for its p-value: it stays null and does not count
 *   <li>equal p-values stay equal, and the order of the list has no influence
 *   <li>an adjusted p-value is at most 1
 * </ul>
 */
public final class PAdjust {
  private PAdjust() {}

  /** Bonferroni: times the number of tests. Controls the chance of any false finding. */
  public static List<Double> bonferroni(List<Double> pValues) {
    long m = pValues.stream().filter(Objects::nonNull).count();
    return pValues.stream().map(p -> p == null ? null : (Double) Math.min(1, p * m)).toList();
  }

  /**
   * Holm: controls the same and finds more.
   *
   * <p>Reference: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian
   * Journal of Statistics 6 (1979) 65–70. https://www.jstor.org/stable/4615733
   */
  public static List<Double> holm(List<Double> pValues) {
    int[] order = ascending(pValues);
    Double[] adjusted = new Double[pValues.size()];
    double least = 0;
    for (int i = 0; i < order.length; i++) {
      least = Math.max(least, Math.min(1, pValues.get(order[i]) * (order.length - i)));
      adjusted[order[i]] = least;
    }
    return Collections.unmodifiableList(Arrays.asList(adjusted));
  }

  /**
   * Benjamini and Hochberg: controls the expected share of false findings among the findings.
   *
   * <p>Reference: Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", Journal of the
   * Royal Statistical Society B 57 (1995) 289–300.
   * https://doi.org/10.1111/j.2517-6161.1995.tb02031.x
   */
  public static List<Double> benjaminiHochberg(List<Double> pValues) {
    int[] order = ascending(pValues);
    Double[] adjusted = new Double[pValues.size()];
    double most = 1;
    for (int i = order.length - 1; i >= 0; i--) {
      most = Math.min(most, pValues.get(order[i]) * order.length / (i + 1));
      adjusted[order[i]] = most;
    }
    return Collections.unmodifiableList(Arrays.asList(adjusted));
  }

  private static int[] ascending(List<Double> pValues) {
    return IntStream.range(0, pValues.size())
        .filter(i -> pValues.get(i) != null)
        .boxed()
        .sorted(Comparator.comparing(pValues::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
