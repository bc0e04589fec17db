package org.quipu.stats;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What Friedman's test needs of n rows of k measurements, each row ranked for itself. Sums of parts
 * add up to the sums of the whole.
 *
 * @param n rows
 * @param doubledRankSums for each column, twice the sum of its ranks from 1 to k, where equal
 *     values of a row share the mean of their ranks
 * @param ties Σ(t³ − t) over all sets of t equal values in a row
 */
public record RankSums(long n, List<Long> doubledRankSums, BigInteger ties) {
  public RankSums {
    doubledRankSums = List.copyOf(doubledRankSums);
  }

  /** The sums of no rows of k measurements. */
  public static RankSums none(int k) {
    return new RankSums(0, LongStream.generate(() -> 0).limit(k).boxed().toList(), BigInteger.ZERO);
  }

  /** The sums of a matrix, a row for each subject; all rows are of one length, and finite. */
  public static RankSums of(double[][] rows) {
    int k = rows.length == 0 ? 0 : rows[0].length;
    long[] sums = new long[k];
    BigInteger ties = BigInteger.ZERO;
    for (double[] row : rows) {
      MomentSums.check(row, k);
      long tiesOfRow = 0;
      for (int j = 0; j < k; j++) {
        long below = 0;
        long equal = 0;
        for (double value : row) {
          below += value < row[j] ? 1 : 0;
          equal += value == row[j] ? 1 : 0;
        }
        sums[j] += 2 * below + equal + 1;
        // Each of t equal values adds t² − 1, together t³ − t.
        tiesOfRow += equal * equal - 1;
      }
      ties = ties.add(BigInteger.valueOf(tiesOfRow));
    }
    return new RankSums(rows.length, LongStream.of(sums).boxed().toList(), ties);
  }

  /** Number of measurements a row. */
  public int k() {
    return doubledRankSums.size();
  }

  /** The sums of these rows and those together; both have the same number of measurements. */
  public RankSums plus(RankSums that) {
    if (k() != that.k()) {
      throw new IllegalArgumentException(
          "rows of " + k() + " measurements and rows of " + that.k() + " do not go together");
    }
    List<Long> sums = new ArrayList<>();
    for (int j = 0; j < k(); j++) {
      sums.add(Math.addExact(doubledRankSums.get(j), that.doubledRankSums.get(j)));
    }
    return new RankSums(Math.addExact(n, that.n), sums, ties.add(that.ties));
  }
}
