package org.quipu.summary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of counters a facility. Nearly all counts are small: a counter has 16 bits, and how often
 * it ran over is noted apart.
 */
final class CounterRows implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int BITS = 16;

  private final int length;

  /** By facility; null where nothing was counted. */
  private final List<char[]> rows = new ArrayList<>();

  /** Facility and counter → how many times 2^16 its count is more than the counter says. */
  private final LongCounts carried = new LongCounts();

  /**
   * @param length counters of a row
   */
  CounterRows(int length) {
    this.length = length;
  }

  /** The counters of a facility; whoever counts one up to 0 must {@link #carry}. */
  char[] row(int facility) {
    while (rows.size() <= facility) {
      rows.add(null);
    }
    char[] row = rows.get(facility);
    if (row == null) {
      row = new char[length];
      rows.set(facility, row);
    }
    return row;
  }

  /** Notes that a counter ran over. */
  void carry(int facility, int counter) {
    carried.add(key(facility, counter), 1);
  }

  private long key(int facility, int counter) {
    return (long) facility * length + counter + 1;
  }

  /** Whether a facility has a row, though it may be of zeros. */
  boolean has(int facility) {
    return facility < rows.size() && rows.get(facility) != null;
  }

  /** Adds a facility's counts to others of as many counters. */
  void addTo(long[] counts, int facility) {
    if (has(facility)) {
      char[] row = rows.get(facility);
      for (int counter = 0; counter < length; counter++) {
        counts[counter] += row[counter];
      }
      for (int counter = 0; counter < length && carried.size() > 0; counter++) {
        counts[counter] += carried.count(key(facility, counter)) << BITS;
      }
    }
  }

  /** One count of a facility. */
  long count(int facility, int counter) {
    return has(facility)
        ? rows.get(facility)[counter] + (carried.count(key(facility, counter)) << BITS)
        : 0;
  }

  /** Adds, or takes out, all that another holds, whose facilities have other numbers here. */
  void addAll(CounterRows other, int[] facilitiesHere, int sign) {
    for (int facility = 0; facility < other.rows.size(); facility++) {
      char[] theirs = other.rows.get(facility);
      if (theirs != null) {
        add(facilitiesHere[facility], theirs, sign);
      }
    }
    other.carried.forEach(
        (key, times) -> {
          int facility = facilitiesHere[(int) ((key - 1) / length)];
          carried.add(key(facility, (int) ((key - 1) % length)), sign * times);
        });
  }

  private void add(int facility, char[] theirs, int sign) {
    char[] mine = row(facility);
    for (int counter = 0; counter < length; counter++) {
      int sum = mine[counter] + sign * theirs[counter];
      mine[counter] = (char) sum;
      if (sum >> BITS != 0) {
        carried.add(key(facility, counter), sum >> BITS);
      }
    }
  }
}
