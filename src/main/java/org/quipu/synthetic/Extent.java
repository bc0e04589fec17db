package org.quipu.synthetic;

import org.quipu.config.ConfigException;

/**
 * How large synthetic inputs are, and the seed they follow from.
 *
 * @param facilities in the registry
 * @param months reported by every facility, from January {@value #FIRST_YEAR} on
 * @param indicators reported by every facility every month
 * @param respondents of the staff survey; 0: no survey
 * @param items of the instrument
 * @param seed the same seed gives the same bytes
 * @param badRate rows of each planted kind, as a share of the rows of a source; 0: none
 * @throws ConfigException when a size is outside its bounds
 */
public record Extent(
    int facilities,
    int months,
    int indicators,
    long respondents,
    int items,
    long seed,
    double badRate) {
  /** The year of the first month. */
  public static final int FIRST_YEAR = 2007;

  static final int MONTHS_OF_YEAR = 12;

  public Extent {
    requireWithin("--facilities", facilities, 1, 1_000_000);
    requireWithin("--months", months, 1, 1_200);
    requireWithin("--indicators", indicators, 1, 10_000);
    requireWithin("--respondents", respondents, 0, 1_000_000_000);
    requireWithin("--items", items, 1, 500);
    if (!(badRate >= 0 && badRate <= 0.001)) {
      throw outside("--bad-rate", Double.toString(badRate), "0", "0.001");
    }
  }

  /** Rows of the grid facility × month × indicator, without planted further rows. */
  public long cells() {
    return (long) facilities * months * indicators;
  }

  /** Years begun. */
  public int years() {
    return (months + MONTHS_OF_YEAR - 1) / MONTHS_OF_YEAR;
  }

  /** Months of a year, fewer than twelve in the last. */
  int monthsOfYear(int year) {
    return Math.min(MONTHS_OF_YEAR, months - MONTHS_OF_YEAR * year);
  }

  private static void requireWithin(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw outside(option, Long.toString(value), Long.toString(least), Long.toString(most));
    }
  }

  private static ConfigException outside(String option, String value, String least, String most) {
    return new ConfigException(
        option,
        option + " " + value + " is not allowed: a number from " + least + " to " + most + ".",
        option + " " + value + " no se permite: un número de " + least + " a " + most + ".");
  }
}
