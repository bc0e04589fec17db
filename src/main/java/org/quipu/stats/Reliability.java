package org.quipu.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Internal consistency of a scale, from the pairwise covariances C of its items, as the R package
 * psych has it (alpha with {@code use = "pairwise"}).
 *
 * <ul>
 *   <li>raw alpha: k / (k − 1) × (1 − tr C / Σ C); standardized alpha: the same of the correlations
 *       c<sub>ij</sub> / √(c<sub>ii</sub> c<sub>jj</sub>)
 *   <li>an item that everyone answered alike, or that fewer than two answered, is left out, as
 *       psych leaves it out; k counts the others
 *   <li>one item, or one with two answers: {@code too_few}; fewer than two respondents for some
 *       pair: {@code too_few}; a scale whose total does not vary: {@code no_variance}
 *   <li>a reversed item changes the sign of its covariances, which needs no second look at answers
 *   <li>sums over items are exact, so the order of items does not matter
 * </ul>
 *
 * <p>L. J. Cronbach, "Coefficient alpha and the internal structure of tests", Psychometrika 16
 * (1951) 297–334, https://doi.org/10.1007/BF02310555. Interval: L. S. Feldt, D. J. Woodruff and F.
 * A. Salih, "Statistical inference for coefficient alpha", Applied Psychological Measurement 11
 * (1987) 93–103, https://doi.org/10.1177/014662168701100107.
 */
public final class Reliability {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal NEARLY_OPPOSITE = new BigDecimal("1e-6");

  private final PairwiseMoments moments;

  /** All items of the scale, also those that do not vary. */
  private final int[] asked;

  /** The items that vary. */
  private final int[] items;

  private final boolean[] reversed;
  private final long respondents;
  private final BigDecimal[][] covariances;

  /** Σ of each row of C; null where a coefficient cannot be computed. */
  private final BigDecimal[] rowSums;

  private Reliability(PairwiseMoments moments, int[] items, boolean[] reversed, long respondents) {
    this.moments = moments;
    this.asked = items.clone();
    this.items = varying(moments, items);
    this.reversed = reversed.clone();
    this.respondents = respondents;
    this.covariances = new BigDecimal[this.items.length][this.items.length];
    for (int a = 0; a < this.items.length; a++) {
      for (int b = 0; b <= a; b++) {
        BigDecimal c = moments.covariance(this.items[a], this.items[b]);
        boolean turned = c != null && reversed[this.items[a]] != reversed[this.items[b]];
        covariances[a][b] = turned ? c.negate() : c;
        covariances[b][a] = covariances[a][b];
      }
    }
    this.rowSums = undefined() == null ? rowSums(covariances) : null;
  }

  private static int[] varying(PairwiseMoments moments, int[] items) {
    return Arrays.stream(items)
        .filter(
            item -> {
              BigDecimal variance = moments.covariance(item, item);
              return variance != null && variance.signum() > 0;
            })
        .toArray();
  }

  private static BigDecimal[] rowSums(BigDecimal[][] covariances) {
    BigDecimal[] sums = new BigDecimal[covariances.length];
    for (int a = 0; a < sums.length; a++) {
      sums[a] = BigDecimal.ZERO;
      for (BigDecimal c : covariances[a]) {
        sums[a] = sums[a].add(c);
      }
    }
    return sums;
  }

  /**
   * A scale.
   *
   * @param items positions of its items among those of the moments
   * @param reversed of every item of the moments, whether it counts from the other end
   * @param respondents who were asked, answered or not; the interval's n
   */
  public static Reliability of(
      PairwiseMoments moments, int[] items, boolean[] reversed, long respondents) {
    return new Reliability(moments, items, reversed, respondents);
  }

  /**
   * Cronbach's alpha with Feldt's interval. Where respondents × items exceed 400,000 R's {@code qf}
   * takes F for a chi-square, and psych's interval is off in the sixth digit; this one is not. An
   * alpha above 1, as covariances over different respondents may have it, has no interval: psych's
   * begins above its end.
   */
  public ReliabilityResult alpha(double confidence) {
    return coefficient("alpha", alphaWithout(-1), confidence);
  }

  /** Kuder and Richardson's formula 20: alpha of items that have two answers. */
  public ReliabilityResult kr20(double confidence) {
    return coefficient("kr20", alphaWithout(-1), confidence);
  }

  /**
   * Alpha of the standardized items. No interval: Feldt's supposes the items as they were answered,
   * and none for correlations is in common use.
   */
  public ReliabilityResult standardized() {
    Reason reason = undefined();
    if (reason != null) {
      return ReliabilityResult.undefined("alpha_std", items.length, respondents, reason);
    }
    ExactSum sum = new ExactSum();
    sum.add(1.0, items.length);
    for (int a = 0; a < items.length; a++) {
      for (int b = 0; b < a; b++) {
        sum.add(correlation(a, b), 2);
      }
    }
    BigDecimal k = BigDecimal.valueOf(items.length);
    BigDecimal total = sum.value();
    if (total.abs().compareTo(NEARLY_OPPOSITE) < 0) {
      total = correlationSum();
    }
    if (total.signum() == 0) {
      return ReliabilityResult.undefined("alpha_std", items.length, respondents, constantTotal());
    }
    return new ReliabilityResult(
        "alpha_std", items.length, respondents, alpha(k, total, items.length), null, null, null);
  }

  /** Σ of all correlations to 34 digits: doubles leave nothing certain where they cancel. */
  private BigDecimal correlationSum() {
    BigDecimal sum = BigDecimal.valueOf(items.length);
    for (int a = 0; a < items.length; a++) {
      for (int b = 0; b < a; b++) {
        sum = sum.add(exactCorrelation(a, b).multiply(TWO));
      }
    }
    return Residue.of(sum, BigDecimal.valueOf((long) items.length * items.length));
  }

  /**
   * Spearman and Brown's correction of the correlation r of two halves: the items at even positions
   * against those at odd ones. 2 r / (1 + r) rises with r, so its interval is that of the ends of
   * Fisher's interval for r, tanh(artanh r ± z/√(n − 3)); none with fewer than 4 respondents or
   * where the halves agree entirely. R. A. Fisher, "On the probable error of a coefficient of
   * correlation deduced from a small sample", Metron 1 (1921) 3–32,
   * https://hdl.handle.net/2440/15169.
   */
  public ReliabilityResult splitHalf(double confidence) {
    Reason reason = undefined();
    if (reason != null) {
      return ReliabilityResult.undefined("split_half", items.length, respondents, reason);
    }
    BigDecimal even = BigDecimal.ZERO;
    BigDecimal odd = BigDecimal.ZERO;
    BigDecimal between = BigDecimal.ZERO;
    for (int a = 0; a < items.length; a++) {
      for (int b = 0; b < items.length; b++) {
        if (a % 2 != b % 2) {
          between = a % 2 == 0 ? between.add(covariances[a][b]) : between;
        } else if (a % 2 == 0) {
          even = even.add(covariances[a][b]);
        } else {
          odd = odd.add(covariances[a][b]);
        }
      }
    }
    even = vanishing(even);
    odd = vanishing(odd);
    if (even.signum() <= 0 || odd.signum() <= 0) {
      return ReliabilityResult.undefined("split_half", items.length, respondents, constantTotal());
    }
    BigDecimal below = even.multiply(odd).sqrt(MathContext.DECIMAL128);
    // Where the halves are the same, or opposite, rounding must not make of r what it is not.
    BigDecimal apart = Residue.difference(below, between);
    BigDecimal together = Residue.difference(below, between.negate());
    if (together.signum() <= 0) {
      return ReliabilityResult.undefined(
          "split_half",
          items.length,
          respondents,
          Undefined.notComputable("Las dos mitades son opuestas.", "The two halves are opposite."));
    }
    boolean interval = respondents > 3 && apart.signum() > 0;
    double centre =
        interval ? Math.log(together.divide(apart, MathContext.DECIMAL128).doubleValue()) / 2 : 0;
    double half = interval ? Confidence.z(confidence) / Math.sqrt(respondents - 3.0) : 0;
    return new ReliabilityResult(
        "split_half",
        items.length,
        respondents,
        // 2 r / (1 + r)
        TWO.multiply(between)
            .divide(apart.signum() == 0 ? TWO.multiply(between) : together, MathContext.DECIMAL128)
            .doubleValue(),
        interval ? (Double) doubled(Math.tanh(centre - half)) : null,
        interval ? (Double) doubled(Math.tanh(centre + half)) : null,
        null);
  }

  /** The reliability of a scale of which either half has the reliability r. */
  private static double doubled(double r) {
    return 2 * r / (1 + r);
  }

  /** Each item as part of the scale. */
  public List<ItemAnalysis> itemAnalyses() {
    List<ItemAnalysis> analyses = new ArrayList<>();
    boolean defined = undefined() == null;
    for (int item : asked) {
      int used = indexOf(item);
      long n = moments.n(item, item);
      BigDecimal variance = moments.covariance(item, item);
      analyses.add(
          new ItemAnalysis(
              item,
              n,
              n == 0 ? null : mean(item, n),
              variance == null ? null : variance.sqrt(MathContext.DECIMAL128).doubleValue(),
              defined && used >= 0 ? itemRest(used) : null,
              defined && used >= 0 && items.length > 2 ? alphaWithout(used) : null));
    }
    return analyses;
  }

  private int indexOf(int item) {
    for (int a = 0; a < items.length; a++) {
      if (items[a] == item) {
        return a;
      }
    }
    return -1;
  }

  private double mean(int item, long n) {
    return moments
        .sum(item, item)
        .divide(BigDecimal.valueOf(n), MathContext.DECIMAL128)
        .doubleValue();
  }

  /** Correlation of an item with the sum of the others; null where either does not vary. */
  private Double itemRest(int item) {
    BigDecimal own = covariances[item][item];
    BigDecimal rest = total(item);
    if (rest.signum() <= 0 || own.signum() <= 0) {
      return null;
    }
    return rowSums[item]
        .subtract(own)
        .divide(own.multiply(rest).sqrt(MathContext.DECIMAL128), MathContext.DECIMAL128)
        .doubleValue();
  }

  private double correlation(int a, int b) {
    double quick = moments.quickCorrelation(items[a], items[b]);
    if (!Double.isNaN(quick)) {
      return reversed[items[a]] == reversed[items[b]] ? quick : 0.0 - quick;
    }
    return exactCorrelation(a, b).doubleValue();
  }

  private BigDecimal exactCorrelation(int a, int b) {
    BigDecimal below = covariances[a][a].multiply(covariances[b][b]).sqrt(MathContext.DECIMAL128);
    return covariances[a][b].divide(below, MathContext.DECIMAL128);
  }

  /** Σ C over all items but one; −1: over all. */
  private BigDecimal total(int without) {
    BigDecimal total = BigDecimal.ZERO;
    for (BigDecimal row : rowSums) {
      total = total.add(row);
    }
    return vanishing(
        without < 0
            ? total
            : total
                .subtract(rowSums[without].add(rowSums[without]))
                .add(covariances[without][without]));
  }

  /** A sum of covariances, which are rounded; 0 where no more than rounding is left of it. */
  private BigDecimal vanishing(BigDecimal sum) {
    BigDecimal size = BigDecimal.ZERO;
    for (int a = 0; a < items.length; a++) {
      size = size.add(covariances[a][a]);
    }
    return Residue.of(sum, size.multiply(BigDecimal.valueOf(items.length)));
  }

  /** Alpha of all items but one; −1: of all; null where the total does not vary. */
  private Double alphaWithout(int without) {
    if (undefined() != null) {
      return null;
    }
    BigDecimal trace = BigDecimal.ZERO;
    for (int a = 0; a < items.length; a++) {
      trace = a == without ? trace : trace.add(covariances[a][a]);
    }
    BigDecimal total = total(without);
    return total.signum() == 0
        ? null
        : alpha(trace, total, without < 0 ? items.length : items.length - 1);
  }

  private static double alpha(BigDecimal trace, BigDecimal total, int k) {
    BigDecimal share = trace.divide(total, MathContext.DECIMAL128);
    return BigDecimal.ONE
        .subtract(share)
        .multiply(BigDecimal.valueOf(k))
        .divide(BigDecimal.valueOf(k - 1L), MathContext.DECIMAL128)
        .doubleValue();
  }

  private ReliabilityResult coefficient(String method, Double alpha, double confidence) {
    Reason reason = undefined();
    if (reason == null && alpha == null) {
      reason = constantTotal();
    }
    if (reason != null) {
      return ReliabilityResult.undefined(method, items.length, respondents, reason);
    }
    double df1 = respondents - 1.0;
    double df2 = df1 * (items.length - 1.0);
    double tail = Confidence.tail(confidence);
    boolean interval = alpha <= 1;
    return new ReliabilityResult(
        method,
        items.length,
        respondents,
        alpha,
        interval ? (Double) (1 - (1 - alpha) * FQuantile.upper(tail, df1, df2)) : null,
        interval ? (Double) (1 - (1 - alpha) * FQuantile.upper(1 - tail, df1, df2)) : null,
        null);
  }

  /** Why no coefficient can be computed; null if one can. */
  private Reason undefined() {
    if (asked.length < 2) {
      return Undefined.tooFew("ítems", "items", asked.length, 2);
    }
    long twice =
        Arrays.stream(asked).filter(item -> moments.covariance(item, item) != null).count();
    if (twice < 2) {
      return Undefined.tooFew(
          "ítems con al menos dos respuestas", "items with at least two answers", twice, 2);
    }
    if (items.length < 2) {
      return Undefined.noVariance("Menos de dos ítems varían.", "Fewer than two items vary.");
    }
    for (int a = 0; a < items.length; a++) {
      for (int b = 0; b <= a; b++) {
        if (covariances[a][b] == null) {
          return Undefined.tooFew(
              "respuestas a dos ítems a la vez",
              "answers to two items at once",
              moments.n(items[a], items[b]),
              2);
        }
      }
    }
    return null;
  }

  private static Reason constantTotal() {
    return Undefined.noVariance(
        "La suma de los ítems no varía.", "The sum of the items does not vary.");
  }
}
