package org.quipu.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.quipu.stats.PairwiseMoments;
import org.quipu.survey.Instrument;
import org.quipu.survey.Item;

/**
 * Where, in a row of counters, the answers and scores of an instrument are counted: whole answers
 * on their item's scale, and scores of respondents who answered all of a dimension's items, or all
 * but {@link #MOST_LEFT_OUT}. Whatever else occurs is counted elsewhere.
 *
 * <p>The first counter is for respondents. Each item, and after the items each dimension and the
 * score over all items, has a counter for missing ones, and from there one a value; a score has one
 * for each sum of all its items, then of one item less, and so on.
 */
final class AnswerWindows implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Stands for a missing answer among whole ones. */
  static final int MISSING = PairwiseMoments.MISSING;

  /** Scales longer than this, e.g. years, are counted elsewhere. */
  private static final int WIDEST_ITEM = 64;

  private static final int WIDEST_SCORE = 4096;

  /** An end of a scale further from 0 than this is as good as none. */
  private static final BigDecimal MOST = BigDecimal.valueOf(1L << 40);

  /** Items that a respondent may leave out of a score for it to have a counter. */
  private static final int MOST_LEFT_OUT = 3;

  /** A common multiple of the numbers of answers that scores have stays below this. */
  private static final long LARGEST_MULTIPLE = 1L << 31;

  final int items;
  final int dimensions;

  /** Counter of an item's missing answers. */
  final int[] itemAt;

  /** Least and number of whole answers on the scale. */
  final int[] itemMin;

  final int[] itemWidth;

  /** Of a reversed item, what an answer is taken from; 0 for the others. */
  final int[] turnedFrom;

  final boolean[] reversed;

  /** By dimension, its items. */
  final int[][] itemsOf;

  /** Counter of a score's missing ones; the score over all items is the last. */
  final int[] scoreAt;

  /** Items of each score. */
  final int[] scoreItems;

  /** Sums of each score, by the number of items left out; none beyond the last. */
  final Sums[][] scoreSums;

  /**
   * The counters of the sums of some answers.
   *
   * @param at the counter of the least sum
   * @param min the least sum
   * @param width number of sums
   * @param parts answers in a sum
   */
  record Sums(int at, int min, int width, int parts) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** Counters of a row. */
  final int length;

  /**
   * A multiple of the numbers of answers that scores may have, of those of all if it is not large.
   */
  final long multiple;

  /** Whether whole answers give whole scored answers. */
  final boolean isWhole;

  AnswerWindows(Instrument instrument) {
    List<Item> list = instrument.items();
    List<String> names = instrument.dimensions();
    items = list.size();
    dimensions = names.size();
    itemAt = new int[items];
    itemMin = new int[items];
    itemWidth = new int[items];
    turnedFrom = new int[items];
    reversed = new boolean[items];
    itemsOf = new int[dimensions][];
    int[] dimensionOf = new int[items];
    scoreAt = new int[dimensions + 1];
    scoreItems = new int[dimensions + 1];
    scoreSums = new Sums[dimensions + 1][];
    boolean whole = true;
    int at = 1;
    List<List<Long>> least = lists(dimensions + 1);
    List<List<Long>> greatest = lists(dimensions + 1);
    for (int i = 0; i < items; i++) {
      Item item = list.get(i);
      dimensionOf[i] = names.indexOf(item.dimensionId());
      long min = whole(item.min(), RoundingMode.CEILING);
      long max = whole(item.max(), RoundingMode.FLOOR);
      boolean small = Math.max(Math.abs(min), Math.abs(max)) <= Answer.SMALL;
      itemMin[i] = small ? (int) min : 0;
      itemWidth[i] = small && max >= min && max - min < WIDEST_ITEM ? (int) (max - min + 1) : 0;
      itemAt[i] = at;
      at += 1 + itemWidth[i];
      BigDecimal turned = item.min().add(item.max()).stripTrailingZeros();
      reversed[i] = item.reversed();
      turnedFrom[i] = item.reversed() && small ? turned.intValue() : 0;
      whole &= small && (!item.reversed() || turned.scale() <= 0);
      for (int score : new int[] {dimensionOf[i], dimensions}) {
        scoreItems[score]++;
        least.get(score).add(item.reversed() ? turnedFrom[i] - max : min);
        greatest.get(score).add(item.reversed() ? turnedFrom[i] - min : max);
      }
    }
    for (int score = 0; score <= dimensions; score++) {
      scoreAt[score] = at++;
      scoreSums[score] = whole ? sums(at, least.get(score), greatest.get(score)) : new Sums[0];
      for (Sums sums : scoreSums[score]) {
        at += sums.width;
      }
    }
    for (int dimension = 0; dimension < dimensions; dimension++) {
      int own = dimension;
      itemsOf[own] = IntStream.range(0, items).filter(i -> dimensionOf[i] == own).toArray();
    }
    length = at;
    isWhole = whole;
    multiple = multiple(Arrays.copyOf(scoreItems, dimensions));
  }

  /** An end of a scale; beyond what is counted, wherever that is. */
  private static long whole(BigDecimal end, RoundingMode rounding) {
    return end.min(MOST).max(MOST.negate()).setScale(0, rounding).longValueExact();
  }

  private static List<List<Long>> lists(int count) {
    return Stream.generate(() -> (List<Long>) new ArrayList<Long>()).limit(count).toList();
  }

  /** Counters from one on for the sums of all items, of all but one, and so on. */
  private static Sums[] sums(int from, List<Long> least, List<Long> greatest) {
    least.sort(Comparator.naturalOrder());
    greatest.sort(Comparator.reverseOrder());
    List<Sums> all = new ArrayList<>();
    int at = from;
    for (int parts = least.size(); parts > 0 && least.size() - parts <= MOST_LEFT_OUT; parts--) {
      // Whichever items are left out, sums are not beyond those of the least and the greatest.
      long min = least.stream().limit(parts).mapToLong(Long::longValue).sum();
      long max = greatest.stream().limit(parts).mapToLong(Long::longValue).sum();
      if (max - min >= WIDEST_SCORE || Math.abs(min) > Answer.SMALL) {
        break;
      }
      all.add(new Sums(at, (int) min, (int) (max - min + 1), parts));
      at += (int) (max - min + 1);
    }
    return all.toArray(Sums[]::new);
  }

  /** Of 1 up to the most items of a dimension, or where that is large of those numbers alone. */
  private static long multiple(int[] itemsOfDimensions) {
    int most = Arrays.stream(itemsOfDimensions).max().orElse(1);
    long all = 1;
    for (int parts = 2; parts <= most && all < LARGEST_MULTIPLE; parts++) {
      all = leastCommon(all, parts);
    }
    if (all < LARGEST_MULTIPLE) {
      return all;
    }
    long full = 1;
    for (int parts : itemsOfDimensions) {
      long more = leastCommon(full, parts);
      full = more < LARGEST_MULTIPLE ? more : full;
    }
    return full;
  }

  private static long leastCommon(long a, long b) {
    return a / BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValue() * b;
  }
}
