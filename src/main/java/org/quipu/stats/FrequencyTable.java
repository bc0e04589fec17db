package org.quipu.stats;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Numbers with how often each occurs: distinct values in ascending order, with counts. Every
 * statistic of a sample whose order does not matter follows from it, and tables of parts {@link
 * #merge} to the table of the whole.
 *
 * <p>A table holds exact decimals where it was made from them ({@link #ofDecimals}) and doubles
 * otherwise. Sums of either are exact ({@link #powerSums}).
 *
 * <p>Edge cases:
 *
 * <ul>
 *   <li>equal numbers are one value: 1.0 and 1.00, 0.0 and −0.0
 *   <li>a value with count 0 is left out; an empty table has n = 0
 *   <li>a negative count, NaN, infinities and decimals beyond the range of a double are refused
 *       with IllegalArgumentException: what is missing is counted elsewhere
 *   <li>decimals that differ only beyond the 17th digit are distinct, though {@link #value} of them
 *       is the same
 * </ul>
 */
public final class FrequencyTable {
  /**
   * Up to this size, and this many of them, the squares of whole numbers and of twice the distances
   * between them add up in a long.
   */
  public static final long LARGEST_WHOLE = 1 << 13;

  public static final long MOST_WHOLE = 1L << 32;

  private final double[] values;

  /** The same values exactly, or null where the doubles themselves are exact. */
  private final BigDecimal[] decimals;

  /** Whether all values are whole and at most {@link #LARGEST_WHOLE} in size. */
  private final boolean whole;

  /** upTo[i] is how many observations are not above value i. */
  private final long[] upTo;

  /** Computed on first use; threads that race compute the same. */
  private PowerSums sums;

  /** What each decimal is more than its double; computed on first use, likewise. */
  private double[] rests;

  /** The decimals with all that is known of them; null where that is not known. */
  private KnownDecimal[] known;

  /** Takes ascending values with cumulated counts; whoever calls gives them away. */
  FrequencyTable(double[] values, BigDecimal[] decimals, long[] upTo, boolean whole) {
    this.values = values;
    this.decimals = decimals;
    this.upTo = upTo;
    this.whole = whole;
  }

  /**
   * A table of whole numbers, as exact as one of decimals and cheaper.
   *
   * @param ascending distinct numbers of at most {@link #LARGEST_WHOLE} in size
   * @param counts how often each occurs, above 0; together at most {@link #MOST_WHOLE}; the array
   *     is the table's from then on
   */
  public static FrequencyTable ofWhole(long[] ascending, long[] counts) {
    return WholeValues.table(ascending, counts);
  }

  /** A table of exact decimals: value to count. */
  public static FrequencyTable ofDecimals(Map<BigDecimal, Long> counts) {
    BigDecimal[] values = counts.keySet().toArray(BigDecimal[]::new);
    long[] each = Arrays.stream(values).mapToLong(counts::get).toArray();
    return ofDecimals(values, each);
  }

  /**
   * A table of exact decimals with their counts, in any order; equal ones are taken together. Both
   * arrays are left as they are.
   */
  public static FrequencyTable ofDecimals(BigDecimal[] decimals, long[] counts) {
    if (decimals.length != counts.length) {
      throw new IllegalArgumentException(
          decimals.length + " values come with " + counts.length + " counts");
    }
    return CountedDecimals.table(decimals, counts);
  }

  /**
   * The same of distinct decimals in ascending order, of which all is known.
   *
   * @param counts how often each occurs, above 0; the array is the table's from then on
   */
  public static FrequencyTable ofAscending(KnownDecimal[] decimals, long[] counts) {
    return CountedDecimals.ascending(decimals, counts);
  }

  /** A table of raw observations in any order; the array is left as it is. */
  public static FrequencyTable of(double... observations) {
    return CountedDoubles.table(observations);
  }

  /** A table of raw observations in ascending order; the array is the table's from then on. */
  public static FrequencyTable ofAscending(double[] observations) {
    return CountedDoubles.ascending(observations);
  }

  /** A table of values, in any order, with their counts; both arrays are left as they are. */
  public static FrequencyTable of(double[] distinctValues, long[] counts) {
    return CountedDoubles.table(distinctValues, counts);
  }

  /**
   * The table of all observations of several tables, in any order of tables. It holds decimals if
   * every table that is not empty does, doubles otherwise.
   */
  public static FrequencyTable merge(FrequencyTable... tables) {
    return merge(List.of(tables));
  }

  /** As {@link #merge(FrequencyTable...)}. */
  public static FrequencyTable merge(List<FrequencyTable> tables) {
    return MergedTables.merge(tables);
  }

  /** Number of observations. */
  public long n() {
    return below(values.length);
  }

  /** Number of distinct values. */
  public int distinct() {
    return values.length;
  }

  /** The i-th distinct value, ascending from 0, rounded to a double. */
  public double value(int i) {
    return values[i];
  }

  /** The i-th distinct value as an object, of which there is one for many rows. */
  public Double boxed(int i) {
    return Boxed.of(values[i]);
  }

  /** The i-th distinct value without rounding; of a double, its exact expansion. */
  public BigDecimal decimal(int i) {
    return decimals == null ? new BigDecimal(values[i]) : decimals[i];
  }

  /** What the i-th distinct value is more than {@link #value}, rounded to a double. */
  double rest(int i) {
    if (decimals == null || whole) {
      return 0;
    }
    if (known != null) {
      return known[i].rest();
    }
    if (rests == null) {
      double[] found = new double[values.length];
      for (int j = 0; j < found.length; j++) {
        found[j] = Rounding.of(decimals[j].subtract(new BigDecimal(values[j])));
      }
      rests = found;
    }
    return rests[i];
  }

  /** Says what is known of the decimals. */
  void keep(KnownDecimal[] decimals) {
    known = decimals;
  }

  /** The i-th distinct value with all that is known of it; null where that is not known. */
  KnownDecimal known(int i) {
    return known == null ? null : known[i];
  }

  /** Whether the table was made of small whole numbers, see {@link #ofWhole}. */
  boolean isWhole() {
    return whole;
  }

  /** Whether the table was made from decimals. */
  public boolean isDecimal() {
    return decimals != null;
  }

  /** How often the i-th distinct value occurs. */
  public long count(int i) {
    return upTo[i] - below(i);
  }

  /** How often the i-th distinct value occurs between two ranks, the second not included. */
  long count(int i, long fromRank, long toRank) {
    return Math.max(0, Math.min(upTo[i], toRank) - Math.max(below(i), fromRank));
  }

  /** Number of observations before the i-th distinct value; {@code below(distinct())} is n. */
  public long below(int i) {
    return i == 0 ? 0 : upTo[i - 1];
  }

  /** Index of the distinct value that stands at a rank, counted from 0, of the sorted values. */
  public int indexAtRank(long rank) {
    if (rank < 0 || rank >= n()) {
      throw new IllegalArgumentException("rank " + rank + " of " + n() + " observations");
    }
    if (rank < upTo.length && upTo[(int) rank] == rank + 1) {
      // Every value up to here occurs once.
      return (int) rank;
    }
    int found = Arrays.binarySearch(upTo, rank + 1);
    return found >= 0 ? found : -found - 1;
  }

  /** Number of observations below the limit, which is compared without rounding. */
  public long countBelow(BigDecimal limit) {
    return below(firstFrom(limit, 0));
  }

  /** Number of observations above the limit, which is compared without rounding. */
  public long countAbove(BigDecimal limit) {
    return n() - below(firstFrom(limit, 1));
  }

  /** Index of the first value whose order to the limit is at least the given one. */
  private int firstFrom(BigDecimal limit, int order) {
    int low = 0;
    for (int high = values.length; low < high; ) {
      int middle = (low + high) >>> 1;
      if (decimal(middle).compareTo(limit) < order) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The least value, null if there is none. */
  public Double min() {
    return values.length == 0 ? null : Boxed.of(values[0]);
  }

  /** The greatest value, null if there is none. */
  public Double max() {
    return values.length == 0 ? null : Boxed.of(values[values.length - 1]);
  }

  /** The mean, correctly rounded; null if there is no value. */
  public Double mean() {
    return powerSums().mean();
  }

  /** Σ(x − mean)², correctly rounded; null if there is no value. */
  public Double sumOfSquaredDeviations() {
    return powerSums().sumOfSquaredDeviations();
  }

  /** n, Σx and Σx² without rounding. */
  public PowerSums powerSums() {
    if (whole) {
      // Found again faster than it is worth keeping for a million tables.
      return powerSums(0, n());
    }
    if (sums == null) {
      sums = powerSums(0, n());
    }
    return sums;
  }

  /** The same of the observations from one rank up to but without another, counted from 0. */
  PowerSums powerSums(long fromRank, long toRank) {
    return TableSums.of(this, fromRank, toRank);
  }

  /** Order of the i-th value here and the j-th value there, as {@link Comparable} has it. */
  int compare(int i, FrequencyTable that, int j) {
    // Rounding keeps the order: decimals are asked only where their doubles are the same.
    int order = Double.compare(values[i], that.values[j]);
    return order != 0 || decimals == null || that.decimals == null
        ? order
        : decimals[i].compareTo(that.decimals[j]);
  }

  /** The table with its values rounded to doubles, so that it can be compared with raw doubles. */
  FrequencyTable inDoubles() {
    return decimals == null ? this : CountedDoubles.collapsed(values.clone(), upTo.clone());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FrequencyTable that
        && Arrays.equals(values, that.values)
        && Arrays.equals(upTo, that.upTo)
        && Arrays.equals(decimals, that.decimals);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(upTo);
  }

  /** n, number of distinct values and range; never the values, of which there may be millions. */
  @Override
  public String toString() {
    return "FrequencyTable[n="
        + n()
        + ", distinct="
        + distinct()
        + ", "
        + min()
        + ".."
        + max()
        + "]";
  }
}
