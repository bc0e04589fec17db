package org.quipu.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Comparison of the means of groups whose answers come in clusters: staff of networks clustered in
 * facilities, or the dimension scores of the same respondents, facility by facility. To be read
 * beside the naive analysis of variance, which takes every answer for an independent one.
 *
 * <p>Method: Wald's test of equal means with the cluster-robust covariance, Σ over clusters of
 * e<sub>cg</sub> e<sub>ch</sub>/(n<sub>g</sub> n<sub>h</sub>) · C/(C − 1), where e<sub>cg</sub> is
 * the sum of the deviations of cluster c from the mean of group g, and C the number of clusters
 * (CR1); F with groups − 1 and C − 1 degrees of freedom. K.-Y. Liang, S. L. Zeger, Biometrika 73
 * (1986) 13–22, https://doi.org/10.1093/biomet/73.1.13; A. C. Cameron, D. L. Miller, Journal of
 * Human Resources 50 (2015) 317–372, https://doi.org/10.3368/jhr.50.2.317.
 *
 * <ul>
 *   <li>fewer than 2 groups with answers: {@code too_few}
 *   <li>a group whose answers all come from one cluster: {@code too_few}; nothing shows how much
 *       its mean would differ in another
 *   <li>clusters too few, or too alike, for the covariance of the means: {@code not_computable}
 *   <li>the order of clusters changes no bit
 * </ul>
 *
 * The method is {@code cluster_robust_wald}; there is no effect size beside that of the naive test.
 */
public final class ClusteredMeans {
  private static final String METHOD = "cluster_robust_wald";

  private ClusteredMeans() {}

  /**
   * The test.
   *
   * @param clusters for each cluster, the sums of each group; as many groups in each, empty ones
   *     with {@link PowerSums#NONE}
   */
  public static TestResult test(List<List<PowerSums>> clusters) {
    int all = clusters.isEmpty() ? 0 : clusters.get(0).size();
    if (clusters.stream().anyMatch(cluster -> cluster.size() != all)) {
      throw new IllegalArgumentException("every cluster needs the sums of all " + all + " groups");
    }
    List<List<Part>> filled = new ArrayList<>();
    PowerSums[] totals = new PowerSums[all];
    Arrays.fill(totals, PowerSums.NONE);
    for (List<PowerSums> cluster : clusters) {
      List<Part> parts = new ArrayList<>(1);
      for (int g = 0; g < all; g++) {
        PowerSums sums = cluster.get(g);
        if (sums.n() > 0) {
          parts.add(new Part(g, sums));
          totals[g] = totals[g].plus(sums);
        }
      }
      if (!parts.isEmpty()) {
        filled.add(parts);
      }
    }
    int[] groups = IntStream.range(0, all).filter(g -> totals[g].n() > 0).toArray();
    long n = PowerSums.total(Arrays.asList(totals)).n();
    Reason problem = problem(filled, groups);
    if (problem != null) {
      return TestResult.undefined(METHOD, n, groups.length, problem);
    }
    return result(n, groups.length, filled.size(), wald(filled, totals, groups));
  }

  /**
   * The same where each cluster lies in one group, as facilities lie in DIRESAs.
   *
   * @param groups the sums of the clusters of each group
   */
  public static TestResult testNested(List<List<PowerSums>> groups) {
    List<NestedGroup> filled = new ArrayList<>();
    Reason problem = null;
    for (int g = 0; g < groups.size(); g++) {
      NestedGroup group = NestedGroup.of(groups.get(g));
      if (group.clusters() > 0) {
        filled.add(group);
        problem = problem == null && group.clusters() < 2 ? fewClusters(g, 1) : problem;
      }
    }
    int clusters = filled.stream().mapToInt(NestedGroup::clusters).sum();
    long n = PowerSums.total(filled.stream().map(NestedGroup::sums).toList()).n();
    if (filled.size() < 2) {
      problem = UndefinedComparison.fewGroups(filled.size());
    }
    return problem == null
        ? result(n, filled.size(), clusters, ofClusters(NestedGroup.wald(filled), clusters))
        : TestResult.undefined(METHOD, n, filled.size(), problem);
  }

  private static TestResult result(long n, int groups, int clusters, BigDecimal wald) {
    if (wald == null) {
      Reason singular =
          Undefined.notComputable(
              "Hay muy pocos conglomerados, o demasiado parecidos, para comparar las medias.",
              "Clusters are too few, or too alike, to compare the means.");
      return TestResult.undefined(METHOD, n, groups, singular);
    }
    double df1 = groups - 1.0;
    double df2 = clusters - 1.0;
    double f = wald.doubleValue() / df1;
    double p = Tails.fUpper(f, df1, df2);
    return new TestResult(METHOD, n, groups, f, df1, df2, p, null, null, null, null, null);
  }

  /** Times (C − 1) / C, by which the variance of few clusters falls short. */
  private static BigDecimal ofClusters(BigDecimal wald, int clusters) {
    return wald == null
        ? null
        : wald.multiply(BigDecimal.valueOf(clusters - 1L))
            .divide(BigDecimal.valueOf(clusters), PowerSums.QUOTIENT);
  }

  /** What a cluster has in one group; most clusters lie in few of the groups, often in one. */
  private record Part(int group, PowerSums sums) {}

  private static Reason problem(List<List<Part>> clusters, int[] groups) {
    if (groups.length < 2) {
      return UndefinedComparison.fewGroups(groups.length);
    }
    for (int g : groups) {
      long with =
          clusters.stream()
              .filter(parts -> parts.stream().anyMatch(part -> part.group == g))
              .limit(2)
              .count();
      if (with < 2) {
        return fewClusters(g, with);
      }
    }
    return null;
  }

  private static Reason fewClusters(int group, long with) {
    return Undefined.tooFew(
        "conglomerados en el grupo " + (group + 1), "clusters in group " + (group + 1), with, 2);
  }

  /** Differences to the first group, over their covariance; null where that is singular. */
  private static BigDecimal wald(List<List<Part>> clusters, PowerSums[] totals, int[] groups) {
    int k = groups.length - 1;
    BigDecimal[][] covariance = new BigDecimal[k][k];
    for (BigDecimal[] row : covariance) {
      Arrays.fill(row, BigDecimal.ZERO);
    }
    for (List<Part> parts : clusters) {
      BigDecimal[] contrasts = contrasts(parts, totals, groups);
      for (int g = 0; g < k; g++) {
        for (int h = 0; h <= g && contrasts[g].signum() != 0; h++) {
          covariance[g][h] = covariance[g][h].add(contrasts[g].multiply(contrasts[h]));
        }
      }
    }
    BigDecimal[][] difference = new BigDecimal[k][1];
    for (int g = 0; g < k; g++) {
      difference[g][0] = totals[groups[g + 1]].distanceTo(totals[groups[0]]);
      for (int h = 0; h < g; h++) {
        covariance[h][g] = covariance[g][h];
      }
    }
    BigDecimal[][] solved = Elimination.solve(covariance, difference);
    if (solved == null) {
      return null;
    }
    BigDecimal wald = BigDecimal.ZERO;
    for (int g = 0; g < k; g++) {
      wald = wald.add(difference[g][0].multiply(solved[g][0]));
    }
    return ofClusters(wald, clusters.size());
  }

  /**
   * How far a cluster moves each group's mean, less how far it moves the first's: e<sub>cg</sub>/n
   * <sub>g</sub> − e<sub>c0</sub>/n<sub>0</sub>. They are taken from each other before they are
   * squared: where all clusters differ alike, nothing is left.
   */
  private static BigDecimal[] contrasts(List<Part> parts, PowerSums[] totals, int[] groups) {
    BigDecimal[] moves = new BigDecimal[groups.length];
    BigDecimal[] sizes = new BigDecimal[groups.length];
    Arrays.fill(moves, BigDecimal.ZERO);
    Arrays.fill(sizes, BigDecimal.ZERO);
    for (Part part : parts) {
      int place = Arrays.binarySearch(groups, part.group);
      PowerSums group = totals[part.group];
      BigDecimal n = BigDecimal.valueOf(group.n());
      BigDecimal square = n.multiply(n);
      moves[place] = score(part.sums, group).divide(square, PowerSums.QUOTIENT);
      // What the score is the difference of, which is what it was rounded by.
      sizes[place] = part.sums.sum().abs().divide(n, PowerSums.QUOTIENT);
    }
    return IntStream.range(1, groups.length)
        .mapToObj(g -> Residue.of(moves[g].subtract(moves[0]), sizes[g].add(sizes[0])))
        .toArray(BigDecimal[]::new);
  }

  /** Σx n of the group − n Σx of the group, which divided by its n² is e/n. */
  static BigDecimal score(PowerSums part, PowerSums group) {
    return Residue.difference(
        part.sum().multiply(BigDecimal.valueOf(group.n())),
        group.sum().multiply(BigDecimal.valueOf(part.n())));
  }

  /** Products of scores are summed as they are, without rounding, and divided once. */
  static BigDecimal scaled(BigDecimal products, PowerSums first, PowerSums second) {
    BigDecimal sizes = BigDecimal.valueOf(first.n()).multiply(BigDecimal.valueOf(second.n()));
    return products.divide(sizes.multiply(sizes), PowerSums.QUOTIENT);
  }
}
