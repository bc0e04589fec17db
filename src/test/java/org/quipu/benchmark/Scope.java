package org.quipu.benchmark;

import java.util.Locale;

/** How much of Quipu's tables another program makes; each has what those before it have. */
enum Scope {
  /** Alpha from respondents who answered every item of a scale, which is not compared. */
  COMPLETE,
  /** Alpha from pairwise covariances, as Quipu's. */
  PAIRWISE,
  /** All columns and tables that SQL can sensibly make. */
  WHOLE;

  /** The name on a command line. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Scope of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  boolean has(Scope part) {
    return compareTo(part) >= 0;
  }
}
