package org.quipu.summary;

import java.math.BigDecimal;
import org.quipu.quality.RowView;

/** A respondent's answers as one number. */
final class AnswerVector {
  /** Fewer answers may well be the same by chance. */
  static final int LEAST_ANSWERS = 10;

  /** Of a respondent whose answers are too few, or all the same. */
  static final long NOT_JUDGED = 0;

  /** Stands for a missing answer; no answer is that far from the others. */
  static final long NONE = 0x2545f4914f6cdd1dL;

  private static final long FRACTION = 0x5bd1e9955bd1e995L;

  private AnswerVector() {}

  /**
   * A hash of 64 bits of which answer was given where; {@link #NOT_JUDGED} where that says little.
   */
  static long hash(RowView row, int[] items) {
    long hash = 0;
    int answered = 0;
    long first = 0;
    boolean differ = false;
    for (int item : items) {
      long answer = NONE;
      if (row.isValid(item)) {
        answer = answer(row, item);
        differ |= answered > 0 && answer != first;
        first = answered == 0 ? answer : first;
        answered++;
      }
      hash = step(hash, answer);
    }
    return end(hash, answered, differ);
  }

  /** The hash so far, at first 0, with the next answer: a polynomial in an odd multiplier. */
  static long step(long hash, long answer) {
    return (hash + answer) * 0xd1342543de82ef95L;
  }

  /** The hash of all answers; {@link #NOT_JUDGED} where they say little. */
  static long end(long hash, int answered, boolean differ) {
    return differ && answered >= LEAST_ANSWERS ? KeyHash.end(hash) | 1 : NOT_JUDGED;
  }

  /** Equal for equal numbers however they are written. */
  private static long answer(RowView row, int item) {
    if (row.isSmall(item) && row.scale(item) == 0) {
      return row.unscaled(item);
    }
    BigDecimal number = row.decimal(item).stripTrailingZeros();
    return number.scale() <= 0 ? number.longValue() : FRACTION ^ number.hashCode();
  }
}
