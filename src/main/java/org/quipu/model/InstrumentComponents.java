package org.quipu.model;

import dev.ludovic.netlib.lapack.JavaLAPACK;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.netlib.util.intW;
import org.quipu.config.StudyName;
import org.quipu.registry.Level;
import org.quipu.stats.PairwiseMoments;
import org.quipu.stats.Reason;
import org.quipu.stats.State;
import org.quipu.summary.SurveyView;
import org.quipu.survey.Item;
import org.quipu.table.row.ComponentRow;

/**
 * Principal components of an instrument: the eigenvectors of its items' correlations.
 *
 * <ul>
 *   <li>items enter as they were answered; a reversed one shows by the sign of its loading
 *   <li>missing answers: covariances over the respondents who answered both items, as R's {@code
 *       cov2cor(cov(x, use = "pairwise"))}; with none missing the components are those of {@code
 *       prcomp(x, scale. = TRUE)}. With many missing an eigenvalue may be below 0
 *   <li>an item without variance is left out, and has a row that says so; fewer than two others are
 *       a state
 *   <li>the sign of a component is such that its largest loading is positive; of equals the first
 *       item's by name
 *   <li>an eigenvalue within 1e-12 of 0 is 0
 * </ul>
 *
 * <p>Method: the sums of products are exact and at hand, so no row is read again, which MLlib's own
 * PCA would do; the eigenvalues are found by {@code dsyev} of the LAPACK that MLlib brings, in its
 * Java version, which gives the same bits on every machine.
 *
 * <p>Source: I. T. Jolliffe, "Principal component analysis", 2nd edition, Springer 2002.
 * https://doi.org/10.1007/b98835
 *
 * @param views the survey under each cleaning
 */
public record InstrumentComponents(List<SurveyView> views) {
  /** Loadings closer than this are equal when the sign is chosen. */
  private static final double EQUAL = 1e-9;

  private static final double ZERO = 1e-12;

  /** Rows of all cleanings, of the nation as a whole. */
  public List<ComponentRow> compute() {
    List<ComponentRow> rows = new ArrayList<>();
    for (SurveyView view : views) {
      for (String unit : view.units(Level.NATIONAL)) {
        List<String> items = view.instrument().items().stream().map(Item::itemId).toList();
        rows.addAll(rows(view.cleaning().id(), unit, items, view.moments(Level.NATIONAL, unit)));
      }
    }
    return rows;
  }

  /**
   * The components of items.
   *
   * @param items their ids, in the order of the moments
   */
  static List<ComponentRow> rows(
      String cleaning, String unit, List<String> items, PairwiseMoments moments) {
    List<ComponentRow> rows = new ArrayList<>();
    List<Integer> varying = new ArrayList<>();
    for (int item = 0; item < items.size(); item++) {
      BigDecimal variance = moments.covariance(item, item);
      if (variance != null && variance.signum() > 0) {
        varying.add(item);
      } else {
        rows.add(leftOut(cleaning, unit, items.get(item), moments.n(item, item), variance == null));
      }
    }
    int[] used = varying.stream().mapToInt(Integer::intValue).toArray();
    long n = fewest(moments, used);
    if (used.length < 2 || n < 2) {
      for (int item : used) {
        rows.add(undefined(cleaning, unit, items.get(item), n, tooFew(used.length, n)));
      }
      return rows;
    }
    double[] values = new double[used.length];
    double[] vectors = correlations(moments, used);
    decompose(vectors, values);
    double cumulative = 0;
    for (int component = 1; component <= used.length; component++) {
      // LAPACK gives the smallest first.
      int column = used.length - component;
      double value = Math.abs(values[column]) < ZERO ? 0 : values[column];
      double[] loadings = signed(vectors, column * used.length, used.length);
      cumulative += value;
      for (int i = 0; i < used.length; i++) {
        rows.add(
            new ComponentRow(
                StudyName.STAFF_GOVERNANCE.id(),
                cleaning,
                Level.NATIONAL.id(),
                unit,
                component,
                items.get(used[i]),
                loadings[i],
                value < 0 ? null : (Double) (loadings[i] * Math.sqrt(value)),
                value,
                value / used.length,
                cumulative / used.length,
                n,
                State.OK.id(),
                null,
                null));
      }
    }
    return rows;
  }

  private static long fewest(PairwiseMoments moments, int[] items) {
    return IntStream.of(items)
        .mapToLong(i -> IntStream.of(items).mapToLong(j -> moments.n(i, j)).min().orElseThrow())
        .min()
        .orElse(0);
  }

  /** The correlations of items, column by column. */
  private static double[] correlations(PairwiseMoments moments, int[] items) {
    int size = items.length;
    double[] sd = new double[size];
    for (int i = 0; i < size; i++) {
      sd[i] = Math.sqrt(moments.covariance(items[i], items[i]).doubleValue());
    }
    double[] correlations = new double[size * size];
    for (int i = 0; i < size; i++) {
      correlations[i * size + i] = 1;
      for (int j = 0; j < i; j++) {
        double r = moments.covariance(items[i], items[j]).doubleValue() / (sd[i] * sd[j]);
        correlations[i * size + j] = r;
        correlations[j * size + i] = r;
      }
    }
    return correlations;
  }

  /** Puts eigenvectors in the place of a symmetric matrix, by column, and eigenvalues, rising. */
  private static void decompose(double[] matrix, double[] values) {
    int size = values.length;
    intW info = new intW(0);
    double[] work = new double[Math.max(1, 34 * size)];
    JavaLAPACK.getInstance().dsyev("V", "U", size, matrix, size, values, work, work.length, info);
    if (info.val != 0) {
      throw new IllegalStateException("dsyev did not converge: info " + info.val);
    }
  }

  private static double[] signed(double[] vectors, int from, int size) {
    double largest = 0;
    for (int i = 0; i < size; i++) {
      largest = Math.max(largest, Math.abs(vectors[from + i]));
    }
    int first = 0;
    while (Math.abs(vectors[from + first]) < largest - EQUAL) {
      first++;
    }
    double sign = Math.signum(vectors[from + first]);
    return IntStream.range(0, size).mapToDouble(i -> sign * vectors[from + i]).toArray();
  }

  private static Reason tooFew(int items, long n) {
    return items < 2
        ? new Reason(
            State.TOO_FEW,
            "Hay " + items + " ítem que varía; se necesitan al menos 2.",
            "There is " + items + " item that varies; at least 2 are needed.")
        : new Reason(
            State.TOO_FEW,
            "Hay un par de ítems que " + n + " encuestados respondieron; se necesitan al menos 2.",
            "There is a pair of items that " + n + " respondents answered; at least 2 are needed.");
  }

  private static ComponentRow leftOut(
      String cleaning, String unit, String item, long n, boolean tooFew) {
    return undefined(
        cleaning,
        unit,
        item,
        n,
        tooFew
            ? new Reason(
                State.TOO_FEW,
                "Hay " + n + " respuestas; se necesitan al menos 2.",
                "There are " + n + " answers; at least 2 are needed.")
            : new Reason(
                State.NO_VARIANCE,
                "Todas las respuestas al ítem son iguales.",
                "All answers to the item are the same."));
  }

  private static ComponentRow undefined(
      String cleaning, String unit, String item, long n, Reason reason) {
    return new ComponentRow(
        StudyName.STAFF_GOVERNANCE.id(),
        cleaning,
        Level.NATIONAL.id(),
        unit,
        null,
        item,
        null,
        null,
        null,
        null,
        null,
        n,
        reason.state().id(),
        reason.en(),
        reason.es());
  }
}
