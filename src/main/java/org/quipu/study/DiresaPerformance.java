package org.quipu.study;

import java.math.BigDecimal;

/**
 * How many of a DIRESA's facilities meet their goals.
 *
 * @param facilities at least 1
 * @param meeting those that do
 */
record DiresaPerformance(long facilities, long meeting) {

  double percent() {
    return Percent.of(meeting, facilities);
  }

  BigDecimal exactPercent() {
    return Percent.decimal(meeting, facilities);
  }
}
