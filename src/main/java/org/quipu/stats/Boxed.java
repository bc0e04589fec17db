package org.quipu.stats;

/**
 * Doubles as objects. Result rows hold millions, and quartiles of answers are quarters of small
 * numbers: those exist once.
 */
final class Boxed {
  private static final int KEPT_BELOW = 16;
  private static final int PARTS = 8;
  private static final Double[] KEPT = new Double[KEPT_BELOW * PARTS];

  static {
    for (int i = 0; i < KEPT.length; i++) {
      KEPT[i] = (double) i / PARTS;
    }
  }

  private Boxed() {}

  /** The number, to the bit. */
  static Double of(double number) {
    double eighths = number * PARTS;
    int place = (int) eighths;
    // −0.0 is another number than 0.0.
    return place == eighths && place > 0 && place < KEPT.length ? KEPT[place] : (Double) number;
  }
}
