package org.quipu.stats;

/**
 * Why a statistic is not a number, in the two languages that users read.
 *
 * @param state the state, never {@link State#OK}
 * @param es a whole sentence in Spanish
 * @param en the same sentence in English
 */
public record Reason(State state, String es, String en) {
  public Reason {
    if (state == State.OK) {
      throw new IllegalArgumentException("an ok statistic needs no reason");
    }
  }
}
