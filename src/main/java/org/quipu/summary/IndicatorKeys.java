package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which (period, facility, indicator) occurred: one bit each, so that the keys of 100 million rows
 * cost some megabytes and no sort.
 */
final class IndicatorKeys implements Serializable {
  private static final long serialVersionUID = 2L;
  private static final int YEAR_LENGTH = 4;

  private final Ids facilities;
  private final Ids indicators;
  private final Ids periods = new Ids();
  private final List<KeyBits> bits = new ArrayList<>();
  private final TreeSet<Long> collisions = new TreeSet<>();
  private transient KeyBits last;
  private transient int lastPeriod;

  /** Of facilities and indicators that are numbered elsewhere. */
  IndicatorKeys(Ids facilities, Ids indicators) {
    this.facilities = facilities;
    this.indicators = indicators;
  }

  /** The number of a row's period. */
  int period(char[] chars, int start, int end) {
    return periods.of(chars, start, end);
  }

  /** Notes a key by the numbers of its parts. */
  void add(int period, int facility, int indicator) {
    if (bits(period).note(facility, indicator)) {
      collide(period, facility, indicator);
    }
  }

  private KeyBits bits(int period) {
    // Rows of a period often stand together.
    if (last == null || period != lastPeriod) {
      while (bits.size() <= period) {
        bits.add(new KeyBits());
      }
      last = bits.get(period);
      lastPeriod = period;
    }
    return last;
  }

  private void collide(int period, int facility, int indicator) {
    collisions.add(
        hash(facilities.text(facility), periods.text(period), indicators.text(indicator)));
  }

  private static long hash(String facility, String period, String indicator) {
    return hash(beginning(KeyHash.of(facility), KeyHash.of(period)), KeyHash.of(indicator));
  }

  /** The hash of how a key begins, by those of its facility and its period. */
  static long beginning(long facility, long period) {
    return KeyHash.joined(KeyHash.joined(0, facility), period);
  }

  /** The hash of a key, half of which is of its beginning. */
  static long hash(long beginning, long indicator) {
    return KeyHash.halved(beginning, KeyHash.joined(beginning, indicator));
  }

  /** How the keys of a facility's rows of a period begin, by the numbers of both. */
  int beginning(int period, int facility) {
    return KeyHash.beginning(
        beginning(KeyHash.of(facilities.text(facility)), KeyHash.of(periods.text(period))));
  }

  /** Adds another part's keys, whose facilities and indicators have other numbers here. */
  void merge(IndicatorKeys other, int[] facilitiesHere, int[] indicatorsHere) {
    collisions.addAll(other.collisions);
    boolean same = IntStream.range(0, indicatorsHere.length).allMatch(i -> indicatorsHere[i] == i);
    int[] periodsHere = periods.take(other.periods);
    for (int period = 0; period < other.bits.size(); period++) {
      KeyBits theirs = other.bits.get(period);
      // There may be room for more facilities than there are.
      int count = Math.min(facilitiesHere.length, theirs.facilities());
      for (int facility = 0; facility < count; facility++) {
        for (int word = 0; word < theirs.stride(); word++) {
          long keys = theirs.word(facility, word);
          if (keys != 0 && same) {
            addAll(periodsHere[period], facilitiesHere[facility], word, keys);
          } else if (keys != 0) {
            addAll(periodsHere[period], facilitiesHere[facility], word, keys, indicatorsHere);
          }
        }
      }
    }
  }

  private void addAll(int period, int facility, int word, long keys) {
    long known = bits(period).noteAll(facility, word, keys);
    for (long left = known; left != 0; left &= left - 1) {
      collide(period, facility, (word << 6) + Long.numberOfTrailingZeros(left));
    }
  }

  private void addAll(int period, int facility, int word, long keys, int[] indicatorsHere) {
    for (long left = keys; left != 0; left &= left - 1) {
      add(period, facility, indicatorsHere[(word << 6) + Long.numberOfTrailingZeros(left)]);
    }
  }

  SortedSet<Long> collisions() {
    return collisions;
  }

  /** Keys of a year, and those of them that occur in one of its months as well. */
  YearKeys yearKeys() {
    long all = 0;
    long besideMonths = 0;
    for (int year = 0; year < bits.size(); year++) {
      if (periods.text(year).length() == YEAR_LENGTH) {
        List<KeyBits> months = months(periods.text(year));
        for (int facility = 0; facility < bits.get(year).facilities(); facility++) {
          for (int word = 0; word < bits.get(year).stride(); word++) {
            long keys = bits.get(year).word(facility, word);
            long inMonths = 0;
            for (KeyBits month : months) {
              inMonths |= month.has(facility, word) ? month.word(facility, word) : 0;
            }
            all += Long.bitCount(keys);
            besideMonths += Long.bitCount(keys & inMonths);
          }
        }
      }
    }
    return new YearKeys(all, besideMonths);
  }

  private List<KeyBits> months(String year) {
    return IntStream.range(0, bits.size())
        .filter(period -> periods.text(period).startsWith(year + "-"))
        .mapToObj(bits::get)
        .toList();
  }

  /** Lets go of all keys. */
  void forget() {
    bits.clear();
    last = null;
  }
}
