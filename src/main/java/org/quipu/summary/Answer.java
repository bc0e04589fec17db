package org.quipu.summary;

import java.math.BigDecimal;
import org.quipu.quality.RowView;
import org.quipu.survey.Item;

/**
 * One numeric answer: a small whole number where it is one, else an exact decimal.
 *
 * @param whole the answer where {@code decimal} is null
 * @param decimal the answer where it has digits after the point or does not fit
 */
record Answer(long whole, BigDecimal decimal) {
  static final int SMALL = 1 << 20;
  private static final Answer[] COMMON = new Answer[128];

  static {
    for (int i = 0; i < COMMON.length; i++) {
      COMMON[i] = new Answer(i, null);
    }
  }

  /** The answer in a column that holds a valid number. */
  static Answer of(RowView row, int column) {
    return row.isSmall(column) && row.scale(column) == 0
        ? ofWhole(row.unscaled(column))
        : of(row.decimal(column));
  }

  static Answer of(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    boolean small = plain.scale() <= 0 && plain.abs().compareTo(BigDecimal.valueOf(SMALL)) <= 0;
    return small ? ofWhole(plain.longValueExact()) : new Answer(0, plain);
  }

  private static Answer ofWhole(long whole) {
    if (whole >= 0 && whole < COMMON.length) {
      return COMMON[(int) whole];
    }
    return Math.abs(whole) <= SMALL
        ? new Answer(whole, null)
        : new Answer(0, BigDecimal.valueOf(whole).stripTrailingZeros());
  }

  boolean isWhole() {
    return decimal == null;
  }

  BigDecimal value() {
    return decimal == null ? BigDecimal.valueOf(whole) : decimal;
  }

  /** The answer as it enters scores. */
  Answer scored(Item item) {
    return item.reversed() ? of(item.scored(value())) : this;
  }
}
