package org.quipu.stats;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Intraclass correlations: which part of the variance lies between units. They say whether the
 * answers of staff may be averaged to their facility or network.
 *
 * <ul>
 *   <li>fewer than 2 units, or not more than one rating a unit: {@code too_few}
 *   <li>no variance within units, or none at all: {@code no_variance}
 *   <li>the order of units, raters and ratings changes no bit
 * </ul>
 *
 * P. E. Shrout, J. L. Fleiss, Psychological Bulletin 86 (1979) 420–428,
 * https://doi.org/10.1037/0033-2909.86.2.420.
 */
public final class IntraclassCorrelations {
  private IntraclassCorrelations() {}

  /**
   * {@code icc1}, how alike the staff of a unit answer, and {@code icc1k}, how reliable the mean of
   * a unit is (Bliese's ICC(1) and ICC(2)), from one-way analysis of variance, as the R package
   * multilevel: the size of a unit is the mean one. Intervals are exact where all have that size.
   */
  public static List<IntraclassCorrelation> nested(List<FrequencyTable> units, double confidence) {
    return nested(SummedGroups.ofTables(units), confidence);
  }

  /** {@link #nested(List)} of units of which only the sums are known. */
  public static List<IntraclassCorrelation> nested(SummedGroups units, double confidence) {
    VarianceSplit split = VarianceSplit.of(units);
    Reason problem = null;
    if (split.groups() < 2) {
      problem = UndefinedComparison.fewGroups(split.groups());
    } else if (split.n() <= split.groups()) {
      problem = UndefinedComparison.noRepetition(split.n(), split.groups());
    } else if (split.within().signum() == 0) {
      problem = constant();
    }
    if (problem != null) {
      return undefined(split.groups(), problem, "icc1", "icc1k");
    }
    double size = (double) split.n() / split.groups();
    double f = split.f();
    double df1 = split.dfBetween().doubleValue();
    double df2 = split.dfWithin().doubleValue();
    return oneWay(split.groups(), size, f, df1, df2, Confidence.tail(confidence));
  }

  /**
   * {@code icc1}, {@code icc1k}, {@code icc2} and {@code icc2k} of subjects (rows) that the same
   * raters (columns) rated, as psych's {@code ICC(lmer = FALSE)}: by raters each drawn anew, or by
   * raters drawn once for all, singly or as the mean of k.
   */
  public static List<IntraclassCorrelation> ratings(MomentSums rows, double confidence) {
    String[] types = {"icc1", "icc1k", "icc2", "icc2k"};
    int k = rows.k();
    if (rows.n() < 2 || k < 2) {
      Reason few =
          rows.n() < 2
              ? UndefinedComparison.fewRows(rows.n())
              : Undefined.tooFew("evaluadores", "raters", k, 2);
      return undefined(rows.n(), few, types);
    }
    RepeatedSplit split = RepeatedSplit.of(rows);
    if (split.error().signum() <= 0) {
      return undefined(rows.n(), constant(), types);
    }
    BigDecimal n = BigDecimal.valueOf(rows.n());
    BigDecimal raters = BigDecimal.valueOf(k);
    BigDecimal dfSubjects = n.subtract(BigDecimal.ONE);
    BigDecimal dfRaters = raters.subtract(BigDecimal.ONE);
    BigDecimal subjects = ratio(betweenSubjects(rows), dfSubjects);
    BigDecimal judges = ratio(split.between(), dfRaters);
    BigDecimal error = ratio(split.error(), dfSubjects.multiply(dfRaters));
    BigDecimal within = ratio(split.between().add(split.error()), n.multiply(dfRaters));
    double f1 = ratio(subjects, within).doubleValue();
    double df2 = n.multiply(dfRaters).doubleValue();
    double tail = Confidence.tail(confidence);
    List<IntraclassCorrelation> one = oneWay(rows.n(), k, f1, dfSubjects.doubleValue(), df2, tail);
    return Stream.concat(
            one.stream(),
            twoWay(
                rows.n(),
                k,
                subjects.doubleValue(),
                judges.doubleValue(),
                error.doubleValue(),
                tail)
                .stream())
        .toList();
  }

  /** Σ over subjects of (Σ ratings)²/k, less (Σ all)²/(nk). */
  private static BigDecimal betweenSubjects(MomentSums rows) {
    BigDecimal squares = BigDecimal.ZERO;
    BigDecimal grand = BigDecimal.ZERO;
    for (int j = 0; j < rows.k(); j++) {
      grand = grand.add(rows.sums().get(j));
      for (int l = 0; l < rows.k(); l++) {
        squares = squares.add(rows.products().get(j).get(l));
      }
    }
    BigDecimal n = BigDecimal.valueOf(rows.n());
    return ratio(
        n.multiply(squares).subtract(grand.multiply(grand)),
        n.multiply(BigDecimal.valueOf(rows.k())));
  }

  private static List<IntraclassCorrelation> oneWay(
      long units, double k, double f, double df1, double df2, double tail) {
    double fLow = f / FQuantile.upper(tail, df1, df2);
    double fHigh = f * FQuantile.upper(tail, df2, df1);
    double p = Tails.fUpper(f, df1, df2);
    IntraclassCorrelation single =
        new IntraclassCorrelation(
            "icc1",
            units,
            k,
            single(f, k),
            f,
            df1,
            df2,
            p,
            single(fLow, k),
            single(fHigh, k),
            null);
    if (f == 0) {
      // The mean of units that do not differ at all: 1 − 1/F has no bound below.
      return List.of(single, IntraclassCorrelation.undefined("icc1k", units, noBetween()));
    }
    return List.of(
        single,
        new IntraclassCorrelation(
            "icc1k", units, k, 1 - 1 / f, f, df1, df2, p, 1 - 1 / fLow, 1 - 1 / fHigh, null));
  }

  private static double single(double f, double k) {
    return (f - 1) / (f + k - 1);
  }

  private static List<IntraclassCorrelation> twoWay(
      long subjects, int k, double msb, double msj, double mse, double tail) {
    double n = subjects;
    double f = msb / mse;
    double fJudges = msj / mse;
    double df1 = n - 1;
    double df2 = (n - 1) * (k - 1);
    double p = Tails.fUpper(f, df1, df2);
    double icc = (msb - mse) / (msb + (k - 1) * mse + k * (msj - mse) / n);
    double ofMeans = msb + (msj - mse) / n;
    double a = n * (1 + (k - 1) * icc) - k * icc;
    double v =
        (k - 1)
            * (n - 1)
            * Math.pow(k * icc * fJudges + a, 2)
            / ((n - 1) * k * k * icc * icc * fJudges * fJudges + a * a);
    if (!Double.isFinite(icc) || !Double.isFinite(v) || v <= 0) {
      return undefined(subjects, noDenominator(), "icc2", "icc2k");
    }
    double fHigh = FQuantile.upper(tail, df1, v);
    double fLow = FQuantile.upper(tail, v, df1);
    double spread = k * msj + (k * n - k - n) * mse;
    double low = n * (msb - fHigh * mse) / (fHigh * spread + n * msb);
    double high = n * (fLow * msb - mse) / (spread + n * fLow * msb);
    double size = k;
    return List.of(
        new IntraclassCorrelation(
            "icc2", subjects, size, icc, f, df1, df2, p, finite(low), finite(high), null),
        ofMeans > 0
            ? new IntraclassCorrelation(
                "icc2k",
                subjects,
                size,
                (msb - mse) / ofMeans,
                f,
                df1,
                df2,
                p,
                stepped(low, k),
                stepped(high, k),
                null)
            : IntraclassCorrelation.undefined("icc2k", subjects, noDenominator()));
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** The reliability of the mean of k ratings; null where that has no bound below. */
  private static Double stepped(double icc, int k) {
    double whole = 1 + icc * (k - 1);
    return whole > 0 ? finite(icc * k / whole) : null;
  }

  private static BigDecimal ratio(BigDecimal a, BigDecimal b) {
    return a.divide(b, PowerSums.QUOTIENT);
  }

  private static List<IntraclassCorrelation> undefined(long units, Reason reason, String... types) {
    return Stream.of(types)
        .map(type -> IntraclassCorrelation.undefined(type, units, reason))
        .toList();
  }

  private static Reason constant() {
    return Undefined.noVariance(
        "No hay variación dentro de las unidades.", "There is no variance within units.");
  }

  private static Reason noDenominator() {
    return Undefined.notComputable(
        "Las varianzas se compensan y el denominador no pasa de 0.",
        "The variances cancel and leave a denominator that is not above 0.");
  }

  private static Reason noBetween() {
    return Undefined.noVariance(
        "Las unidades no difieren en nada.", "The units do not differ at all.");
  }
}
