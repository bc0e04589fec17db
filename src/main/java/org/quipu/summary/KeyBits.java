package org.quipu.summary;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Which pairs of small numbers, a facility's and an indicator's, occurred: one bit each, all in one
 * array, so that a million facility-months are not a million objects.
 */
final class KeyBits implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FIRST_FACILITIES = 64;

  /** Words of a facility. */
  private int stride = 1;

  /** Facility by facility. */
  private long[] words = new long[FIRST_FACILITIES];

  /** Notes a pair; true if it was there. */
  boolean note(int facility, int indicator) {
    int word = indicator >> 6;
    if (word >= stride || facility * stride + word >= words.length) {
      reserve(facility, word);
    }
    int at = facility * stride + word;
    long bit = 1L << (indicator & 63);
    boolean known = (words[at] & bit) != 0;
    words[at] |= bit;
    return known;
  }

  /** Facilities that there is room for; those beyond occurred with no indicator. */
  int facilities() {
    return words.length / stride;
  }

  /** Words that hold a facility's indicators, 64 each. */
  int stride() {
    return stride;
  }

  /** Whether there is room for these indicators of a facility; beyond it none occurred. */
  boolean has(int facility, int word) {
    return word < stride && facility < facilities();
  }

  /** The indicators 64 × word to 64 × word + 63 of a facility, a bit each. */
  long word(int facility, int word) {
    return words[facility * stride + word];
  }

  /** Notes up to 64 indicators of a facility at once, and gives those that were there. */
  long noteAll(int facility, int word, long bits) {
    reserve(facility, word);
    int at = facility * stride + word;
    long known = words[at] & bits;
    words[at] |= bits;
    return known;
  }

  private void reserve(int facility, int word) {
    if (word >= stride) {
      widen(word + 1);
    }
    int needed = Math.multiplyExact(facility + 1, stride);
    if (needed > words.length) {
      // By half: at a country's size the room that stays empty counts.
      int facilities = Math.max(facility + 1, words.length / stride / 2 * 3);
      words = Arrays.copyOf(words, Math.multiplyExact(facilities, stride));
    }
  }

  private void widen(int wider) {
    int facilities = facilities();
    long[] wide = new long[Math.multiplyExact(facilities, wider)];
    for (int facility = 0; facility < facilities; facility++) {
      System.arraycopy(words, facility * stride, wide, facility * wider, stride);
    }
    words = wide;
    stride = wider;
  }
}
