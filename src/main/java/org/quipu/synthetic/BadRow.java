package org.quipu.synthetic;

/** What can be wrong on purpose. */
enum BadRow {
  /** A further row of a facility that the registry does not have; quarantined. */
  UNKNOWN_FACILITY("unknown_facility", 1, 0),
  /** A further row without a part of its key; quarantined. */
  MISSING_KEY("missing_key", 1, 0),
  /** A further row of month 13; quarantined. */
  INVALID_PERIOD("invalid_period", 1, 0),
  /** A further row with words where a number belongs, in text files only; quarantined. */
  TEXT_IN_NUMBER("text_in_number", 1, 0),
  /** A further row that repeats another, anywhere in the file; a duplicate. */
  EQUAL_DUPLICATE("equal_duplicate", 0, 1),
  /** A further row that contradicts another, anywhere in the file; both are quarantined. */
  CONTRADICTING_DUPLICATE("contradicting_duplicate", 2, 0),
  /** A row without achievement; accepted. */
  MISSING_VALUE("missing_value", 0, 0),
  /** A row with forty times its achievement; accepted. */
  OUTLIER("outlier", 0, 0),
  /** A row with an answer outside the scale; accepted, and left out by cleaning. */
  OUT_OF_SCALE("out_of_scale", 0, 0);

  private final String id;
  private final int quarantined;
  private final int duplicates;

  BadRow(String id, int quarantined, int duplicates) {
    this.id = id;
    this.quarantined = quarantined;
    this.duplicates = duplicates;
  }

  /** The name in {@code truth.json}. */
  String id() {
    return id;
  }

  /** Rows that go to quarantine for each planted one. */
  int quarantined() {
    return quarantined;
  }

  /** Rows that count as duplicates for each planted one. */
  int duplicates() {
    return duplicates;
  }

  /** Whether it is a row beyond the regular ones, and not one of them changed. */
  boolean isFurther() {
    return switch (this) {
      case MISSING_VALUE, OUTLIER, OUT_OF_SCALE -> false;
      default -> true;
    };
  }
}
