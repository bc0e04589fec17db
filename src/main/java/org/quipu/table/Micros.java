package org.quipu.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970, UTC; finer digits are cut off. */
final class Micros {

  private Micros() {}

  static long of(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
