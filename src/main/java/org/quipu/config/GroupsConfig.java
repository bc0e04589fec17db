package org.quipu.config;

import java.math.BigDecimal;
import java.util.List;

/**
 * How DIRESAs fall into group 1 (higher performing) and group 2.
 *
 * @param method the rule
 * @param thresholdPercent the performance that group 1 reaches, 0 to 100; for {@link
 *     Method#THRESHOLD}
 * @param group1 the diresa_id of group 1; for {@link Method#LIST}, empty otherwise or not
 */
public record GroupsConfig(Method method, BigDecimal thresholdPercent, List<String> group1) {

  public GroupsConfig {
    group1 = List.copyOf(group1);
  }

  /** Reaching a threshold, lying above the median, or being named. */
  public enum Method {
    THRESHOLD,
    MEDIAN,
    LIST
  }
}
