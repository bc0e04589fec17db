package org.quipu.config;

import java.math.BigDecimal;
import java.util.List;

/**
 * Which respondents count; each rule applies only where its column exists.
 *
 * @param minExperienceYears the least experience in years
 * @param roles the roles that count; empty: any
 */
public record EligibilityConfig(BigDecimal minExperienceYears, List<String> roles) {

  public EligibilityConfig {
    roles = List.copyOf(roles);
  }
}
