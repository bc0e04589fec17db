package org.quipu.stats;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The one-way analysis of variance that printed means and standard deviations allow: F from the
 * numbers as they are printed, and the least and greatest F of all numbers that round to them.
 *
 * <ul>
 *   <li>F falls as any standard deviation grows
 *   <li>the variation between means is convex in them, so that it is greatest at a corner of what
 *       rounding allows, and least where each mean comes as near as it may to one common value
 *   <li>where the least standard deviations are all 0, F is without bound: {@code most} is null
 * </ul>
 *
 * <p>After the idea of M. B. Nuijten et al., "The prevalence of statistical reporting errors in
 * psychology (1985–2013)", Behavior Research Methods 48 (2016) 1205–1226,
 * https://doi.org/10.3758/s13428-015-0664-2.
 *
 * @param centre from the numbers as printed
 * @param least the test with the least F
 * @param most the test with the greatest F; null where there is no bound
 */
public record PublishedAnova(TestResult centre, TestResult least, TestResult most) {
  /** Means of more groups have too many corners. */
  public static final int MOST_GROUPS = 12;

  private static final int STEPS = 200;

  /**
   * A group as it is printed.
   *
   * @param n observations, at least 2
   * @param mean printed mean
   * @param meanSlack how far off the mean may be by rounding
   * @param sd printed standard deviation, with n − 1
   * @param sdSlack how far off the standard deviation may be by rounding
   */
  public record Group(
      long n, BigDecimal mean, BigDecimal meanSlack, BigDecimal sd, BigDecimal sdSlack) {
    public Group {
      if (n < 2 || sd.signum() < 0) {
        throw new IllegalArgumentException(
            "n = " + n + " and sd = " + sd + "; n is at least 2 and sd not negative");
      }
    }
  }

  /**
   * The analyses, without effect sizes; a state where numbers allow none, as {@link OneWay#anova}
   * has it.
   *
   * @param groups at most {@value #MOST_GROUPS}: every corner is looked at
   */
  public static PublishedAnova of(List<Group> groups) {
    if (groups.size() > MOST_GROUPS) {
      throw new IllegalArgumentException(
          groups.size() + " groups; allowed are at most " + MOST_GROUPS);
    }
    double[] nearest = nearest(groups);
    TestResult least =
        test(
            groups,
            IntStream.range(0, groups.size()).mapToObj(i -> new BigDecimal(nearest[i])).toList(),
            1);
    return new PublishedAnova(test(groups, means(groups), 0), least, most(groups));
  }

  /** The test of the corner with the greatest F; null where some F has no bound. */
  private static TestResult most(List<Group> groups) {
    TestResult most = null;
    for (int corner = 0; corner < 1 << groups.size(); corner++) {
      TestResult at = test(groups, corner(groups, corner), -1);
      if (at.statistic() == null) {
        return null;
      }
      most = most == null || at.statistic() > most.statistic() ? at : most;
    }
    return most;
  }

  private static List<BigDecimal> means(List<Group> groups) {
    return groups.stream().map(Group::mean).toList();
  }

  /** The means with those whose bit is set at their greatest, the others at their least. */
  private static List<BigDecimal> corner(List<Group> groups, int bits) {
    return IntStream.range(0, groups.size())
        .mapToObj(
            i -> {
              Group group = groups.get(i);
              return (bits >> i & 1) == 1
                  ? group.mean.add(group.meanSlack)
                  : group.mean.subtract(group.meanSlack);
            })
        .toList();
  }

  /** The means nearest to each other: those of all clamped to the value that is their own mean. */
  private static double[] nearest(List<Group> groups) {
    double low = groups.stream().mapToDouble(g -> g.mean.doubleValue()).min().orElseThrow();
    double high = groups.stream().mapToDouble(g -> g.mean.doubleValue()).max().orElseThrow();
    for (int step = 0; step < STEPS && low < high; step++) {
      double common = low + (high - low) / 2;
      double pull = 0;
      double[] clamped = clamped(groups, common);
      for (int i = 0; i < clamped.length; i++) {
        pull += groups.get(i).n * (clamped[i] - common);
      }
      if (common == low || common == high) {
        break;
      }
      if (pull > 0) {
        low = common;
      } else {
        high = common;
      }
    }
    return clamped(groups, low + (high - low) / 2);
  }

  private static double[] clamped(List<Group> groups, double common) {
    return groups.stream()
        .mapToDouble(
            group -> {
              double mean = group.mean.doubleValue();
              double slack = group.meanSlack.doubleValue();
              return Math.max(mean - slack, Math.min(mean + slack, common));
            })
        .toArray();
  }

  /** The test of given means, with standard deviations moved by so many times their slack. */
  private static TestResult test(List<Group> groups, List<BigDecimal> means, int direction) {
    return OneWay.anovaAlone(
        SummedGroups.of(
            IntStream.range(0, groups.size())
                .mapToObj(
                    i -> {
                      Group group = groups.get(i);
                      BigDecimal sd =
                          group
                              .sd
                              .add(group.sdSlack.multiply(BigDecimal.valueOf(direction)))
                              .max(BigDecimal.ZERO);
                      return sums(group.n, means.get(i), sd);
                    })
                .toList()));
  }

  /** Σx = n · mean and Σx² = (n − 1) sd² + n · mean². */
  private static PowerSums sums(long n, BigDecimal mean, BigDecimal sd) {
    BigDecimal size = BigDecimal.valueOf(n);
    BigDecimal squares =
        BigDecimal.valueOf(n - 1).multiply(sd.multiply(sd)).add(size.multiply(mean.multiply(mean)));
    return new PowerSums(n, size.multiply(mean), squares);
  }
}
