package org.quipu.stats;

import java.util.Locale;

/** What makes a value an outlier. */
public enum OutlierRule {
  /** Beyond 1.5 interquartile ranges from the quartiles. */
  TUKEY,
  /** Beyond 3 interquartile ranges from the quartiles. */
  TUKEY_FAR,
  /** Modified z-score above 3.5. */
  MODIFIED_Z,
  /** Beyond the whiskers of the boxplot adjusted for skewness. */
  ADJUSTED_BOXPLOT,
  /** Outside the scale on which answers are given. */
  OUTSIDE_SCALE;

  /** The name in result tables: lower snake_case. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
