package org.quipu.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

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

  private FrequencyTable(double[] values, BigDecimal[] decimals, long[] upTo) {
    this(values, decimals, upTo, false);
  }

  private FrequencyTable(double[] values, BigDecimal[] decimals, long[] upTo, boolean whole) {
    this.values = values;
    this.decimals = decimals;
    this.upTo = upTo;
    this.whole = whole;
  }

  /**
   * A table of whole numbers, as exact as one of decimals and cheaper.
   *
   * @param ascending distinct numbers of at most {@link #LARGEST_WHOLE} in size
   * @param counts how often each occurs, above 0; together at most {@link #MOST_WHOLE}
   */
  public static FrequencyTable ofWhole(long[] ascending, long[] counts) {
    for (int i = 0; i < ascending.length; i++) {
      if (Math.abs(ascending[i]) > LARGEST_WHOLE
          || i > 0 && ascending[i - 1] >= ascending[i]
          || counts[i] <= 0) {
        throw new IllegalArgumentException(
            "value " + ascending[i] + " with count " + counts[i] + " at place " + i);
      }
    }
    WholeValues values = WholeValues.of(ascending);
    long[] upTo = cumulated(LongStream.of(counts));
    boolean few = upTo.length == 0 || upTo[upTo.length - 1] <= MOST_WHOLE;
    return new FrequencyTable(values.doubles(), values.decimals(), upTo, few);
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
    List<Counted> sorted = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      double rounded = Rounding.of(decimals[i]);
      check(rounded, counts[i]);
      if (counts[i] > 0) {
        sorted.add(new Counted(decimals[i], rounded, counts[i]));
      }
    }
    sorted.sort(Counted.ASCENDING);
    double[] values = new double[sorted.size()];
    BigDecimal[] exact = new BigDecimal[sorted.size()];
    long[] upTo = new long[sorted.size()];
    int distinct = 0;
    long seen = 0;
    for (Counted next : sorted) {
      if (distinct == 0 || exact[distinct - 1].compareTo(next.decimal) != 0) {
        values[distinct] = next.rounded + 0.0; // −0.0 becomes 0.0
        exact[distinct] = next.decimal.stripTrailingZeros();
        distinct++;
      }
      seen = Math.addExact(seen, next.count);
      upTo[distinct - 1] = seen;
    }
    return new FrequencyTable(
        Arrays.copyOf(values, distinct),
        Arrays.copyOf(exact, distinct),
        Arrays.copyOf(upTo, distinct));
  }

  /**
   * The same, where it is known how the decimals round to doubles.
   *
   * @param decimals without zeros at their ends
   * @param rounded the decimals rounded to doubles
   * @param rests what the decimals are more than that, likewise
   * @param counts how often each occurs; none is negative
   */
  public static FrequencyTable ofRounded(
      BigDecimal[] decimals, double[] rounded, double[] rests, long[] counts) {
    Integer[] order =
        IntStream.range(0, counts.length)
            .filter(i -> counts[i] != 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> rounded[i])
                    .thenComparing(i -> decimals[i]))
            .toArray(Integer[]::new);
    double[] values = new double[order.length];
    double[] more = new double[order.length];
    BigDecimal[] exact = new BigDecimal[order.length];
    long[] upTo = new long[order.length];
    int distinct = 0;
    long seen = 0;
    for (int i : order) {
      check(rounded[i], counts[i]);
      if (distinct == 0 || exact[distinct - 1].compareTo(decimals[i]) != 0) {
        values[distinct] = rounded[i] + 0.0; // −0.0 becomes 0.0
        more[distinct] = rests[i];
        exact[distinct] = decimals[i];
        distinct++;
      }
      seen = Math.addExact(seen, counts[i]);
      upTo[distinct - 1] = seen;
    }
    FrequencyTable table =
        new FrequencyTable(
            Arrays.copyOf(values, distinct),
            Arrays.copyOf(exact, distinct),
            Arrays.copyOf(upTo, distinct));
    table.rests = Arrays.copyOf(more, distinct);
    return table;
  }

  /** A decimal on its way into a table; doubles, which compare faster, have the same order. */
  private record Counted(BigDecimal decimal, double rounded, long count) {
    static final Comparator<Counted> ASCENDING =
        Comparator.comparingDouble(Counted::rounded).thenComparing(Counted::decimal);
  }

  /** A table of raw observations in any order; the array is left as it is. */
  public static FrequencyTable of(double... observations) {
    double[] sorted = new double[observations.length];
    for (int i = 0; i < sorted.length; i++) {
      check(observations[i], 1);
      sorted[i] = observations[i] + 0.0; // −0.0 becomes 0.0
    }
    Arrays.sort(sorted);
    long[] upTo = new long[sorted.length];
    for (int i = 0; i < upTo.length; i++) {
      upTo[i] = i + 1L;
    }
    return collapsed(sorted, upTo);
  }

  /** A table of values, in any order, with their counts; both arrays are left as they are. */
  public static FrequencyTable of(double[] distinctValues, long[] counts) {
    if (distinctValues.length != counts.length) {
      throw new IllegalArgumentException(
          distinctValues.length + " values come with " + counts.length + " counts");
    }
    for (int i = 0; i < counts.length; i++) {
      check(distinctValues[i], counts[i]);
    }
    int[] order = IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
    boolean ascending =
        IntStream.range(1, order.length)
            .allMatch(i -> distinctValues[order[i - 1]] < distinctValues[order[i]]);
    if (!ascending) {
      int[] sorted =
          IntStream.of(order)
              .boxed()
              .sorted((i, j) -> Double.compare(distinctValues[i], distinctValues[j]))
              .mapToInt(Integer::intValue)
              .toArray();
      System.arraycopy(sorted, 0, order, 0, sorted.length);
    }
    return collapsed(
        IntStream.of(order).mapToDouble(i -> distinctValues[i] + 0.0).toArray(),
        cumulated(IntStream.of(order).mapToLong(i -> counts[i])));
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
    List<FrequencyTable> filled = tables.stream().filter(table -> table.n() > 0).toList();
    boolean exact = filled.stream().allMatch(FrequencyTable::isDecimal);
    return filled.isEmpty()
        ? of()
        : mergeRange(exact ? filled : filled.stream().map(FrequencyTable::inDoubles).toList());
  }

  private static FrequencyTable mergeRange(List<FrequencyTable> tables) {
    if (tables.size() == 1) {
      return tables.get(0);
    }
    int half = tables.size() / 2;
    return mergePair(
        mergeRange(tables.subList(0, half)), mergeRange(tables.subList(half, tables.size())));
  }

  private static FrequencyTable mergePair(FrequencyTable a, FrequencyTable b) {
    int most = a.distinct() + b.distinct();
    double[] values = new double[most];
    BigDecimal[] decimals = a.isDecimal() ? new BigDecimal[most] : null;
    long[] upTo = new long[most];
    int k = 0;
    for (int i = 0, j = 0; i < a.distinct() || j < b.distinct(); k++) {
      int order = i == a.distinct() ? 1 : j == b.distinct() ? -1 : a.compare(i, b, j);
      FrequencyTable source = order <= 0 ? a : b;
      int position = order <= 0 ? i : j;
      values[k] = source.values[position];
      if (decimals != null) {
        decimals[k] = source.decimals[position];
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
      upTo[k] = Math.addExact(a.below(i), b.below(j));
    }
    return new FrequencyTable(
        Arrays.copyOf(values, k),
        decimals == null ? null : Arrays.copyOf(decimals, k),
        Arrays.copyOf(upTo, k),
        a.whole && b.whole && a.n() + b.n() <= MOST_WHOLE);
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
    if (rests == null) {
      double[] found = new double[values.length];
      for (int j = 0; j < found.length; j++) {
        found[j] = Rounding.of(decimals[j].subtract(new BigDecimal(values[j])));
      }
      rests = found;
    }
    return rests[i];
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

  /** Number of observations before the i-th distinct value; {@code below(distinct())} is n. */
  public long below(int i) {
    return i == 0 ? 0 : upTo[i - 1];
  }

  /** Index of the distinct value that stands at a rank, counted from 0, of the sorted values. */
  public int indexAtRank(long rank) {
    if (rank < 0 || rank >= n()) {
      throw new IllegalArgumentException("rank " + rank + " of " + n() + " observations");
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
      return wholeSums(0, n());
    }
    if (sums == null) {
      sums = powerSums(0, n());
    }
    return sums;
  }

  /** The same of the observations from one rank up to but without another, counted from 0. */
  PowerSums powerSums(long fromRank, long toRank) {
    if (whole) {
      return wholeSums(fromRank, toRank);
    }
    ExactSum sum = new ExactSum();
    ExactSum squares = new ExactSum();
    BigDecimal decimalSum = BigDecimal.ZERO;
    BigDecimal decimalSquares = BigDecimal.ZERO;
    for (int i = 0; i < values.length; i++) {
      long count = Math.min(upTo[i], toRank) - Math.max(below(i), fromRank);
      if (count <= 0) {
        continue;
      }
      if (decimals == null) {
        sum.add(values[i], count);
        squares.addSquare(values[i], count);
      } else {
        BigDecimal share = decimals[i].multiply(BigDecimal.valueOf(count));
        decimalSum = decimalSum.add(share);
        decimalSquares = decimalSquares.add(share.multiply(decimals[i]));
      }
    }
    return decimals == null
        ? new PowerSums(toRank - fromRank, sum.value(), squares.value())
        : new PowerSums(toRank - fromRank, decimalSum, decimalSquares);
  }

  private PowerSums wholeSums(long fromRank, long toRank) {
    long sum = 0;
    long squares = 0;
    for (int i = 0; i < values.length; i++) {
      long count = Math.min(upTo[i], toRank) - Math.max(below(i), fromRank);
      if (count > 0) {
        long value = (long) values[i];
        sum += count * value;
        squares += count * value * value;
      }
    }
    return new PowerSums(toRank - fromRank, BigDecimal.valueOf(sum), BigDecimal.valueOf(squares));
  }

  /** Order of the i-th value here and the j-th value there, as {@link Comparable} has it. */
  int compare(int i, FrequencyTable that, int j) {
    return decimals != null && that.decimals != null
        ? decimals[i].compareTo(that.decimals[j])
        : Double.compare(values[i], that.values[j]);
  }

  /** The table with its values rounded to doubles, so that it can be compared with raw doubles. */
  FrequencyTable inDoubles() {
    return decimals == null ? this : collapsed(values.clone(), upTo.clone());
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

  /** Takes ascending values with cumulated counts and joins those that are equal, in place. */
  private static FrequencyTable collapsed(double[] sorted, long[] upTo) {
    int last = -1;
    for (int i = 0; i < sorted.length; i++) {
      if (last < 0 || sorted[last] != sorted[i]) {
        last++;
      }
      sorted[last] = sorted[i];
      upTo[last] = upTo[i];
    }
    return last + 1 == sorted.length
        ? new FrequencyTable(sorted, null, upTo)
        : new FrequencyTable(Arrays.copyOf(sorted, last + 1), null, Arrays.copyOf(upTo, last + 1));
  }

  private static long[] cumulated(LongStream counts) {
    long[] upTo = counts.toArray();
    for (int i = 1; i < upTo.length; i++) {
      upTo[i] = Math.addExact(upTo[i], upTo[i - 1]);
    }
    return upTo;
  }

  private static void check(double value, long count) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("value " + value + "; allowed are finite numbers");
    }
    if (count < 0) {
      throw new IllegalArgumentException(
          "value " + value + " has count " + count + "; not negative");
    }
  }
}
