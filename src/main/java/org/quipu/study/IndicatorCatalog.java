package org.quipu.study;

import java.util.Set;
import java.util.stream.Collectors;
import org.quipu.quality.SmallSource;

/**
 * What is known of the indicators.
 *
 * @param lowerIsBetter the indicators of which less is better; of all others more is
 */
public record IndicatorCatalog(Set<String> lowerIsBetter) {
  private static final String LOWER = "lower";

  public IndicatorCatalog {
    lowerIsBetter = Set.copyOf(lowerIsBetter);
  }

  /** The catalog of a catalog file's accepted rows; of an absent one, more is better throughout. */
  public static IndicatorCatalog of(SmallSource source) {
    return new IndicatorCatalog(
        source.rows().stream()
            .filter(row -> LOWER.equals(row.text("better")))
            .map(row -> row.text("indicator_id"))
            .collect(Collectors.toSet()));
  }
}
