package org.quipu.registry;

import java.io.Serializable;
import java.util.Comparator;
import org.quipu.quality.AcceptedRow;

/**
 * The months that a row of a crosswalk holds for.
 *
 * @param firstMonth {@code 2007-01}; empty: from the beginning
 * @param lastMonth {@code 2007-12}; {@link #TODAY}: until today
 */
public record Validity(String firstMonth, String lastMonth) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** A month after all others: what holds then holds today. */
  static final String TODAY = "9999-12";

  static final Comparator<Validity> BY_TIME =
      Comparator.comparing(Validity::firstMonth).thenComparing(Validity::lastMonth);

  /** What the columns {@code valid_from} and {@code valid_to} say; either may be missing. */
  static Validity of(AcceptedRow row) {
    String from = row.text("valid_from");
    String to = row.text("valid_to");
    return new Validity(from == null ? "" : first(from), to == null ? TODAY : last(to));
  }

  /** The first month of a period. */
  static String first(String period) {
    return period.length() == 4 ? period + "-01" : period;
  }

  /** The last month of a period. */
  static String last(String period) {
    return period.length() == 4 ? period + "-12" : period;
  }

  boolean has(String month) {
    return month.compareTo(firstMonth) >= 0 && month.compareTo(lastMonth) <= 0;
  }

  /** Whether a period, of which a year is twelve months, touches it. */
  boolean touches(String period) {
    return last(period).compareTo(firstMonth) >= 0 && first(period).compareTo(lastMonth) <= 0;
  }

  boolean overlaps(Validity other) {
    return firstMonth.compareTo(other.lastMonth) <= 0 && other.firstMonth.compareTo(lastMonth) <= 0;
  }
}
