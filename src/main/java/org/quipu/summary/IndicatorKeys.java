package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which (period, facility, indicator) occurred: one bit each, so that the keys of 100 million rows
 * cost some megabytes and no sort.
 */
final class IndicatorKeys implements Serializable {
  private static final long serialVersionUID = 1L;
  private final Ids periods = new Ids();
  private final List<List<long[]>> bits = new ArrayList<>();
  private final TreeSet<Long> collisions = new TreeSet<>();
  private transient long[] last;
  private transient int lastPeriod;
  private transient int lastFacility;

  /** The number of a row's period. */
  int period(char[] chars, int start, int end) {
    return periods.of(chars, start, end);
  }

  /** Notes a key by the numbers of its parts; those of facility and indicator are the caller's. */
  void add(int period, int facility, int indicator, Ids facilities, Ids indicators) {
    long[] words = words(period, facility, indicator);
    long bit = 1L << (indicator & 63);
    if ((words[indicator >> 6] & bit) != 0) {
      collisions.add(
          hash(facilities.text(facility), periods.text(period), indicators.text(indicator)));
    }
    words[indicator >> 6] |= bit;
  }

  static long hash(String facility, String period, String indicator) {
    return KeyHash.joined(
        KeyHash.joined(KeyHash.joined(0, KeyHash.of(facility)), KeyHash.of(period)),
        KeyHash.of(indicator));
  }

  private long[] words(int period, int facility, int indicator) {
    // Rows of a facility and period mostly stand together.
    if (last == null
        || period != lastPeriod
        || facility != lastFacility
        || indicator >> 6 >= last.length) {
      last = find(period, facility, indicator);
      lastPeriod = period;
      lastFacility = facility;
    }
    return last;
  }

  private List<long[]> room(int period, int facility) {
    while (bits.size() <= period) {
      bits.add(new ArrayList<>());
    }
    List<long[]> ofPeriod = bits.get(period);
    while (ofPeriod.size() <= facility) {
      ofPeriod.add(null);
    }
    return ofPeriod;
  }

  private long[] find(int period, int facility, int indicator) {
    List<long[]> ofPeriod = room(period, facility);
    long[] words = ofPeriod.get(facility);
    int needed = (indicator >> 6) + 1;
    if (words == null || words.length < needed) {
      words = words == null ? new long[needed] : Arrays.copyOf(words, needed);
      ofPeriod.set(facility, words);
    }
    return words;
  }

  /**
   * Adds another part's keys, whose facilities and indicators have other numbers here, and which is
   * used up.
   */
  void merge(
      IndicatorKeys other,
      int[] facilitiesHere,
      int[] indicatorsHere,
      Ids facilities,
      Ids indicators) {
    collisions.addAll(other.collisions);
    last = null;
    boolean sameIndicators =
        IntStream.range(0, indicatorsHere.length).allMatch(i -> indicatorsHere[i] == i);
    int[] periodsHere = periods.take(other.periods);
    for (int period = 0; period < other.bits.size(); period++) {
      List<long[]> ofPeriod = other.bits.get(period);
      for (int facility = 0; facility < ofPeriod.size(); facility++) {
        long[] theirs = ofPeriod.get(facility);
        if (theirs == null) {
          continue;
        }
        List<long[]> here = room(periodsHere[period], facilitiesHere[facility]);
        if (sameIndicators && here.get(facilitiesHere[facility]) == null) {
          here.set(facilitiesHere[facility], theirs);
          continue;
        }
        for (int word = 0; word < theirs.length; word++) {
          for (long left = theirs[word]; left != 0; left &= left - 1) {
            int indicator = indicatorsHere[(word << 6) + Long.numberOfTrailingZeros(left)];
            add(periodsHere[period], facilitiesHere[facility], indicator, facilities, indicators);
          }
        }
      }
    }
  }

  SortedSet<Long> collisions() {
    return collisions;
  }
}
