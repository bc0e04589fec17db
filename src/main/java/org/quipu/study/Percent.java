package org.quipu.study;

/** Shares in percent. */
final class Percent {
  private Percent() {}

  /** 100 × part / whole, correctly rounded for counts up to 9e13; null of a whole of 0. */
  static Double of(long part, long whole) {
    return whole == 0 ? null : (Double) (100.0 * part / whole);
  }
}
