package org.quipu.summary;

import java.util.Arrays;

/**
 * Whole answers of respondents who wait to be counted, so that those of one facility are counted
 * one after the other: staff come in any order, and the counters of thousands of facilities fit in
 * no cache.
 */
final class WaitingAnswers {
  /** Respondents that wait at most; with some ten thousand facilities, some of each. */
  private static final int MOST = 1 << 16;

  private static final int FIRST = 1 << 12;
  private static final byte MISSING = Byte.MIN_VALUE;

  /** Respondents read ahead together: the memory fetches them side by side, not in turn. */
  private static final int TOGETHER = 16;

  /** Answers from this one on can wait. */
  static final int LEAST = Byte.MIN_VALUE + 1;

  /** Answers up to this one can wait. */
  static final int GREATEST = Byte.MAX_VALUE;

  /** Receives respondents, those of a facility in a row. */
  interface Visitor {
    /**
     * @param answers {@link AnswerWindows#MISSING} where there is none; the next call overwrites
     *     them
     */
    void accept(int facility, int[] answers);
  }

  private final int items;
  private final int[] row;
  private int[] facilities = new int[FIRST];

  /** Respondent by respondent, a byte an answer. */
  private byte[] answers;

  private int size;

  /** Of what was read ahead, so that it is read. */
  private int touched;

  private int facilitiesUpTo;

  WaitingAnswers(int items) {
    this.items = items;
    this.row = new int[items];
    this.answers = new byte[FIRST * items];
  }

  /** Takes answers that can wait; when this returns true there is no room for more. */
  boolean add(int facility, int[] whole) {
    if (size == facilities.length) {
      facilities = Arrays.copyOf(facilities, size * 2);
      answers = Arrays.copyOf(answers, size * 2 * items);
    }
    int at = size * items;
    for (int item = 0; item < items; item++) {
      int answer = whole[item];
      answers[at + item] = answer == AnswerWindows.MISSING ? MISSING : (byte) answer;
    }
    facilities[size++] = facility;
    facilitiesUpTo = Math.max(facilitiesUpTo, facility);
    return size == MOST;
  }

  /** Shows all that wait, facility by facility, and forgets them. */
  void drain(Visitor visitor) {
    int[] order = byFacility();
    int seen = 0;
    for (int from = 0; from < order.length; from += TOGETHER) {
      int to = Math.min(order.length, from + TOGETHER);
      for (int i = from; i < to; i++) {
        seen += answers[order[i] * items] + answers[order[i] * items + items - 1];
      }
      for (int i = from; i < to; i++) {
        int at = order[i] * items;
        for (int item = 0; item < items; item++) {
          byte answer = answers[at + item];
          row[item] = answer == MISSING ? AnswerWindows.MISSING : answer;
        }
        visitor.accept(facilities[order[i]], row);
      }
    }
    touched = seen;
    size = 0;
    facilitiesUpTo = 0;
  }

  /** The respondents by facility: a counting sort. */
  private int[] byFacility() {
    int[] next = new int[facilitiesUpTo + 2];
    for (int i = 0; i < size; i++) {
      next[facilities[i] + 1]++;
    }
    for (int facility = 0; facility <= facilitiesUpTo; facility++) {
      next[facility + 1] += next[facility];
    }
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[next[facilities[i]]++] = i;
    }
    return order;
  }
}
