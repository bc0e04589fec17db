package org.quipu.source.spss;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Numbers whose print format says that they are dates: seconds since 14 October 1582. */
final class SavDates {
  private static final LocalDateTime EPOCH = LocalDateTime.of(1582, 10, 14, 0, 0);
  private static final long LATEST_SECOND = 400_000_000_000L;

  /** DATE, ADATE, JDATE, MOYR, QYR, WKYR, EDATE, SDATE. */
  private static final Set<Integer> DATES = Set.of(20, 23, 24, 28, 29, 30, 38, 39);

  /** DATETIME, YMDHMS. */
  private static final Set<Integer> TIMES = Set.of(22, 41);

  private SavDates() {}

  /** The ISO 8601 text of a date; null where the format or the number is none. */
  static String text(double value, int format) {
    boolean date = DATES.contains(format);
    if (!date && !TIMES.contains(format) || !(value >= 0) || value > LATEST_SECOND) {
      return null;
    }
    LocalDateTime time = EPOCH.plusSeconds(Math.round(value));
    return date
        ? time.toLocalDate().toString()
        : time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
  }
}
