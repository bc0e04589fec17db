package org.quipu.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All pairs of several groups, compared after, or instead of, the test of all at once.
 *
 * <p>Edge cases, common to all:
 *
 * <ul>
 *   <li>groups without observations are left out; fewer than 2 others: no pairs
 *   <li>the order of groups has no influence, to the bit; another name of a group may only turn a
 *       pair round, which changes signs and nothing else
 *   <li>pairs come sorted by the names of their groups
 * </ul>
 */
public final class PostHoc {
  private static final double SQRT_2 = Math.sqrt(2);

  private PostHoc() {}

  /**
   * Tukey's honestly significant differences, with Kramer's form for unequal groups: equal
   * variances are supposed. R's {@code TukeyHSD}, whose {@code p adj} is {@code pAdjusted}.
   *
   * <p>Edge case beside the common ones: where the analysis of variance is undefined, all pairs are
   * for the same reason.
   *
   * <p>References: J. W. Tukey, "The problem of multiple comparisons", 1953; C. Y. Kramer,
   * "Extension of multiple range tests to group means with unequal numbers of replications",
   * Biometrics 12 (1956) 307–310, https://doi.org/10.2307/3001469
   */
  public static List<PairComparison> tukey(Map<String, FrequencyTable> groups, double confidence) {
    String method = "tukey_hsd";
    List<Named> named = named(groups);
    VarianceSplit split = VarianceSplit.of(named.stream().map(Named::sums).toList());
    Reason reason = OneWay.undefined(split);
    if (reason != null) {
      return pairs(
          named, (a, b) -> PairComparison.undefined(method, a.name, b.name, gap(a, b), reason));
    }
    double df = split.dfWithin().doubleValue();
    BigDecimal variance = split.within().divide(split.dfWithin(), PowerSums.QUOTIENT);
    StudentizedRange range = new StudentizedRange(NormalRange.of(named.size()), df);
    double reach = range.quantile(1 - confidence) / SQRT_2;
    return pairs(
        named,
        (a, b) -> {
          BigDecimal error = variance.multiply(inverse(a.sums).add(inverse(b.sums)));
          return compared(method, a, b, error, df, range, reach);
        });
  }

  /**
   * The Games–Howell test, which lets variances differ. {@code rstatix::games_howell_test}.
   *
   * <p>Edge cases beside the common ones: a group of one observation: its pairs are {@code
   * too_few}; no variation in either group of a pair: {@code no_variance}.
   *
   * <p>Reference: P. A. Games, J. F. Howell, "Pairwise multiple comparison procedures with unequal
   * N's and/or variances", Journal of Educational Statistics 1 (1976) 113–125.
   * https://doi.org/10.3102/10769986001002113
   */
  public static List<PairComparison> gamesHowell(
      Map<String, FrequencyTable> groups, double confidence) {
    String method = "games_howell";
    List<Named> named = named(groups);
    if (named.size() < 2) {
      return List.of();
    }
    NormalRange all = NormalRange.of(named.size());
    return pairs(
        named,
        (a, b) -> {
          if (a.sums.n() < 2 || b.sums.n() < 2) {
            return PairComparison.undefined(
                method, a.name, b.name, gap(a, b), UndefinedComparison.smallGroup());
          }
          if (a.sums.constant() && b.sums.constant()) {
            return PairComparison.undefined(
                method, a.name, b.name, gap(a, b), UndefinedComparison.sameWithin());
          }
          WelchError error = WelchError.of(a.sums, b.sums);
          StudentizedRange range = new StudentizedRange(all, error.df());
          double reach = range.quantile(1 - confidence) / SQRT_2;
          return compared(method, a, b, error.squared(), error.df(), range, reach);
        });
  }

  /**
   * Dunn's test of mean ranks, corrected for ties, with Holm's adjustment. {@code
   * rstatix::dunn_test(p.adjust.method = "holm")}.
   *
   * <p>Edge case beside the common ones: all values are the same: {@code no_variance}.
   *
   * <p>Reference: O. J. Dunn, "Multiple comparisons using rank sums", Technometrics 6 (1964)
   * 241–252. https://doi.org/10.1080/00401706.1964.10490181
   */
  public static List<PairComparison> dunn(Map<String, FrequencyTable> groups) {
    String method = "dunn_holm";
    List<Named> values = named(groups);
    List<PowerSums> ranks = Ranks.doubledRanks(values.stream().map(Named::table).toList());
    List<Named> named =
        IntStream.range(0, values.size())
            .mapToObj(i -> new Named(values.get(i).name, values.get(i).table, ranks.get(i)))
            .toList();
    PowerSums all = PowerSums.total(ranks);
    List<PairComparison> single =
        pairs(
            named,
            (a, b) -> {
              if (all.constant()) {
                return PairComparison.undefined(
                    method, a.name, b.name, 0.0, UndefinedComparison.allSame());
              }
              BigDecimal gap = a.sums.distanceTo(b.sums);
              BigDecimal error = all.exactVariance().multiply(inverse(a.sums).add(inverse(b.sums)));
              double z = gap.signum() * PowerSums.rootOfQuotient(gap.pow(2), error);
              return new PairComparison(
                  method,
                  a.name,
                  b.name,
                  gap.doubleValue() / 2,
                  z,
                  null,
                  null,
                  null,
                  Tails.normalTwoSided(z),
                  null,
                  null);
            });
    List<Double> adjusted = PAdjust.holm(single.stream().map(PairComparison::pValue).toList());
    return IntStream.range(0, single.size())
        .mapToObj(i -> single.get(i).withAdjusted(adjusted.get(i)))
        .toList();
  }

  private static PairComparison compared(
      String method,
      Named a,
      Named b,
      BigDecimal squaredError,
      double df,
      StudentizedRange range,
      double reach) {
    BigDecimal gap = a.sums.distanceTo(b.sums);
    Double error = PowerSums.rootOfQuotient(squaredError, BigDecimal.ONE);
    Double t = PowerSums.rootOfQuotient(gap.pow(2), squaredError);
    Double estimate = gap(a, b);
    if (estimate == null || error == null || t == null) {
      return PairComparison.undefined(
          method, a.name, b.name, estimate, UndefinedComparison.outOfRange());
    }
    return new PairComparison(
        method,
        a.name,
        b.name,
        estimate,
        gap.signum() * t,
        df,
        estimate - reach * error,
        estimate + reach * error,
        Tails.tTwoSided(t, df),
        range.upper(t * SQRT_2),
        null);
  }

  private static Double gap(Named a, Named b) {
    return PowerSums.quotient(a.sums.distanceTo(b.sums), BigDecimal.ONE);
  }

  private static BigDecimal inverse(PowerSums sums) {
    return BigDecimal.ONE.divide(BigDecimal.valueOf(sums.n()), PowerSums.QUOTIENT);
  }

  private record Named(String name, FrequencyTable table, PowerSums sums) {}

  private interface PairTest {
    PairComparison compare(Named a, Named b);
  }

  private static List<Named> named(Map<String, FrequencyTable> groups) {
    return new TreeMap<>(groups)
        .entrySet().stream()
            .filter(group -> group.getValue().n() > 0)
            .map(group -> new Named(group.getKey(), group.getValue(), group.getValue().powerSums()))
            .toList();
  }

  private static List<PairComparison> pairs(List<Named> named, PairTest test) {
    List<PairComparison> pairs = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      for (int j = i + 1; j < named.size(); j++) {
        pairs.add(test.compare(named.get(i), named.get(j)));
      }
    }
    return List.copyOf(pairs);
  }
}
