package org.quipu.stats;

import java.util.Arrays;

/**
 * How each of n pairs (x, y) stands to all others: concordant pairs count 1, discordant -1, those
 * tied in x or in y 0.
 *
 * <p>Pairs are entered in the order of x into a tree of counts by y (Fenwick's), which takes n log
 * n steps as does W. R. Knight, "A computer method for calculating Kendall's tau with ungrouped
 * data", JASA 61 (1966) 436–439, https://doi.org/10.1080/01621459.1966.10480879, but keeps what
 * each pair contributes.
 */
final class Concordance {
  private final long[] tree;

  private Concordance(int levels) {
    tree = new long[levels + 1];
  }

  /**
   * For each i, Σ over j of sign(x<sub>j</sub> − x<sub>i</sub>) sign(y<sub>j</sub> −
   * y<sub>i</sub>).
   */
  static long[] of(RankedValues x, RankedValues y) {
    int n = x.n();
    long[] order = new long[n];
    for (int i = 0; i < n; i++) {
      order[i] = ((long) x.level()[i] << 32) | i;
    }
    Arrays.sort(order);
    Concordance smallerX = new Concordance(y.counts().length);
    Concordance upToX = new Concordance(y.counts().length);
    long[] concordance = new long[n];
    for (int from = 0, to; from < n; from = to) {
      to = from;
      while (to < n && order[to] >> 32 == order[from] >> 32) {
        upToX.add(y.level()[(int) order[to++]]);
      }
      for (int k = from; k < to; k++) {
        int i = (int) order[k];
        int level = y.level()[i];
        long ofSmallerX = smallerX.below(level) - (from - smallerX.below(level + 1));
        long ofUpToX = upToX.below(level) - (to - upToX.below(level + 1));
        // What is below less what is above y_i, over all: the centred rank of y.
        long ofLargerX = y.centred()[i] - ofUpToX;
        concordance[i] = ofSmallerX - ofLargerX;
      }
      for (int k = from; k < to; k++) {
        smallerX.add(y.level()[(int) order[k]]);
      }
    }
    return concordance;
  }

  private void add(int level) {
    for (int i = level + 1; i < tree.length; i += i & -i) {
      tree[i]++;
    }
  }

  /** How many entered so far are below a level. */
  private long below(int level) {
    long count = 0;
    for (int i = level; i > 0; i -= i & -i) {
      count += tree[i];
    }
    return count;
  }
}
