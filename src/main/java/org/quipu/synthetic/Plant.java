package org.quipu.synthetic;

import java.util.Comparator;

/**
 * One thing planted in a source.
 *
 * @param at the regular row that is changed, or after which the further row stands
 * @param kind what is wrong
 * @param of the regular row whose values it has
 */
record Plant(long at, BadRow kind, long of) {
  static final Comparator<Plant> IN_FILE_ORDER =
      Comparator.comparingLong(Plant::at).thenComparing(Plant::kind).thenComparingLong(Plant::of);
}
