package org.quipu.stats;

import java.util.Arrays;

/**
 * How much nearer each object lies to its own cluster than to the next one: (b − a) / max(a, b),
 * where a is the mean distance to the others of its cluster and b the smallest mean distance to the
 * objects of another; from −1 to 1.
 *
 * <ul>
 *   <li>an object alone in its cluster has width 0
 *   <li>one that lies at distance 0 from its own and from the next cluster has width 0
 *   <li>the distances are whole numbers, so that sums of them are exact
 * </ul>
 *
 * <p>Source: P. J. Rousseeuw, "Silhouettes: a graphical aid to the interpretation and validation of
 * cluster analysis", Journal of Computational and Applied Mathematics 20 (1987) 53–65.
 * https://doi.org/10.1016/0377-0427(87)90125-7
 */
public final class Silhouette {
  private Silhouette() {}

  /**
   * The width of each object.
   *
   * @param distances symmetric, a row an object
   * @param clusters the cluster of each object, from 0; at least two of them
   */
  public static double[] widths(long[][] distances, int[] clusters) {
    int count = Arrays.stream(clusters).max().orElseThrow() + 1;
    long[] sizes = new long[count];
    for (int cluster : clusters) {
      sizes[cluster]++;
    }
    double[] widths = new double[clusters.length];
    for (int i = 0; i < clusters.length; i++) {
      long[] sums = new long[count];
      for (int j = 0; j < clusters.length; j++) {
        sums[clusters[j]] += distances[i][j];
      }
      widths[i] = sizes[clusters[i]] == 1 ? 0 : width(sums, sizes, clusters[i]);
    }
    return widths;
  }

  private static double width(long[] sums, long[] sizes, int own) {
    double a = (double) sums[own] / (sizes[own] - 1);
    double b = Double.POSITIVE_INFINITY;
    for (int cluster = 0; cluster < sums.length; cluster++) {
      if (cluster != own && sizes[cluster] > 0) {
        b = Math.min(b, (double) sums[cluster] / sizes[cluster]);
      }
    }
    double larger = Math.max(a, b);
    return larger == 0 ? 0 : (b - a) / larger;
  }

  /** The mean of widths, the same in any order. */
  public static double mean(double[] widths) {
    ExactSum sum = new ExactSum();
    for (double width : widths) {
      sum.add(width, 1);
    }
    return sum.rounded() / widths.length;
  }
}
